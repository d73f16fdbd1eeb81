import type { Scanned } from "../html/scan.ts";

/** An entry of a page's table of contents. */
export interface ContentsEntry {
  readonly title: string;
  readonly url: string;
  /** The headings below it, of the next level. */
  readonly children: readonly ContentsEntry[];
}

/** Shorter pages are seen at a glance. */
const FEWEST_HEADINGS = 4;
const FEWEST_WORDS = 350;
/** Where the author wrote `[TOC]`, the list stands there. */
const OWN_LIST = '<nav class="toc"';

/** The table of contents of a page's text: its headings of levels 2 and 3; empty where the page is short, or has its own. */
export function contentsOf(html: string, scanned: Pick<Scanned, "headings" | "words">): ContentsEntry[] {
  if (html.includes(OWN_LIST)) return [];
  const headings = scanned.headings.filter(({ level }) => level <= 3);
  if (headings.length < FEWEST_HEADINGS || scanned.words < FEWEST_WORDS) return [];
  const entries: (ContentsEntry & { readonly children: ContentsEntry[] })[] = [];
  for (const { level, id, text } of headings) {
    const entry = { title: text, url: `#${encodeURIComponent(id)}`, children: [] };
    const above = entries.at(-1);
    if (level === 3 && above) above.children.push(entry);
    else entries.push(entry);
  }
  return entries;
}
