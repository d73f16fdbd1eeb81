import { BLOCKS, elementParts, type Frame, type Landmark, ROOT } from "./frames.ts";
import { shown, tokensOf } from "./words.ts";

/** A link as it is written. */
export interface RawLink {
  readonly href: string;
  readonly label: string;
  /** The number of lists around it: the entries of a dropdown are one level deeper than those of the menu. */
  readonly depth: number;
  /** It leads to the previous or next of several pages. */
  readonly isStep: boolean;
}

/** The part of a block's text between two inline tags or two ends of sentences. */
export interface Fragment {
  readonly text: string;
  readonly words: string;
  /** The sentence of the block that it belongs to, by number. */
  readonly sentence: number;
  /** The link whose text it is, by number. */
  readonly link: number | undefined;
}

/** What a block is to its readers. */
export type BlockKind = "text" | "heading" | "code" | "table";

/** A paragraph, a heading, an item of a list, or a row of a table. */
export interface Block {
  readonly text: string;
  /** The words that are compared, separated by spaces. */
  readonly words: string;
  /** The elements and classes around it, the innermost last. */
  readonly path: string;
  readonly kind: BlockKind;
  readonly heading: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly landmark: Landmark | undefined;
  readonly links: readonly RawLink[];
  /** The menu of the page that it is in: the outermost list or navigation around it, by number; 0 is none. */
  readonly menu: number;
  /** It has words, and all of them are in links. */
  readonly isLinks: boolean;
  readonly fragments: readonly Fragment[];
}

/** Whether a block surrounds the content of a page. */
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

type Runs = readonly Run[];

/** A block of text with its links; undefined where there is nothing in it to read or to follow. */
export function blockOf(runs: Runs, links: Block["links"], frames: readonly Frame[], wordsIn: WordsOf) {
  const whole = runs.map((run) => run.text).join("");
  const text = shown(whole);
  const named = links.filter(({ label }) => label !== "");
  if (text === "" && named.length === 0) return undefined;
  const top = frames.at(-1) ?? ROOT;
  const isCode = frames.some(({ isCode }) => isCode);
  const fragments = isCode ? codeFragments(whole) : fragmentsOf(runs, wordsIn);
  if (isCode && fragments.length === 0) return undefined;
  const words = (isCode ? tokensOf : wordsIn)(whole);
  const heading = frames.map(({ name }) => /^h([1-6])$/.exec(name)?.[1]).findLast((level) => level !== undefined);
  const block: Block = {
    text,
    words: words.join(" "),
    path: elementParts(frames),
    kind: isCode ? "code" : heading !== undefined ? "heading" : isRow(frames) ? "table" : "text",
    heading: Number(heading ?? 0) as Block["heading"],
    landmark: top.landmark,
    links,
    menu: top.menu,
    isLinks: fragments.length > 0 ? fragments.every(({ link }) => link !== undefined) : links.length > 0,
    fragments,
  };
  return block;
}

/** Whether a block is a row of a table, and not in a box of a layout made of one. */
function isRow(frames: readonly Frame[]): boolean {
  return frames.findLast(({ name }) => BLOCKS.has(name))?.name === "tr";
}

/** Where a sentence ends: punctuation, then whitespace that no lowercase letter follows. */
const SENTENCE = /(?<=[.!?…。！？]["'”’»)\]]{0,9})(?:\s+(?![\p{Ll}])|(?<=[。！？]))/u;

function fragmentsOf(runs: Runs, wordsIn: WordsOf): Fragment[] {
  const fragments: Fragment[] = [];
  let sentence = 0;
  let [text, link]: [string, number | undefined] = ["", undefined];
  const end = () => {
    const words = text.trim() === "" ? "" : wordsIn(text).join(" ");
    if (words !== "") fragments.push({ text: shown(text), words, sentence, link });
    text = "";
  };
  for (const run of joined(runs)) {
    if (run.text === "" || run.link !== link) end();
    link = run.link;
    const [first = "", ...more] = run.text.split(SENTENCE);
    text = first;
    for (const next of more) {
      end();
      sentence++;
      text = next;
    }
  }
  end();
  return fragments;
}

/** Text is read in pieces: those of which nothing is in between are one. */
function joined(runs: Runs): Run[] {
  const all: { texts: string[]; link: number | undefined }[] = [];
  for (const { text, link } of runs) {
    const last = all.at(-1);
    if (last && text !== "" && last.link === link && last.texts[0] !== "") last.texts.push(text);
    else all.push({ texts: [text], link });
  }
  return all.map(({ texts, link }) => ({ text: texts.join(""), link }));
}

/** The lines of code; line numbers beside it do not belong to it. */
function codeFragments(code: string): Fragment[] {
  const lines = code.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.every((line, index) => line.trim() === String(index + 1))) return [];
  return lines.map((line, sentence) => {
    return { text: shown(line), words: tokensOf(line).join(" "), sentence, link: undefined };
  });
}
