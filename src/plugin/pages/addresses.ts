import { DateTime } from "luxon";
import { addressOf, hasHost, lookupKey, trimAddress } from "../dialect/address.ts";
import type { FieldKey, FieldValues } from "../dialect/fields.ts";
import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { Settings } from "../settings.ts";
import type { Page } from "./page.ts";
import { reasonAgainst, type SafePath, safeSaveAs, safeUrl, tidyPath } from "./paths.ts";
import { fillPattern, type PatternValues } from "./pattern.ts";
import type { Permalink } from "./permalink.ts";
import { patternNames, type UrlSetting } from "./url-settings.ts";

/** What decides where a page is: all of the finished page that a pattern may ask for. */
export interface Facts extends Pick<Page, "kind" | "status" | "lang"> {
  readonly values: FieldValues;
  /** What stands in place of placeholders, by their names. */
  readonly parts: PatternValues;
  readonly place: (field: FieldKey) => Place;
  readonly permalink: Permalink | undefined;
  readonly settings: Settings;
}

interface Placed {
  readonly addresses: Pick<Page, "url" | "saveAs" | "href" | "isPlaced">;
  /** There is no file that the page could be written to. */
  readonly isUnplaceable: boolean;
  readonly reports: readonly Report[];
}

/** Where a page is: `Save_as` and `Url` as they are written, else by the settings' patterns. */
export function placePage(facts: Facts): Placed {
  const { values, place, permalink, settings } = facts;
  // Where links say what the settings say, they may lead to another host, as in Pelican.
  const isElsewhere = settings.addresses === "url" && hasHost(values.url ?? "");
  const written = {
    saveAs:
      safeSaveAsOf(values.saveAs || undefined, place("saveAs")) ?? safeSaveAsOf(permalink?.written, permalink?.place),
    url: values.url === undefined || isElsewhere ? undefined : safeUrl(values.url, place("url")),
  };
  const hasNone = isWithoutFile(facts);
  const file = hasNone ? NO_FILE : withDrafts(written.saveAs?.path, facts);
  const saveAs = file.path;
  const reports: Report[] = [...(written.saveAs?.reports ?? []), ...(written.url?.reports ?? []), ...file.reports];
  const url = written.url?.path ?? urlOf(written.saveAs?.path ?? fallbackOf(facts), facts);
  // What Save_as cannot be is told by itself.
  const isUnsafe = written.saveAs !== undefined && written.saveAs.path === undefined;
  if (
    written.url?.path !== undefined &&
    !isUnsafe &&
    !hasNone &&
    facts.status !== "draft" &&
    lookupKey(url) !== lookupKey(saveAs)
  ) {
    const isDefault = written.saveAs?.path === undefined;
    reports.push(report("url-differs", place("url"), { url, saveAs, isDefault }));
  }
  const isPlaced = hasNone || facts.status === "draft" || values.saveAs !== undefined;
  const isKnown = written.url?.path !== undefined || isElsewhere;
  const link = isKnown ? values.url : urlForLinks(written.saveAs?.path, facts);
  // A draft is not where its header says.
  const isMoved = facts.status === "draft" && (isKnown || written.saveAs?.path !== undefined);
  const below = belowPart(saveAs, isMoved ? undefined : link, settings);
  // What has no file can only be where it is said to be.
  const href = addressOf(below.saveAs, below.link, hasNone ? "url" : settings.addresses);
  if (hasNone && facts.status !== "draft" && !hasHost(href)) {
    reports.push(report("page-unwritten", place("saveAs"), { href }));
  }
  return {
    addresses: { url, saveAs: below.saveAs, href, isPlaced },
    isUnplaceable: saveAs === "" && !hasNone,
    reports,
  };
}

