import { absoluteUrl } from "../dialect/address.ts";
import type { Redirect } from "./aliases.ts";

/**
 * Netlify's `_redirects`: an old address with and without its ending, each with a permanent redirect.
 * Source: https://docs.netlify.com/routing/redirects/
 *
 * @param pathPrefix the path that the site is below
 */
export function netlifyRedirects(redirects: readonly Pick<Redirect, "from" | "to">[], pathPrefix = ""): string {
  const lines = redirects.flatMap(({ from, to }) =>
    formsOf(from).map((form) => `${pathPrefix}${encode(form)} ${absoluteUrl(pathPrefix, to)} 301`),
  );
  return lines.length === 0 ? "" : `${[...new Set(lines)].sort().join("\n")}\n`;
}

/** Old links may name an address either way: Pelican's theme wrote `/about/history.html`, Netlify serves both. */
export function formsOf(from: string): string[] {
  const bare = from.replace(/(?:(^|\/)index)?\.html?$/, "$1").replace(/\/+$/, "");
  return bare === from.replace(/\.html?$/, "") ? [`/${bare}`, `/${bare}.html`] : [`/${bare}`, `/${from}`];
}

/** Spaces split the columns of the file, and `:` and `*` would be placeholders. */
function encode(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/").replaceAll("*", "%2A");
}
