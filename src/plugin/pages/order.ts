import { compareText } from "../findings/finding.ts";
import type { Page } from "./page.ts";

/** What pages are compared by. */
type Value = string | number;

const REVERSED = "reversed-";

/** The name of the field that an order goes by. */
export function fieldOfOrder(order: string): string {
  return order.startsWith(REVERSED) ? order.slice(REVERSED.length) : order;
}

/**
 * Pages in the order that a setting asks for: `title`, `reversed-date`, `basename`, or any field of their headers. Those
 * that it does not tell apart stand by their slugs. Fields of one's own are compared as texts, as in Pelican.
 * Source: https://docs.getpelican.com/en/latest/settings.html#ordering-content
 */
export function orderPages(pages: readonly Page[], order: string): Page[] {
  return orderAgain(
    pages.toSorted((a, b) => compareText(a.slug, b.slug) || compareText(a.file, b.file)),
    order,
  );
}

/** The same; those that it does not tell apart stay as they stand. */
export function orderAgain(pages: readonly Page[], order: string): Page[] {
  const field = fieldOfOrder(order);
  const sign = order === field ? 1 : -1;
  const values = new Map(pages.map((page) => [page, valueIn(page, field)] as const));
  if ([...values.values()].includes(undefined)) return [...pages];
  return pages.toSorted((a, b) => sign * compareValues(values.get(a) ?? "", values.get(b) ?? ""));
}

/** The pages that lack the field of an order: with one of them, it is that of the slugs. */
export function pagesLacking(pages: readonly Page[], order: string): Page[] {
  return pages.filter((page) => valueIn(page, fieldOfOrder(order)) === undefined);
}

/** By date, whatever the order of lists is; those of one moment stay in it. */
export function orderByDate(pages: readonly Page[], isNewestFirst: boolean): Page[] {
  const moment = ({ date }: Page) => date?.toMillis() ?? 0;
  return pages.toSorted((a, b) => (isNewestFirst ? moment(b) - moment(a) : moment(a) - moment(b)));
}

/** What Pelican knows of a page under other names than its header has. */
const KNOWN: Readonly<Record<string, (page: Page) => Value | undefined>> = {
  basename: ({ file }) => file.split("/").at(-1),
  source_path: ({ file }) => file,
  relative_source_path: ({ file }) => file,
  title: ({ title }) => title,
  slug: ({ slug }) => slug,
  lang: ({ lang }) => lang,
  url: ({ url }) => url,
  save_as: ({ saveAs }) => saveAs,
  status: ({ status }) => status,
  // A post without a date is as old as can be.
  date: ({ date, kind }) => date?.toMillis() ?? (kind === "post" ? Number.NEGATIVE_INFINITY : undefined),
  modified: ({ modified }) => modified?.toMillis(),
  category: ({ category }) => category?.toLowerCase(),
  author: ({ authors: [first] }) => first?.toLowerCase(),
  summary: ({ summary = "" }) => summary,
};

/** What a page has in a field, whichever name Pelican has for it. */
export function valueIn(page: Page, field: string): Value | undefined {
  const name = field.toLowerCase();
  if (Object.hasOwn(KNOWN, name)) return KNOWN[name]?.(page);
  return page.metadata[name] ?? page.header.lines.find(({ key }) => key.toLowerCase() === name)?.value;
}

function compareValues(a: Value, b: Value): number {
  return typeof a === "number" && typeof b === "number" ? a - b || 0 : compareText(String(a), String(b));
}
