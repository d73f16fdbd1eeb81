import type { Pair } from "./pairs.ts";
import type { ChangedTitle } from "./report.ts";
import type { SitePage } from "./site.ts";
import { labelOf } from "./words.ts";

export interface TitlesCompared {
  readonly changed: readonly ChangedTitle[];
  /** Pages whose titles only lack words of the old theme, as in “Articles by Juliet”. */
  readonly framed: ReadonlyMap<string, readonly string[]>;
}

/** So many pages have the same words around their names that a theme wrote them. */
const OFTEN = 3;

/** Titles and headings that changed, and those of which only words of the theme are gone. */
export function compareTitles(pairs: readonly Pair[]): TitlesCompared {
  const frames = new Map<string, string[]>();
  const changes = changesOf(pairs).map((change) => {
    const frame = frameOf(change.name, change.names);
    if (frame !== undefined) frames.set(frame, [...(frames.get(frame) ?? []), change.page]);
    return { change, frame };
  });
  const framed = new Map([...frames].filter(([, pages]) => new Set(pages).size >= OFTEN));
  return {
    changed: joined(changes.flatMap(({ change, frame }) => (frame && framed.has(frame) ? [] : [change]))),
    framed,
  };
}

/** The same change on many pages, as of a list's, is one. */
function joined(changes: readonly Change[]): ChangedTitle[] {
  const byTitle = new Map<string, { readonly title: Change["title"]; readonly pages: string[] }>();
  for (const { title, page } of changes) {
    const key = JSON.stringify(title);
    const same = byTitle.get(key);
    if (same) same.pages.push(page);
    else byTitle.set(key, { title, pages: [page] });
  }
  return [...byTitle.values()].map(({ title, pages }) => ({ ...title, pages }));
}

interface Change {
  readonly title: Omit<ChangedTitle, "pages">;
  readonly page: string;
  /** The old name, without the site's. */
  readonly name: string;
  /** What the page is called now. */
  readonly names: readonly string[];
}

/** What stands around the new name in the old one. */
function frameOf(name: string, names: readonly string[]): string | undefined {
  const whole = ` ${name} `;
  const inner = names.find((one) => one !== "" && whole.includes(` ${one} `));
  return inner === undefined || inner === name ? undefined : whole.replace(` ${inner} `, " … ").trim();
}

/** Where a theme gives all pages one title, the heading is the page's name. */
function changesOf(pairs: readonly Pair[]): Change[] {
  const many = pairs.length < 6 ? 2 : 3;
  const counts = new Map<string, number>();
  for (const { old } of pairs) counts.set(old.title, (counts.get(old.title) ?? 0) + 1);
  return pairs.flatMap(({ old, new: now }): Change[] => {
    const isNamed = old.title !== "" && (counts.get(old.title) ?? 0) < many;
    const title = isNamed && !hasName(now, old.title, old) ? change(old, now, "title") : [];
    if (title.length > 0) return title;
    const heading = old.heading && labelOf(old.heading.text);
    if (heading === undefined || !now.heading || hasHeading(now, heading)) return [];
    // A heading that both had before is not the new name of the old one.
    const other = labelOf(now.heading.text);
    if (hasHeading(old, other) || other === old.title) return [];
    return change(old, now, "heading");
  });
}

function change(old: SitePage, now: SitePage, what: ChangedTitle["what"]): Change[] {
  const text = (page: SitePage) => (what === "title" ? page.fullTitle : (page.heading?.text ?? ""));
  return [
    {
      title: { what, old: text(old), new: text(now) },
      page: old.href,
      name: what === "title" ? old.title : labelOf(text(old)),
      names: [labelOf(now.heading?.text ?? ""), now.title],
    },
  ];
}

/** Whether the title is the same; or, where the new theme adds words of its own to it, is part of it and the heading. */
function hasName(now: SitePage, title: string, old: SitePage): boolean {
  if (now.title === title || now.fullTitle === old.fullTitle) return true;
  const heading = now.heading && labelOf(now.heading.text);
  return heading === title && isWithin(title, now.title);
}

function isWithin(part: string, whole: string): boolean {
  return ` ${labelOf(whole)} `.includes(` ${part} `);
}

function hasHeading({ units }: SitePage, heading: string): boolean {
  return units.some((unit) => unit.heading > 0 && labelOf(unit.text) === heading);
}
