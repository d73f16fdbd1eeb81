import { namesOf } from "../names-of.ts";
import type { Position } from "./read-html.ts";
import { VOID } from "./void.ts";

/** What is read of a piece of HTML: a start tag, a text, or an end tag. */
export interface HtmlEvent extends Position {
  readonly kind: typeof OPEN | typeof TEXT | typeof CLOSE;
  /** An element's name, or a text. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isImplied: boolean;
}

export const OPEN = 0;
export const TEXT = 1;
export const CLOSE = 2;

/** None of these ends another. */
const PHRASING = namesOf(
  "a abbr b br caption cite code del em i img ins kbd mark q s samp small span strong sub summary sup time u var",
);
/** These may end a paragraph. */
const BLOCKS = namesOf(
  "article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul",
);
/** Where elements of tables stand; elsewhere they may end others. */
const PARENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["thead", namesOf("table")],
  ["tbody", namesOf("table")],
  ["tfoot", namesOf("table")],
  ["tr", namesOf("table thead tbody tfoot")],
  ["th", namesOf("tr")],
  ["td", namesOf("tr")],
]);
/** Beside these they end one another. */
const SIBLINGS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["li", namesOf("li")],
  ["dd", namesOf("dd dt")],
  ["dt", namesOf("dd dt")],
]);

const START_TAG = /<([a-z][a-z0-9]*)((?:[ \n\r\t\f]+[a-z][a-z0-9:_-]*(?:="[^"<]*")?)*)[ \n\r\t\f]*\/?>/y;
const ATTRIBUTE = /[ \n\r\t\f]+([a-z][a-z0-9:_-]*)(?:="([^"]*)")?/y;
const REFERENCE = /&(?:(amp|lt|gt|quot|#39);)?/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
const SLASH = 47;

/**
 * Reads a piece of plain HTML as htmlparser2 does, in half of its time: each element is one of those that Markdown
 * makes, closed where it was opened, and nothing is left to the parser's judgement.
 *
 * @returns undefined where it is not plain
 */
export function readPlainHtml(html: string): readonly HtmlEvent[] | undefined {
  const events: HtmlEvent[] = [];
  const open: string[] = [];
  let at = 0;
  for (let next = html.indexOf("<"); next >= 0; next = html.indexOf("<", at)) {
    if (!addText(html.slice(at, next), events)) return undefined;
    if (html.charCodeAt(next + 1) === SLASH) {
      const name = open.pop();
      if (name === undefined || !html.startsWith(`${name}>`, next + 2)) return undefined;
      at = next + name.length + 3;
      events.push(eventOf(CLOSE, name, NO_ATTRIBUTES, false, next, at - 1));
      continue;
    }
    START_TAG.lastIndex = next;
    const [, name = "", rest = ""] = START_TAG.exec(html) ?? [];
    const attributes = rest === "" ? NO_ATTRIBUTES : attributesOf(rest);
    if (!attributes || !canOpen(name, open.at(-1))) return undefined;
    at = START_TAG.lastIndex;
    events.push(eventOf(OPEN, name, attributes, false, next, at - 1));
    if (VOID.has(name)) events.push(eventOf(CLOSE, name, NO_ATTRIBUTES, true, next, at - 1));
    else open.push(name);
  }
  return open.length === 0 && addText(html.slice(at), events) ? events : undefined;
}

function canOpen(name: string, parent: string | undefined): boolean {
  if (PHRASING.has(name)) return true;
  if (!BLOCKS.has(name) || parent === "p") return false;
  const parents = PARENTS.get(name);
  return parents ? parent !== undefined && parents.has(parent) : !SIBLINGS.get(name)?.has(parent ?? "");
}

/** @returns whether the text is plain */
function addText(source: string, events: HtmlEvent[]): boolean {
  if (source === "") return true;
  const text = decoded(source);
  if (text === undefined) return false;
  events.push(eventOf(TEXT, text, NO_ATTRIBUTES, false, 0, 0));
  return true;
}

/** Of several of one name the first holds. */
function attributesOf(source: string): Readonly<Record<string, string>> | undefined {
  const attributes: Record<string, string> = {};
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(source); found; found = ATTRIBUTE.exec(source)) {
    const [, name = "", value = ""] = found;
    const text = decoded(value);
    if (text === undefined) return undefined;
    if (!Object.hasOwn(attributes, name)) attributes[name] = text;
  }
  return attributes;
}

/** @returns undefined where there are other references than the usual five */
function decoded(source: string): string | undefined {
  if (!source.includes("&")) return source;
  let isPlain = true;
  const text = source.replace(REFERENCE, (_, name: string | undefined) => {
    if (name === undefined) isPlain = false;
    return CHARACTERS[name ?? ""] ?? "";
  });
  return isPlain ? text : undefined;
}

/** All of one shape: that is read faster. */
function eventOf(
  kind: HtmlEvent["kind"],
  name: string,
  attributes: HtmlEvent["attributes"],
  isImplied: boolean,
  startIndex: number,
  endIndex: number,
): HtmlEvent {
  return { kind, name, attributes, isImplied, startIndex, endIndex };
}
