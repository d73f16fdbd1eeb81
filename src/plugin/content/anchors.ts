import type { Heading } from "./headings.ts";
import { escapeHtml } from "./tags.ts";

/**
 * Puts a link to itself beside each heading. It is no part of the heading, which a screen reader would else read out
 * together with it; and it has no text, so that the words of the page stay those that its author wrote: the stylesheet
 * shows a sign in its place.
 */
export function withAnchors(html: string, headings: readonly Heading[]): string {
  let result = "";
  let done = 0;
  for (const { id, text, start, end } of headings) {
    const link = `<a class="anchor" href="#${escapeHtml(encodeURIComponent(id))}" aria-label="Link to this section: ${escapeHtml(text)}" data-source="site"></a>`;
    result += `${html.slice(done, start)}<div class="heading">${html.slice(start, end)}${link}</div>`;
    done = end;
  }
  return result + html.slice(done);
}
