import { fieldNames, type MenuList, menuListNames, table } from "../dialect/fields.ts";
import { isNumbered } from "../dialect/numbered.ts";
import type { HeaderLine, HeaderNode, NestedField } from "./header.ts";
import { isMenu } from "./is-menu.ts";

/** What a page's data says of menus, in the form of a header. */
export interface MenuData {
  readonly lines: readonly HeaderLine[];
  /** Menus that are lists. */
  readonly menus: readonly NestedField[];
}

/** Fields whose names no other data has; case does not count. */
const OF_MENUS = new Set(
  (
    [
      "topMenuShow",
      "topMenuOrder",
      "menuName",
      ...menuListNames.flatMap((list: MenuList) => [`${list}MenuShow`, `${list}MenuSize`] as const),
      "sidebarMenuTitle",
      "inheritSidebar",
      "footerShow",
      "footerOrder",
    ] as const
  ).map((key) => table[key].name.toLowerCase()),
);

/** Names that a site may have for something else: written as in Pelican's headers, they are meant so. */
const OF_PELICAN = new Set((["url", "aliases", "status"] as const).map((key) => table[key].name));

/**
 * The fields of menus in a page's data, wherever that comes from: YAML, JSON, JavaScript, a file of data.
 *
 * @param source reads the page's file, in which they are looked for; what is not in it has its place at the top
 */
export function menuDataOf(data: Data, source: () => string): MenuData {
  return fieldsIn(data, isOfMenus, source);
}

/** All fields in what an engine of Eleventy's made of a page's front matter; the same. */
export function fieldDataOf(data: Data, source: () => string): MenuData {
  return fieldsIn(data, (key) => isNumbered(key) || isMenuName(key) || fieldNames.has(key.toLowerCase()), source);
}

type Data = Readonly<Record<string, unknown>>;

function fieldsIn(data: Data, isField: (key: string) => boolean, source: () => string): MenuData {
  const names = Object.keys(data).filter(isField);
  if (names.length === 0) return { lines: [], menus: [] };
  const header = headerOf(source());
  const lines: HeaderLine[] = [];
  const menus: NestedField[] = [];
  for (const key of names) {
    const place = findKey(header, key);
    const said = data[key];
    const value = toNode(said instanceof Date && isDate(key) ? said.toISOString() : said, place);
    const field = { key, line: place.line, column: place.column, value };
    if (value.kind === "text" && !isMenuName(key)) {
      lines.push({ key, value: value.text, ...place });
    } else if (isMenu(field)) menus.push(field);
    else if (value.kind === "list" && fieldNames.has(key.toLowerCase())) {
      const texts = value.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
      lines.push({ key, value: texts.join("; "), ...place });
    }
  }
  // Data has no order that counts; findings and ties go by the file.
  return { lines: lines.toSorted((a, b) => a.line - b.line || a.column - b.column), menus };
}

function isOfMenus(key: string): boolean {
  return isNumbered(key) || OF_MENUS.has(key.toLowerCase()) || OF_PELICAN.has(key) || isMenuName(key);
}

function isDate(key: string): boolean {
  return /^(?:date|modified)$/i.test(key);
}

function isMenuName(key: string): boolean {
  return /^(?:menu|eleventyNavigation)$/i.test(key);
}

/** A value of data as a header's. A date, a function or a mapping of the site's own says nothing of menus. */
function toNode(value: unknown, place: Spot): HeaderNode {
  const { line, column } = place;
  if (["string", "number", "boolean"].includes(typeof value) || value === null) {
    return { line, column, kind: "text", text: value === null ? "" : String(value) };
  }
  if (Array.isArray(value)) {
    return { line, column, kind: "list", items: value.map((item) => toNode(item, place)) };
  }
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return { line, column, kind: "other" };
  const pairs = Object.entries(value).map(([key, inner]) => ({ line, column, key, value: toNode(inner, place) }));
  return { line, column, kind: "map", pairs };
}

type Spot = Pick<HeaderLine, "line" | "column" | "valueColumn">;

const TOP: Spot = { line: 1, column: 1, valueColumn: 1 };

/** The front matter; where a file has none, its whole text may be its data, as in `.11ty.js`. */
function headerOf(text: string): readonly string[] {
  const [front] = /^---[\s\S]*?^---/m.exec(text) ?? [text];
  return front.split(/\r\n|\r|\n/);
}

/** Where a key is written. Keys of these names are plain words: nothing in them means something to a pattern. */
function findKey(lines: readonly string[], key: string): Spot {
  const pattern = new RegExp(`(^\\s*["']?|[{,]\\s*["']?)${key}["']?\\s*[:=]\\s*["'\`]?`);
  for (const [index, text] of lines.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [all, before = ""] = match;
    return { line: index + 1, column: match.index + before.length + 1, valueColumn: match.index + all.length + 1 };
  }
  return TOP;
}
