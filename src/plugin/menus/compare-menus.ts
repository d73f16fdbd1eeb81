import { diffArrays } from "diff";
import { groupBy, joinPages } from "../maps/group-by.ts";
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
  const changes = menus
    .flatMap((menu) => menu.come)
    .map((entry) => {
      const from = [...gone].find((other) => other.url === entry.url && other.place === entry.place);
      const other = from ?? [...gone].find(({ url, title }) => url === entry.url && title === entry.title);
      if (!other) return change("added", entry);
      gone.delete(other);
      return change("moved", entry, from ? placeChange(other, entry, old, now) : other.menu);
    });
  const renamed = menus.flatMap(({ kept }) =>
    kept.flatMap(([from, to]) => (from.title === to.title ? [] : change("renamed", to, from.title))),
  );
  return [...changes, ...[...gone].map((entry) => change("removed", entry)), ...renamed];
}

/** By the longest sequence of entries that keep their order: if an entry moves, the ones that it passes do not change. */
function compareMenu(old: readonly Entry[], now: readonly Entry[]): Compared {
  const kept: [Entry, Entry][] = [];
  const gone: Entry[] = [];
  const come: Entry[] = [];
  let [before, after] = [0, 0];
  for (const part of diffArrays(
    old.map(({ url }) => url),
    now.map(({ url }) => url),
  )) {
    for (let count = 0; count < part.value.length; count++) {
      const [from, to] = [old[before], now[after]];
      if (part.removed && from) gone.push(from);
      else if (part.added && to) come.push(to);
      else if (from && to) kept.push([from, to]);
      if (!part.added) before++;
      if (!part.removed) after++;
    }
  }
  return { kept, gone, come };
}

function placeChange(from: Entry, to: Entry, old: readonly Entry[], now: readonly Entry[]): string {
  const rank = (entry: Entry, all: readonly Entry[]) =>
    all.filter(({ place }) => place === entry.place).indexOf(entry) + 1;
  return `place ${rank(from, old)}, now ${rank(to, now)}`;
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
