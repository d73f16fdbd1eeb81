import type { Place } from "../findings/finding.ts";
import type { Page } from "./page.ts";

/** The line of a page's file on which a text of its body stands; the body's first line where it is not to be found. */
export function placeInBody(page: Page, text: string): Place {
  const { body, bodyLine } = page.header;
  const at = Math.max(0, body.indexOf(text));
  const before = body.slice(0, at);
  return { file: page.file, line: bodyLine + before.split("\n").length - 1, column: at - before.lastIndexOf("\n") };
}
