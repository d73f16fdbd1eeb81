import type { Place } from "../findings/finding.ts";
import { groupBy } from "../maps/group-by.ts";
import { prefixFinder } from "../maps/prefixes.ts";
import type { Page } from "./page.ts";

/** What may stand before and behind an address in Markdown and HTML, and not within it. */
const BOUNDARY = /[\s"'<>()[\]`,;]/;
/** What stands between two of these, with as many of them before it as a mark may begin with. */
const RUN = /[^\s"'<>()[\]`,;]+/g;
const BEGINNING = /^([\s"'<>()[\]`,;]{0,4})([^\s"'<>()[\]`,;]+)/;

const INCLUDED = /\{%-?[ \t]*notebook\b/;

/** A text has been looked for at every place so often that what else is not found by its beginning counts as not found. */
const MOST_SEARCHES = 1000;

/**
 * Where in a page's file addresses of its body stand: as they are, or as their author wrote them before they were encoded. Where
 * one is not to be found, the first tag that takes in a notebook, from which it may come; else the body's first line. The body
 * is read once for all of them, when the first is asked for.
 *
 * @param addresses all that are going to be asked for
 */
export function placesInBody(page: Page, addresses: Iterable<string>): (address: string) => Place {
  const { body } = page.header;
  const read = () => ({
    offsets: offsetsOf(body, addresses),
    placeAt: placesAt(page),
    elsewhere: Math.max(0, body.search(INCLUDED)),
  });
  let known: ReturnType<typeof read> | undefined;
  return (address) => {
    known ??= read();
    const { offsets, placeAt, elsewhere } = known;
    const found = Math.max(...formsOf(address).map((form) => offsets.get(form) ?? -1));
    return placeAt(found >= 0 ? found : elsewhere);
  };
}

/** The places in a page's file of characters of its body, which count from 0. */
export function placesAt({ file, header: { body, bodyLine } }: Page): (at: number) => Place {
  const lines = lineStarts(body);
  return (at) => {
    const line = lineAt(lines, at);
    return { file, line: bodyLine + line, column: at - (lines[line] ?? 0) + 1 };
  };
}

function formsOf(address: string): string[] {
  const decoded = decode(address);
  return [...new Set([address, decoded, decoded.replaceAll("&", "&amp;")])];
}

/** Where a text stands: as an address, by itself and not as the beginning of a longer one, anywhere. */
interface Found {
  address: number;
  prose: number;
  anywhere: number;
}

/** Where each text stands as an address; else where it stands by itself; else where it stands at all; none where it does not. */
function offsetsOf(body: string, addresses: Iterable<string>): Map<string, number> {
  const all = [...new Set([...addresses].flatMap(formsOf))];
  const wanted = new Map(all.map((text): [string, Found] => [text, { address: -1, prose: -1, anywhere: -1 }]));
  const byBeginning = groupBy(all, (text) => BEGINNING.exec(text)?.[0]);
  const finders = new Map([...byBeginning].map(([beginning, texts]) => [beginning, prefixFinder(texts)]));
  // Nearly no word of a text begins as one of them does.
  const firstLetters = new Set(all.map((text) => text.charCodeAt(0)));
  const look = (at: number, end: number) => {
    if (!firstLetters.has(body.charCodeAt(at))) return;
    for (const text of finders.get(body.slice(at, end))?.(body, at) ?? []) {
      const found = wanted.get(text);
      if (!found || found.address >= 0) continue;
      if (found.anywhere < 0) found.anywhere = at;
      const behind = body.charAt(at + text.length);
      if (behind !== "" && !BOUNDARY.test(behind)) continue;
      if (isOpened(body, at)) found.address = at;
      else if (found.prose < 0 && (at === 0 || BOUNDARY.test(body.charAt(at - 1)))) found.prose = at;
    }
  };
  for (const { 0: run, index } of wanted.size === 0 ? [] : body.matchAll(RUN)) {
    const end = index + run.length;
    for (let at = index; at >= Math.max(0, index - 4) && (at === index || BOUNDARY.test(body.charAt(at))); at--)
      look(at, end);
    for (const at of signsIn(run)) look(index + at + 1, end);
  }
  const offsets = new Map(
    [...wanted].map(([text, { address, prose, anywhere }]) => {
      return [text, [address, prose, anywhere].find((at) => at >= 0) ?? -1];
    }),
  );
  const others = all.filter((text) => text !== "" && offsets.get(text) === -1);
  for (const text of others.slice(0, MOST_SEARCHES)) offsets.set(text, body.indexOf(text));
  return offsets;
}

/** Behind one of the first signs there may be an address: `href=/a`, `[a]:/a`. */
function signsIn(run: string): number[] {
  const signs: number[] = [];
  const next = (from: number) => {
    const [equals, colon] = [run.indexOf("=", from), run.indexOf(":", from)];
    return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
  };
  for (let at = next(0); at >= 0 && signs.length < 4; at = next(at + 1)) signs.push(at);
  return signs;
}

function isOpened(body: string, at: number): boolean {
  return /[(<"'=]/.test(body.charAt(at - 1)) || /\]:\s*$/.test(body.slice(Math.max(0, at - 8), at));
}

function lineStarts(body: string): number[] {
  return [0, ...Array.from(body.matchAll(/\n/g), ({ index }) => index + 1)];
}

/** The last line that begins at a place or before it. */
function lineAt(starts: readonly number[], at: number): number {
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= at) first = middle;
    else last = middle - 1;
  }
  return first;
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
