import { ENGLISH, fillWord, type Spoken } from "../words/find-words.ts";
import { escapeHtml } from "./escape.ts";
import type { Heading } from "./scan.ts";
import { replaceParts } from "./tags.ts";

/**
 * Puts a link to itself beside each heading. It is no part of the heading, for a screen reader would read it out together
 * with it; and it has no text, so that the words of the page stay those of its author: the stylesheet shows a sign in its
 * place.
 */
export function withAnchors(html: string, headings: readonly Heading[], spoken: Spoken = ENGLISH): string {
  const { words, attributes } = spoken;
  const replacements = headings.map(({ id, text, start, end }) => {
    const link = `<a class="anchor" href="#${escapeHtml(encodeURIComponent(id))}" aria-label="${escapeHtml(fillWord(words.linkToSection, { title: text }))}" data-source="site"${attributes}></a>`;
    return { start, end, text: `<div class="heading">${html.slice(start, end)}${link}</div>` };
  });
  return replaceParts(html, replacements);
}
