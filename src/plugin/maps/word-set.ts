/** A set of words that are written in one text, with a space between: a table that is easy to read. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
