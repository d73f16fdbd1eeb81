/** What Eleventy's template engines leave as it is. */
const MARK = "\n\n<!--pelican:summary-->\n";

/** A page's text with its summary below it, so that a template engine that reads the one reads the other. */
export function withSummaryBelow(body: string, summary: string): string {
  return body + MARK + summary;
}

/** The text and, where it is below it, the summary, whether a template engine has read them or not. */
export function splitSummary(text: string): { readonly body: string; readonly summary: string | undefined } {
  const at = text.lastIndexOf(MARK);
  return at < 0
    ? { body: text, summary: undefined }
    : { body: text.slice(0, at), summary: text.slice(at + MARK.length) };
}
