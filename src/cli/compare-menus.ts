import { diffArrays } from "diff";
import type { MenuItem } from "../plugin/menus/menu.ts";
import type { Site } from "../plugin/site.ts";

/** One link of a menu, by its place. */
interface Entry {
  /** The menu, and in a dropdown the address of the item above. */
  readonly place: string;
  readonly menu: string;
  readonly label: string;
  readonly href: string;
}

export interface Change {
  readonly kind: "added" | "removed" | "moved" | "renamed";
  readonly menu: string;
  /** In a sidebar: the addresses of the pages that show it. */
  readonly pages: readonly string[];
  readonly label: string;
  readonly href: string;
  /** The old label, the old menu or the old place. */
  readonly before: string | undefined;
}

/** The menus of every page, and the sidebars page by page: how they are written does not count, but what is shown. */
export function compareMenus(before: Site, after: Site): Change[] {
  const shared = compareEntries(sharedEntries(before), sharedEntries(after), []);
  const [old, now] = [sidebarsByPage(before), sidebarsByPage(after)];
  const ofSidebars = [...new Set([...old.keys(), ...now.keys()])].flatMap((page) =>
    compareEntries(old.get(page) ?? [], now.get(page) ?? [], [page]),
  );
  return [...shared, ...joined(ofSidebars)];
}

/** What one menu came to: entries that are in both, and those that are in one only. */
interface Compared {
  readonly kept: readonly (readonly [Entry, Entry])[];
  readonly gone: readonly Entry[];
  readonly come: readonly Entry[];
}

function compareEntries(old: readonly Entry[], now: readonly Entry[], pages: readonly string[]): Change[] {
  const change = (kind: Change["kind"], { menu, label, href }: Entry, from?: string): Change => {
    return { kind, menu, pages, label, href, before: from };
  };
  const places = [...new Set([...now, ...old].map(({ place }) => place))];
  const menus = places.map((place) => {
    const at = (entry: Entry) => entry.place === place;
    return compareMenu(old.filter(at), now.filter(at));
  });
  const gone = new Set(menus.flatMap((menu) => menu.gone));
  const changes = menus
    .flatMap((menu) => menu.come)
    .map((entry) => {
      const from = [...gone].find((other) => other.href === entry.href && other.place === entry.place);
      const other = from ?? [...gone].find(({ href, label }) => href === entry.href && label === entry.label);
      if (!other) return change("added", entry);
      gone.delete(other);
      return change("moved", entry, from ? placeChange(other, entry, old, now) : other.menu);
    });
  const renamed = menus.flatMap(({ kept }) =>
    kept.flatMap(([from, to]) => (from.label === to.label ? [] : change("renamed", to, from.label))),
  );
  return [...changes, ...[...gone].map((entry) => change("removed", entry)), ...renamed];
}

/** By the longest run of entries that keep their order: an entry that was moved is one change, not all that it passed. */
function compareMenu(old: readonly Entry[], now: readonly Entry[]): Compared {
  const kept: [Entry, Entry][] = [];
  const gone: Entry[] = [];
  const come: Entry[] = [];
  let [before, after] = [0, 0];
  for (const part of diffArrays(
    old.map(({ href }) => href),
    now.map(({ href }) => href),
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

function sharedEntries({ menus: { top, footerLeft, footerRight } }: Site): Entry[] {
  return [
    ...top.flatMap((item) => [
      entryOf(item, "top", "top"),
      ...item.children.map((child) => entryOf(child, `top ${item.href}`, `top > ${item.label}`)),
    ]),
    ...footerLeft.map((item) => entryOf(item, "footer-left", "footer-left")),
    ...footerRight.map((item) => entryOf(item, "footer-right", "footer-right")),
  ];
}

function sidebarsByPage({ menus }: Site): Map<string, Entry[]> {
  return new Map(
    [...menus.sidebars].map(([page, { items }]) => [
      page.href,
      items.map((item) => entryOf(item, "sidebar", "sidebar")),
    ]),
  );
}

function entryOf({ label, href }: MenuItem, place: string, menu: string): Entry {
  return { place, menu, label, href };
}

/** One sidebar is shown on many pages: a change of it is one change. */
function joined(changes: readonly Change[]): Change[] {
  const byChange = new Map<string, { readonly change: Change; readonly pages: string[] }>();
  for (const change of changes) {
    const { pages, ...rest } = change;
    const key = JSON.stringify(rest);
    const same = byChange.get(key);
    if (same) same.pages.push(...pages);
    else byChange.set(key, { change, pages: [...pages] });
  }
  return [...byChange.values()].map(({ change, pages }) => ({ ...change, pages }));
}
