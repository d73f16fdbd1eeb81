import type { NavigationEntry } from "./entry.ts";
import type { Menus } from "./menu.ts";

/**
 * The entry of each page, by its file, as eleventy-navigation's users know it: that of the top menu, without its `parent`,
 * so that `collections.all | eleventyNavigation` is the top menu; else its first one in a dropdown, a sidebar or the footer.
 */
export function ownEntries({ nodes }: Pick<Menus, "nodes">): ReadonlyMap<string, NavigationEntry> {
  const own = new Map<string, NavigationEntry>();
  const isTop = (parent: string | undefined) => (parent === "top" ? 0 : 1);
  const byRank = nodes.toSorted(
    (a, b) => isTop(a.data.eleventyNavigation.parent) - isTop(b.data.eleventyNavigation.parent),
  );
  for (const { data } of byRank) {
    const file = data.origin?.page?.file;
    if (file === undefined || own.has(file)) continue;
    const { parent, ...entry } = data.eleventyNavigation;
    own.set(file, parent === undefined || parent === "top" ? entry : { ...entry, parent });
  }
  return own;
}
