import { keyOf, type Store } from "../cache/store.ts";
import { createPool } from "./minify-pool.ts";

/** Markup without the blanks and comments that no visitor needs; the text stays as it is. */
export const OPTIONS = {
  collapseWhitespace: true,
  removeComments: true,
  collapseBooleanAttributes: true,
  useShortDoctype: true,
  // An author's HTML may be broken; then it stays as it is.
  continueOnParseError: true,
  // The minifier's own exceptions, and pictures: it does not know that these stand within a line, and would take away the
  // blanks around them.
  ignoreCustomFragments: [/<%[\s\S]*?%>/, /<\?[\s\S]*?\?>/, /<picture\b[\s\S]*?<\/picture>/],
};

/** Minifies HTML beside the build. */
export interface Minifier {
  /** A promise where it is not there yet. */
  readonly minify: (html: string) => string | Promise<string>;
  /**
   * The same for a part that many pages share, or that is asked for twice: it is kept at hand.
   *
   * @param isAwaited whether the build waits for it now
   */
  readonly minifyPiece: (html: string, isAwaited: boolean) => string | Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * Makes a minifier that works in threads of its own where there is enough to do, while the build goes on.
 *
 * @param store keeps what was minified for the next build
 */
export function createMinifier(store: Store): Minifier {
  const pieces = new Map<string, string | Promise<string>>();
  const pool = createPool(OPTIONS);
  const minify = (html: string, isAwaited: boolean) => {
    const key = keyOf("minified", html);
    const stored = store.get(key);
    if (typeof stored === "string") return stored;
    return pool.run(html, isAwaited).then((minified) => {
      store.set(key, minified);
      return minified;
    });
  };
  const minifyPiece = (html: string, isAwaited: boolean) => {
    const known = pieces.get(html) ?? minify(html, isAwaited);
    pieces.set(html, known);
    if (known instanceof Promise) known.then((minified) => pieces.set(html, minified)).catch(() => {});
    return known;
  };
  return { minify: (html) => minify(html, true), minifyPiece, close: pool.close };
}
