import { wordSet } from "../maps/word-set.ts";
import { escapeHtml } from "./escape.ts";
import { type HtmlReader, readHtml } from "./read.ts";

/** What is put in the place of a part of a text; between two characters it is inserted. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param replacements in the order of the text */
export function replaceParts(text: string, replacements: readonly Replacement[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, text: replacement } of replacements) {
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}

/** A start tag in some HTML. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The offsets of the tag itself, from `<` to after `>`. */
  readonly start: number;
  readonly end: number;
}

/** The attributes that hold an address (https://html.spec.whatwg.org/multipage/indices.html#attributes-3), old ones and SVG's, too. */
const URL_ATTRIBUTES = wordSet("href src poster cite data action formaction background longdesc xlink:href");
/** Those that hold several, each followed by a width or a density. */
const LIST_ATTRIBUTES = new Set(["srcset", "imagesrcset"]);
const LIST_ENTRY = /(^|,)(\s*)([^\s,]+(?:,[^\s,]+)*)/g;

/** All addresses that a tag holds. */
export function urlsIn(attributes: Tag["attributes"]): string[] {
  const urls: string[] = [];
  for (const name in attributes) {
    const value = attributes[name] ?? "";
    if (URL_ATTRIBUTES.has(name)) urls.push(value);
    else if (LIST_ATTRIBUTES.has(name)) for (const [, , , url = ""] of value.matchAll(LIST_ENTRY)) urls.push(url);
  }
  return urls;
}

/**
 * Rewrites the addresses in some HTML and leaves every other byte as it is.
 *
 * @param change takes an address as the browser reads it; undefined leaves it alone
 * @param isUrl whether another attribute, such as the `content` of a `meta`, holds an address by its value
 */
export function mapUrls(
  html: string,
  change: (url: string) => string | undefined,
  isUrl: (name: string, value: string) => boolean = () => false,
): string {
  return mapTags(html, (source, { attributes }) => {
    const isAny = Object.entries(attributes).some(([name, value]) => isUrl(name, value));
    if (!isAny && urlsIn(attributes).length === 0) return source;
    return mapAttributes(source, (name) => {
      const value = attributes[name];
      if (value === undefined) return undefined;
      if (URL_ATTRIBUTES.has(name) || isUrl(name, value)) return change(value);
      if (!LIST_ATTRIBUTES.has(name)) return undefined;
      return value.replace(LIST_ENTRY, (_, comma, gap, url: string) => comma + gap + (change(url) ?? url));
    });
  });
}

const COMMENT = /<!--([\s\S]*?)-->/g;

/** The same within the comments of some HTML. */
export function mapUrlsInComments(html: string, change: (url: string) => string | undefined): string {
  // What begins after the last end has none, and would be looked for each time.
  const end = html.lastIndexOf("-->") + "-->".length;
  if (end < "-->".length) return html;
  return (
    html.slice(0, end).replace(COMMENT, (_, inside: string) => `<!--${mapUrls(inside, change)}-->`) + html.slice(end)
  );
}

/** HTML without the ids of its elements, for a place where they could meet others. */
export function withoutIds(html: string): string {
  return mapTags(html, (source, { attributes }) =>
    attributes.id === undefined
      ? source
      : source.replace(ATTRIBUTE, (whole, name: string) => (name?.toLowerCase() === "id" ? "" : whole)),
  );
}

function mapTags(html: string, change: (source: string, tag: Tag) => string): string {
  const changed: Replacement[] = [];
  // Of a page with a million tags, those that stay as they are need not be remembered.
  const onOpen: HtmlReader["onOpen"] = (name, attributes, { startIndex: start, endIndex }) => {
    const end = endIndex + 1;
    const source = html.slice(start, end);
    const text = change(source, { name, attributes, start, end });
    if (text !== source) changed.push({ start, end, text });
  };
  readHtml(html, [{ onOpen }]);
  return replaceParts(html, changed);
}

/** The tag's name, which is skipped, or an attribute with its value. */
const ATTRIBUTE = /^<[^\s/>]+|([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** @param change gives an attribute another value, by its name in lower case; undefined leaves it alone */
function mapAttributes(source: string, change: (name: string) => string | undefined): string {
  return source.replace(ATTRIBUTE, (whole, name: string | undefined, equals: string | undefined) => {
    const value = name === undefined || equals === undefined ? undefined : change(name.toLowerCase());
    return value === undefined ? whole : `${name}="${escapeHtml(value)}"`;
  });
}
