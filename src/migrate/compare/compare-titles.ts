import { countBy, groupBy, joinPages } from "../../plugin/maps/group-by.ts";
import type { Listing } from "./listing.ts";
import { holds } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { ChangedTitle } from "./report.ts";
import type { SitePage } from "./site.ts";
import { hasSameParts } from "./titles.ts";
import { labelOf, wordKey } from "./words.ts";

/** If so many pages have the same words around their names, a theme wrote them. */
const OFTEN = 3;

/**
 * Titles and headings that changed; those that only gained words, and those of lists, which a theme names; and the pages
 * whose titles only lack words of the old theme, by these words: “Articles by …”.
 */
export function compareTitles(pairs: readonly Pair[], { isList }: Listing) {
  const changes = changesOf(pairs);
  const byFrame = groupBy(changes, ({ frame }) => frame);
  const framed = new Map(
    [...byFrame].flatMap(([frame, all]) => {
      const pages = all.flatMap(({ title }) => title.pages);
      return frame && new Set(pages).size >= OFTEN ? [[frame, pages] as const] : [];
    }),
  );
  const left = changes.filter(({ frame }) => !(frame && framed.has(frame)));
  const isOther = ({ title, page }: Change) => holds(` ${wordKey(title.new)} `, wordKey(title.old)) || isList(page);
  const told = (some: readonly Change[]) => joinPages(some.map(({ title }) => title));
  return { changed: told(left.filter((one) => !isOther(one))), other: told(left.filter(isOther)), framed };
}

interface Change {
  readonly page: SitePage;
  readonly title: ChangedTitle;
  /** What the old title has around the new one. */
  readonly frame: string | undefined;
}

function changesOf(pairs: readonly Pair[]): Change[] {
  const many = pairs.length < 6 ? 2 : 3;
  const counts = countBy(pairs.map(({ old }) => old.title));
  return pairs.flatMap(({ old, new: now }): Change[] => {
    // If a theme gives all pages the same title, the heading is the page's name.
    const isNamed = old.title !== "" && (counts.get(old.title) ?? 0) < many;
    if (isNamed && !hasName(now, old.title, old)) return [change(old, now, "title")];
    const heading = old.heading && labelOf(old.heading.text);
    if (heading === undefined || !now.heading || hasHeading(now, heading)) return [];
    // A heading that both pages had before is not the new name of the old one.
    const other = labelOf(now.heading.text);
    return hasHeading(old, other) || other === old.title ? [] : [change(old, now, "heading")];
  });
}

function change(old: SitePage, now: SitePage, what: ChangedTitle["what"]): Change {
  const text = (page: SitePage) => (what === "title" ? page.fullTitle : (page.heading?.text ?? ""));
  const name = what === "title" ? old.title : labelOf(text(old));
  const frame = frameOf(name, [labelOf(now.heading?.text ?? ""), now.title]);
  return { page: old, title: { what, old: text(old), new: text(now), pages: [old.href] }, frame };
}

/** What surrounds the new name in the old one. */
function frameOf(name: string, names: readonly string[]): string | undefined {
  const whole = ` ${name} `;
  const inner = names.find((one) => one !== "" && whole.includes(` ${one} `));
  return inner === undefined || inner === name ? undefined : whole.replace(` ${inner} `, " … ").trim();
}

/** Whether the title is the same; or, if the new theme adds words of its own, part of it and equal to the heading. */
function hasName(now: SitePage, title: string, old: SitePage): boolean {
  if (now.title === title || hasSameParts(now.fullTitle, old.fullTitle)) return true;
  const heading = now.heading && labelOf(now.heading.text);
  return heading === title && ` ${labelOf(now.title)} `.includes(` ${title} `);
}

function hasHeading({ units }: SitePage, heading: string): boolean {
  return units.some((unit) => unit.heading > 0 && labelOf(unit.text) === heading);
}
