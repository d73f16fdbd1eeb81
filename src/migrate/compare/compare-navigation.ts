import { countBy, groupBy, joinPages } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import { isAround } from "./blocks.ts";
import { answerOf, type Pair } from "./pairs.ts";
import type { ChangedLink, MenuLink, MenusOfPage } from "./report.ts";
import type { BuiltSite, Link, NavKind, SitePage, Unit } from "./site.ts";
import { wordKey } from "./words.ts";

type Change = Omit<ChangedLink, "pages">;

/** Where an old address leads on the new site: links may name either. */
type Follow = (to: string) => string;

/** What the navigation of pages lost. The same change on many pages is one. */
export function compareNavigation(pairs: readonly Pair[], old: BuiltSite, now: BuiltSite): ChangedLink[] {
  const known = memoize((to: string) => {
    const answer = answerOf(now, to.slice(1));
    return answer.kind === "moved" ? answer.to : to;
  });
  const follow: Follow = (to) => (to.startsWith("/") ? known(to) : to);
  return joinPages(
    pairs.flatMap((pair) => changesOf(pair, old, now, follow).map((change) => ({ ...change, pages: [pair.old.href] }))),
  ).sort((a, b) => b.pages.length - a.pages.length);
}

/** The links of the new page, by what is asked of them. */
interface Places {
  /** In menus, or in blocks that hold nothing else. */
  readonly listed: readonly Link[];
  readonly inLists: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

function changesOf(pair: Pair, old: BuiltSite, now: BuiltSite, follow: Follow): Change[] {
  const before = navigationOf(pair.old, old);
  if (before.length === 0) return [];
  const places = placesOf(pair, follow);
  const keyOf = ({ to, label }: Link) => linkKey(follow(to), label);
  const known = new Set(pair.old.units.flatMap(({ links }) => links.map(keyOf)));
  const isNew = (other: Link) => !known.has(keyOf(other));
  const changes = before.flatMap((entry): Change[] => {
    const { link, unit, kind } = entry;
    const to = follow(link.to);
    if ((kind === "landmark" ? places.inLists : places.anywhere).has(keyOf(link))) return [];
    // A theme may show the entry of the page itself as text, or mark it in its label.
    if (to === `/${pair.old.key}` || to === `/${pair.new.key}`) return [];
    const isOwn = old.isOfPage(link, unit);
    const renamed = places.listed.find((other) => follow(other.to) === to && isNew(other));
    if (isOwn && renamed && sharesName(link.label, renamed.label)) return [];
    if (isOwn && !renamed && places.addresses.has(to)) return [];
    const moved = places.listed.find((other) => other.label === link.label && isNew(other));
    if (moved) return [change("elsewhere", entry, moved.to)];
    return [renamed ? change("renamed", entry, renamed.label) : change("gone", entry, null)];
  });
  return [...changes, ...changesOfMenus(pair, before, navigationOf(pair.new, now), follow)];
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

function change(kind: Change["kind"], { link, below }: NavLink, now: string | null): Change {
  return { kind, label: link.label, address: link.to, now, below: below ?? null };
}

/** “Newer: A title” is the link “A title”. */
function sharesName(a: string, b: string): boolean {
  const [one, other] = [` ${wordKey(a)} `, ` ${wordKey(b)} `];
  return one.includes(other) || other.includes(one);
}

/** How much of a menu another one must have to be its counterpart. */
const ALIKE = 0.5;

/** Entries that left their menu and are still in another, and menus in another order. */
function changesOfMenus(pair: Pair, before: readonly NavLink[], after: readonly NavLink[], follow: Follow): Change[] {
  const keyOf = ({ link }: NavLink) => linkKey(follow(link.to), link.label);
  const [oldCounts, newCounts] = [countBy(before.map(keyOf)), countBy(after.map(keyOf))];
  const menus = byMenu(after);
  return byMenu(before).flatMap((entries): Change[] => {
    const best = bestMatch(entries, menus, keyOf);
    if (!best) return [];
    const [keys, nextKeys] = [entries.map(keyOf), best.map(keyOf)];
    const fresh = best.filter((other) => !keys.includes(keyOf(other))).map(({ link }) => link);
    const gone = entries.flatMap((entry): Change[] => {
      const { label, to } = entry.link;
      const key = keyOf(entry);
      const count = newCounts.get(key) ?? 0;
      const isSelf = follow(to) === `/${pair.old.key}`;
      // If it is nowhere, that is reported already; if it is there as often as before, another theme moved it.
      if (isSelf || nextKeys.includes(key) || count === 0 || count >= (oldCounts.get(key) ?? 0)) return [];
      const moved = fresh.find((other) => other.label === label);
      if (moved) return [change("elsewhere", entry, moved.to)];
      const renamed = fresh.find((other) => follow(other.to) === follow(to));
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
function otherOrder(entries: readonly NavLink[], keys: readonly string[], nextKeys: readonly string[]): Change[] {
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
