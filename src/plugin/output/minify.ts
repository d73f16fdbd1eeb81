import { minify } from "html-minifier-terser";

/**
 * The minifier's own exceptions, and pictures: it does not know that they stand within a line, and would take away the
 * blanks around them.
 */
const LEFT_ALONE = [/<%[\s\S]*?%>/, /<\?[\s\S]*?\?>/, /<picture\b[\s\S]*?<\/picture>/] as const;

/** Markup without the blanks and comments that no visitor needs; the text stays as it is. */
export function minifyHtml(html: string): Promise<string> {
  return minify(html, {
    collapseWhitespace: true,
    ignoreCustomFragments: [...LEFT_ALONE],
    removeComments: true,
    collapseBooleanAttributes: true,
    useShortDoctype: true,
    // An author's HTML may be broken; then it stays as it is.
    continueOnParseError: true,
  });
}
