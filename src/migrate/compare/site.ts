import { NOWHERE, parseUrl } from "../../plugin/dialect/address.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import {
  fileHref,
  fileKey,
  furtherPages,
  isPageFile,
  isServed,
  type OwnBase,
  type Target,
  targetOf,
} from "./addresses.ts";
import { type Block, isAround, type RawLink } from "./blocks.ts";
import type { RawMedia } from "./media.ts";
import { ownBases } from "./own-bases.ts";
import { parsePage, type RawPage } from "./parse-page.ts";
import type { Unread } from "./read-folder.ts";
import { parseRedirects, type RuleTarget, ruleFinder } from "./redirects.ts";
import { readTitlesByLanguage } from "./titles.ts";
import { labelOf, wordKey, wordsOf } from "./words.ts";

/** A link, with its target and its label. */
export interface Link {
  /** `/` and the key of a page of the site, or another address without its protocol. */
  readonly to: string;
  readonly href: string;
  readonly label: string;
  readonly depth: number;
  /** It leads to a place in its own page, or to the previous or next page: it is no part of the navigation between pages. */
  readonly isLocal: boolean;
}

/** A block of text with its links; the same block on many pages is one object. */
export interface Unit extends Omit<Block, "links" | "menu"> {
  readonly links: readonly Link[];
}

/** Why a link counts as navigation: it is in a landmark, or repeated on several pages. */
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
  /** For each unit the menu of the page that it is in; 0 is none. */
  readonly menus: readonly number[];
  readonly media: readonly Media[];
  /** Keys of feeds and other forms of the page that its head names. */
  readonly alternates: ReadonlySet<string>;
  /** Stylesheets, scripts and icons, as they are written. */
  readonly assets: readonly string[];
  /** Where the page redirects to, if it does. */
  readonly refresh: Target | undefined;
}

/** A picture or the like, with its target. */
export interface Media extends Omit<RawMedia, "addresses"> {
  readonly to: string;
  readonly href: string;
  /** All addresses that are offered for it. */
  readonly all: readonly string[];
}

/** A built site, as it is compared. */
export interface BuiltSite {
  /** Paths of all files that are served, by the key of their address. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly pages: readonly SitePage[];
  readonly pageAt: (key: string) => SitePage | undefined;
  /** Where the rules of its `_redirects` lead. */
  readonly ruleTarget: RuleTarget;
  /** Keys of addresses that pages link to or embed. */
  readonly linked: ReadonlySet<string>;
  readonly bases: readonly OwnBase[];
  /** Whether a block surrounds the content: it is in a landmark that does, or on a fifth of all pages, or on thirty. */
  readonly isFrame: (unit: Unit) => boolean;
  /** The same of a picture, or the like. */
  readonly isFrameMedia: (media: Media) => boolean;
  /** Whether a block is on a fifth of all pages, or on thirty. */
  readonly isOnMany: (unit: Unit) => boolean;
  /** On how many pages something has to be, to be the theme's. */
  readonly few: number;
  readonly navKind: (link: Link, unit: Unit) => NavKind | undefined;
  /** Whether a link is on so few pages that it belongs to them, such as to the next page, or to the one above. */
  readonly isOfPage: (link: Link, unit: Unit) => boolean;
  /** The labels of a page in the menus of the others, as words. */
  readonly namesOf: (key: string) => ReadonlySet<string>;
  readonly unread: readonly Unread[];
}

/** Longer texts are hardly on two pages. */
const REMEMBERED = 200;

/** What a built site is read from. */
export interface SiteFiles {
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
  readonly read: (path: string) => { readonly text: string } | Unread;
}

/**
 * Reads a built site, whatever its markup. Navigation is recognized by landmarks and by repetition: a link in a list that
 * is in the same place on three pages, and a block that is on a fifth of all pages.
 */
