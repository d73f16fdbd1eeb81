import { ascii } from "../dialect/ascii.ts";
import { inTime } from "../dialect/in-time.ts";
import { characters } from "../html/text.ts";
import type { Settings } from "../settings.ts";

/** What a file system takes as one name, in bytes; room is left for `.html` and a page number. */
const LONGEST = 200;

/** What a slug stands for: for each of them a site may have rules of its own. */
export type SlugKind = "slug" | "author" | "category" | "tag";

/** The settings that slugs are made by. */
export type SlugSettings = Pick<
  Settings,
  "slugifySource" | "slugifyUseUnicode" | "slugifyPreserveCase" | `${SlugKind}RegexSubstitutions`
>;

/**
 * The part of an address that stands for a text, by Pelican's rule: tags out, ASCII letters, then the substitutions in
 * their order.
 * Source: https://docs.getpelican.com/en/latest/settings.html#url-settings
 */
export function slugify(text: string, settings: SlugSettings, kind: SlugKind = "slug"): string {
  const plain = (/[<&]|\s\s|[^\S \ufeff]/.test(text) ? withoutTags(text) : text).normalize("NFKC");
  const rules = settings[`${kind}RegexSubstitutions`] ?? settings.slugRegexSubstitutions;
  const letters = settings.slugifyUseUnicode ? plain : ascii(plain);
  const slug = rules.reduce((value, { 0: written, pattern, replacement }) => {
    return inTime(pattern, written, value, () => value.replace(pattern, replacement));
  }, letters);
  return cut((settings.slugifyPreserveCase ? slug : slug.toLowerCase()).trim());
}

/** As Markup.striptags does: what is between two angle brackets goes, then character references are read. */
function withoutTags(text: string): string {
  const bare = without(/<.*?>/gs, ">", without(/<!--.*?-->/gs, "-->", text));
  // A byte order mark is no blank to Python.
  return characters(bare.replace(/[^\S\ufeff]+/g, " ").replace(/^ | $/g, ""));
}

/** Takes out what matches; behind the last end nothing can, and a search from each beginning there would take squared time. */
function without(pattern: RegExp, end: string, text: string): string {
  const until = text.lastIndexOf(end) + 1;
  return text.slice(0, until + end.length - 1).replace(pattern, "") + text.slice(until + end.length - 1);
}

function cut(slug: string): string {
  if (Buffer.byteLength(slug) <= LONGEST) return slug;
  return Buffer.from(slug)
    .subarray(0, LONGEST)
    .toString()
    .replace(/\ufffd+$/, "");
}

/** A slug that an author wrote is taken as it is, as in Pelican, slashes too, unless a path could not hold it. */
export function writtenSlug(text: string, settings: SlugSettings): string {
  // `c:name` is a drive to some systems.
  const isPath = !/[\\\0-\x1f\x7f]|^[a-z]:/i.test(text) && Buffer.byteLength(text) <= LONGEST;
  return isPath ? text : slugify(text, settings);
}

/** A slug for a page that has no usable title: its file's name, or its folder's where the file is an index. */
export function fileSlug(path: string, settings: SlugSettings): string {
  const parts = path.replace(/\.[^./]+$/, "").split("/");
  const name = parts.at(-1) ?? "";
  const isIndex = /^_?index$/i.test(name);
  return slugify((isIndex ? parts.at(-2) : name) ?? name, settings) || "page";
}

/** What Pelican makes a page's slug of: the setting SLUGIFY_SOURCE. */
export function slugSource(title: string, path: string, { slugifySource }: SlugSettings): string {
  return slugifySource === "basename" ? path.replace(/^.*\//, "").replace(/\.[^.]+$/, "") : title;
}
