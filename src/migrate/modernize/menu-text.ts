import { isMap, isScalar } from "yaml";
import { entryPartNames, entryParts, type MenuList, menuListNames, menuLists } from "../../plugin/dialect/fields.ts";
import * as value from "../../plugin/dialect/values.ts";
import { linesOf } from "../../plugin/fields/entry-lines.ts";
import type { NumberedEntry } from "../../plugin/fields/numbered.ts";
import type { HeaderLine } from "../../plugin/header/header.ts";
import { parseYaml } from "../../plugin/header/parse-yaml.ts";
import { isEleventyName, textOf } from "../../plugin/header/yaml-header.ts";
import { safeKey } from "../../plugin/menus/entry.ts";

/** The modern forms of a menu. */
export type Form = "menu" | "eleventyNavigation";
export const FORMS: readonly Form[] = ["menu", "eleventyNavigation"];

/** The entries of a page's menus that are written as lists. */
export type Entries = Readonly<Record<MenuList, readonly NumberedEntry[]>>;

/**
 * The menus of a page as lines of YAML.
 *
 * @param key the name of the field: `menu`, unless it is taken
 * @param url the page's Url
 * @param comments the comments above an entry, by its fields
 */
export function menuLines(
  form: Form,
  key: string,
  entries: Entries,
  url: string,
  comments: ReadonlyMap<HeaderLine, readonly string[]>,
): string[] {
  const lists = menuListNames.filter((list) => entries[list].length > 0);
  const above = (entry: NumberedEntry) => linesOf(entry).flatMap((line) => comments.get(line) ?? []);
  const items = (list: MenuList, indent: string) =>
    entries[list].flatMap((entry, index) => {
      return [...above(entry), `${indent}- ${entryText(form, list, entry, index + 1, url)}`];
    });
  if (form === "eleventyNavigation") return [`${key}:`, ...lists.flatMap((list) => items(list, "  "))];
  return [`${key}:`, ...lists.flatMap((list) => [`  ${list}:`, ...items(list, "    ")])];
}

/** An entry as a mapping on one line: an item of a list under `menu`, or a block of `eleventyNavigation`. */
export function entryText(form: Form, list: MenuList, entry: NumberedEntry, place: number, url: string): string {
  const isMenu = form === "menu";
  const own = entryPartNames.map((part) => {
    const { written, kind } = entryParts[part];
    const text = entry[part]?.value;
    // A line break in a label shows as a space; in an address it would be another address.
    const isJoined = (kind === value.text || kind === value.label) && text?.includes("\n");
    return [isMenu ? written : part, isJoined ? text?.replace(/\s+/g, " ") : text] as const;
  });
  const parent = `${menuLists[list].root}/${safeKey(url)}`;
  const fields = isMenu ? own : [["key", `${parent}#${place}`] as const, ["parent", parent] as const, ...own];
  const texts = fields.flatMap(([key, text]) => (text === undefined ? [] : [`${key}: ${yamlText(text)}`]));
  return `{ ${[...texts, ...(isMenu ? [] : [`order: ${place}`])].join(", ")} }`;
}

/** What every YAML parser reads as this very text, even in a list or mapping on one line. */
const PLAIN = /^(?:\.{0,2}\/)*[\p{L}](?:[\p{L}\p{N} /._()+&='!?~%@;#-]|:(?=[^\s]))*$/u;
/** Words and numbers that some YAML parsers read as something else (https://yaml.org/type/bool.html). */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null|\.?nan|\.?inf)$/i;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]/;

/** A text as a YAML value, in quotation marks if it needs them. */
function yamlText(text: string): string {
  if (PLAIN.test(text) && !NOT_TEXT.test(text) && !/\s$|\s[\s#]/.test(text)) return text;
  return quoted(text);
}

function quoted(text: string): string {
  if (/["\\]/.test(text) && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The lines of a field of a Pelican header in YAML, unchanged if possible.
 *
 * @param value its whole value, including those of repeated fields
 * @returns undefined where YAML cannot express it
 */
export function fieldInYaml({ key }: HeaderLine, value: string, written: readonly string[]): string[] | undefined {
  const name = isEleventyName(key) || !readsAs([`${key}: x`], key, "x") ? JSON.stringify(key) : key;
  const lines = value.split("\n");
  const block = [`${name}: |-`, ...lines.map((line) => (line === "" ? "" : `    ${line}`))];
  const inQuotes = `${name}: ${quoted(value)}`;
  const candidates = [
    ...(name === key ? [[...written]] : []),
    [`${name}: ${value}`],
    // Without escapes, so that a search for the value still finds it.
    ...(inQuotes.includes(value) ? [[inQuotes]] : []),
    block,
    [inQuotes],
  ];
  return candidates.find((lines) => readsAs(lines, key, value));
}

/** Whether YAML reads these lines as one field of this name and value. */
function readsAs(lines: readonly string[], key: string, value: string): boolean {
  if (!/^\S/.test(lines[0] ?? "")) return false;
  // A line after it shows that nothing is left open.
  const document = parseYaml(`${lines.join("\n")}\nend: x\n`);
  if (!document || document.errors.length > 0 || document.warnings.length > 0 || !isMap(document.contents))
    return false;
  const [pair, end, ...others] = document.contents.items;
  if (!pair || !end || others.length > 0 || !isScalar(pair.key)) return false;
  const isText = pair.value === null || isScalar(pair.value);
  return isText && pair.key.value === key && (textOf(pair.value) ?? "") === value;
}
