import type { Minifier } from "./minifier.ts";
import { type Pieces, type Place, placesOf } from "./pieces.ts";
import { type Kept, minifyPlain } from "./plain/minify-plain.ts";

/**
 * Minifies a page by its pieces: what many pages share, such as a menu, is minified once. The result is that of
 * minifying the page whole, but for a broken text.
 *
 * A piece that is not found on the page, is a part of another, or stands where blanks count, is minified with the rest.
 */
export function minifyPage(html: string, pieces: Pieces, minifier: Minifier): string | Promise<string> {
  const places = placesOf(html, pieces);
  return minifyPlainPage(html, places, minifier.minifyPiece) ?? minifyAround(html, places, minifier);
}

/**
 * The same for a page that html-minifier-terser is not needed for.
 *
 * @param places where its pieces stand
 * @returns undefined where it is
 */
export function minifyPlainPage(
  html: string,
  places: readonly Place[],
  minifyPiece: (piece: string) => string | Promise<string> | undefined,
): string | undefined {
  const kept: Kept[] = [];
  for (const { at, piece, isBroken } of places) {
    const minified = isBroken ? piece : minifyPiece(piece);
    if (typeof minified !== "string") return undefined;
    kept.push({ at, end: at + piece.length, html: minified });
  }
  return minifyPlain(html, kept);
}

/** An element that no minifier knows is a block to it. */
const SLOT = /<pelican-slot-(\d+)><\/pelican-slot-\1>/g;

/** Where the page is not plain, an element stands for each piece while html-minifier-terser has the rest. */
async function minifyAround(html: string, places: readonly Place[], minifier: Minifier): Promise<string> {
  // A page that writes the slots' name itself has none.
  if (html.includes("pelican-slot-")) return minifier.minify(html);
  let shell = "";
  let done = 0;
  for (const [index, { at, piece, isBroken }] of places.entries()) {
    if (!isBroken && isVerbatim(html, at)) continue;
    shell += `${html.slice(done, at)}<pelican-slot-${index}></pelican-slot-${index}>`;
    done = at + piece.length;
  }
  const pieces = places.map(({ piece, isBroken }) => (isBroken ? piece : minifier.minifyPiece(piece)));
  const [page, ...minified] = await Promise.all([minifier.minify(shell + html.slice(done)), ...pieces]);
  return page.replace(SLOT, (_, index) => minified[Number(index)] ?? "");
}

/** Whether a place is within an element in which each blank counts, or nothing is markup. */
function isVerbatim(html: string, at: number): boolean {
  return ["pre", "textarea", "script", "style"].some(
    (name) => html.lastIndexOf(`<${name}`, at) > html.lastIndexOf(`</${name}`, at),
  );
}
