import type MarkdownIt from "markdown-it";

/**
 * Addresses stay as they are written: Python-Markdown copies them, where markdown-it rewrites host names to Punycode and
 * letters to percent codes. Only what cannot stand in an address (blanks, control characters) is coded. Which schemes may
 * be linked at all is markdown-it's own check (`validateLink`), and it stays on.
 */
export function addresses(md: MarkdownIt): void {
  md.normalizeLink = (url) => url.replace(/[\u0000-\u0020\u007f]/g, (blank) => encodeURIComponent(blank));
  md.normalizeLinkText = (url) => url;
}
