import { INHERITED } from "../pages/inherited.ts";
import type { TemplateData } from "./types.ts";

/** What Eleventy's data says of a page, as far as it is read. */
export type Said = Readonly<Record<string, unknown>> & Pick<TemplateData, "page">;

/** A copy of what data says at this moment. Computed data hands out proxies: each name is asked for. */
export function said(data: TemplateData): Said {
  return { ...Object.fromEntries(INHERITED.map((name) => [name, data[name]])), page: data.page };
}

/**
 * What data says now, without what was filled in: where that still stands, what was said before holds.
 *
 * @param before what was said before anything was filled in
 * @param filled what was said after that
 */
export function saidSince(data: TemplateData, before: Said, filled: Said): Said {
  const names = INHERITED.filter((name) => data[name] !== filled[name]);
  return { ...before, ...Object.fromEntries(names.map((name) => [name, data[name]])) };
}

/** Whether data says something else than after it was filled in. */
export function isSaidAnew(data: TemplateData, filled: Said): boolean {
  return INHERITED.some((name) => data[name] !== filled[name]);
}
