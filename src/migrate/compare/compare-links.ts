import { groupBy, joinPages } from "../../plugin/maps/group-by.ts";
import type { PlacedLink } from "./article.ts";
import { linksOfLists } from "./listing.ts";
import { holds } from "./page-text.ts";
import { answerOf, type Pair } from "./pairs.ts";
import type { LostLink } from "./report.ts";
import type { Sides } from "./sides.ts";
import type { BuiltSite, SitePage } from "./site.ts";
import { type Sighting, themePlaces } from "./theme-places.ts";
import { wordKey } from "./words.ts";

/** Texts of so many words are hardly a byline. */
const SENTENCE = 6;

interface GoneLink extends PlacedLink {
  readonly pair: Pair;
  readonly now: string | null;
}

/** The links in the texts of the old pages that the new ones do not have, and those that the old theme made. */
export function compareLinks(sides: Sides): { readonly lost: LostLink[]; readonly ofTheme: LostLink[] } {
  const { pairs, before, old, now, listing, reach, menuTargets } = sides;
  const linksOfList = linksOfLists(now);
  const gone = pairs.flatMap((pair) => {
    // Of links to the same address, the one that an author wrote.
    const byTarget = groupBy(goneFrom(pair, sides, linksOfList), ({ link }) => link.to);
    return Array.from(byTarget.values(), (same) => same.find((one) => isSentence(one, sides)) ?? same[0]);
  });
  const all = pairs.flatMap((pair) => textLinks(pair, old, before).map((one) => sighting(one, pair)));
  const { isGonePlace, isGoneEverywhere, isRepeated } = themePlaces(
    all,
    gone.map((one) => sighting(one, one.pair)),
    old.few,
  );
  const labels = gone.map((one) => labelSighting(one));
  const places = themePlaces(labels, labels, old.few);
  const isThemes = (one: GoneLink): boolean => {
    if (isSentence(one, sides)) return false;
    // Another list, or a menu, still leads there.
    const { to } = one.link;
    if (to.startsWith("/") && reach(to) > 0 && listing.isList(one.pair.old)) return true;
    if (menuTargets.has(to)) return true;
    const seen = sighting(one, one.pair);
    if (isGoneEverywhere(seen)) return true;
    if (!isGonePlace(seen)) return false;
    return isServed(one.link.to, now) || isRepeated(seen) || places.isRepeated(labelSighting(one));
  };
  // What a theme links in one place it also links in others, where it is rarer.
  const themes = new Set(gone.filter(isThemes).map(({ link }) => link.to));
  const isOfTheme = (one: GoneLink) => isThemes(one) || (themes.has(one.link.to) && !isSentence(one, sides));
  const told = (some: readonly GoneLink[]) =>
    joinPages(some.map(asReported)).sort((a, b) => b.pages.length - a.pages.length);
  return { lost: told(gone.filter((one) => !isOfTheme(one))), ofTheme: told(gone.filter(isOfTheme)) };
}

/** The links of a page's text: those of its navigation are compared apart. */
function textLinks({ old: page, new: now }: Pair, old: BuiltSite, before: Sides["before"]): PlacedLink[] {
  return before(page).links.filter(({ link, unit }) => {
    const isOwn = link.to === `/${page.key}` || link.to === `/${now.key}`;
    const isLink = !link.isLocal && link.to !== "" && !isOwn;
    // What led nowhere before is not lost.
    return isLink && isAnswered(link.to, old) && old.navKind(link, unit) === undefined;
  });
}

function goneFrom(
  pair: Pair,
  { old, before, after, listing, follow }: Sides,
  linksOfList: (page: SitePage) => ReadonlySet<string>,
): GoneLink[] {
  const links = textLinks(pair, old, before);
  if (links.length === 0) return [];
  const article = after(pair.new);
  const there = article.links.map(({ link }) => ({ ...link, to: follow(link.to) }));
  const shown = article.media.flatMap(({ all }) => all.map(follow));
  const inList = linksOfList(pair.new);
  // Which of a host's addresses are a site's own may look otherwise from another build.
  const written = new Set(there.map(({ href }) => href).filter((href) => /^[a-z]+:/i.test(href)));
  const known = new Set(links.map(({ link }) => follow(link.to)));
  const targets = new Set([...there.map(({ to }) => to), ...shown, ...pair.new.alternates]);
  return links.flatMap(({ link, unit }): GoneLink[] => {
    const to = follow(link.to);
    if (targets.has(to) || inList.has(to) || inList.has(link.to) || written.has(link.href)) return [];
    const isOfListed = listing.isOfListed(pair.old, unit, (page) =>
      before(page).links.some((one) => one.link.to === link.to && link.to !== `/${page.key}`),
    );
    if (isOfListed) return [];
    const other =
      link.label === "" ? undefined : there.find(({ label, to: next }) => label === link.label && !known.has(next));
    return [{ link, unit, pair, now: other?.to ?? null }];
  });
}

/** Whether a link is in a text that the new page has: then an author wrote it. */
function isSentence({ unit, pair }: GoneLink, { after }: Sides): boolean {
  return unit.words.split(" ").length >= SENTENCE && holds(after(pair.new).stream, unit.words);
}

/** Whether an address of a site, or any of another one, is answered. */
export function isAnswered(to: string, site: BuiltSite): boolean {
  return !to.startsWith("/") || answerOf(site, to.slice(1)).kind !== "gone";
}

function isServed(to: string, site: BuiltSite): boolean {
  return to.startsWith("/") && isAnswered(to, site);
}

/** The query of an address often names the page that it is on. */
function sighting({ link, unit }: PlacedLink, { old }: Pair): Sighting {
  return { path: unit.path, name: link.to.replace(/\?.*$/s, ""), page: old.href };
}

function labelSighting({ link, unit, pair }: GoneLink): Sighting {
  return { path: unit.path, name: wordKey(link.label), page: pair.old.href };
}

function asReported({ link: { label, to, href }, now, pair }: GoneLink): LostLink {
  return { label, address: to, isDownload: isDownload(href), now, pages: [pair.old.href] };
}

/** Names that servers give to pages. */
const PAGES = /^(?:x?html?|php\d?|aspx?|jsp|cgi|pl|cfm|do)$/i;

/** Whether a link leads to a file that is no page. */
function isDownload(href: string): boolean {
  const path = href.replace(/[?#].*$/s, "").replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, "");
  const extension = /[^/]\.([a-z][a-z\d]{0,4}|7z)$/i.exec(path)?.[1];
  return extension !== undefined && !/^[a-z]+:/i.test(path) && !PAGES.test(extension);
}
