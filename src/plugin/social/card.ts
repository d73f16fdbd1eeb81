import { createHash } from "node:crypto";
import { ASSETS } from "../assets/assets.ts";
import { escapeXml } from "../html/escape.ts";
import type { Page } from "../pages/page.ts";
import { ancestorsOf } from "../pages/parents.ts";
import type { Site } from "../site.ts";
import { allParts } from "../structure.ts";
import { drawable, undrawable } from "../typography/drawable.ts";

/** What is on the picture that is shown with a link to a page. */
export interface Card {
  readonly title: string;
  /** Above the title; empty for none. */
  readonly section: string;
  readonly siteName: string;
}

/** The size that all who show such pictures ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The width that is left for a line of the title, and its height. */
const TEXT_WIDTH = 940;
const TEXT_TOP = 190;
const TEXT_HEIGHT = 250;

/** A page whose title its font cannot draw has none: boxes in place of words say nothing. */
export function cardOfPage(page: Page, site: Site): Card | undefined {
  const { siteName, blogTitle } = site.settings;
  const above = ancestorsOf(page, site.index)[0]?.menuName ?? "";
  const section = page.kind === "post" ? (page.category ?? blogTitle) : above;
  return cardWith(page.title, section, siteName);
}

/** For what has no page of its own in the content: lists of posts. */
export function cardOfSite({ settings }: Site): Card | undefined {
  const { siteName, blogTitle } = settings;
  return cardWith(blogTitle || siteName, "", siteName);
}

function cardWith(title: string, section: string, siteName: string): Card | undefined {
  const whole = (text: string) => (undrawable(text).length === 0 ? text : "");
  return undrawable(title).length === 0 ? { title, section: whole(section), siteName: whole(siteName) } : undefined;
}

/** Every card of a site, each once. */
export function cardsOf(site: Site): Card[] {
  const cards = allParts(site).flatMap((part) => [
    ...part.pages.filter(({ status }) => status !== "draft").flatMap((page) => cardOfPage(page, part) ?? []),
    ...(part.lists.length > 0 ? [cardOfSite(part) ?? []].flat() : []),
  ]);
  return [...new Map(cards.map((card) => [cardHref(card), card])).values()];
}

/** Where a card's picture is: its name changes with what is drawn, so that no old one is shown. */
export function cardHref(card: Card): string {
  return `/${ASSETS}/social/${createHash("sha256").update(drawCard(card)).digest("hex").slice(0, 16)}.png`;
}

/** Draws a card as SVG: a speech bubble, in the colours of the stylesheet. Few and flat, so that pictures stay small. */
export function drawCard({ title, section, siteName }: Card): string {
  const { lines, size } = wrapTitle(drawable(title.slice(0, MOST_READ)), TEXT_WIDTH, TEXT_HEIGHT);
  const text = (x: number, y: number, fontSize: number, fill: string, content: string) =>
    `<text x="${x}" y="${y}" font-size="${fontSize}" fill="${fill}">${escapeXml(drawable(content.slice(0, LONGEST)))}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Roboto Slab" font-weight="700">`,
    `<path fill="#0d2b45" d="M0 0h1200v630H0z"/>`,
    `<path fill="#164263" d="M80 80h1040v386H176l-96 72z"/>`,
    `<path fill="#1f9fc4" d="M0 614h600v16H0z"/>`,
    `<path fill="#6fdcf0" d="M600 614h300v16H600z"/>`,
    `<path fill="#f07c2e" d="M900 614h300v16H900z"/>`,
    text(128, 156, 34, "#6fdcf0", section),
    ...lines.map((line, index) => text(128, TEXT_TOP + Math.round(size * (0.85 + index * 1.2)), size, "#f3f9fc", line)),
    text(208, 558, 40, "#ffa863", siteName),
    "</svg>",
  ].join("");
}

/** There is no room for so many characters, whatever they are: neither breaking into lines nor drawing takes time for more. */
const LONGEST = 500;
/** Of a title so much is looked at: blanks may be many. */
const MOST_READ = 10_000;
const SIZES = [84, 72, 60, 50] as const;
const LINE_HEIGHT = 1.2;

/**
 * Breaks a title into lines, in the largest font size in which it fits; in the smallest it is cut.
 *
 * @param width of a line, in the same unit as the size
 */
export function wrapTitle(title: string, width: number, height: number): { lines: readonly string[]; size: number } {
  const words = title.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  for (const size of SIZES) {
    const lines = linesOf(words, width / size);
    const isNarrow = lines.every((line) => widthOf(line) <= width / size);
    if (isNarrow && lines.length <= roomFor(size, height)) return { lines, size };
  }
  const size = SIZES[SIZES.length - 1] ?? 50;
  const kept = linesOf(words, width / size - 1).slice(0, roomFor(size, height));
  const lines = kept.map((line) => cut(line, width / size - 1));
  return { lines: lines.map((line, index) => (index === lines.length - 1 ? `${line}…` : line)), size };
}

function roomFor(size: number, height: number): number {
  return Math.floor(height / (size * LINE_HEIGHT));
}

function linesOf(title: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).filter((one) => one !== "")) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function cut(line: string, width: number): string {
  const characters = [...line];
  while (characters.length > 0 && widthOf(characters.join("")) > width) characters.pop();
  return characters.join("");
}

/** About how wide a text is in Roboto Slab Bold, in units of its font size; too much rather than too little. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOfCharacter(character), 0);
}

function widthOfCharacter(character: string): number {
  if (/[ .,:;'’|!ijl()[\]]/.test(character)) return 0.33;
  if (/[mwMW@%—…жшщюЖШЩЮ]/.test(character)) return 1.06;
  if (/[\p{Lu}\d&]/u.test(character)) return 0.7;
  // Scripts whose characters are square.
  return /[\u2e80-\uffef]|[^\0-\uffff]/u.test(character) ? 1.05 : 0.59;
}
