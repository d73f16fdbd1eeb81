import { wordSet } from "../../plugin/maps/word-set.ts";

const ATTRIBUTE = /^:([\p{L}\p{N}_]+):(.*)$/u;

const CONTINUED = /(?<=\s)\\\s*$/;

/** Lines around what is shown as it is written. */
const VERBATIM = /^(?:-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3,})[^-./+`]*$/;

/** What AsciiDoc itself is told by attributes: they say nothing of the page. */
const OF_ASCIIDOC: ReadonlySet<string> = wordSet(
  "toc toclevels icons iconsdir imagesdir experimental sectnums sectnumlevels numbered sectanchors sectlinks sectids idprefix idseparator stem doctype encoding nofooter hardbreaks linkcss stylesheet stylesdir xrefstyle",
);

/**
 * The fields of a source in AsciiDoc: its attributes, wherever they are, but for what is only shown.
 * Source: the plugin asciidoc_reader, https://github.com/pelican-plugins/asciidoc-reader
 */
export function adocFields(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/);
  const fields: Record<string, string> = {};
  let fence = "";
  let done = 0;
  for (const [index, line] of lines.entries()) {
    // It belongs to the value above.
    if (index < done) continue;
    const isFence = VERBATIM.test(line) && (fence !== "" || !isUnderline(line, lines[index - 1] ?? ""));
    const mark = isFence ? line.slice(0, 3) : "";
    if (fence === "") fence = mark;
    else if (mark === fence) fence = "";
    const [, name = "", first = ""] = (fence === "" && ATTRIBUTE.exec(line)) || [];
    const key = name.toLowerCase();
    if (key === "") continue;
    const { value, end } = wholeValue(first, lines, index + 1);
    done = end;
    if (!OF_ASCIIDOC.has(key)) fields[key] = value;
  }
  return fields;
}

/** The title as it is written: the first line behind `= `, or one that is underlined. */
export function writtenTitle(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const found = lines.findIndex(
    (line, index) => line.startsWith("= ") || (/^=+$/.test(line) && isUnderline(line, lines[index - 1] ?? "")),
  );
  const [line = "", above = ""] = [lines[found], lines[found - 1]];
  if (found < 0) return undefined;
  return line.startsWith("= ") ? line.slice(2).trim() : above.trim();
}

/** A line below a heading is as long as it. */
function isUnderline(line: string, above: string): boolean {
  return above.trim() !== "" && Math.abs(line.trim().length - above.trim().length) <= 1;
}

/** A backslash at the end of a line means that the next one belongs to it. */
function wholeValue(first: string, lines: readonly string[], next: number) {
  const parts: string[] = [];
  let line = first;
  let end = next;
  for (; CONTINUED.test(line); line = lines[end++] ?? "") parts.push(line.replace(CONTINUED, "").trim());
  return { value: [...parts, line.trim()].join(" ").trim(), end };
}
