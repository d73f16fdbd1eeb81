import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { hideParagraphs } from "./lines.ts";
import { type ListBlock, type ListLine, readListBlocks } from "./list-blocks.ts";

/** An item: the text behind its mark, and what is indented below it. */
interface Item {
  readonly first: ListLine[];
  readonly rest: ListLine[];
  isLoose: boolean;
}

const BLANK: ListLine = { text: "", isFenced: false };
const TAB = "    ";
// More digits than these no browser can count.
const MOST_DIGITS = 9;

const outdent = (line: ListLine): ListLine =>
  line.text.startsWith(TAB) ? { ...line, text: line.text.slice(TAB.length) } : line;

/** Takes a block apart into items (`OListProcessor.get_items`): those of the list, and indented ones, of lists in it. */
function itemsOf(block: ListBlock, mark: RegExp): ListLine[][] {
  const items: ListLine[][] = [];
  for (const line of block) {
    const text = line.isFenced ? undefined : mark.exec(line.text)?.[1];
    const last = items.at(-1);
    if (text !== undefined) items.push([{ ...line, text }]);
    else if (last === undefined) items.push([line]);
    else if (!line.isFenced && NESTED.test(line.text) && !last[0]?.text.startsWith(TAB)) items.push([line]);
    else last.push(line);
  }
  return items;
}

/** An item of either kind that is indented by one level. */
const NESTED = /^ {4,7}(?:\d+\.|[*+-]) +/;

/**
 * The items of a list that goes on over blank lines. Where a blank line was, the texts of both sides are paragraphs; what
 * is indented by a level belongs to the item above it, where it is read in the same way.
 */
function readItems(blocks: readonly ListBlock[], mark: RegExp): readonly Item[] {
  const items: Item[] = [];
  for (const block of blocks) {
    const last = items.at(-1);
    const { text = "" } = block[0] ?? {};
    if (last && text.startsWith(TAB)) {
      if (!text.startsWith(TAB + TAB)) last.isLoose = true;
      last.rest.push(BLANK, ...block.map(outdent));
      continue;
    }
    if (last) last.isLoose = true;
    itemsOf(block, mark).forEach((lines, index) => {
      const above = items.at(-1);
      if (above && lines[0]?.text.startsWith(TAB)) above.rest.push(BLANK, ...lines.map(outdent));
      else items.push({ first: lines, rest: [], isLoose: last !== undefined && index === 0 });
    });
  }
  return items;
}

/** Reads lines as a text of its own. */
function pushBlocks(state: StateBlock, lines: readonly ListLine[]): void {
  const StateOf = state.md.block.State;
  const nested = new StateOf(lines.map(({ text }) => text).join("\n"), state.md, state.env, state.tokens);
  nested.level = state.level;
  state.md.block.tokenize(nested, 0, nested.lineMax);
}

function pushItem(state: StateBlock, { first, rest, isLoose }: Item): void {
  state.push("list_item_open", "li", 1);
  const from = state.tokens.length;
  const fence = first.findIndex(({ isFenced }) => isFenced);
  pushBlocks(state, fence < 0 ? first : [...first.slice(0, fence), ...first.slice(fence).map(outdent)]);
  if (!isLoose) hideParagraphs(state.tokens.slice(from), state.level);
  pushBlocks(state, rest);
  state.push("list_item_close", "li", -1);
}

/**
 * Lists exactly by Python-Markdown's rules (`markdown/blockprocessors.py`): none begins straight after a line of text, four
 * columns are a level, and bullets and numbers in a row are one list, unless `sane_lists` parts them.
 */
export function pythonLists(md: MarkdownIt, isSane: boolean): void {
  function list(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
    if (silent) return false;
    const read = readListBlocks(state, startLine, endLine, isSane);
    if (read === undefined) return false;
    const { blocks, number, mark } = read;
    const kind = number === undefined ? "bullet_list" : "ordered_list";
    const tag = number === undefined ? "ul" : "ol";
    const open = state.push(`${kind}_open`, tag, 1);
    open.map = [startLine, read.end];
    if (number !== undefined && number.length <= MOST_DIGITS && Number(number) !== 1)
      open.attrs = [["start", String(Number(number))]];
    for (const item of readItems(blocks, mark)) pushItem(state, item);
    state.push(`${kind}_close`, tag, -1);
    state.line = read.end;
    return true;
  }

  md.block.ruler.at("list", list, { alt: ["paragraph", "reference", "blockquote"] });
}
