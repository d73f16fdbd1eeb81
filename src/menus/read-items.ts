import { existsSync, readFileSync } from "node:fs";
import { fileOfHref, lookupKey } from "../plugin/dialect/address.ts";
import { ownEntries } from "../plugin/fields/entries.ts";
import { placeOf } from "../plugin/fields/place-of.ts";
import { readFields } from "../plugin/fields/read-fields.ts";
import { relativePath } from "../plugin/findings/relative-path.ts";
import type { Report } from "../plugin/findings/report.ts";
import { menuDataOf } from "../plugin/header/data-lines.ts";
import { menuFields } from "../plugin/pages/menu-fields.ts";
import type { Page } from "../plugin/pages/page.ts";

/** A page of Eleventy's, as its collections hold it. */
export interface Item {
  readonly inputPath: string;
  readonly url?: string | false;
  readonly fileSlug?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ItemRead {
  readonly page: Page;
  readonly reports: readonly Report[];
}

/**
 * The pages that Eleventy has, with what their data says of menus. Of a template that is many pages, the first counts.
 *
 * @param input the folder that findings name files from
 */
export function readItems(items: readonly Item[], input: string): ItemRead[] {
  return items.flatMap((item) => {
    const { url, data, inputPath } = item;
    if (!url || isFurtherPage(data)) return [];
    return [readItem(item, url, relativePath(input, inputPath))];
  });
}

function isFurtherPage({ pagination }: Item["data"]): boolean {
  return (
    typeof pagination === "object" && pagination !== null && "pageNumber" in pagination && pagination.pageNumber !== 0
  );
}

function readItem({ inputPath, fileSlug, data }: Item, href: string, file: string): ItemRead {
  const { lines, menus } = menuDataOf(data, () => (existsSync(inputPath) ? readFileSync(inputPath, "utf8") : ""));
  const { fields, reports } = readFields(lines, file, false, menus);
  const { values } = fields;
  const written = data.title ?? data.Title;
  const title = typeof written === "string" || typeof written === "number" ? String(written) : fileSlug || href;
  const url = values.url ?? lookupKey(href);
  const dropdown = ownEntries(fields.dropdown, "dropdown", url, file);
  const sidebar = ownEntries(fields.sidebar, "sidebar", url, file);
  const page: Page = {
    ...PLAIN,
    file,
    status: values.status ?? "published",
    title,
    url,
    saveAs: fileOfHref(href),
    href,
    aliases: values.aliases ?? [],
    ...menuFields({ ...fields, dropdown: dropdown.entries, sidebar: sidebar.entries }, title),
    header: { syntax: "yaml", lines, menus, data: {}, body: "", bodyLine: 1 },
    fields: values,
    place: placeOf(fields, file),
  };
  return { page, reports: [...reports, ...dropdown.reports, ...sidebar.reports] };
}

/** What menus do not ask for. The layouts are the site's, and any of them may show a sidebar. */
const PLAIN = {
  kind: "page",
  subsite: undefined,
  slug: "",
  isPlaced: true,
  parentId: undefined,
  layout: "multiple-columns",
  template: undefined,
  date: undefined,
  modified: undefined,
  authors: [],
  category: undefined,
  tags: [],
  summary: undefined,
  lang: "",
  isTranslation: false,
  metadata: {},
} as const;
