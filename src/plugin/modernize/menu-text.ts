import type { NumberedEntry } from "../fields/numbered.ts";
import { type MenuList, menuListNames, menuLists } from "../fields/table.ts";
import type { HeaderLine } from "../header/header.ts";
import { yamlText } from "./yaml-text.ts";

/** The modern forms of a menu. */
export type Form = "menu" | "eleventyNavigation";
export const FORMS: readonly Form[] = ["menu", "eleventyNavigation"];

/** The entries of a page's menus, as far as they are to be written as lists. */
export type Entries = Readonly<Record<MenuList, readonly NumberedEntry[]>>;

/**
 * The menus of a page as lines of YAML.
 *
 * @param key the name of the field; `menu` where nothing else has it
 * @param url the page's Url
 * @param comments what stands above an entry, by a line of it
 */
export function menuLines(
  form: Form,
  key: string,
  entries: Entries,
  url: string,
  comments: ReadonlyMap<HeaderLine, readonly string[]>,
): string[] {
  const lists = menuListNames.filter((list) => entries[list].length > 0);
  const above = ({ name, url: address }: NumberedEntry) =>
    [name, address].flatMap((line) => (line && comments.get(line)) ?? []);
  const items = (list: MenuList, indent: string) =>
    entries[list].flatMap((entry, index) => [
      ...above(entry),
      `${indent}- ${entryText(form, list, entry, index + 1, url)}`,
    ]);
  if (form === "eleventyNavigation") return [`${key}:`, ...lists.flatMap((list) => items(list, "  "))];
  return [`${key}:`, ...lists.flatMap((list) => [`  ${list}:`, ...items(list, "    ")])];
}

/** One entry as a mapping on one line: the whole of it in a list under `menu`, or a block of `eleventyNavigation`. */
export function entryText(form: Form, list: MenuList, entry: NumberedEntry, place: number, url: string): string {
  const label =
    entry.name && (entry.name.value.includes("\n") ? entry.name.value.replace(/\s+/g, " ") : entry.name.value);
  const address = entry.url?.value;
  const parent = `${menuLists[list].root}/${url.replaceAll(",", "%2C")}`;
  const parts: readonly (readonly [string, string | undefined])[] =
    form === "menu"
      ? [
          ["name", label],
          ["url", address],
        ]
      : [
          ["key", `${parent}#${place}`],
          ["parent", parent],
          ["title", label],
          ["url", address],
        ];
  const texts = parts.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${yamlText(text)}`]));
  return `{ ${[...texts, ...(form === "menu" ? [] : [`order: ${place}`])].join(", ")} }`;
}
