import type { DateTime } from "luxon";
import { lookupKey, trimAddress } from "../dialect/address.ts";
import type { FieldKey, FieldValues } from "../dialect/fields.ts";
import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { Settings } from "../settings.ts";
import type { Page } from "./page.ts";
import { type SafePath, safeSaveAs, safeUrl } from "./paths.ts";
import { expandPattern } from "./pattern.ts";
import type { Permalink } from "./permalink.ts";
import { slugify } from "./slug.ts";

interface Facts extends Pick<Page, "kind" | "slug" | "status" | "lang"> {
  readonly date: DateTime | undefined;
  readonly values: FieldValues;
  readonly place: (field: FieldKey) => Place;
  readonly permalink: Permalink | undefined;
  readonly settings: Settings;
}

interface Placed {
  readonly addresses: Pick<Page, "url" | "saveAs" | "isPlaced">;
  readonly reports: readonly Report[];
}

/** Where a page is: `Save_as` and `Url` as they are written, else by the settings' patterns. */
export function placePage(facts: Facts): Placed {
  const { values, place, permalink } = facts;
  const written = {
    saveAs: safeSaveAsOf(values.saveAs, place("saveAs")) ?? safeSaveAsOf(permalink?.written, permalink?.place),
    url: values.url === undefined ? undefined : safeUrl(values.url, place("url")),
  };
  const saveAs = withDrafts(written.saveAs?.path, facts);
  const reports: Report[] = [...(written.saveAs?.reports ?? []), ...(written.url?.reports ?? [])];
  const url = written.url?.path ?? urlOf(written.saveAs?.path ?? fallbackOf(facts), facts);
  if (written.url?.path !== undefined && facts.status !== "draft" && lookupKey(url) !== lookupKey(saveAs)) {
    const isDefault = written.saveAs?.path === undefined;
    reports.push(report("url-differs", place("url"), { url, saveAs, isDefault }));
  }
  const isPlaced = facts.status === "draft" || values.saveAs !== undefined;
  return { addresses: { url, saveAs, isPlaced }, reports };
}

function safeSaveAsOf(value: string | undefined, place: Place | undefined): SafePath | undefined {
  return value === undefined || place === undefined ? undefined : safeSaveAs(value, place);
}

/** A draft is written below `drafts/`, whatever its Save_as, so that it is never at a public address. */
function withDrafts(saveAs: string | undefined, facts: Facts): string {
  const { settings, kind, status } = facts;
  if (status === "draft") {
    if (saveAs !== undefined) return saveAs.startsWith("drafts/") ? saveAs : `drafts/${saveAs}`;
    return fill(kind === "page" ? settings.draftPageSaveAs : settings.draftSaveAs, facts);
  }
  return saveAs ?? fallbackOf(facts) ?? fill(patterns(facts).saveAs, facts);
}

/** Where Eleventy puts a page, where nobody says anything else. */
function fallbackOf({ kind, permalink }: Facts): string | undefined {
  return kind === "page" ? permalink?.fallback : undefined;
}

function urlOf(saveAs: string | undefined, facts: Facts): string {
  if (saveAs !== undefined) return lookupKey(saveAs);
  return trimAddress(fill(patterns(facts).url, facts));
}

/** A page in another language than the site's has patterns of its own. */
function patterns({ kind, lang, settings }: Facts): { url: string; saveAs: string } {
  const isOther = lang !== settings.defaultLang;
  if (kind === "page") {
    return isOther
      ? { url: settings.pageLangUrl, saveAs: settings.pageLangSaveAs }
      : { url: settings.pageUrl, saveAs: settings.pageSaveAs };
  }
  return isOther
    ? { url: settings.articleLangUrl, saveAs: settings.articleLangSaveAs }
    : { url: settings.articleUrl, saveAs: settings.articleSaveAs };
}

function fill(pattern: string, { slug, lang, date, values, settings }: Facts): string {
  const author = (values.authors ?? values.author)?.[0] ?? "";
  const names = {
    slug,
    lang,
    category: slugify(values.category ?? "", settings, "category"),
    author: slugify(author, settings, "author"),
  };
  return expandPattern(pattern, names, date)
    .replace(/^\/+/, "")
    .replace(/\/{2,}/g, "/");
}
