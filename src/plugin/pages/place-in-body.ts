import type { Place } from "../findings/finding.ts";
import type { Page } from "./page.ts";

/** What may stand before and behind an address in Markdown and HTML, and not within it. */
const BOUNDARY = /[\s"'<>()[\]`,;]/;

const INCLUDED = /\{%-?[ \t]*notebook\b/;

/**
 * Where in a page's file an address of its body stands: as it is, or as its author wrote it before it was encoded. Where it is
 * not to be found, the first tag that takes in a notebook, from which it may come; else the body's first line.
 */
export function placeInBody(page: Page, address: string): Place {
  const { body, bodyLine } = page.header;
  const forms = new Set([address, decode(address), decode(address).replaceAll("&", "&amp;")]);
  const found = Math.max(...[...forms].map((form) => indexOfWhole(body, form)));
  const at = Math.max(0, found >= 0 ? found : body.search(INCLUDED));
  const before = body.slice(0, at);
  return { file: page.file, line: bodyLine + before.split("\n").length - 1, column: at - before.lastIndexOf("\n") };
}

/**
 * Where a text stands as an address; else where it stands by itself and is not the beginning of a longer one; else
 * where it stands at all; -1 where it does not.
 */
function indexOfWhole(body: string, text: string): number {
  if (text === "") return -1;
  let inProse = -1;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + 1)) {
    const [before, behind] = [body[at - 1] ?? "", body[at + text.length] ?? ""];
    if (behind !== "" && !BOUNDARY.test(behind)) continue;
    if (/[(<"'=]/.test(before) || /\]:\s*$/.test(body.slice(Math.max(0, at - 8), at))) return at;
    if (inProse < 0 && (before === "" || BOUNDARY.test(before))) inProse = at;
  }
  return inProse >= 0 ? inProse : body.indexOf(text);
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
