import { posix } from "node:path";
import { type Conversion, type NewFile, withEnding } from "./conversion.ts";
import { withListGaps } from "./list-gaps.ts";
import { notebookParts } from "./notebook-fields.ts";
import { type Bundle, type Cell, type Notebook, type Output, parseNotebook, textIn } from "./notebook-file.ts";

/** Where what a cell shows is written, and how its code is named. */
interface Place {
  readonly language: string;
  /** The path of a new picture without its ending: from the content folder, and from the page. */
  readonly path: (name: string) => string;
  readonly link: (path: string) => string;
}

/** What a part of a notebook is in Markdown, and the pictures of it. */
interface Shown {
  readonly text: string;
  readonly files: readonly NewFile[];
}

const PICTURES: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
};

/**
 * Turns a Jupyter notebook into Markdown with what its cells have shown, without Jupyter: nothing is run.
 *
 * @param source the notebook's path, relative to the content folder
 * @param beside the text of the file with its fields, where there is one
 */
export function convertNotebook(source: string, text: string, beside: string | undefined): Conversion {
  const notebook = parseNotebook(text);
  if ("fault" in notebook) return { kind: "failed", source, line: 1, reason: notebook.fault };
  const { header, cells, notes } = notebookParts(notebook, beside);
  const place = placeOf(source, languageOf(notebook));
  const shown = cells.map(({ cell, index }) => showCell(cell, index, place));
  const body = shown.map((one) => one.text.trim()).filter((one) => one !== "");
  const content = `${header}\n${body.join("\n\n")}\n`;
  const left = cells.filter(({ cell }) => cell.cell_type === "raw" && !isShown(cell)).length;
  return {
    kind: "made",
    source,
    files: [{ path: withEnding(source, ".md"), content }, ...shown.flatMap(({ files }) => files)],
    notes: [...notes, ...(left > 0 ? [`raw cells for other formats are left out: ${left}.`] : [])],
  };
}

function placeOf(source: string, language: string): Place {
  const folder = posix.dirname(source);
  const stem = posix.basename(source, posix.extname(source)).replace(/[^\w.-]+/g, "-");
  return {
    language,
    path: (name) => posix.join(folder, `${stem}_files`, `${stem}_${name}`),
    link: (path) => `{attach}${posix.relative(folder, path)}`,
  };
}

function languageOf({ metadata }: Notebook): string {
  const nameIn = (value: unknown, key: string): string | undefined => {
    const name =
      typeof value === "object" && value !== null ? Object.entries(value).find(([one]) => one === key)?.[1] : "";
    return typeof name === "string" && /^[\w+#-]+$/.test(name) ? name : undefined;
  };
  return nameIn(metadata.language_info, "name") ?? nameIn(metadata.kernelspec, "language") ?? "python";
}

function showCell(cell: Cell, index: number, place: Place): Shown {
  if (cell.cell_type === "raw") return { text: isShown(cell) ? cell.source : "", files: [] };
  if (cell.cell_type === "markdown") {
    return withAttachments({ ...cell, source: withListGaps(cell.source) }, index, place);
  }
  const code = cell.source.trim() === "" ? "" : fenced(cell.source, place.language);
  const outputs = cell.outputs.map((output, at) => showOutput(output, `${index}_${at}`, place));
  const texts = [code, ...outputs.map(({ text }) => text)].filter((text) => text !== "");
  return { text: texts.join("\n\n"), files: outputs.flatMap(({ files }) => files) };
}

/** A raw cell is for one format, or for all. */
function isShown({ metadata }: Cell): boolean {
  const format = metadata.raw_mimetype ?? metadata.format ?? "";
  return ["", "text/html", "text/markdown"].includes(String(format));
}

/** Pictures that were put into the text. */
function withAttachments({ source, attachments }: Cell, index: number, place: Place): Shown {
  const files = Object.entries(attachments).flatMap(([name, data], at) => {
    const picture = pictureOf(data, `${index}_${at}`, place);
    return picture ? [{ name, picture }] : [];
  });
  const text = files.reduce(
    (all, { name, picture }) =>
      [name, encodeURI(name)].reduce((so, one) => so.replaceAll(`attachment:${one}`, place.link(picture.path)), all),
    source,
  );
  return { text, files: files.map(({ picture }) => picture) };
}

/** What a cell has shown, in the form that says most: as Jupyter chooses for a page. */
function showOutput(output: Output, name: string, place: Place): Shown {
  if (output.output_type === "stream") return { text: fenced(output.text, "text"), files: [] };
  if (output.output_type === "error")
    return { text: fenced(output.traceback.join("\n") || output.evalue, "text"), files: [] };
  const { data } = output;
  const html = textIn(data["text/html"]);
  if (html !== undefined) return { text: `<div class="output">\n${withoutGaps(html)}\n</div>`, files: [] };
  const picture = pictureOf(data, name, place);
  if (picture) return { text: `![Output](${place.link(picture.path)})`, files: [picture] };
  const markdown = textIn(data["text/markdown"]) ?? textIn(data["text/latex"]);
  if (markdown !== undefined) return { text: markdown, files: [] };
  const plain = textIn(data["text/plain"]);
  return { text: plain === undefined ? "" : fenced(plain, "text"), files: [] };
}

function pictureOf(data: Bundle, name: string, place: Place): NewFile | undefined {
  for (const [type, ending] of Object.entries(PICTURES)) {
    const content = textIn(data[type]);
    if (content === undefined) continue;
    const path = `${place.path(name)}.${ending}`;
    return { path, content: ending === "svg" ? content : Buffer.from(content, "base64") };
  }
  return undefined;
}

/** An empty line would end HTML in Markdown; where lines mean something it stays. */
function withoutGaps(html: string): string {
  return /<(?:pre|textarea)\b/i.test(html) ? html.trim() : html.trim().replace(/\n\s*\n/g, "\n");
}

/** Colours of a terminal, as escape sequences. */
const COLORS = /\u001b\[[\d;?]*[A-Za-z]/g;

/** A block of code, between marks that are not in it. */
function fenced(code: string, language: string): string {
  const text = code.replace(COLORS, "").replace(/\s+$/, "").replace(/^\n+/, "");
  if (text === "") return "";
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${text}\n${mark}`;
}
