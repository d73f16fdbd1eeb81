import { elementNames } from "../elements.ts";
import { type Replacement, replaceParts } from "../tags.ts";
import { type Fragments, type Place, placesOf } from "./fragments.ts";
import type { Minifier } from "./minifier.ts";
import { minifyPlain } from "./minify-plain.ts";

/**
 * Minifies a page by its fragments: what many pages share, such as a menu, is minified once. The result is that of
 * minifying the whole page, except for an unbalanced text.
 *
 * A fragment that is not on the page, is part of another, or is where all whitespace is shown, is minified with the rest.
 */
export function minifyPage(html: string, fragments: Fragments, minifier: Minifier): string | Promise<string> {
  const places = placesOf(html, fragments);
  return minifyPlainPage(html, places, minifier.minifyFragment) ?? minifyAround(html, places, minifier);
}

type MinifyFragment = (fragment: string) => string | Promise<string> | undefined;

/**
 * The same for a page that html-minifier-terser is not needed for.
 *
 * @param places where its fragments stand
 * @returns undefined where it is
 */
export function minifyPlainPage(html: string, places: readonly Place[], minifyFragment: MinifyFragment) {
  const kept: Replacement[] = [];
  for (const { start, end, fragment, isUnbalanced } of places) {
    const text = isUnbalanced ? fragment : minifyFragment(fragment);
    if (typeof text !== "string") return undefined;
    kept.push({ start, end, text });
  }
  return minifyPlain(html, kept);
}

/** An element that no minifier knows is a block to it. */
const SLOT = /<pelican-slot-(\d+)><\/pelican-slot-\1>/g;

/** Where the page is not plain, an element takes the place of each fragment while html-minifier-terser minifies the rest. */
async function minifyAround(html: string, places: readonly Place[], minifier: Minifier): Promise<string> {
  // A page that writes the slots' name itself has none.
  if (html.includes("pelican-slot-")) return minifier.minify(html);
  const slots = places.flatMap(({ start, end, isUnbalanced }, index): Replacement[] => {
    if (!isUnbalanced && isVerbatim(html, start)) return [];
    return [{ start, end, text: `<pelican-slot-${index}></pelican-slot-${index}>` }];
  });
  const [page, ...minified] = await Promise.all([
    minifier.minify(replaceParts(html, slots)),
    ...places.map(({ fragment, isUnbalanced }) => (isUnbalanced ? fragment : minifier.minifyFragment(fragment))),
  ]);
  return page.replace(SLOT, (_, index) => minified[Number(index)] ?? "");
}

/** Elements in which all whitespace is shown, or nothing is markup. */
const VERBATIM = elementNames(({ isPreformatted, isRawText }) => isPreformatted || isRawText);

function isVerbatim(html: string, at: number): boolean {
  return VERBATIM.some((name) => html.lastIndexOf(`<${name}`, at) > html.lastIndexOf(`</${name}`, at));
}
