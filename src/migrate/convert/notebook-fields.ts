import { parseDocument } from "yaml";
import type { Cell, Notebook } from "./notebook-file.ts";

/** A notebook's header, and the cells that are its text. */
export interface NotebookParts {
  /** Its lines, each with its end. */
  readonly header: string;
  /** With their places in the notebook. */
  readonly cells: readonly { readonly cell: Cell; readonly index: number }[];
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

const FIELD = /^\s*(?:[-*]\s+)?["']?([a-z][\w-]*)["']?\s*:\s*(.*)$/i;

/**
 * The fields of a notebook: of the file beside it, else of its first cell, else of its own metadata; its title may also be its
 * first heading. Source: https://github.com/danielfrg/pelican-jupyter (.ipynb-meta, first cell, notebook metadata)
 *
 * @param beside the text of the file `.ipynb-meta` or `.nbdata`, where there is one
 */
export function notebookParts(notebook: Notebook, beside: string | undefined): NotebookParts {
  const all = notebook.cells.map((cell, index) => ({ cell, index }));
  if (beside !== undefined) {
    const lines = beside.trim().split(/\r?\n/);
    const [, from = "", to = ""] = /^subcells\s*:\s*\[?\s*(\d+)\s*,\s*(\d+|None)/im.exec(beside) ?? [];
    const cells = from === "" ? all : all.slice(Number(from), to === "None" ? undefined : Number(to));
    return titled({
      header: linesOf(lines.filter((line) => !/^(?:subcells\s*:|---\s*$)/i.test(line))),
      cells,
      notes: [],
    });
  }
  const first = fieldsOf(all[0]?.cell);
  if (first !== undefined) return titled({ header: linesOf(first), cells: all.slice(1), notes: [] });
  const own = Object.entries(notebook.metadata).flatMap(([key, value]) => {
    const said = KNOWN.includes(key.toLowerCase()) ? saidBy(value) : "";
    return said === "" ? [] : `${nameOf(key)}: ${said}`;
  });
  return titled({ header: linesOf(own), cells: all, notes: [] });
}

/** The fields of a cell that holds nothing else, as a list, or as front matter. */
function fieldsOf(cell: Cell | undefined): string[] | undefined {
  if (cell === undefined || cell.cell_type === "code") return undefined;
  const source = cell.source.trim();
  const yaml = /^---\s*\n([\s\S]*?)\n---$/.exec(source)?.[1];
  if (yaml !== undefined) {
    const data: unknown = parseDocument(yaml).toJS();
    return Object.entries(data ?? {}).map(([key, value]) => `${nameOf(key)}: ${saidBy(value)}`);
  }
  const lines = source.split("\n").filter((line) => line.trim() !== "");
  const fields = lines.flatMap((line) => {
    const [, key, value = ""] = FIELD.exec(line) ?? [];
    return key === undefined ? [] : [{ key, value }];
  });
  const isHeader = fields.length === lines.length && fields.some(({ key }) => /^(?:title|date)$/i.test(key));
  return isHeader ? fields.map(({ key, value }) => `${nameOf(key)}: ${value.trim()}`) : undefined;
}

function saidBy(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidBy).filter(Boolean).join(", ");
  if (typeof value === "object" && value !== null) return "name" in value ? saidBy(value.name) : "";
  return value === null || value === undefined
    ? ""
    : String(value)
        .replace(/\s*\n\s*/g, " ")
        .trim();
}

const nameOf = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).toLowerCase();

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

/** Where no field is the title, the first heading is, and no text any more. */
function titled(parts: NotebookParts): NotebookParts {
  if (/^title\s*:/im.test(parts.header)) return parts;
  const [first, ...rest] = parts.cells;
  const found = first?.cell.cell_type === "markdown" ? /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(first.cell.source) : null;
  if (!first || !found)
    return { ...parts, notes: [...parts.notes, "it has no title: write one into the page's header."] };
  const cell = { ...first.cell, source: first.cell.source.slice(found[0].length) };
  return { ...parts, header: `Title: ${found[1]}\n${parts.header}`, cells: [{ ...first, cell }, ...rest] };
}
