import { parseDocument } from "yaml";
import type { Cell, Notebook } from "../../plugin/notebooks/notebook-file.ts";

/** A notebook's header, and the cells that are its text. */
export interface NotebookParts {
  /** Its lines, each with its end. */
  readonly header: string;
  readonly cells: readonly Cell[];
  readonly notes: readonly string[];
}

/** What pelican-jupyter takes from a notebook's own metadata, and authors as Jupyter has them. */
const KNOWN = [
  "title",
  "date",
  "modified",
  "category",
  "tags",
  "slug",
  "author",
  "authors",
  "summary",
  "status",
  "lang",
];

const FIELD = /^\s*(?:[-*+]\s+)?["']?([a-z][\w-]*)["']?\s*:\s*(.*)$/is;
const HEADING = /^#+\s+(.*)$/s;

/**
 * The fields of a notebook: of the file beside it, else of its first cell, else of its own metadata; its title may also be its
 * first heading. Source: https://github.com/danielfrg/pelican-jupyter (.ipynb-meta, first cell, notebook metadata)
 *
 * @param beside the text of the file `.ipynb-meta` or `.nbdata`, where there is one
 */
export function notebookParts({ cells, metadata }: Notebook, beside: string | undefined): NotebookParts {
  if (beside !== undefined) {
    const lines = beside.trim().split(/\r?\n/);
    return partsOf(
      lines.filter((line) => !/^---\s*$/.test(line)),
      cells,
      cells,
    );
  }
  const first = fieldsOf(cells[0]);
  if (first !== undefined) return partsOf(first, cells, cells.slice(1));
  const own = Object.entries(metadata).flatMap(([key, value]) => {
    const said = KNOWN.includes(key.toLowerCase()) ? saidBy(value) : "";
    return said === "" ? [] : `${nameOf(key)}: ${said}`;
  });
  return partsOf(own, cells, cells);
}

/** Fields may name the cells that are shown, of all. */
function partsOf(lines: readonly string[], all: readonly Cell[], others: readonly Cell[]): NotebookParts {
  const isRange = (line: string) => /^subcells\s*:/i.test(line);
  const [, from, to = ""] = /^\w+\s*:\s*(?:\[\s*)?(\d+)\s*,\s*(\d+|None)/.exec(lines.find(isRange) ?? "") ?? [];
  const cells = from === undefined ? others : all.slice(Number(from), to === "None" ? undefined : Number(to));
  const header = lines.filter((line) => !isRange(line)).map((line) => `${line}\n`);
  return titled({ header: header.join(""), cells, notes: [] });
}

/** The fields of a cell that holds nothing else: as a list, perhaps below the title, or as front matter. */
function fieldsOf(cell: Cell | undefined): string[] | undefined {
  if (cell === undefined || cell.type === "code") return undefined;
  const source = cell.source.trim();
  const yaml = /^---[^\S\n]*\n([\s\S]*?)\n---$/.exec(source)?.[1];
  if (yaml !== undefined) {
    return Object.entries(yamlData(yaml) ?? {}).map(([key, value]) => `${nameOf(key)}: ${saidBy(value)}`);
  }
  const lines = source.split("\n").filter((line) => line.trim() !== "");
  const [, heading] = HEADING.exec(lines[0] ?? "") ?? [];
  const title = heading === undefined ? undefined : withoutClosing(heading);
  const listed = (title === undefined ? lines : lines.slice(1)).map((line) => {
    const [, key = "", value = ""] = FIELD.exec(line) ?? [];
    return { key, value: value.trim() };
  });
  const isOf = (names: readonly string[]) => listed.some(({ key }) => names.includes(key.toLowerCase()));
  const isHeader = listed.every(({ key }) => key !== "") && isOf(title === undefined ? ["title", "date"] : KNOWN);
  if (!isHeader) return undefined;
  const fields = title === undefined ? listed : [{ key: "title", value: title }, ...listed];
  return fields.map(({ key, value }) => `${nameOf(key)}: ${value}`);
}

/** What a heading says, without the marks that may close it. */
function withoutClosing(heading: string): string {
  const text = heading.trim();
  return text.replace(/(?<!#)#+$/, "").trimEnd() || text;
}

function yamlData(text: string): unknown {
  try {
    return parseDocument(text).toJS();
  } catch {
    // An alias of nothing, such as a star before a word.
    return undefined;
  }
}

function saidBy(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidBy).filter(Boolean).join(", ");
  if (typeof value === "object" && value !== null) return "name" in value ? saidBy(value.name) : "";
  return value === null || value === undefined
    ? ""
    : String(value)
        .replace(/(?<!\s)\s*\n\s*/g, " ")
        .trim();
}

const nameOf = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).toLowerCase();

/** Where no field is the title, the first heading is, and no text any more. */
function titled(parts: NotebookParts): NotebookParts {
  if (/^title\s*:/im.test(parts.header)) return parts;
  const [first, ...rest] = parts.cells;
  const found = first?.type === "markdown" ? /^\s*#\s+(?=\S)([^\n]*)\n?/.exec(first.source) : null;
  if (!first || !found)
    return { ...parts, notes: [...parts.notes, "it has no title: write one into the page's header."] };
  const cell = { ...first, source: first.source.slice(found[0].length) };
  return { ...parts, header: `Title: ${withoutClosing(found[1] ?? "")}\n${parts.header}`, cells: [cell, ...rest] };
}
