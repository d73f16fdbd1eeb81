import type MarkdownIt from "markdown-it";
import StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Nesting } from "markdown-it/lib/token.mjs";

/** A text has so many parts that what is made of them would take all memory. */
export class TooManyParts extends Error {
  readonly most: number;

  constructor(most: number) {
    super(`The text has more than ${most} parts.`);
    this.most = most;
  }
}

/** What markdown-it keeps its tokens in, where these are counted. */
export interface States {
  readonly Inline: typeof StateInline;
  readonly Blocks: typeof StateBlock;
  /** Hands out its tokens, a portion at a time: whole blocks, or, of a list or a table, whole items or rows. */
  readonly Portions: new (
    source: string,
    md: MarkdownIt,
    env: object,
    take: (tokens: Token[]) => void,
  ) => StateBlock & { readonly finish: () => void };
}

/**
 * @param size a portion has so many tokens
 * @param most more are never made of one
 */
export function countingStates(size: number, most: number): States {
  let count = 0;
  const add = () => {
    if (++count > most) throw new TooManyParts(most);
  };

  class Inline extends StateInline {
    override push(type: string, tag: string, nesting: Nesting): Token {
      add();
      return super.push(type, tag, nesting);
    }

    override pushPending(): Token {
      add();
      return super.pushPending();
    }
  }

  class Blocks extends StateBlock {
    override push(type: string, tag: string, nesting: Nesting): Token {
      add();
      return super.push(type, tag, nesting);
    }
  }

  class Portions extends Blocks {
    readonly #take: (tokens: Token[]) => void;

    constructor(source: string, md: MarkdownIt, env: object, take: (tokens: Token[]) => void) {
      super(source, md, env, []);
      this.#take = take;
    }

    override push(type: string, tag: string, nesting: Nesting): Token {
      if (this.tokens.length >= size && nesting === 1 && this.level === 0 && !this.#isJoined(type)) this.finish();
      const token = super.push(type, tag, nesting);
      if (this.tokens.length >= size && token.level === ROWS.get(type)) this.finish();
      return token;
    }

    /** Quotations that follow each other become one. */
    #isJoined(type: string): boolean {
      return type === "blockquote_open" && this.tokens.at(-1)?.type === "blockquote_close";
    }

    finish(): void {
      this.#take(this.tokens.splice(0));
      count = 0;
    }
  }

  return { Inline, Blocks, Portions };
}

/** What ends an item or a row, in a list or a table that is in nothing else. */
const ROWS: ReadonlyMap<string, number> = new Map([
  ["list_item_close", 1],
  ["tr_close", 2],
]);
