import { descriptionReader } from "./description.ts";
import { type Heading, headingReader } from "./headings.ts";
import type { HtmlReader } from "./read-html.ts";
import { urlsIn } from "./tags.ts";
import { isWholeHtml } from "./wholeness.ts";

/** What is to be known of a page's text, as JSON keeps it. */
export interface Scanned {
  /** The addresses that it leads to or shows, and the ids that can be led to; each once. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  /** The addresses of images that have no text for those who do not see them. */
  readonly imagesWithoutText: readonly string[];
  readonly headings: readonly Heading[];
  /** Its first words, for search engines; empty where it has none. */
  readonly description: string;
  /** It opens nothing that it does not close. */
  readonly isWhole: boolean;
}

/** Reads a text once for all that is to be known of it. */
export function scan(html: string): Scanned {
  const links = linkReader();
  const { headings, reader } = headingReader(html);
  const description = descriptionReader(html);
  const isWhole = isWholeHtml(html, [links.reader, reader, description.reader]);
  return { ...links.found(), headings, description: description.text(), isWhole };
}

function linkReader() {
  const links = new Set<string>();
  const ids = new Set<string>();
  const imagesWithoutText: string[] = [];
  const reader: HtmlReader = {
    onOpen: (name, attributes) => {
      if (attributes.id !== undefined) ids.add(attributes.id);
      if (name === "a" && attributes.name !== undefined) ids.add(attributes.name);
      if (name === "img" && isWithoutText(attributes)) imagesWithoutText.push(attributes.src ?? "");
      for (const url of urlsIn(attributes)) links.add(url);
    },
  };
  return { reader, found: () => ({ links: [...links], ids: [...ids], imagesWithoutText }) };
}

/** An image that is said to be an ornament needs no text (https://www.w3.org/WAI/tutorials/images/decorative/). */
function isWithoutText(attributes: Readonly<Record<string, string>>): boolean {
  const isOrnament =
    attributes.role === "presentation" || attributes.role === "none" || attributes["aria-hidden"] === "true";
  return !isOrnament && (attributes.alt ?? "").trim() === "" && attributes["aria-label"] === undefined;
}
