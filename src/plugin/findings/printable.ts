/** A file's text may hold escape sequences; in a terminal they must not act. */
export function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\u{fffd}");
}
