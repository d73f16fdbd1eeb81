import { compareAddresses } from "./compare-addresses.ts";
import { compareNavigation } from "./compare-navigation.ts";
import { compareText } from "./compare-text.ts";
import { compareTitles } from "./compare-titles.ts";
import { menusOfPages } from "./menus-of-pages.ts";
import { pairPages } from "./pairs.ts";
import type { Report } from "./report.ts";
import type { BuiltSite } from "./site.ts";

/** What an old site had that a new one has not. What is new is no news: only losses are told. */
export function compareSites(old: BuiltSite, now: BuiltSite): Report {
  const { gone, moved, design } = compareAddresses(old, now);
  const pairs = pairPages(old, now);
  const { changed: titles, framed } = compareTitles(pairs);
  const navigation = compareNavigation(pairs, old, now);
  const { lost, labels } = compareText(
    pairs,
    old,
    now,
    new Set([...titles.flatMap(({ pages }) => pages), ...[...framed.values()].flat()]),
  );
  return {
    pages: { old: old.pages.length, new: now.pages.length, compared: pairs.length },
    addresses: gone,
    titles,
    navigation,
    text: lost,
    notes: { moved, design, labels: [...[...framed].map(([text, pages]) => ({ text, pages })), ...labels] },
    menus: menusOfPages(pairs, navigation, old, now),
  };
}
