import unidecode from "unidecode";
import { textOf } from "../html/text.ts";

/** What a file system takes as one name, in bytes; room is left for `.html` and a page number. */
const LONGEST = 200;

/**
 * The part of an address that stands for a text, by Pelican's rule: tags out, ASCII letters, then
 * SLUG_REGEX_SUBSTITUTIONS in their order.
 * Source: https://docs.getpelican.com/en/latest/settings.html#url-settings
 */
export function slugify(text: string): string {
  return unidecode((/[<&]/.test(text) ? textOf(text) : text).normalize("NFKC"))
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/[-\s]+/g, "-")
    .toLowerCase()
    .slice(0, LONGEST);
}

/** A slug that an author wrote is taken as it is, as in Pelican, unless a path could not hold it. */
export function writtenSlug(text: string): string {
  const isPath = text.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  // `c:name` is a drive to some systems.
  return isPath && !/[\\\0-\x1f\x7f]|^[a-z]:/i.test(text) && text.length <= LONGEST ? text : slugify(text);
}

/** A slug for a page that has no usable title: its file's name, or its folder's where the file is an index. */
export function fileSlug(path: string): string {
  const parts = path.replace(/\.[^./]+$/, "").split("/");
  const name = parts.at(-1) ?? "";
  const isIndex = /^_?index$/i.test(name);
  return slugify((isIndex ? parts.at(-2) : name) ?? name) || "page";
}
