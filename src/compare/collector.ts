import { fileHref, fileKey, furtherPages, type OwnBase, type Target, targetOf } from "./addresses.ts";
import { type Block, isAround, type RawLink } from "./blocks.ts";
import type { RawPage } from "./parse-page.ts";
import type { Unread } from "./read-folder.ts";
import type { Rule } from "./redirects.ts";
import type { BuiltSite, Link, SitePage, Unit } from "./site.ts";
import { readTitles } from "./titles.ts";
import { labelOf, wordsOf } from "./words.ts";

interface Draft {
  readonly file: string;
  readonly raw: Pick<RawPage, "title">;
  readonly units: readonly Unit[];
  readonly menus: readonly number[];
  readonly refresh: Target | undefined;
}

/** A menu has hardly three entries of one name. */
const MANY_LEADS = 3;

/** Puts the pages of a site together, and counts on how many each block and each link is. */
export class Collector {
  readonly #units = new Map<string, Unit>();
  readonly #pagesWithUnit = new Map<Unit, number>();
  readonly #pagesWithLink = new Map<string, number>();
  readonly #targets = new Map<string, Target | undefined>();
  readonly #labels = new Map<string, string>();
  readonly #linked = new Set<string>();
  /** Labels that lead to several addresses from one place of a page, such as “Read more”. */
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
    const seen = new Set<string>();
    const byLabel = new Map<string, Set<string>>();
    for (const unit of new Set(units)) {
      this.#pagesWithUnit.set(unit, (this.#pagesWithUnit.get(unit) ?? 0) + 1);
      for (const link of unit.links) {
        this.#linked.add(link.to);
        const action = `${link.label}\0${unit.path}`;
        const leads = (byLabel.get(action) ?? new Set()).add(link.to);
        byLabel.set(action, leads);
        if (leads.size >= MANY_LEADS) this.#actions.add(action);
        const key = placeKey(link, unit);
        if (seen.has(key)) continue;
        seen.add(key);
        this.#pagesWithLink.set(key, (this.#pagesWithLink.get(key) ?? 0) + 1);
      }
    }
    for (const source of raw.sources) this.#linked.add(resolve(source)?.to ?? "");
    const refresh = raw.refresh === undefined ? undefined : resolve(raw.refresh);
    this.#drafts.push({ file, raw: { title: raw.title }, units, menus: raw.blocks.map(({ menu }) => menu), refresh });
  }

  site(files: ReadonlyMap<string, readonly string[]>, rules: readonly Rule[], unread: readonly Unread[]): BuiltSite {
    const count = this.#drafts.length;
    const few = count < 6 ? 2 : 3;
    const many = Math.max(few, count / 5);
    const pagesWith = (unit: Unit) => this.#pagesWithUnit.get(unit) ?? 0;
    const titles = readTitles(this.#drafts.map(({ raw }) => raw.title));
    const pages = this.#drafts.map(({ file, raw, units, menus, refresh }, index): SitePage => {
      const isOwn = (unit: Unit) => pagesWith(unit) < many || count < 2;
      return {
        file,
        key: fileKey(file),
        href: fileHref(file),
        title: titles[index] ?? "",
        fullTitle: raw.title,
        heading: units.find(
          (unit) => (unit.heading === 1 || unit.heading === 2) && !isAround(unit) && unit.words !== "" && isOwn(unit),
        ),
        units,
        menus,
        refresh,
      };
    });
    const byKey = new Map<string, SitePage>();
    for (const page of pages) if (!byKey.has(page.key)) byKey.set(page.key, page);
    const names = new Map<string, Set<string>>();
    for (const unit of this.#units.values()) {
      for (const { to, label } of unit.links) {
        if (to.startsWith("/") && unit.isLinks)
          names.set(to, (names.get(to) ?? new Set()).add(wordsOf(label).join(" ")));
      }
    }
    return {
      files,
      pages,
      namesOf: (key) => names.get(`/${key}`) ?? new Set(),
      pageAt: (key) => byKey.get(key),
      rules,
      linked: this.#linked,
      bases: this.#bases,
      pagesWith,
      isFrame: (unit) => isAround(unit) || (pagesWith(unit) >= many && count > 1),
      navKind: (link, unit) => {
        if (link.isLocal || link.label === "") return undefined;
        if (isAround(unit)) return "landmark";
        if (unit.heading > 0 || this.#actions.has(`${link.label}\0${unit.path}`)) return undefined;
        if (unit.isLinks && (this.#pagesWithLink.get(placeKey(link, unit)) ?? 0) >= few) return "repeated";
        return pagesWith(unit) >= many && count > 1 ? "repeated" : undefined;
      },
      isOfPage: (link, unit) => count > 2 && (this.#pagesWithLink.get(placeKey(link, unit)) ?? 0) < few,
      unread,
    };
  }

  #label(text: string): string {
    const known = this.#labels.get(text);
    if (known !== undefined) return known;
    const label = labelOf(text) || text;
    this.#labels.set(text, label);
    return label;
  }

  #target(href: string, base: string, self: string): Target | undefined {
    // Most addresses are the same on all pages, or on all of a folder.
    const from = /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(href) && !href.includes("#") ? "" : `${base}\0${self}`;
    const key = `${from}\0${href}`;
    if (from !== "") return targetOf(href, base, self, this.#bases);
    if (!this.#targets.has(key)) this.#targets.set(key, targetOf(href, base, self, this.#bases));
    return this.#targets.get(key);
  }

  #unit(block: Block, resolve: (href: string) => Target | undefined, isPaging: (to: string) => boolean): Unit {
    const links = block.links.flatMap((link) => this.#link(link, resolve(link.href), isPaging));
    const names = links.map(({ to, href, label, depth }) => `${to}\0${href}\0${label}\0${depth}`);
    const key = [block.path, block.landmark, block.text, ...names].join("\u0001");
    const known = this.#units.get(key);
    if (known) return known;
    const { menu: _, ...rest } = block;
    const unit: Unit = { ...rest, links };
    this.#units.set(key, unit);
    return unit;
  }

  #link(link: RawLink, target: Target | undefined, isPaging: (to: string) => boolean): Link[] {
    // A link without an address keeps its place: pieces of the text count the links.
    const { to, isInPage } = target ?? { to: "", isInPage: true };
    return [
      {
        to,
        href: link.href,
        label: this.#label(link.label),
        depth: link.depth,
        isLocal: isInPage || link.isStep || isPaging(to),
      },
    ];
  }
}

function placeKey({ to, label }: Link, { path }: Unit): string {
  return `${to}\0${label}\0${path}`;
}

function resolveBase(base: string, self: string): string {
  try {
    const url = new URL(base, new URL(self, "http://site.invalid"));
    return url.origin === "http://site.invalid" ? url.pathname : url.href;
  } catch {
    return self;
  }
}
