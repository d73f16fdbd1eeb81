import { isBlock } from "../html/minify/fragments.ts";
import { isBalanced } from "../html/scan.ts";
import type { NunjucksEnvironment, NunjucksLibrary, NunjucksTag } from "./types.ts";

type Callback = (error: unknown, text?: string) => void;

/** What `includeCached` printed in one build. */
export interface PrintedIncludes {
  /**
   * Hands over the text of an include in a state; the first who asks makes it, and all who ask meanwhile wait for it.
   *
   * @param outputPath the page on which it is printed
   */
  readonly print: (
    outputPath: string | undefined,
    state: readonly unknown[],
    make: (done: Callback) => void,
    done: Callback,
  ) => void;
  /** What was printed on a page since it was last asked, where it is a block that closes all that it opens. */
  readonly takeOf: (outputPath: string) => readonly string[];
}

/** Begins with nothing printed; it is that of one build. */
export function createPrintedIncludes(): PrintedIncludes {
  const states = emptyNode();
  const pages = new Map<string, StateNode[]>();
  return {
    print: (outputPath, state, make, done) => {
      const node = nodeOf(states, state);
      const printed = outputPath === undefined ? [] : (pages.get(outputPath) ?? []);
      printed.push(node);
      if (outputPath !== undefined) pages.set(outputPath, printed);
      if (node.text !== undefined) return done(null, node.text);
      node.waiting.push(done);
      if (node.waiting.length > 1) return;
      make((error, text = "") => {
        if (!error) node.text = text;
        node.isFragment = isBlock(text) && isBalanced(text);
        for (const wait of node.waiting.splice(0)) wait(error, text);
      });
    },
    takeOf: (outputPath) => {
      const printed = pages.get(outputPath) ?? [];
      pages.delete(outputPath);
      return printed.flatMap(({ text, isFragment }) => (isFragment && text) || []);
    },
  };
}

/** A tree of values: a state is the way to one of its nodes. */
interface StateNode {
  readonly next: Map<unknown, StateNode>;
  text: string | undefined;
  isFragment: boolean;
  /** Those who asked before the text was there. */
  readonly waiting: Callback[];
}

function emptyNode(): StateNode {
  return { next: new Map(), text: undefined, isFragment: false, waiting: [] };
}

function nodeOf(root: StateNode, path: readonly unknown[]): StateNode {
  let node = root;
  for (const value of path) {
    const next = node.next.get(value) ?? emptyNode();
    node.next.set(value, next);
    node = next;
  }
  return node;
}

/**
 * The Nunjucks tag `{% includeCached "menus/top.njk", pelican.menus.top %}`: as `include`, but what was printed in the
 * same state before is not rendered again. The state is all that stands behind the name; two are the same where their
 * values are identical (Hugo's `partialCached`, https://gohugo.io/functions/partials/includecached/). The include must
 * print nothing that differs between two pages of one state.
 *
 * @param printedOf what was printed in the build that runs
 * @param name what the tag is called in templates
 */
export function includeCached(
  { runtime }: NunjucksLibrary,
  environment: NunjucksEnvironment,
  printedOf: () => PrintedIncludes | undefined,
  name: string,
): NunjucksTag {
  const tag: NunjucksTag = {
    tags: [name],
    parse: (parser, { CallExtensionAsync }) => {
      const token = parser.nextToken();
      const args = parser.parseSignature(null, true);
      parser.advanceAfterBlockEnd(token.value);
      return new CallExtensionAsync(tag, "run", args);
    },
    run: ({ ctx }, ...rest) => {
      const done = rest.at(-1) as (error: unknown, text?: unknown) => void;
      const state = rest.slice(0, -1);
      const make = (made: Callback) => {
        environment.getTemplate(String(state[0]), (error, template) => {
          if (!template) return made(error);
          // With a frame it prints at once. Without one Nunjucks would wait, and all pages of the site with it.
          template.render(ctx, new runtime.Frame(), (fault, text) => made(fault, text ?? ""));
        });
      };
      const print: Callback = (error, text = "") => done(error, new runtime.SafeString(text));
      const printed = printedOf();
      if (printed) printed.print(ctx.page?.outputPath || undefined, state, make, print);
      else make(print);
    },
  };
  return tag;
}
