import { minify } from "html-minifier-terser";

/** Markup without the blanks and comments that no visitor needs; the text stays as it is. */
export function minifyHtml(html: string): Promise<string> {
  return minify(html, {
    collapseWhitespace: true,
    // It is not known there as an element within a line, and the blanks around it would go.
    inlineCustomElements: ["picture"],
    removeComments: true,
    collapseBooleanAttributes: true,
    useShortDoctype: true,
    // An author's HTML may be broken; then it stays as it is.
    continueOnParseError: true,
  });
}
