import { prefixFinder } from "../maps/prefixes.ts";
import { fenceFor } from "../markdown/fence-for.ts";
import { asPythonMarkdown } from "./jupyter-markdown.ts";
import { type Bundle, type Cell, type Output, textIn } from "./notebook-file.ts";
import { isPicture, type Picture, pictureIn } from "./pictures.ts";
import { terminalText } from "./terminal-text.ts";

/** How what cells show is written. */
export interface Manner {
  /** Of code, as highlighters name it. */
  readonly language: string;
  /** Takes a picture over, under a name that no other of the notebook has. @returns its address for Markdown */
  readonly keep: (picture: Picture, name: string) => string;
  /** The text of a picture that a cell has shown, which has none of its own. */
  readonly output: string;
}

/** What cells are in Markdown, and what of them is not. */
export interface ShownCells {
  readonly text: string;
  /** Each names its cell. */
  readonly notes: readonly string[];
}

/** Turns cells into Markdown with what they have shown. Nothing is run. */
export function showCells(cells: readonly Cell[], manner: Manner): ShownCells {
  const how = { ...manner, translate: translator() };
  const shown = cells.map((cell) => {
    const { texts, notes } = showCell(cell, how);
    return { texts, notes: [...cell.faults, ...notes].map((note) => `cell ${cell.number}: ${note}.`) };
  });
  const texts = shown.flatMap((one) => one.texts.map((text) => text.trim()).filter((text) => text !== ""));
  return { text: texts.join("\n\n"), notes: shown.flatMap(({ notes }) => notes) };
}

/** Two headings of a notebook have no id in common. */
function translator(): How["translate"] {
  const ids = new Set<string>();
  const isNew = (id: string) => ids.size < ids.add(id).size;
  return (text) => asPythonMarkdown(text, isNew);
}

interface How extends Manner {
  /** Jupyter's Markdown, as it is read here. */
  readonly translate: (text: string) => string;
}

interface Shown {
  readonly texts: readonly string[];
  readonly notes: readonly string[];
}

/** Marks of pelican-ipynb and of liquid_tags' template: a cell that is left out, and one that can be folded. */
const LEFT_OUT = /^\s*#\s*ignore\b/;
const FOLDED = /^[ \t]*#[ \t]*<!--[ \t]*collapse=\w+[ \t]*-->[ \t]*\n?/gm;

function showCell(cell: Cell, manner: How): Shown {
  if (cell.type === "raw") {
    const isShown = cell.source === "" || isForPages(cell);
    return isShown
      ? { texts: [cell.source], notes: [] }
      : { texts: [], notes: ["it is for another format, and is left out"] };
  }
  if (cell.type === "markdown") return withAttachments(cell, manner);
  if (LEFT_OUT.test(cell.source)) return { texts: [], notes: [] };
  const code = fenced(cell.source.replace(FOLDED, ""), manner.language);
  const outputs = joined(cell.outputs).map((output, at) => showOutput(output, `${cell.number - 1}_${at}`, manner));
  return { texts: [code, ...outputs.flatMap(({ texts }) => texts)], notes: outputs.flatMap(({ notes }) => notes) };
}

/** A raw cell is for one format, or for all. */
function isForPages({ metadata }: Cell): boolean {
  const format = metadata.raw_mimetype ?? metadata.format ?? "";
  return ["", "text/html", "text/markdown"].includes(String(format));
}

/** What stands before the name of a picture that is in the cell itself. */
const MARK = "attachment:";

/** Pictures that were put into the text. */
function withAttachments({ source, attachments, number }: Cell, { keep, translate }: How): Shown {
  const found = Object.entries(attachments).map(([name, data]) => ({ name, picture: pictureIn(data) }));
  const notes = found.flatMap(({ name, picture }) =>
    picture ? [] : [`the attachment ${name} is no picture that can be read`],
  );
  const addresses = new Map(
    found.flatMap(({ name, picture }, at) => {
      const address = picture && keep(picture, `${number - 1}_${at}`);
      return address === undefined ? [] : [name, encodeURI(name)].map((one) => [one, address] as const);
    }),
  );
  const namedAt = prefixFinder(addresses.keys());
  const [start = "", ...parts] = translate(source).split(MARK);
  const shown = parts.map((part) => {
    const [name] = namedAt(part, 0);
    return name === undefined ? MARK + part : addresses.get(name) + part.slice(name.length);
  });
  const text = start + shown.join("");
  const missing = [...text.matchAll(/\]\(<?attachment:([^)>\s]+)/g)].map(([, name = ""]) => name);
  const names = new Set(found.flatMap(({ name }) => [name, encodeURI(name)]));
  const untold = missing.filter((name) => !names.has(name));
  return { texts: [text], notes: [...notes, ...untold.map((name) => `the attachment ${name} is not in it`)] };
}

/** What a program prints in several pieces is one text. */
function joined(outputs: readonly Output[]): Output[] {
  const all: Output[] = [];
  for (const one of outputs) {
    const last = all.at(-1);
    const isMore = one.kind === "stream" && last?.kind === "stream" && last.name === one.name;
    if (isMore) all.splice(-1, 1, { ...last, text: last.text + one.text });
    else all.push(one);
  }
  return all;
}

/** What a cell has shown, in the form that says most: as Jupyter chooses for a page. */
function showOutput(output: Output, name: string, { keep, output: alt, translate }: How): Shown {
  if (output.kind !== "data") return { texts: [fenced(terminalText(output.text), "text")], notes: [] };
  const { data } = output;
  const html = textIn(data["text/html"]);
  if (html !== undefined) return { texts: [`<div class="output">\n${withoutGaps(html)}\n</div>`], notes: [] };
  const picture = pictureIn(data);
  if (picture) return { texts: [`![${alt}](${keep(picture, name)})`], notes: [] };
  const notes = isPicture(data) ? ["a picture cannot be read, and is left out"] : [];
  const markdown = textIn(data["text/markdown"]) ?? textIn(data["text/latex"]);
  if (markdown !== undefined) return { texts: [translate(markdown)], notes };
  const plain = textIn(data["text/plain"]);
  const texts = plain === undefined ? [] : [fenced(terminalText(plain), "text")];
  return { texts, notes: [...notes, ...notesOn(data, plain !== undefined)] };
}

/** What runs in a notebook only: scripts, and what a library of Jupyter's draws. */
function notesOn(data: Bundle, hasText: boolean): string[] {
  const [type] = Object.keys(data).filter((one) => /^application\//.test(one));
  if (type !== undefined) return [`an output is ${hasText ? "shown as its text alone" : "left out"}: it is ${type}`];
  return hasText || isPicture(data) ? [] : ["an output is left out: it has no form that is known"];
}

/** An empty line would end HTML in Markdown; where lines mean something it stays. */
function withoutGaps(html: string): string {
  return /<(?:pre|textarea)\b/i.test(html) ? html.trim() : html.trim().replace(/\n\s*\n/g, "\n");
}

/** A block of code, between marks that are not in it. */
function fenced(code: string, language: string): string {
  const text = code.trimEnd().replace(/^(?:[ \t]*\n)+/, "");
  if (text === "") return "";
  const mark = fenceFor(text);
  return `${mark}${language}\n${text}\n${mark}`;
}
