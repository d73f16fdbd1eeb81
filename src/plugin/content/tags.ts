import { readHtml } from "./read-html.ts";

/** A start tag in a piece of HTML. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The offsets of the tag itself, from `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
}

/** The attributes that hold an address (https://html.spec.whatwg.org/multipage/indices.html#attributes-3). */
const URL_ATTRIBUTES = new Set(["href", "src", "poster", "cite", "data", "action"]);
/** Those that hold several, each with a width or a density behind it. */
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

/** All start tags of a piece of HTML, in order. Comments, scripts and escaped markup hold none. */
export function scanTags(html: string): Tag[] {
  const tags: Tag[] = [];
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex, endIndex }) =>
        tags.push({ name, attributes, start: startIndex, end: endIndex + 1 }),
    },
  ]);
  return tags;
}

/**
 * Rewrites the addresses in a piece of HTML and leaves every other byte as it is.
 *
 * @param change takes an address as the browser reads it; undefined leaves it alone
 */
export function mapUrls(html: string, change: (url: string) => string | undefined): string {
  return mapTags(html, (source, tag) => {
    if (urlsIn(tag.attributes).length === 0) return source;
    return mapAttributes(source, (name) => {
      const value = tag.attributes[name];
      if (value === undefined) return undefined;
      if (URL_ATTRIBUTES.has(name)) return change(value);
      if (!LIST_ATTRIBUTES.has(name)) return undefined;
      return value.replace(
        LIST_ENTRY,
        (_, comma: string, gap: string, url: string) => comma + gap + (change(url) ?? url),
      );
    });
  });
}

/** A piece of HTML without the ids of its elements, for a place where they could meet others. */
export function withoutIds(html: string): string {
  return mapTags(html, (source, { attributes }) =>
    attributes.id === undefined
      ? source
      : source.replace(ATTRIBUTE, (whole, name: string) => (name?.toLowerCase() === "id" ? "" : whole)),
  );
}

function mapTags(html: string, change: (source: string, tag: Tag) => string): string {
  let result = "";
  let done = 0;
  for (const tag of scanTags(html)) {
    result += html.slice(done, tag.start) + change(html.slice(tag.start, tag.end), tag);
    done = tag.end;
  }
  return result + html.slice(done);
}

/** The tag's name, which is passed over, or an attribute with its value. */
const ATTRIBUTE = /^<[^\s/>]+|([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** @param change gives an attribute another value, by its name in lower case; undefined leaves it alone */
function mapAttributes(source: string, change: (name: string) => string | undefined): string {
  return source.replace(ATTRIBUTE, (whole, name: string | undefined, equals: string | undefined) => {
    const value = name === undefined || equals === undefined ? undefined : change(name.toLowerCase());
    return value === undefined ? whole : `${name}="${escapeHtml(value)}"`;
  });
}

/** Text as HTML shows it, in an element or in an attribute's quotes. */
export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
