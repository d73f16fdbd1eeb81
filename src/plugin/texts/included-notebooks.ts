import { posix } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { hrefOf } from "../dialect/address.ts";
import { followFences } from "../notebooks/follow-fences.ts";
import { languageOf, parseNotebook } from "../notebooks/notebook-file.ts";
import { showCells } from "../notebooks/show-cells.ts";
import { reasonAgainst, tidyPath } from "../pages/paths.ts";

/** Where notebooks are. */
export interface Notebooks {
  readonly folder: string;
  /** The text of pictures that cells have shown. */
  readonly output: string;
  /** The text of a file of the content folder; undefined where there is none. */
  readonly readText: (file: string) => string | undefined;
}

/** A file that is written for what a text shows. */
export interface MadeFile {
  readonly saveAs: string;
  readonly content: Uint8Array;
}

/** A text with what notebooks show in the place of the tags that name them. */
export interface WithNotebooks {
  readonly text: string;
  readonly pictures: readonly MadeFile[];
  /** The notebooks that are shown, from the content folder. */
  readonly files: readonly string[];
  /** Tags that nothing is shown for, and why. */
  readonly faults: readonly { readonly tag: string; readonly reason: string }[];
  /** What of a notebook is not shown. */
  readonly notes: readonly { readonly tag: string; readonly note: string }[];
}

const TAG = /^[ ]{0,3}(\{%-?[ \t]*notebook(?=[ \t])([^\n%]+)%\})[ \t]*$/;
const ASKED = /^(\S+)(?:\s+cells\[(-?\d*):(-?\d*)\])?(?:\s+language\[([\w+-]+)\])?$/;

/**
 * Puts what notebooks show, as Markdown, in the place of the tags `{% notebook path.ipynb cells[2:8] language[julia] %}`; of
 * files in the content folder alone. Pictures are files of their own.
 * Source: https://github.com/pelican-plugins/liquid-tags (notebook); pelican-jupyter's paths begin at the content folder
 */
export function withNotebooks(text: string, notebooks: Notebooks): WithNotebooks {
  const all = { pictures: [], files: [], faults: [], notes: [] } satisfies Omit<WithNotebooks, "text">;
  if (!text.includes("notebook")) return { text, ...all };
  const made: Made[] = [];
  const fences = followFences();
  const lines = text.split("\n").map((line) => {
    const [, tag, asked = ""] = (!fences.isCode(line) && TAG.exec(line.replace(/\r$/, ""))) || [];
    if (tag === undefined) return line;
    const one = show(tag, asked.replace(/-$/, "").trim(), notebooks);
    made.push(one);
    return `\n${one.text}\n`;
  });
  return {
    text: lines.join("\n"),
    pictures: made.flatMap(({ pictures }) => pictures),
    files: made.flatMap(({ file }) => file ?? []),
    faults: made.flatMap(({ tag, reason }) => (reason === undefined ? [] : { tag, reason })),
    notes: made.flatMap(({ tag, notes }) => notes.map((note) => ({ tag, note }))),
  };
}

interface Made {
  readonly tag: string;
  readonly text: string;
  readonly file?: string;
  readonly pictures: readonly MadeFile[];
  readonly notes: readonly string[];
  readonly reason?: string;
}

function show(tag: string, asked: string, notebooks: Notebooks): Made {
  const failed = (reason: string): Made => ({ tag, text: "", pictures: [], notes: [], reason });
  const [, path, from, to, language] = ASKED.exec(asked) ?? [];
  if (path === undefined)
    return failed(
      "it is no tag that is read: write a path without blanks, then cells[2:8] and language[julia] where they are meant",
    );
  const found = findNotebook(path, notebooks);
  if ("reason" in found) return failed(found.reason);
  const notebook = parseNotebook(found.text.replace(/^\ufeff/, ""));
  if ("fault" in notebook) return { ...failed(notebook.fault), file: found.file };
  const pictures: MadeFile[] = [];
  const { text, notes } = showCells(notebook.cells.slice(Number(from ?? ""), to ? Number(to) : undefined), {
    language: language ?? languageOf(notebook),
    output: notebooks.output,
    // Where another program has put pictures of the notebook there, these are others.
    keep: ({ ending, content }) => {
      const name = digestOf(Buffer.from(content).toString("latin1")).replace(/\W/g, "").slice(0, 12);
      const saveAs = `${found.file.replace(/\.[^./]*$/, "")}_files/${name}.${ending}`;
      pictures.push({ saveAs, content });
      return hrefOf(saveAs).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
    },
  });
  return { tag, text, file: found.file, pictures, notes };
}

/** In the folder of notebooks, else from the content folder. */
function findNotebook(path: string, { folder, readText }: Notebooks) {
  const against = reasonAgainst(path) ?? reasonAgainst(posix.join(folder, path));
  if (against !== undefined) return { reason: `its path cannot be used: ${against}` };
  for (const file of [posix.join(folder, path), tidyPath(path)].map(tidyPath)) {
    try {
      const text = readText(file);
      if (text !== undefined) return { file, text };
    } catch {
      return { reason: `${file} cannot be read` };
    }
  }
  return { reason: `there is no ${posix.join(folder, path)} in the content folder` };
}
