/** What is shown in one of several forms, by their media types. */
export type Bundle = Readonly<Record<string, unknown>>;

export type Output =
  | { readonly kind: "stream"; readonly name: string; readonly text: string }
  | { readonly kind: "data"; readonly data: Bundle }
  | { readonly kind: "error"; readonly text: string };

export interface Cell {
  readonly type: "markdown" | "code" | "raw";
  /** As people count: the first is 1. */
  readonly number: number;
  readonly source: string;
  readonly metadata: Bundle;
  readonly attachments: Readonly<Record<string, Bundle>>;
  readonly outputs: readonly Output[];
  /** What of it cannot be read, in words. */
  readonly faults: readonly string[];
}

export interface Notebook {
  readonly metadata: Bundle;
  readonly cells: readonly Cell[];
}

/**
 * Reads a notebook of nbformat 3 or 4, or says why it is none. A cell that is broken takes no other with it.
 * Source: https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function parseNotebook(source: string): Notebook | { readonly fault: string } {
  const json = parsed(source);
  if (json === undefined) return { fault: "it is no JSON" };
  const { nbformat, metadata, cells, worksheets } = bundleIn(json);
  const isOld = nbformat === 3 || (nbformat === undefined && Array.isArray(worksheets));
  if (!isOld && nbformat !== undefined && nbformat !== 4) {
    return { fault: `it is of nbformat ${String(nbformat)}, and only 3 and 4 are read` };
  }
  const sheets = isOld && Array.isArray(worksheets) ? worksheets.map((sheet) => bundleIn(sheet).cells) : [cells];
  if (!sheets.every((sheet) => Array.isArray(sheet))) return { fault: "it is not a notebook: it has no cells" };
  const all = sheets.flat().map((cell, index) => cellOf(isOld ? newCell(bundleIn(cell)) : bundleIn(cell), index + 1));
  return { metadata: bundleIn(metadata), cells: all };
}

/** A text of a bundle, in a form that is one: Jupyter writes a text as one string, or as its lines. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isLines = Array.isArray(value) && value.every((line) => typeof line === "string");
  return isLines ? value.join("") : undefined;
}

/** The language of a notebook's code, where it names one. */
export function languageOf({ metadata }: Notebook): string {
  const named = [bundleIn(metadata.language_info).name, bundleIn(metadata.kernelspec).language];
  return named.find((name): name is string => typeof name === "string" && /^[\w+#-]+$/.test(name)) ?? "python";
}

export function bundleIn(value: unknown): Bundle {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function cellOf({ cell_type, source, metadata, attachments, outputs }: Bundle, number: number): Cell {
  const type = (["markdown", "code", "raw"] as const).find((one) => one === cell_type);
  const text = textIn(source);
  const faults: string[] = [];
  if (type === undefined) faults.push("it is of no kind that is known, and is left out");
  else if (text === undefined) faults.push("it has no text");
  const listed = Array.isArray(outputs) ? outputs : [];
  const read = type === "code" ? listed.map((one) => outputOf(bundleIn(one))) : [];
  if (read.includes(undefined)) faults.push("an output of it cannot be read, and is left out");
  return {
    type: type ?? "raw",
    number,
    source: type === undefined ? "" : (text ?? ""),
    metadata: bundleIn(metadata),
    attachments: Object.fromEntries(Object.entries(bundleIn(attachments)).map(([name, one]) => [name, bundleIn(one)])),
    outputs: read.filter((one) => one !== undefined),
    faults,
  };
}

function outputOf({ output_type: type, text, name, data, traceback, ename, evalue }: Bundle): Output | undefined {
  if (type === "stream") {
    const written = textIn(text);
    return written === undefined ? undefined : { kind: "stream", name: String(name), text: written };
  }
  if (type === "execute_result" || type === "display_data") {
    return typeof data === "object" && data !== null ? { kind: "data", data: bundleIn(data) } : undefined;
  }
  if (type !== "error") return undefined;
  const lines = Array.isArray(traceback) ? traceback.filter((line) => typeof line === "string") : [];
  const what = [ename, evalue].filter((one) => typeof one === "string" && one !== "").join(": ");
  return { kind: "error", text: lines.join("\n") || what };
}

/** What nbformat 4 names otherwise than 3: https://nbformat.readthedocs.io/en/latest/changelog.html */
const NEW_TYPES: Readonly<Record<string, string>> = { pyout: "execute_result", pyerr: "error" };

/** The forms that stood beside each other in an output, and their media types. */
const FORMS: Readonly<Record<string, string>> = {
  text: "text/plain",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  javascript: "application/javascript",
};

/** A cell of nbformat 3 as it would be in 4. */
function newCell(cell: Bundle): Bundle {
  const { cell_type: type, source, level, input, outputs } = cell;
  if (type === "heading") {
    const title = (textIn(source) ?? "").replace(/(?<!\s)\s*\n\s*/g, " ");
    return { ...cell, cell_type: "markdown", source: `${"#".repeat(Number(level) || 1)} ${title}` };
  }
  if (type === "html") return { ...cell, cell_type: "markdown" };
  if (type !== "code") return cell;
  const all = Array.isArray(outputs) ? outputs.map((one) => newOutput(bundleIn(one))) : outputs;
  return { ...cell, source: input, outputs: all };
}

function newOutput(output: Bundle): Bundle {
  const type = NEW_TYPES[String(output.output_type)] ?? output.output_type;
  if (type === "stream") return { ...output, name: output.stream };
  const forms = Object.entries(output).flatMap(([name, value]) => (FORMS[name] ? [[FORMS[name], value] as const] : []));
  return { ...output, output_type: type, data: Object.fromEntries(forms) };
}
