import type { Page } from "../pages/page.ts";
import { scanTags, urlsIn } from "./tags.ts";

/** What a page's text leads to, and what can be led to in it. */
export interface Scanned {
  readonly links: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** The addresses of images that have no text for those who do not see them. */
  readonly imagesWithoutText: readonly string[];
}

export function scanContents(contents: ReadonlyMap<Page, string>): Map<Page, Scanned> {
  return new Map([...contents].map(([page, html]) => [page, scan(html)]));
}

function scan(html: string): Scanned {
  const links = new Set<string>();
  const ids = new Set<string>();
  const imagesWithoutText: string[] = [];
  for (const tag of scanTags(html)) {
    const { name, attributes } = tag;
    if (attributes.id !== undefined) ids.add(attributes.id);
    if (name === "a" && attributes.name !== undefined) ids.add(attributes.name);
    if (name === "img" && isWithoutText(attributes)) imagesWithoutText.push(attributes.src ?? "");
    for (const url of urlsIn(tag)) links.add(url);
  }
  return { links, ids, imagesWithoutText };
}

/** An image that is said to be an ornament needs no text (https://www.w3.org/WAI/tutorials/images/decorative/). */
function isWithoutText(attributes: Readonly<Record<string, string>>): boolean {
  const isOrnament =
    attributes.role === "presentation" || attributes.role === "none" || attributes["aria-hidden"] === "true";
  return !isOrnament && (attributes.alt ?? "").trim() === "" && attributes["aria-label"] === undefined;
}