export function readSite({ files, unread, read }: SiteFiles): BuiltSite {
  const served = files.filter(isServed);
  const byKey = groupBy(served, fileKey);
  const pageFiles = served.filter(isPageFile);
  const known = memoize(wordsOf);
  const words = (text: string) => (text.length <= REMEMBERED ? known(text) : wordsOf(text));
  const parse = (path: string): RawPage | Unread => {
    const result = read(path);
    if ("reason" in result) return result;
    return parsePage(result.text, words) ?? { path, reason: "it is nested deeper than 2000 elements" };
  };
  const bases = ownBases(pageFiles, byKey, (path) => {
    const page = parse(path);
    return "reason" in page ? undefined : page;
  });
  const collector = new Collector(bases);
  const problems = pageFiles.flatMap((path) => {
    const page = parse(path);
    if ("reason" in page) return [page];
    collector.add(path, page);
    return [];
  });
  const redirects = files.includes("_redirects") ? read("_redirects") : { text: "" };
  const ruleTarget = ruleFinder("text" in redirects ? parseRedirects(redirects.text) : []);
  return collector.site(byKey, ruleTarget, [...unread, ...problems]);
}

/** A page before all others are known: its title is whole. */
type Draft = Omit<SitePage, "key" | "href" | "fullTitle" | "heading">;

/** What is on so many pages surrounds them, even where a site has many others of another kind, such as an old site's. */
const MANY = 30;

/** A menu hardly has three entries of the same name. */
const MANY_TARGETS = 3;

/** Collects the pages of a site, and counts on how many each block and each link is. */
class Collector {
  readonly #units = new Map<string, Unit>();
  readonly #pagesWithUnit = new Map<Unit, number>();
  readonly #pagesWithLink = new Map<string, number>();
  readonly #pagesWithMedia = new Map<string, number>();
  readonly #targets = new Map<string, Target | undefined>();
  readonly #labels = memoize((text: string) => labelOf(text) || text);
  readonly #linked = new Set<string>();
  /** Labels that have several addresses in one place of a page, such as “Read more”. */
  readonly #actions = new Set<string>();
  readonly #drafts: Draft[] = [];
  readonly #bases: readonly OwnBase[];

  constructor(bases: readonly OwnBase[]) {
    this.#bases = bases;
  }

