import { type Document, isMap, isScalar, LineCounter, type Pair, type Scalar } from "yaml";
import { report } from "../findings/report.ts";
import type { HeaderLine, HeaderRead } from "./header.ts";
import { isMenu } from "./is-menu.ts";
import { nestedField, scalarText } from "./menu-nodes.ts";
import { parseYaml } from "./parse-yaml.ts";
import { isField } from "./pelican-header.ts";
import { safeData } from "./safe-data.ts";

/** Keys that mean something to Eleventy and nothing to Pelican (https://www.11ty.dev/docs/data-frontmatter/). */
const ELEVENTY_KEYS = new Set(["layout", "permalink", "pagination", "templateengineoverride", "dynamicpermalink"]);
/** Eleventy 4 is Build Awesome, too, and knows its names in two ways. */
const OF_ELEVENTY = /^(?:eleventy|buildawesome)/;
/** The front matter, and what fences it. */
export const FENCED = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;
/** What a line of a Pelican header never looks like, or an opening bracket: worth asking the YAML parser. */
const SUSPECT = /^(?:[ \t]*-[ \t]|[ \t]+[^\s:]+:(?:[ \t]|$)|[^\s:]+:[ \t]*(?:$|[[{]))/m;
/** A list or a mapping over several lines, or in brackets: read as a Pelican header, its lines would be lost or cut. */
const NESTED = /^(?:[ \t]*-[ \t]|[ \t]+\S|[^\s:]+:[ \t]*[[{|>])/m;
/** A menu in a modern form, by its first lines: their author means YAML, even if a mistake makes it invalid. */
export const MENU = /^menu:[ \t]*\n(?:[ \t]*(?:#.*)?\n)*[ \t]+["']?(?:drop|side)\w*["']?:/im;
/** No front matter is longer; a parser of YAML can be kept busy by less than a header of some megabytes. */
const LONGEST = 50_000;

/**
 * The one rule by which a header is YAML: it is fenced by `---`, YAML can read it, and it says something that Pelican's
 * `Key: value` cannot: a list or a mapping, or a key of Eleventy's own (`layout`, `permalink`, `eleventy…`, `buildawesome…`).
 * A title in brackets on one line stays a Pelican title.
 *
 * Where all that it says more is a menu in a modern form, its fields mean what they mean in Pelican's header, and it
 * hands nothing to Eleventy: whether a page's menu is a list decides nothing else about the page.
 *
 * @returns undefined where the header is Pelican's
 */
export function readYamlHeader(text: string, file: string): HeaderRead | undefined {
  const match = FENCED.exec(text);
  const source = match?.[1] ?? "";
  const names = eleventyNamesIn(source);
  const isMeant = names.length > 0 || MENU.test(source);
  if (source.length > LONGEST && MENU.test(source)) {
    return unreadable(`it has more than ${LONGEST} characters`, 2, 1, file);
  }
  if (!match || source.length > LONGEST || !(isMeant || SUSPECT.test(source))) return undefined;
  const counter = new LineCounter();
  const document = parseYaml(source, counter);
  const fault = document ? document.errors[0] : TOO_DEEP;
  if (!document || fault) {
    // Pelican's reading serves, unless only YAML could have made sense of the header.
    if (!isMeant || !NESTED.test(source)) return undefined;
    const { message, pos } = fault ?? TOO_DEEP;
    const { line, col } = counter.linePos(pos[0]);
    return unreadable(/call stack/.test(message) ? TOO_DEEP.message : message, line + 1, col, file);
  }
  const pairs = isMap(document.contents) ? (document.contents.items as Pair<Scalar, unknown>[]) : [];
  const more = pairs.filter(saysMoreThanText).map((pair) => nestedField(pair, counter, { line: 2, column: 1 }));
  const menus = more.filter(isMenu);
  const ofMenus = new Set(menus.map(({ key }) => key));
  const ofEleventy = more.length > menus.length || names.some((name) => !ofMenus.has(name));
  if (!ofEleventy && menus.length === 0) return undefined;
  const data = dataOf(document);
  if (data === undefined) {
    return isMeant || menus.length > 0
      ? unreadable("an alias in it stands for nothing, or for too much", 2, 1, file)
      : undefined;
  }
  return {
    header: {
      syntax: ofEleventy ? "yaml" : "pelican-yaml",
      lines: pairs.flatMap((pair) => (ofMenus.has(String(pair.key?.value)) ? [] : (toLine(pair, counter) ?? []))),
      menus,
      data: ofEleventy ? Object.fromEntries(Object.entries(data).filter(([key]) => !ofMenus.has(key))) : {},
      body: text.slice(match[0].length),
      bodyLine: match[0].split("\n").length,
    },
    reports: [],
  };
}

const TOO_DEEP: Pick<Document["errors"][number], "message" | "pos"> = { message: "it is nested too deep", pos: [0, 0] };

/** The keys that mean something to Eleventy. */
function eleventyNamesIn(source: string): string[] {
  return [...source.matchAll(/^([A-Za-z]+)[ \t]*:/gm)].flatMap(([, key = ""]) => {
    return isEleventyName(key) ? [key] : [];
  });
}

/** Whether a key makes a header Eleventy's own. */
export function isEleventyName(key: string): boolean {
  const name = key.toLowerCase();
  return ELEVENTY_KEYS.has(name) || OF_ELEVENTY.test(name);
}

/**
 * The front matter as data; undefined where an alias leads nowhere, or to so much that it must be an attack
 * (https://en.wikipedia.org/wiki/Billion_laughs_attack).
 */
function dataOf(document: Document): object | undefined {
  try {
    const data = safeData(document.toJS({ maxAliasCount: 100 }));
    return typeof data === "object" && data !== null ? data : {};
  } catch {
    return undefined;
  }
}

/** Fields that are lists. */
const LISTS = new Set(["tags", "authors", "aliases"]);

/** A list or a mapping, unless under a field that is one text in Pelican: there it is a title in brackets, or goes on. */
function saysMoreThanText({ key, value }: Pair<Scalar, unknown>): boolean {
  if (value === null || isScalar(value)) return false;
  const name = String(key?.value).toLowerCase();
  return LISTS.has(name) || !isField(name);
}

/** A scalar is taken as it is written, so that `Top_menu_order: 010` and dates stay text; a list becomes `a; b`. */
function toLine({ key, value }: Pair<Scalar, unknown>, counter: LineCounter): HeaderLine | undefined {
  const text = textOf(value);
  if (text === undefined || !key?.range) return undefined;
  const { line, col } = counter.linePos(key.range[0]);
  const range = typeof value === "object" && value !== null && "range" in value ? (value.range as number[]) : undefined;
  // The quotes around a value are not part of it.
  const isQuoted = isScalar(value) && (value.type === "QUOTE_DOUBLE" || value.type === "QUOTE_SINGLE");
  const valueColumn = range ? counter.linePos(range[0] ?? 0).col + (isQuoted ? 1 : 0) : col;
  return { key: scalarText(key), value: text, line: line + 1, column: col, valueColumn };
}

/** A scalar or a list of scalars as one text; undefined for anything more. */
export function textOf(value: unknown): string | undefined {
  if (isScalar(value)) return scalarText(value);
  if (typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items)) {
    const parts = value.items.map(textOf);
    return parts.every((part) => part !== undefined) ? parts.join("; ") : undefined;
  }
  return undefined;
}

function unreadable(reason: string, line: number, column: number, file: string): HeaderRead {
  const found = report("header-yaml", { file, line, column }, { reason: reason.split("\n")[0] ?? "" });
  return { header: { syntax: "yaml", lines: [], menus: [], data: {}, body: "", bodyLine: 1 }, reports: [found] };
}
