import { findNavigationEntries } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import type { EntryTexts } from "../dialect/fields.ts";
import type { Place } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";

/** An entry of a menu, as eleventy-navigation knows it (https://www.11ty.dev/docs/plugins/navigation/). */
export interface NavigationEntry extends EntryTexts {
  /** Made of the entry's place, never of its label: `top/about`, and `top/about#3` for the third of its dropdown. */
  readonly key: string;
  /** The key of the entry or of the menu above. */
  readonly parent?: string;
  readonly title: string;
  /** Where a visitor is led. */
  readonly url?: string;
  /** Its place among its neighbours, from 1. */
  readonly order: number;
}

/** Where an entry comes from. */
export interface Origin {
  /** The page that it leads to, where it is one of this site. */
  readonly page: Page | undefined;
  /** The field that it comes from, and where that is written. */
  readonly field: string;
  readonly place: Place;
}

/** An entry as an item of a collection, the form in which eleventy-navigation looks for it. */
export interface NavigationNode {
  readonly data: { readonly eleventyNavigation: NavigationEntry; readonly origin?: Origin };
}

/** An entry of a menu's tree, with those below it. */
export interface MenuEntry extends NavigationEntry {
  readonly url: string;
  readonly data: { readonly origin: Origin };
  readonly children: readonly MenuEntry[];
}

/** What an entry is made of, before it has its place in a menu. */
export interface EntryParts extends Omit<NavigationEntry, "key" | "parent" | "order"> {
  readonly origin: Origin;
}

/** What stands for the site, or for a part of it, above all entries of a menu. */
export type MenuRoot = Required<Pick<NavigationEntry, "title" | "url">>;

/** The entries right below a key, numbered in their order. */
export function nodesBelow(parent: string, entries: readonly EntryParts[]): NavigationNode[] {
  return entries.map(({ origin, ...entry }, index) =>
    nodeOf({ ...entry, key: `${parent}#${index + 1}`, parent, order: index + 1 }, origin),
  );
}

/** An entry in the form in which eleventy-navigation looks for it. */
export function nodeOf(entry: NavigationEntry, origin?: Origin): NavigationNode {
  return { data: { eleventyNavigation: entry, ...(origin && { origin }) } };
}

/**
 * A menu's entries as a tree, by eleventy-navigation's own function. For every key that it is shown it looks at all nodes,
 * so it is shown no key of an entry that has nothing below it: a menu of ten thousand pages would take seconds.
 */
export function treeOf(nodes: readonly NavigationNode[], root: string): readonly MenuEntry[] {
  const parents = new Set(nodes.map(({ data }) => data.eleventyNavigation.parent));
  const keys = new Map<object, string>();
  const shown = nodes.map((node) => {
    const { key, ...entry } = node.data.eleventyNavigation;
    if (parents.has(key)) return node;
    const data = { ...node.data, eleventyNavigation: entry };
    keys.set(data, key);
    return { data };
  });
  const whole = ({ children = [], ...entry }: Found): MenuEntry => ({
    key: keys.get(entry.data) ?? "",
    ...entry,
    children: children.map(whole),
  });
  return (findNavigationEntries(shown, root) as readonly Found[]).map(whole);
}

/** An entry as eleventy-navigation hands it back, with a key where it was shown one. */
interface Found extends Omit<MenuEntry, "key" | "children"> {
  readonly key?: string;
  readonly children?: readonly Found[];
}

/** eleventy-navigation splits keys at commas. */
export function safeKey(key: string): string {
  return key.replaceAll(",", "%2C");
}

/** Makes keys that are each there once: the second `sidebar/about` is `sidebar/about~2`. */
export function keyMaker(): (key: string) => string {
  const taken = new Map<string, number>();
  return (wanted) => {
    const key = safeKey(wanted);
    let [free, count] = [key, taken.get(key) ?? 1];
    while (taken.has(free)) free = `${key}~${++count}`;
    taken.set(key, count).set(free, 1);
    return free;
  };
}

/** An entry and all below it. */
export function withAllBelow(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries.flatMap((entry) => [entry, ...withAllBelow(entry.children)]);
}