  add(file: string, raw: RawPage): void {
    const self = fileHref(file);
    const base = raw.base === undefined ? self : resolveBase(raw.base, self);
    const resolve = (href: string) => this.#target(href, base, self);
    const isPaging = furtherPages(fileKey(file));
    const units = raw.blocks.map((block) => this.#unit(block, resolve, isPaging));
    const own = new Set(units);
    const links = [...own].flatMap((unit) => unit.links.map((link) => ({ link, unit })));
    for (const { link } of links) this.#linked.add(link.to);
    for (const [action, same] of groupBy(links, ({ link, unit }) => actionKey(link, unit))) {
      if (new Set(same.map(({ link }) => link.to)).size >= MANY_TARGETS) this.#actions.add(action);
    }
    increment(this.#pagesWithUnit, own);
    increment(this.#pagesWithLink, new Set(links.map(({ link, unit }) => placeKey(link, unit))));
    const media = raw.media.flatMap((one) => mediaAt(one, resolve));
    for (const address of media.flatMap(({ all }) => all)) this.#linked.add(address);
    increment(this.#pagesWithMedia, new Set(media.map(({ to }) => to)));
    const alternates = new Set(raw.alternates.flatMap((href) => resolve(href)?.to ?? []));
    const refresh = raw.refresh === undefined ? undefined : resolve(raw.refresh);
    const menus = raw.blocks.map(({ menu }) => menu);
    this.#drafts.push({ file, title: raw.title, units, menus, media, alternates, assets: raw.assets, refresh });
  }

  site(files: ReadonlyMap<string, readonly string[]>, ruleTarget: RuleTarget, unread: readonly Unread[]): BuiltSite {
    const count = this.#drafts.length;
    const few = count < 6 ? 2 : 3;
    const many = Math.max(few, Math.min(count / 5, MANY));
    const pagesWith = (unit: Unit) => this.#pagesWithUnit.get(unit) ?? 0;
    const isOnMany = (unit: Unit) => pagesWith(unit) >= many && count > 1;
    const pagesWithLink = (link: Link, unit: Unit) => this.#pagesWithLink.get(placeKey(link, unit)) ?? 0;
    const titles = readTitlesByLanguage(this.#drafts);
    const pages = this.#drafts.map(({ title, ...draft }, index): SitePage => {
      const isHeading = ({ heading, words }: Unit) => (heading === 1 || heading === 2) && words !== "";
      return {
        ...draft,
        key: fileKey(draft.file),
        href: fileHref(draft.file),
        title: titles[index] ?? "",
        fullTitle: title,
        heading: draft.units.find((unit) => isHeading(unit) && !isAround(unit) && !isOnMany(unit)),
      };
    });
    const byKey = groupBy(pages, ({ key }) => key);
    const menuLinks = [...this.#units.values()].flatMap(({ isLinks, links }) => (isLinks ? links : []));
    const labels = groupBy(menuLinks, ({ to }) => to);
    const names = memoize((to: string) => new Set(labels.get(to)?.map(({ label }) => wordKey(label))));
    return {
      files,
      pages,
      namesOf: (key) => names(`/${key}`),
      pageAt: (key) => byKey.get(key)?.[0],
      ruleTarget,
      linked: this.#linked,
      bases: this.#bases,
      isFrame: (unit) => isAround(unit) || isOnMany(unit),
      isOnMany,
      isFrameMedia: (media) => isAround(media) || (count > 1 && (this.#pagesWithMedia.get(media.to) ?? 0) >= many),
      few,
      navKind: (link, unit) => {
        if (link.isLocal || link.label === "") return undefined;
        if (isAround(unit)) return "landmark";
        if (unit.heading > 0 || this.#actions.has(actionKey(link, unit))) return undefined;
        const isRepeated = isOnMany(unit) || (unit.isLinks && pagesWithLink(link, unit) >= few);
        return isRepeated ? "repeated" : undefined;
      },
      isOfPage: (link, unit) => count > 2 && pagesWithLink(link, unit) < few,
      unread,
    };
  }

  #target(href: string, base: string, self: string): Target | undefined {
    // Most links are written in the same way on all pages.
    const isSame = /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(href) && !href.includes("#");
    if (isSame && this.#targets.has(href)) return this.#targets.get(href);
    const target = targetOf(href, base, self, this.#bases);
    if (isSame) this.#targets.set(href, target);
    return target;
  }

  #unit(block: Block, resolve: (href: string) => Target | undefined, isPaging: (to: string) => boolean): Unit {
    const links = block.links.map((link) => this.#link(link, resolve(link.href), isPaging));
    const names = links.map(({ to, href, label, depth, isLocal }) => [to, href, label, depth, isLocal].join("\0"));
    const key = [block.path, block.landmark, block.text, ...names].join("\u0001");
    const known = this.#units.get(key);
    if (known) return known;
    const { menu: _, ...rest } = block;
    const unit: Unit = { ...rest, links };
    this.#units.set(key, unit);
    return unit;
  }

  #link(link: RawLink, target: Target | undefined, isPaging: (to: string) => boolean): Link {
    const { href, label, depth, isStep } = link;
    // A link without an address keeps its place: fragments of the text refer to links by number.
    const { to, isInPage } = target ?? { to: "", isInPage: true };
    return { to, href, label: this.#labels(label), depth, isLocal: isInPage || isStep || isPaging(to) };
  }
}

function mediaAt({ addresses, ...media }: RawMedia, resolve: (href: string) => Target | undefined): Media[] {
  const all = addresses.flatMap((href) => resolve(href)?.to ?? []);
  const [to] = all;
  return to === undefined ? [] : [{ ...media, to, href: addresses[0] ?? "", all }];
}

function increment<Key>(counts: Map<Key, number>, keys: Iterable<Key>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function actionKey({ label }: Link, { path }: Unit): string {
  return `${label}\0${path}`;
}

function placeKey({ to, label }: Link, { path }: Unit): string {
  return `${to}\0${label}\0${path}`;
}

function resolveBase(base: string, self: string): string {
  const url = parseUrl(base, new URL(self, NOWHERE).href);
  return url?.origin === NOWHERE ? url.pathname : (url?.href ?? self);
}
