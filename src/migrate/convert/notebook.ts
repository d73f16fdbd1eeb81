import { posix } from "node:path";
import { languageOf, parseNotebook } from "../../plugin/notebooks/notebook-file.ts";
import { showCells } from "../../plugin/notebooks/show-cells.ts";
import { type Conversion, type NewFile, withEnding } from "./conversion.ts";
import { notebookParts } from "./notebook-fields.ts";

/**
 * Turns a Jupyter notebook into Markdown with what its cells have shown, without Jupyter: nothing is run.
 *
 * @param source the notebook's path, relative to the content folder
 * @param beside the text of the file with its fields, where there is one
 * @param output the text of a picture that a cell has shown
 */
export function convertNotebook(source: string, text: string, beside: string | undefined, output: string): Conversion {
  const notebook = parseNotebook(text);
  if ("fault" in notebook) return { kind: "failed", source, line: 1, reason: notebook.fault };
  const { header, cells, notes } = notebookParts(notebook, beside);
  const folder = posix.dirname(source);
  const stem = posix.basename(source, posix.extname(source)).replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, "-");
  const pictures: NewFile[] = [];
  const shown = showCells(cells, {
    language: languageOf(notebook),
    output,
    keep: ({ ending, content }, name) => {
      const path = posix.join(folder, `${stem}_files`, `${stem}_${name}.${ending}`);
      pictures.push({ path, content });
      return `{attach}${posix.relative(folder, path)}`;
    },
  });
  const page = { path: withEnding(source, ".md"), content: `${header}\n${shown.text}\n` };
  return { kind: "made", source, files: [page, ...pictures], notes: [...notes, ...shown.notes] };
}
