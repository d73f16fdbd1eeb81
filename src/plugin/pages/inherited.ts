import { DateTime } from "luxon";
import { type FieldKey, table } from "../dialect/fields.ts";
import { authorsOf } from "../fields/authors.ts";
import type { Fields } from "../fields/read-fields.ts";
import type { PageLayout } from "./page.ts";

/**
 * What Eleventy's data says of a page: its header, which comes first, and directory data, computed data and the like,
 * which hold over the settings' defaults.
 */
export interface Inherited {
  /** The texts of fields that are not as the header has them. */
  readonly texts?: Readonly<Partial<Record<FieldKey, string>>>;
  readonly date?: DateTime;
  readonly modified?: DateTime;
  /** The header's tags, too: Eleventy joins the two. */
  readonly tags?: readonly string[];
  readonly layout?: PageLayout;
  /** `draft: true`, in the header or, where that has no `Status`, in any other data. */
  readonly isDraft?: boolean;
  /** Eleventy was told to keep it out of all collections. */
  readonly isExcluded?: boolean;
}

/** The fields that are Eleventy's data under the same name. */
const SHARED = ["title", "category", "authors", "summary", "lang", "status", "slug"] as const;

/** All data that is read here, by its names. */
export const INHERITED = [
  ...SHARED,
  "date",
  "modified",
  "tags",
  "layout",
  "draft",
  "eleventyExcludeFromCollections",
] as const;

const LAYOUT = /^layouts\/(wide|single-column|multiple-columns)(?:\.njk)?$/;

/** Eleventy's data of a page, as far as it is read here. */
export interface PageData {
  [name: string]: unknown;
  readonly page: { readonly date?: Date };
}

/** Reads out of a page's merged data what its header does not say. */
export function inheritedFrom(data: PageData, fields: Fields, timezone: string): Inherited {
  const { lines, values, metadata } = fields;
  const texts: Partial<Record<FieldKey, string>> = {};
  for (const key of SHARED) {
    const text = textOf(data[key]);
    const written = key === "authors" ? authorsOf(values) : values[key];
    if (text && text !== textOf(written)) texts[key] = text;
  }
  const date = data.date !== undefined && !lines.has("date") ? dateOf(data.page.date, timezone) : undefined;
  const modified = lines.has("modified") ? undefined : dateOf(data.modified, timezone);
  const tags = Array.isArray(data.tags) ? [...new Set(data.tags.map(String))] : undefined;
  const layout = LAYOUT.exec(String(data.layout))?.[1] as PageLayout | undefined;
  return {
    texts,
    ...(date && { date }),
    ...(modified && { modified }),
    ...(tags && { tags }),
    ...(layout && { layout }),
    isDraft: isTrue(data.draft) && (metadata.draft !== undefined || !lines.has("status")),
    isExcluded: data.eleventyExcludeFromCollections === true,
  };
}

/** Fields with what is inherited. A value that the field cannot have is none. */
export function withInherited(fields: Fields, { texts = {} }: Inherited): Fields {
  const values = Object.entries(texts).flatMap(([key, text]) => {
    const result = table[key as FieldKey].kind.schema.safeParse(text);
    return result.success ? [[key, result.data]] : [];
  });
  return values.length === 0 ? fields : { ...fields, values: { ...fields.values, ...Object.fromEntries(values) } };
}

/** Fields with defaults where nobody said anything. A field that was written and means nothing has none. */
export function withDefaults(fields: Fields, defaults: Fields): Fields {
  const isSaid = (key: FieldKey) => fields.values[key] !== undefined || fields.lines.has(key);
  const hasAuthor = isSaid("author") || isSaid("authors");
  const isLeft = (key: string) => !isSaid(key as FieldKey) && !(hasAuthor && /^authors?$/.test(key));
  const left = Object.fromEntries(Object.entries(defaults.values).filter(([key]) => isLeft(key)));
  return {
    ...fields,
    values: { ...left, ...fields.values },
    lines: new Map([...[...defaults.lines].filter(([key]) => isLeft(key)), ...fields.lines]),
    metadata: { ...defaults.metadata, ...fields.metadata },
  };
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? joined(value) : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** One name that holds a comma stays one. */
function joined(names: readonly string[]): string {
  return names.length === 1 && names[0]?.includes(",") ? `${names[0]};` : names.join("; ");
}

function dateOf(value: unknown, zone: string): DateTime | undefined {
  if (!(value instanceof Date)) return undefined;
  const date = DateTime.fromJSDate(value, { zone });
  return date.isValid ? date : undefined;
}
