import { countBy, groupBy, joinPages } from "../../plugin/maps/group-by.ts";
import { isAround } from "./blocks.ts";
import type { Follow, Pair } from "./pairs.ts";
import type { ChangedLink, MenuLink, MenusOfPage } from "./report.ts";
import type { Sides } from "./sides.ts";
import type { BuiltSite, Link, NavKind, SitePage, Unit } from "./site.ts";
import { wordKey } from "./words.ts";

type Change = Omit<ChangedLink, "pages">;

/**
 * What changed in the navigation of pages; the same change on many pages is one. Lost is what visitors of a page find no more,
 * neither on it nor in the menus of most others.
 */
export function compareNavigation(sides: Sides): { readonly lost: ChangedLink[]; readonly other: ChangedLink[] } {
  const { pairs, old, follow, reach } = sides;
  const changes = pairs.flatMap((pair) =>
    changesOf(pair, sides).map((one) => ({
      change: { ...one.change, pages: [pair.old.href] },
      isLost: isLostEntry(one, old, follow, reach),
    })),
  );
  const told = (some: typeof changes) =>
    joinPages(some.map(({ change }) => change)).sort((a, b) => b.pages.length - a.pages.length);
  return { lost: told(changes.filter(({ isLost }) => isLost)), other: told(changes.filter(({ isLost }) => !isLost)) };
}

/** If so many pages have a link, one that lacks it lost it. */
const MOST_PAGES = 0.5;

function isLostEntry(
  { change: { kind }, entry: { link, unit, menu }, isThere }: EntryChange,
  old: BuiltSite,
  follow: Follow,
  reach: (to: string) => number,
): boolean {
  // “Powered by …”, on all pages: a theme's own text, where a menu has nothing but links.
  const isText = !unit.isLinks || (menu === 0 && !link.to.startsWith("/"));
  if (isText && old.isFrame(unit)) return false;
  if (kind === "elsewhere") return true;
  if (kind !== "gone" || isThere) return false;
  const share = reach(follow(link.to));
  return share === 0 || share >= MOST_PAGES;
}

