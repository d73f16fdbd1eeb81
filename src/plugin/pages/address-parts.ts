import type { Fields } from "../fields/read-fields.ts";
import type { Settings } from "../settings.ts";
import type { Page } from "./page.ts";
import type { PatternValues } from "./pattern.ts";
import { slugify } from "./slug.ts";

/** A language that was read is also written otherwise: `pt_BR`. That of the site is as the settings have it. */
export function writtenLang(lang: string, { defaultLang, writtenLang = lang }: Settings): string {
  return lang === defaultLang ? writtenLang : lang;
}

/**
 * What a finished page says for the placeholders of address patterns: the slugs of its category and of its first author,
 * its date, slug and language, and, as they are written, all fields of its header.
 * Source: https://docs.getpelican.com/en/latest/settings.html#url-settings
 */
export function addressParts(
  page: Pick<Page, "file" | "title" | "slug" | "lang" | "date" | "modified" | "category" | "authors">,
  { lines, values, metadata }: Fields,
  settings: Settings,
): PatternValues {
  const { file, title, slug, lang, date, modified, category = "", authors } = page;
  const written = [...lines.values()].map(({ key, value }) => [key.toLowerCase(), value.trim()] as const);
  return {
    ...Object.fromEntries(written),
    ...metadata,
    path: metadata.path ?? file,
    title,
    slug,
    lang: (values.lang === lang && lines.get("lang")?.value.trim()) || writtenLang(lang, settings),
    date,
    modified,
    category: slugify(category, settings, "category"),
    author: slugify(authors[0] ?? "", settings, "author"),
  };
}
