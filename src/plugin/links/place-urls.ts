import { posix } from "node:path";
import { addressMatcher, decodeAddress, fileOfHref, lookupKey } from "../dialect/address.ts";
import { belowPath } from "../html/below-path.ts";
import { mapUrls } from "../html/tags.ts";
import type { Settings } from "../settings.ts";

/** Makes the addresses of a page's HTML, which begin at the site's root, those that a browser finds. */
export type PlaceUrls = (html: string, saveAs: string) => string;

/** What is somewhere in the site: what links say, and its file. */
export interface Placed {
  readonly href: string;
  readonly saveAs: string;
}

/**
 * Puts the path that the site is below before addresses, or makes them lead from the page's file to the file that is meant:
 * no server then adds `index.html` or an ending.
 * Source: RELATIVE_URLS in https://docs.getpelican.com/en/latest/settings.html
 */
export function urlPlacer(
  { pathPrefix, relativeUrls, elsewhere }: Pick<Settings, "pathPrefix" | "relativeUrls" | "elsewhere">,
  placed: () => Iterable<Placed>,
): PlaceUrls {
  if (!relativeUrls) return (html) => belowPath(html, pathPrefix);
  const all = [...placed()];
  const files = new Map(all.map(({ href, saveAs }) => [decodeAddress(href), saveAs]));
  // A server would find a page by what an author wrote, too: with its ending, and without.
  const found = new Map(all.filter(isPage).flatMap((one) => keysOf(one).map((key) => [key, one.saveAs])));
  const fileAt = (path: string) => files.get(decodeAddress(path)) ?? found.get(lookupKey(path)) ?? fileOfHref(path);
  const isElsewhere = addressMatcher(elsewhere);
  const relative = (url: string, saveAs: string) => {
    const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
    if (!/^\/(?!\/)/.test(path) || isElsewhere(path)) return undefined;
    return wayTo(fileAt(path), saveAs) + suffix;
  };
  return (html, saveAs) =>
    mapUrls(
      html,
      (url) => relative(url, saveAs),
      (name) => name === "data-library",
    );
}

function isPage({ saveAs }: Placed): boolean {
  return saveAs.endsWith(".html");
}

function keysOf({ href, saveAs }: Placed): string[] {
  return [lookupKey(saveAs), lookupKey(href)];
}

/** The address of a file as a page says it that is in another. */
function wayTo(file: string, from: string): string {
  const way = posix.relative(posix.dirname(from), file) || posix.basename(file);
  return way.split("/").map(encodeURIComponent).join("/");
}