/** In a part of the site, its file and its address are below the folder of that; `Url` and `Save_as` count from there. */
function belowPart(saveAs: string, link: string | undefined, { subsite }: Settings) {
  if (subsite === undefined) return { saveAs, link };
  // An empty one is that of the part's home page.
  const isWithin = link !== undefined && !hasHost(link);
  return {
    saveAs: saveAs === "" ? "" : `${subsite}/${saveAs}`,
    link: isWithin ? `${subsite}/${link.trim().replace(/^\/+/, "")}` : link,
  };
}

const NO_FILE: File = { path: "", reports: [] };

/** An empty `Save_as` writes nothing, and so does an empty setting where the header names no file. */
function isWithoutFile(facts: Facts): boolean {
  const { values, permalink } = facts;
  if (values.saveAs !== undefined) return values.saveAs === "";
  return permalink === undefined && fill(facts, "SaveAs").pattern === "";
}

function safeSaveAsOf(value: string | undefined, place: Place | undefined): SafePath | undefined {
  return value === undefined || place === undefined ? undefined : safeSaveAs(value, place);
}

/** A file, and what is wrong with it; empty where there can be none. */
interface File {
  readonly path: string;
  readonly reports: readonly Report[];
}

/** A draft is written below `drafts/`, whatever its Save_as, so that it is never at a public address. */
function withDrafts(saveAs: string | undefined, facts: Facts): File {
  if (saveAs !== undefined) {
    const isSafe = facts.status !== "draft" || saveAs.startsWith("drafts/");
    return { path: isSafe ? saveAs : `drafts/${saveAs}`, reports: [] };
  }
  const fallback = facts.status === "draft" ? undefined : fallbackOf(facts);
  return fallback === undefined ? byPattern(facts) : { path: fallback, reports: [] };
}

/** Where Eleventy puts a page, where nobody says anything else. */
function fallbackOf({ kind, permalink }: Facts): string | undefined {
  return kind === "page" ? permalink?.fallback : undefined;
}

function urlOf(saveAs: string | undefined, facts: Facts): string {
  if (saveAs !== undefined) return lookupKey(saveAs);
  const { text } = fill(facts, "Url");
  return hasHost(text) ? lookupKey(byPattern(facts).path) : trimAddress(tidied(text));
}

/** What a setting says of a page's address; where only a `Save_as` says where it is, the file does. */
function urlForLinks(saveAs: string | undefined, facts: Facts): string | undefined {
  if (fallbackOf(facts) !== undefined) return undefined;
  const { text } = fill(facts, "Url");
  return saveAs === undefined || hasHost(text) ? text : undefined;
}

/** The file that the settings' pattern makes. A placeholder without a value is told, and so is a path out of the site. */
function byPattern(facts: Facts): File {
  const { place, values, kind } = facts;
  const { setting, pattern, text, missing } = fill(facts, "SaveAs");
  const path = tidied(text);
  const reason = reasonAgainst(path);
  const at = place(values.slug === undefined ? "title" : "slug");
  const reports = missing
    // Of a post without a date that is told already.
    .filter((part) => kind === "page" || facts.parts.date !== undefined || !part.startsWith("{date"))
    .map((part) => report("address-part-missing", at, { setting, pattern, part }));
  if (reason === undefined) return { path: tidyPath(path), reports };
  return { path: "", reports: [...reports, report("address-unsafe", at, { setting, path: text, reason })] };
}

/** The pattern of one of Pelican's settings, with what the page says. */
function fill({ settings, parts, kind, status, lang }: Facts, of: "Url" | "SaveAs") {
  const setting: UrlSetting = patternNames({ kind, status, isOther: lang !== settings.defaultLang })[of];
  const pattern = settings[setting];
  // Pelican gives a draft without a date the last there can be.
  const date = parts.date ?? (status === "draft" ? DateTime.utc(9999, 12, 31) : undefined);
  return { setting, pattern, ...fillPattern(pattern, { ...parts, date }, settings.locale) };
}

function tidied(path: string): string {
  return path.replace(/^\/+/, "").replace(/\/{2,}/g, "/");
}
