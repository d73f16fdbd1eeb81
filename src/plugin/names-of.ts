/** The names that stand in a text with a blank between two: a table of them that is easy to read. */
export function namesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