/** The links of the new page, by what is asked of them. */
interface Places {
  /** In menus, or in blocks that hold nothing else. */
  readonly listed: readonly Link[];
  readonly inLists: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

interface EntryChange {
  readonly change: Change;
  readonly entry: NavLink;
  /** Whether the page still has a link to the same address, of whatever name. */
  readonly isThere: boolean;
}

function changesOf(pair: Pair, { old, now, follow, listing }: Sides): EntryChange[] {
  const before = navigationOf(pair.old, old);
  if (before.length === 0) return [];
  const places = placesOf(pair, follow);
  const keyOf = ({ to, label }: Link) => linkKey(follow(to), label);
  const known = new Set(pair.old.units.flatMap(({ links }) => links.map(keyOf)));
  const fresh = places.listed.filter((other) => !known.has(keyOf(other)));
  const [freshByTarget, freshByLabel] = [firstBy(fresh, ({ to }) => follow(to)), firstBy(fresh, ({ label }) => label)];
  const changes = before.flatMap((entry): EntryChange[] => {
    const { link, unit, kind } = entry;
    const to = follow(link.to);
    if (to !== link.to && places.addresses.has(to)) return [];
    if ((kind === "landmark" ? places.inLists : places.anywhere).has(keyOf(link))) return [];
    // A theme may show the entry of the page itself as text, or mark it in its label.
    if (to === `/${pair.old.key}` || to === `/${pair.new.key}`) return [];
    const isOwn = old.isOfPage(link, unit);
    const renamed = freshByTarget.get(to);
    if (isOwn && renamed && sharesName(link.label, renamed.label)) return [];
    if (isOwn && !renamed && places.addresses.has(to)) return [];
    if (pair.new.alternates.has(to)) return [];
    const isOfListed = () => listing.isOfListed(pair.old, unit, (page) => hasLink(page, link));
    if (!old.isFrame(unit) && isOfListed()) return [];
    const moved = freshByLabel.get(link.label);
    if (moved) return [change("elsewhere", entry, moved.to)];
    if (renamed) return [change("renamed", entry, renamed.label)];
    return [{ ...change("gone", entry, null), isThere: places.addresses.has(to) }];
  });
  return [...changes, ...changesOfMenus(pair, before, navigationOf(pair.new, now), follow)];
}

/** The first of each key. */
function firstBy(links: readonly Link[], keyOf: (link: Link) => string): ReadonlyMap<string, Link> {
  return new Map(links.toReversed().map((link) => [keyOf(link), link]));
}

function hasLink({ key, units }: SitePage, link: Link): boolean {
  return link.to !== `/${key}` && units.some(({ links }) => links.some(({ to }) => to === link.to));
}

function placesOf({ new: now }: Pair, follow: Follow): Places {
  const key = ({ to, label }: Link) => linkKey(follow(to), label);
  const all = now.units.flatMap(({ links }) => links);
  const addresses = new Set(all.map(({ to }) => follow(to)));
  const listed = now.units
    .filter((unit) => unit.isLinks || isAround(unit))
    .flatMap(({ links }) => links.filter(({ isLocal }) => !isLocal));
  return { listed, inLists: new Set(listed.map(key)), anywhere: new Set(all.map(key)), addresses };
}

function change(kind: Change["kind"], entry: NavLink, now: string | null): EntryChange {
  const { link, below } = entry;
  return { change: { kind, label: link.label, address: link.to, now, below: below ?? null }, entry, isThere: true };
}

/** “Newer: A title” is the link “A title”. */
function sharesName(a: string, b: string): boolean {
  const [one, other] = [` ${wordKey(a)} `, ` ${wordKey(b)} `];
  return one.includes(other) || other.includes(one);
}

/** How much of a menu another one must have to be its counterpart. */
const ALIKE = 0.5;

/** Entries that left their menu and are still in another, and menus in another order. */
function changesOfMenus(
  pair: Pair,
  before: readonly NavLink[],
  after: readonly NavLink[],
  follow: Follow,
): EntryChange[] {
  const keyOf = ({ link }: NavLink) => linkKey(follow(link.to), link.label);
  const [oldCounts, newCounts] = [countBy(before.map(keyOf)), countBy(after.map(keyOf))];
  const menus = byMenu(after);
  return byMenu(before).flatMap((entries): EntryChange[] => {
    const best = bestMatch(entries, menus, keyOf);
    if (!best) return [];
    const [keys, nextKeys] = [entries.map(keyOf), best.map(keyOf)];
    const [there, next] = [new Set(keys), new Set(nextKeys)];
    const fresh = best.filter((other) => !there.has(keyOf(other))).map(({ link }) => link);
    const [freshByTarget, freshByLabel] = [
      firstBy(fresh, ({ to }) => follow(to)),
      firstBy(fresh, ({ label }) => label),
    ];
    const gone = entries.flatMap((entry): EntryChange[] => {
      const { label, to } = entry.link;
      const key = keyOf(entry);
      const count = newCounts.get(key) ?? 0;
      const isSelf = follow(to) === `/${pair.old.key}`;
      // If it is nowhere, that is reported already; if it is there as often as before, another theme moved it.
      if (isSelf || next.has(key) || count === 0 || count >= (oldCounts.get(key) ?? 0)) return [];
      const moved = freshByLabel.get(label);
      if (moved) return [change("elsewhere", entry, moved.to)];
      const renamed = freshByTarget.get(follow(to));
      return [renamed ? change("renamed", entry, renamed.label) : change("left", entry, null)];
    });
    return [...gone, ...otherOrder(entries, keys, nextKeys)];
  });
}

function byMenu(entries: readonly NavLink[]): NavLink[][] {
  const menus = groupBy(entries, ({ menu }) => menu);
  menus.delete(0);
  return [...menus.values()].filter((menu) => menu.length > 1);
}

/** The menu that is most like one: a larger one may hold all of its entries and be another menu. */
function bestMatch(entries: readonly NavLink[], menus: readonly NavLink[][], keyOf: (entry: NavLink) => string) {
  const wanted = new Set(entries.map(keyOf));
  const landmark = entries[0]?.unit.landmark;
  let best: NavLink[] | undefined;
  let most = 0;
  for (const menu of menus) {
    const shared = new Set(menu.map(keyOf).filter((one) => wanted.has(one))).size;
    const isLikePlace = menu[0]?.unit.landmark === landmark;
    const likeness = shared / Math.max(menu.length, wanted.size) + (isLikePlace ? 0.01 : 0);
    if (shared > 1 && shared >= wanted.size * ALIKE && likeness > most) [best, most] = [menu, likeness];
  }
  return best;
}

/** Only if both have the same entries, each once: then the order is all that changed. */
function otherOrder(entries: readonly NavLink[], keys: readonly string[], nextKeys: readonly string[]): EntryChange[] {
  const all = new Set([...keys, ...nextKeys]).size;
  if ([keys, nextKeys].some((some) => some.length !== all || new Set(some).size !== all)) return [];
  const first = entries.find((_, index) => keys[index] !== nextKeys[index]);
  return first ? [change("order", first, nextKeys.map((key) => key.split("\0")[1]).join(", "))] : [];
}

/** A link of a page's navigation, and where in it. */
export interface NavLink {
  readonly link: Link;
  readonly unit: Unit;
  readonly kind: NavKind;
  readonly menu: number;
  /** The label of the entry that it is nested in. */
  readonly below: string | undefined;
}

/** The navigation links of a page, in their order. */
function navigationOf(page: SitePage, site: BuiltSite): NavLink[] {
  const above: NavLink[] = [];
  return page.units.flatMap((unit, index) => {
    const menu = page.menus[index] ?? 0;
    return unit.links.flatMap((link) => {
      const kind = site.navKind(link, unit);
      if (!kind) return [];
      while (above.length > 0 && ((above.at(-1)?.link.depth ?? 0) >= link.depth || above.at(-1)?.menu !== menu)) {
        above.pop();
      }
      const entry = { link, unit, kind, menu, below: above.at(-1)?.link.label };
      if (menu > 0) above.push(entry);
      return [entry];
    });
  });
}

function linkKey(to: string, label: string): string {
  return `${to}\0${label}`;
}

/** How many pages are shown: enough to see each kind of change, and few enough to read. */
const MOST = 12;

/** The menus of the start page, and of one page for each change. */
export function menusOfPages(pairs: readonly Pair[], changes: readonly ChangedLink[], old: BuiltSite, now: BuiltSite) {
  const keyOf = ({ link }: NavLink) => linkKey(link.to, link.label);
  const wanted = new Set(changes.map(({ pages }) => pages[0]));
  const start = pairs.find((pair) => pair.old.key === "") ?? pairs[0];
  const shown = pairs.filter((pair) => wanted.has(pair.old.href));
  return [...new Set([...(start ? [start] : []), ...shown])].slice(0, MOST).map((pair): MenusOfPage => {
    const [before, after] = [navigationOf(pair.old, old), navigationOf(pair.new, now)];
    const ofPage = changes.filter(({ pages }) => pages.includes(pair.old.href));
    const changed = new Set(ofPage.map(({ address, label }) => linkKey(address, label)));
    const known = new Set(before.map(keyOf));
    return {
      page: pair.old.href,
      old: before.map((entry) => menuLink(entry, changed.has(keyOf(entry)))),
      new: after.map((entry) => menuLink(entry, !known.has(keyOf(entry)))),
    };
  });
}

function menuLink({ link: { label, to, depth }, menu }: NavLink, isChanged: boolean): MenuLink {
  return { label, address: to, depth, menu, isChanged };
}
