import { answerOf } from "./answers.ts";
import { isAround } from "./blocks.ts";
import { linkKey, type NavLink, navigationOf } from "./navigation.ts";
import type { Pair } from "./pairs.ts";
import type { ChangedLink } from "./report.ts";
import type { BuiltSite, Link } from "./site.ts";
import { wordsOf } from "./words.ts";

type Change = Omit<ChangedLink, "pages">;

/** What the navigation of pages lost. The same change on many pages is one. */
export function compareNavigation(pairs: readonly Pair[], old: BuiltSite, now: BuiltSite): ChangedLink[] {
  const lead = leadsNow(now);
  const byChange = new Map<string, { readonly change: Change; readonly pages: string[] }>();
  for (const pair of pairs) {
    for (const change of changesOf(pair, old, now, lead)) {
      const key = JSON.stringify(change);
      const same = byChange.get(key);
      if (same && same.pages.at(-1) !== pair.old.href) same.pages.push(pair.old.href);
      else if (!same) byChange.set(key, { change, pages: [pair.old.href] });
    }
  }
  return [...byChange.values()]
    .map(({ change, pages }) => ({ ...change, pages }))
    .sort((a, b) => b.pages.length - a.pages.length);
}

/** Where an old address leads on the new site: links may name either. */
function leadsNow(now: BuiltSite): (to: string) => string {
  const known = new Map<string, string>();
  return (to) => {
    if (!to.startsWith("/")) return to;
    const before = known.get(to);
    if (before !== undefined) return before;
    const answer = answerOf(now, to.slice(1));
    const at = answer.kind === "moved" ? answer.to : to;
    known.set(to, at);
    return at;
  };
}

/** The links of the new page, by what is asked of them. */
interface Places {
  /** In menus, or in blocks that hold nothing else. */
  readonly listed: readonly Link[];
  readonly inLists: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

function changesOf(pair: Pair, old: BuiltSite, now: BuiltSite, lead: (to: string) => string): Change[] {
  const before = navigationOf(pair.old, old);
  if (before.length === 0) return [];
  const after = navigationOf(pair.new, now);
  const places = placesOf(pair, lead);
  const known = new Set(pair.old.units.flatMap(({ links }) => links.map(({ to, label }) => linkKey(lead(to), label))));
  const changes = before.flatMap((entry) => changeOf(entry, pair, old, places, known, lead));
  return [...unique(changes), ...changesOfMenus(pair, before, after, lead)];
}

function placesOf({ new: now }: Pair, lead: (to: string) => string): Places {
  const key = ({ to, label }: Link) => linkKey(lead(to), label);
  const all = now.units.flatMap(({ links }) => links);
  const listed = now.units
    .filter((unit) => unit.isLinks || isAround(unit))
    .flatMap(({ links }) => links.filter(({ isLocal }) => !isLocal));
  return {
    listed,
    inLists: new Set(listed.map(key)),
    anywhere: new Set(all.map(key)),
    addresses: new Set(all.map(({ to }) => lead(to))),
  };
}

function changeOf(
  { link, unit, kind, below }: NavLink,
  pair: Pair,
  old: BuiltSite,
  places: Places,
  known: ReadonlySet<string>,
  lead: (to: string) => string,
): Change[] {
  const to = lead(link.to);
  const key = linkKey(to, link.label);
  if ((kind === "landmark" ? places.inLists : places.anywhere).has(key)) return [];
  // A theme may show the entry of the page itself as text, or say in its label that it is.
  if (to === `/${pair.old.key}` || to === `/${pair.new.key}`) return [];
  const isOwn = old.isOfPage(link, unit);
  const renamed = places.listed.find((other) => lead(other.to) === to && !known.has(linkKey(to, other.label)));
  if (isOwn && renamed && sharesName(link.label, renamed.label)) return [];
  if (isOwn && !renamed && places.addresses.has(to)) return [];
  const moved = places.listed.find(
    (other) => other.label === link.label && !known.has(linkKey(lead(other.to), other.label)),
  );
  const change = (of: ChangedLink["kind"], text: string | null): Change => {
    return { kind: of, label: link.label, address: link.to, now: text, below: below ?? null };
  };
  if (moved) return [change("elsewhere", moved.to)];
  return [renamed ? change("renamed", renamed.label) : change("gone", null)];
}

/** “Newer: A title” is the link “A title”. */
function sharesName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a).join(" "), wordsOf(b).join(" ")].map((words) => ` ${words} `);
  return one !== undefined && other !== undefined && (one.includes(other) || other.includes(one));
}

