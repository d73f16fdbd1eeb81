import { mapUrls } from "./tags.ts";

/**
 * HTML whose addresses from the site's root begin with the path that the site is below; as it is without one.
 *
 * @param prefix the path, without a slash at its end: `/garden`
 */
export function belowPath(html: string, prefix: string): string {
  return prefix === "" ? html : mapUrls(html, (url) => (isFromRoot(url) ? prefix + url : undefined));
}

/** An address that an author wrote with the path that the site is below, without it; undefined where it is without. */
export function withoutPath(url: string, prefix: string): string | undefined {
  if (prefix === "" || !url.startsWith(prefix)) return undefined;
  const rest = url.slice(prefix.length);
  return rest === "" ? "/" : /^[/?#]/.test(rest) ? rest.replace(/^(?=[?#])/, "/") : undefined;
}

function isFromRoot(url: string): boolean {
  return /^\/(?!\/)/.test(url);
}
