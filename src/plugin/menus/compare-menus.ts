import { groupBy, joinPages } from "../maps/group-by.ts";
import { countUntil } from "../maps/prefixes.ts";
import type { MenuEntry } from "./entry.ts";
import type { Menus } from "./menu.ts";

/** A link of a menu, and where in it. */
interface Entry {
  /** The menu; in a dropdown with the address of the item that opens it. */
  readonly place: string;
  readonly menu: string;
  readonly title: string;
  readonly url: string;
}

export interface Change {
  readonly kind: "added" | "removed" | "moved" | "renamed";
  readonly menu: string;
  /** In a sidebar: the addresses of the pages that show it. */
  readonly pages: readonly string[];
  readonly title: string;
  readonly url: string;
  /** The old title, the old menu or the old place. */
  readonly before: string | undefined;
}

interface SiteMenus {
  readonly menus: Menus;
  readonly settings: { readonly subsite?: string | undefined };
  /** Parts of the site in other languages, each with its own. */
  readonly subsites: readonly SiteMenus[];
}

/** Compares the menus of all pages, and the sidebars page by page: by what is shown, not by how it is written. */
export function compareMenus(before: SiteMenus, after: SiteMenus): Change[] {
  const shared = compareEntries(sharedEntries(before), sharedEntries(after), []);
  const [old, now] = [sidebarsByPage(before), sidebarsByPage(after)];
  const ofSidebars = [...new Set([...old.keys(), ...now.keys()])].flatMap((page) =>
    compareEntries(old.get(page) ?? [], now.get(page) ?? [], [page]),
  );
  // A sidebar is on many pages: a change of it is one change.
  return [...shared, ...joinPages(ofSidebars)];
}

/** The entries of one menu that are in both versions, and those that are in only one. */
interface Compared {
  readonly kept: readonly (readonly [Entry, Entry])[];
  readonly gone: readonly Entry[];
  readonly come: readonly Entry[];
}

function compareEntries(old: readonly Entry[], now: readonly Entry[], pages: readonly string[]): Change[] {
  const change = (kind: Change["kind"], { menu, title, url }: Entry, from?: string): Change => {
    return { kind, menu, pages, title, url, before: from };
  };
  const [before, after] = [groupBy(old, ({ place }) => place), groupBy(now, ({ place }) => place)];
  const places = [...new Set([...after.keys(), ...before.keys()])];
  const menus = places.map((place) => compareMenu(before.get(place) ?? [], after.get(place) ?? []));
  const gone = new Set(menus.flatMap((menu) => menu.gone));
  const [inMenu, ofName] = [firstLeft(gone, ({ place, url }) => `${place}\0${url}`), firstLeft(gone, nameKey)];
  const [oldRanks, newRanks] = [ranksIn(before.values()), ranksIn(after.values())];
  const changes = menus
    .flatMap((menu) => menu.come)
    .map((entry) => {
      const from = inMenu(entry);
      const other = from ?? ofName(entry);
      if (!other) return change("added", entry);
      gone.delete(other);
      const moved = `place ${oldRanks.get(other)}, now ${newRanks.get(entry)}`;
      return change("moved", entry, from ? moved : other.menu);
    });
  const renamed = menus.flatMap(({ kept }) =>
    kept.flatMap(([from, to]) => (from.title === to.title ? [] : change("renamed", to, from.title))),
  );
  return [...changes, ...[...gone].map((entry) => change("removed", entry)), ...renamed];
}

const nameKey = ({ url, title }: Entry): string => `${url}\0${title}`;

/** Finds the first entry like another that is left. */
function firstLeft(left: ReadonlySet<Entry>, keyOf: (entry: Entry) => string): (entry: Entry) => Entry | undefined {
  // From the last to the first, so that what is gone is taken off.
  const byKey = groupBy([...left].reverse(), keyOf);
  return (entry) => {
    const alike: Entry[] | undefined = byKey.get(keyOf(entry));
    for (let last = alike?.at(-1); last && !left.has(last); last = alike?.at(-1)) alike?.pop();
    return alike?.at(-1);
  };
}

/** The place of each entry in its menu, as people count. */
function ranksIn(menus: Iterable<readonly Entry[]>): ReadonlyMap<Entry, number> {
  return new Map(Array.from(menus, (menu) => menu.map((entry, index) => [entry, index + 1] as const)).flat());
}

/** By the longest sequence of entries that keep their order: if an entry moves, the ones that it passes do not change. */
function compareMenu(old: readonly Entry[], now: readonly Entry[]): Compared {
  const places = new Map([...groupBy(old.keys(), (at) => old[at]?.url)].map(([url, all]) => [url, all.values()]));
  const pairs = now.flatMap((to, at) => {
    const before = places.get(to.url)?.next().value;
    return before === undefined ? [] : [{ before, at }];
  });
  const inOrder = longestRising(pairs.map(({ before }) => before)).flatMap((index) => pairs[index] ?? []);
  const [kept, stayed] = [new Set(inOrder.map(({ before }) => before)), new Set(inOrder.map(({ at }) => at))];
  return {
    kept: inOrder.flatMap(({ before, at }) => {
      const [from, to] = [old[before], now[at]];
      return from && to ? [[from, to] as const] : [];
    }),
    gone: old.filter((_, at) => !kept.has(at)),
    come: now.filter((_, at) => !stayed.has(at)),
  };
}

/** Where the numbers of a longest rising sequence of some are, in time that hardly grows faster than they (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  /** The least that a sequence of each length ends with. */
  const ends: number[] = [];
  const previous = numbers.map((number, at) => {
    const length = countUntil(ends.length, (index) => (numbers[ends[index] ?? 0] ?? 0) < number);
    ends[length] = at;
    return ends[length - 1];
  });
  const found: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) found.push(at);
  return found.reverse();
}

function sharedEntries({ menus: { top, footerLeft, footerRight }, settings, subsites }: SiteMenus): Entry[] {
  const named = (name: string) => (settings.subsite === undefined ? name : `${name} (${settings.subsite})`);
  const [ofTop, ofLeft, ofRight] = [named("top"), named("footer-left"), named("footer-right")];
  return [
    ...top.flatMap((entry) => [
      placed(entry, ofTop, ofTop),
      ...entry.children.map((child) => placed(child, `${ofTop} ${entry.url}`, `${ofTop} > ${entry.title}`)),
    ]),
    ...footerLeft.map((entry) => placed(entry, ofLeft, ofLeft)),
    ...footerRight.map((entry) => placed(entry, ofRight, ofRight)),
    ...subsites.flatMap(sharedEntries),
  ];
}

function sidebarsByPage({ menus, subsites }: SiteMenus): Map<string, Entry[]> {
  return new Map(
    [...menus.sidebars, ...subsites.flatMap((part) => [...part.menus.sidebars])].map(([page, { entries }]) => [
      page.href,
      entries.map((entry) => placed(entry, "sidebar", "sidebar")),
    ]),
  );
}

function placed({ title, url }: MenuEntry, place: string, menu: string): Entry {
  return { place, menu, title, url };
}