/** So much of a menu must be in another to be the same menu. */
const ALIKE = 0.5;

/** Entries that left their menu and are still in another, and menus in another order. */
function changesOfMenus(
  pair: Pair,
  before: readonly NavLink[],
  after: readonly NavLink[],
  lead: (to: string) => string,
): Change[] {
  const key = ({ link }: NavLink) => linkKey(lead(link.to), link.label);
  const [oldCounts, newCounts] = [countsOf(before.map(key)), countsOf(after.map(key))];
  const menus = byMenu(after);
  return byMenu(before).flatMap((entries): Change[] => {
    const keys = entries.map(key);
    const best = bestMatch(entries, menus, key);
    if (!best) return [];
    const now = best.map(key);
    const there = new Set(now);
    const gone = entries.flatMap((entry): Change[] => {
      const count = newCounts.get(key(entry)) ?? 0;
      const isSelf = lead(entry.link.to) === `/${pair.old.key}`;
      // Where it is nowhere, that is told already; where it is as often as before, another theme put it elsewhere.
      if (isSelf || there.has(key(entry)) || count === 0 || count >= (oldCounts.get(key(entry)) ?? 0)) return [];
      const { label, to } = entry.link;
      const fresh = best.filter((other) => !keys.includes(key(other)));
      const moved = fresh.find((other) => other.link.label === label);
      const renamed = fresh.find((other) => lead(other.link.to) === lead(to));
      const change = { label, address: to, below: entry.below ?? null };
      if (moved) return [{ ...change, kind: "elsewhere", now: moved.link.to }];
      return [
        renamed ? { ...change, kind: "renamed", now: renamed.link.label } : { ...change, kind: "left", now: null },
      ];
    });
    return [...gone, ...otherOrder(entries, keys, now)];
  });
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function byMenu(entries: readonly NavLink[]): NavLink[][] {
  const menus = new Map<number, NavLink[]>();
  for (const entry of entries) {
    if (entry.menu === 0) continue;
    const same = menus.get(entry.menu);
    if (same) same.push(entry);
    else menus.set(entry.menu, [entry]);
  }
  return [...menus.values()].filter((menu) => menu.length > 1);
}

/** The menu that is most like one: a larger one may hold all of its entries and is another. */
function bestMatch(
  entries: readonly NavLink[],
  menus: readonly NavLink[][],
  key: (entry: NavLink) => string,
): NavLink[] | undefined {
  const wanted = new Set(entries.map(key));
  const landmark = entries[0]?.unit.landmark;
  let best: NavLink[] | undefined;
  let most = 0;
  for (const menu of menus) {
    const shared = new Set(menu.map(key).filter((one) => wanted.has(one))).size;
    const isLikePlace = menu[0]?.unit.landmark === landmark;
    const likeness = shared / Math.max(menu.length, wanted.size) + (isLikePlace ? 0.01 : 0);
    if (shared > 1 && shared >= wanted.size * ALIKE && likeness > most) [best, most] = [menu, likeness];
  }
  return best;
}

/** Only where both have the same entries, each once: then the order is all that changed. */
function otherOrder(entries: readonly NavLink[], keys: readonly string[], now: readonly string[]): Change[] {
  const wanted = new Set(keys);
  if (wanted.size !== keys.length || new Set(now).size !== now.length || now.length !== keys.length) return [];
  if (now.some((one) => !wanted.has(one))) return [];
  const at = keys.findIndex((one, index) => one !== now[index]);
  const first = entries[at];
  if (!first) return [];
  const labels = now.map((one) => one.split("\0")[1]);
  const { link, below } = first;
  return [{ kind: "order", label: link.label, address: link.to, now: labels.join(", "), below: below ?? null }];
}

function unique(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
