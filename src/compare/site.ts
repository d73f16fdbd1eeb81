import { fileKey, isPageFile, isServed, type OwnBase, type Target } from "./addresses.ts";
import type { Block } from "./blocks.ts";
import { Collector } from "./collector.ts";
import { ownBases } from "./own-bases.ts";
import { parsePage, type RawPage } from "./parse-page.ts";
import type { Unread } from "./read-folder.ts";
import { parseRedirects, type Rule } from "./redirects.ts";
import { wordsOf } from "./words.ts";

/** A link, where it leads and how it is called. */
export interface Link {
  /** `/` and the key of a page of the site, or another address without its protocol. */
  readonly to: string;
  readonly href: string;
  readonly label: string;
  readonly depth: number;
  /** To a place in its own page, or on and back in a row of pages: no part of the navigation between pages. */
  readonly isLocal: boolean;
}

/** A block of text with its links; the same block on many pages is one object. */
export interface Unit extends Omit<Block, "links" | "menu"> {
  readonly links: readonly Link[];
}

/** Why a link counts as navigation: it is in a landmark, or what it is in is the same on several pages. */
export type NavKind = "landmark" | "repeated";

export interface SitePage {
  readonly file: string;
  readonly key: string;
  readonly href: string;
  /** Without what the titles of all pages have in common. */
  readonly title: string;
  readonly fullTitle: string;
  /** The first heading that is not on many pages. */
  readonly heading: Unit | undefined;
  readonly units: readonly Unit[];
  /** Of each unit, which menu of the page it is in; 0 is none. */
  readonly menus: readonly number[];
  /** Where the page only leads on to. */
  readonly refresh: Target | undefined;
}

/** A built site, as it is compared. */
export interface BuiltSite {
  /** Paths of all files that are served, by the key of their address. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly pages: readonly SitePage[];
  readonly pageAt: (key: string) => SitePage | undefined;
  readonly rules: readonly Rule[];
  /** Keys of addresses that pages link to or show. */
  readonly linked: ReadonlySet<string>;
  readonly bases: readonly OwnBase[];
  /** On how many pages a block is. */
  readonly pagesWith: (unit: Unit) => number;
  /** Whether a block stands around the content: it is in a landmark that does, or on a fifth of all pages. */
  readonly isFrame: (unit: Unit) => boolean;
  readonly navKind: (link: Link, unit: Unit) => NavKind | undefined;
  /** Whether a link is on so few pages that it belongs to them: to the next page, or to the one above. */
  readonly isOfPage: (link: Link, unit: Unit) => boolean;
  /** What a page is called in the menus of the others, as words. */
  readonly namesOf: (key: string) => ReadonlySet<string>;
  readonly unread: readonly Unread[];
}

/** Longer texts are hardly on two pages. */
const REMEMBERED = 200;

/** What a built site is read of. */
export interface SiteFiles {
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
  readonly read: (path: string) => { readonly text: string } | Unread;
}

/**
 * Reads a built site, whatever its markup. What is navigation is found by landmarks, and by what repeats: a list's link
 * that is in the same place on three pages, and a block that is on a fifth of all pages.
 */
export function readSite({ files, unread, read }: SiteFiles): BuiltSite {
  const served = files.filter(isServed);
  const byKey = new Map<string, string[]>();
  for (const path of served) {
    const key = fileKey(path);
    const same = byKey.get(key);
    if (same) same.push(path);
    else byKey.set(key, [path]);
  }
  const pageFiles = served.filter(isPageFile);
  const problems: Unread[] = [...unread];
  const known = new Map<string, readonly string[]>();
  const words = (text: string) => {
    const before = known.get(text);
    if (before) return before;
    const found = wordsOf(text);
    if (text.length <= REMEMBERED) known.set(text, found);
    return found;
  };
  const parse = (path: string): RawPage | undefined => {
    const result = read(path);
    if ("reason" in result) problems.push(result);
    else {
      const page = parsePage(result.text, words);
      if (page) return page;
      problems.push({ path, reason: "it is nested deeper than 2000 elements" });
    }
    return undefined;
  };
  const bases = ownBases(pageFiles, byKey, (path) => {
    const result = read(path);
    return "text" in result ? parsePage(result.text) : undefined;
  });
  const collector = new Collector(bases);
  for (const path of pageFiles) {
    const raw = parse(path);
    if (raw) collector.add(path, raw);
  }
  const redirects = files.includes("_redirects") ? read("_redirects") : { text: "" };
  return collector.site(byKey, "text" in redirects ? parseRedirects(redirects.text) : [], problems);
}
