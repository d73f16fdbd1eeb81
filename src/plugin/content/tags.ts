import { Parser } from "htmlparser2";

/** A start tag in a piece of HTML. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The offsets of the tag itself, from `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
}

/** The attributes that hold an address (https://html.spec.whatwg.org/multipage/indices.html#attributes-3). */
export const URL_ATTRIBUTES = ["href", "src", "poster", "cite", "data", "action"] as const;

/** All start tags of a piece of HTML, in order. Comments, scripts and escaped markup hold none. */
export function scanTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) =>
      tags.push({ name, attributes, start: parser.startIndex, end: parser.endIndex + 1 }),
  });
  parser.end(html);
  return tags;
}

/**
 * Rewrites the addresses in a piece of HTML and leaves every other byte as it is.
 *
 * @param change takes an address as the browser reads it; undefined leaves it alone
 */
export function mapUrls(html: string, change: (url: string) => string | undefined): string {
  return mapTags(html, (source, { attributes }) => {
    if (!URL_ATTRIBUTES.some((name) => attributes[name] !== undefined)) return source;
    return source.replace(ATTRIBUTE, (whole, name: string) => {
      const value = attributes[name.toLowerCase()];
      const changed = value === undefined ? undefined : change(value);
      return changed === undefined ? whole : ` ${name}="${escapeHtml(changed)}"`;
    });
  });
}

/** A piece of HTML without the ids of its elements, for a place where they could meet others. */
export function withoutIds(html: string): string {
  return mapTags(html, (source, { attributes }) => (attributes.id === undefined ? source : source.replace(ID, "")));
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

const ID = /\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/i;
const ATTRIBUTE = /\s(href|src|poster|cite|data|action)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;

/** Text as HTML shows it, in an element or in an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
