import { type Frame, ROOT } from "./frames.ts";
import { shown, signsOf } from "./words.ts";

/** A landmark that says what a part of a page is. */
export type Landmark = "navigation" | "banner" | "contentinfo" | "main";

/** A link as it is written. */
export interface RawLink {
  readonly href: string;
  readonly label: string;
  /** How many lists it is in: entries of a dropdown are one deeper than those of the menu. */
  readonly depth: number;
  /** It leads on or back in a row of pages. */
  readonly isStep: boolean;
}

/** A piece of a block's text between two inline tags or two sentences. */
export interface Piece {
  readonly text: string;
  readonly words: string;
  /** Which sentence of the block it is of. */
  readonly sentence: number;
  /** The link that it is the text of. */
  readonly link: number | undefined;
}

/** A paragraph, a heading, an item of a list, a row of a table: what is read in one go. */
export interface Block {
  readonly text: string;
  /** The words that are compared, with a blank between two. */
  readonly words: string;
  /** The elements and classes that it is in, the inmost last. */
  readonly path: string;
  readonly heading: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly landmark: Landmark | undefined;
  readonly links: readonly RawLink[];
  /** Which of the page's menus it is in: the outermost list or navigation around it, by its number; 0 is none. */
  readonly menu: number;
  /** There are words, and all are in links. */
  readonly isLinks: boolean;
  readonly pieces: readonly Piece[];
}

/** Whether a block is in what stands around the content of a page. */
export function isAround({ landmark }: Pick<Block, "landmark">): boolean {
  return landmark === "navigation" || landmark === "banner" || landmark === "contentinfo";
}

/** Finds the words of a text. */
export type WordsOf = (text: string) => readonly string[];

/** Text between two tags. */
export interface Run {
  readonly text: string;
  readonly link: number | undefined;
}

/** How many elements a block's path names: enough to tell a byline from a paragraph. */
const PATH = 7;

export function blockOf(
  runs: readonly Run[],
  links: readonly RawLink[],
  frames: readonly Frame[],
  wordsIn: WordsOf,
): Block | undefined {
  const text = shown(runs.map((run) => run.text).join(""));
  const named = links.filter(({ label }) => label !== "");
  if (text === "" && named.length === 0) return undefined;
  const top = frames.at(-1) ?? ROOT;
  const isCode = frames.some(({ isCode }) => isCode);
  const pieces = isCode ? codePieces(runs) : piecesOf(runs, wordsIn);
  if (isCode && pieces.length === 0) return undefined;
  const words = (isCode ? signsOf : wordsIn)(runs.map((run) => run.text).join(""));
  const heading = frames.map(({ name }) => /^h([1-6])$/.exec(name)?.[1]).findLast((level) => level !== undefined);
  return {
    text,
    words: words.join(" "),
    path: frames
      .slice(-PATH)
      .map(({ part }) => part)
      .join(">"),
    heading: Number(heading ?? 0) as Block["heading"],
    landmark: top.landmark,
    links,
    menu: top.menu,
    isLinks: pieces.length > 0 ? pieces.every(({ link }) => link !== undefined) : links.length > 0,
    pieces,
  };
}

/** Where a sentence ends: a mark, a blank, and no small letter behind it. */
const SENTENCE = /(?<=[.!?…。！？]["'”’»)\]]*)(?:\s+(?![\p{Ll}])|(?<=[。！？]))/u;

function piecesOf(runs: readonly Run[], wordsIn: WordsOf): Piece[] {
  const pieces: Piece[] = [];
  let sentence = 0;
  let [text, link]: [string, number | undefined] = ["", undefined];
  const end = () => {
    const words = text.trim() === "" ? "" : wordsIn(text).join(" ");
    if (words !== "") pieces.push({ text: shown(text), words, sentence, link });
    text = "";
  };
  for (const run of runs) {
    if (run.text === "" || run.link !== link) end();
    link = run.link;
    const [first = "", ...more] = (text + run.text).split(SENTENCE);
    text = first;
    for (const next of more) {
      end();
      sentence++;
      text = next;
    }
  }
  end();
  return pieces;
}

/** Of code, the lines; the numbers that stand beside some are none of it. */
function codePieces(runs: readonly Run[]): Piece[] {
  const lines = runs
    .map(({ text }) => text)
    .join("")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  if (lines.every((line, index) => line.trim() === String(index + 1))) return [];
  return lines.map((line, index) => ({
    text: shown(line),
    words: signsOf(line).join(" "),
    sentence: index,
    link: undefined,
  }));
}
