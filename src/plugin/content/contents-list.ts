import type { Heading } from "./headings.ts";
import { textOf } from "./summary.ts";

/** An entry of a page's table of contents. */
export interface ContentsEntry {
  readonly label: string;
  readonly href: string;
  /** The headings below it, of the next level. */
  readonly children: readonly ContentsEntry[];
}

/** Shorter pages are seen at a glance. */
const FEWEST_HEADINGS = 4;
const FEWEST_WORDS = 350;
/** Where the author wrote `[TOC]`, the list stands there. */
const OWN_LIST = '<nav class="toc"';

/** The table of contents of a page's text: its headings of levels 2 and 3; empty where the page is short, or has its own. */
export function contentsOf(html: string, all: readonly Heading[]): ContentsEntry[] {
  if (html.includes(OWN_LIST)) return [];
  const headings = all.filter(({ level }) => level <= 3);
  if (headings.length < FEWEST_HEADINGS || countWords(html) < FEWEST_WORDS) return [];
  const entries: (ContentsEntry & { readonly children: ContentsEntry[] })[] = [];
  for (const { level, id, text } of headings) {
    const entry = { label: text, href: `#${encodeURIComponent(id)}`, children: [] };
    const above = entries.at(-1);
    if (level === 3 && above) above.children.push(entry);
    else entries.push(entry);
  }
  return entries;
}

function countWords(html: string): number {
  return textOf(html).split(" ").length;
}
