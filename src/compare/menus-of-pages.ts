import { linkKey, type NavLink, navigationOf } from "./navigation.ts";
import type { Pair } from "./pairs.ts";
import type { ChangedLink, MenuLink, MenusOfPage } from "./report.ts";
import type { BuiltSite } from "./site.ts";

/** So many pages are shown: enough to see each kind of change, and few enough to read. */
const MOST = 12;

/** The menus of the start page, and of one page of each change. */
export function menusOfPages(
  pairs: readonly Pair[],
  changes: readonly ChangedLink[],
  old: BuiltSite,
  now: BuiltSite,
): MenusOfPage[] {
  const wanted = new Set(changes.map(({ pages }) => pages[0]));
  const start = pairs.find((pair) => pair.old.key === "") ?? pairs[0];
  const shown = [...new Set([...(start ? [start] : []), ...pairs.filter((pair) => wanted.has(pair.old.href))])];
  return shown.slice(0, MOST).map((pair) => {
    const [before, after] = [navigationOf(pair.old, old), navigationOf(pair.new, now)];
    const changed = new Set(
      changes.filter(({ pages }) => pages.includes(pair.old.href)).map(({ address, label }) => linkKey(address, label)),
    );
    const known = new Set(before.map(({ link }) => linkKey(link.to, link.label)));
    return {
      page: pair.old.href,
      old: before.map((entry) => menuLink(entry, changed.has(linkKey(entry.link.to, entry.link.label)))),
      new: after.map((entry) => menuLink(entry, !known.has(linkKey(entry.link.to, entry.link.label)))),
    };
  });
}

function menuLink({ link: { label, to, depth }, menu }: NavLink, isChanged: boolean): MenuLink {
  return { label, address: to, depth, menu, isChanged };
}
