import { z } from "zod";
import { memoLater, type Store } from "../../cache/store.ts";
import { isInstalled } from "../../files/libraries.ts";
import { memoize } from "../../maps/memoize.ts";
import { isCostly } from "./cost.ts";
import { minifyPlain } from "./minify-plain.ts";

/** Takes away whitespace and comments that no visitor needs; the text stays as it is. */
export const OPTIONS = {
  collapseWhitespace: true,
  removeComments: true,
  collapseBooleanAttributes: true,
  useShortDoctype: true,
  // An author's HTML may be broken; then it stays as it is.
  continueOnParseError: true,
  // The minifier's own exceptions, and pictures: it does not know that these are inline, and would take away the
  // whitespace around them.
  ignoreCustomFragments: [/<%[\s\S]*?%>/, /<\?[\s\S]*?\?>/, /<picture\b[\s\S]*?<\/picture>/],
};

/** What html-minifier-terser makes, as it is kept. */
const MINIFIED = { name: "minified", form: z.string() };

/** What html-minifier-terser reads of a page takes eight times its size. */
const LONGEST = 10_000_000;

/** Minifies HTML as html-minifier-terser does. */
export interface Minifier {
  /** A promise where html-minifier-terser itself has to be asked. */
  readonly minify: (html: string) => string | Promise<string>;
  /** The same for a fragment that many pages share: it is minified once. */
  readonly minifyFragment: (html: string) => string | Promise<string>;
  /** Whether it left something as it is, because html-minifier-terser is not installed. */
  readonly isLacking: () => boolean;
}

/**
 * Where html-minifier-terser is not installed, what it would be asked for stays as it is; so does what would take it more
 * time than grows with its length, or as much memory as all else.
 *
 * @param store keeps what html-minifier-terser made for the next build
 */
export function createMinifier(store: Store): Minifier {
  const isThere = isInstalled("html-minifier-terser");
  let isLacking = false;
  const minifyOther = (html: string) => {
    if (html.length > LONGEST || isCostly(html)) return html;
    if (isThere) return memoLater(store, MINIFIED, html, () => minifyNow(html));
    isLacking = true;
    return html;
  };
  const minify = (html: string) => minifyPlain(html) ?? minifyOther(html);
  return { minify, minifyFragment: memoize(minify), isLacking: () => isLacking };
}

async function minifyNow(html: string): Promise<string> {
  // Loaded when it is needed: it takes its time.
  const { minify } = await import("html-minifier-terser");
  try {
    return await minify(html, OPTIONS);
  } catch {
    // An author's HTML may be broken beyond what the minifier reads: it stays as it is.
    return html;
  }
}
