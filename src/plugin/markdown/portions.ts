import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { MOST_PARTS } from "../findings/bounds.ts";
import { countingStates, type States } from "./counting-states.ts";

/** How much is held of a text that is longer than others: markdown-it makes an object of each paragraph, item and cell. */
export interface Portions {
  /** Texts of fewer characters are rendered at once. */
  readonly from: number;
  /** So many objects are rendered before more are made. */
  readonly size: number;
  /** There are never more of them. */
  readonly most: number;
}

export const PORTIONS: Portions = { from: 1_000_000, size: 20_000, most: MOST_PARTS };

/** A rule that does nothing: markdown-it's own, which reads the blocks, is the one behind it. */
function beforeBlocks(): void {}

/** Makes it possible to render texts in portions: after all other rules are there. */
export function portions(md: MarkdownIt): void {
  md.core.ruler.before("block", "before_blocks", beforeBlocks);
}

/** What must be known of a text as a whole before a part of it is rendered: ids that its author gave. */
const IDS = /\bid\s*=|\{[^{}]*#/i;

/**
 * Renders a text as `md.render` does, and lets go of what was made of its beginning before it comes to its end. A text with
 * footnotes, a list of contents, or ids of its author's is one portion.
 *
 * @param isOwn whether no rule of others looks at the text as a whole
 * @throws {TooManyParts} where a portion is too large
 */
export function renderInPortions(
  md: MarkdownIt,
  source: string,
  env: object,
  isOwn: (source: string) => boolean,
  { size, most }: Portions,
): string {
  const { State: Blocks } = md.block;
  const { State: Inline } = md.inline;
  const states = countingStates(size, most);
  [md.block.State, md.inline.State] = [states.Blocks, states.Inline];
  try {
    const state = new md.core.State(source, md, env);
    const rules = md.core.ruler.getRules("");
    const block = rules.indexOf(beforeBlocks) + 1;
    for (const rule of rules.slice(0, block)) rule(state);
    const html = isOwn(source) && !IDS.test(source) ? inPortions(state, states, rules.slice(block + 1)) : undefined;
    if (html !== undefined) return html;
    for (const rule of rules.slice(block)) rule(state);
    return md.renderer.render(state.tokens, md.options, env);
  } finally {
    [md.block.State, md.inline.State] = [Blocks, Inline];
  }
}

type Rule = (state: StateCore) => void;

/** @returns undefined where the text has footnotes */
function inPortions({ src, md, env }: StateCore, states: States, rules: readonly Rule[]): string | undefined {
  const tightLists = new Map<number, boolean>();
  const read = (of: object, take: (tokens: Token[]) => void) => {
    const blocks = new states.Portions(src, md, of, take);
    md.block.tokenize(blocks, 0, blocks.lineMax);
    blocks.finish();
  };
  // Once for what its end says of its beginning: where references lead, and which lists are tight.
  const { ...known } = { ...env, tightLists };
  read(known, () => {});
  if (known.footnotes) return undefined;
  const { references, abbreviations } = known;
  const whole = { ...env, references, abbreviations };
  const html: string[] = [];
  read({ ...env, tightLists }, (tokens) => {
    const part = new md.core.State(src, md, whole);
    part.tokens = tokens;
    for (const rule of rules) rule(part);
    html.push(flat(md.renderer.render(part.tokens, md.options, whole)));
  });
  return html.join("");
}

/** A text that was put together holds all its pieces, until something is looked for in it. */
function flat(text: string): string {
  text.indexOf("\0");
  return text;
}
