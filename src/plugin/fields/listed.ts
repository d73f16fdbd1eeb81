import { entryFields, entryParts, type MenuList, menuListNames } from "../dialect/fields.ts";
import { placeIn } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import type { HeaderNode, NestedField } from "../header/header.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { type ListedEntry, linesNamed } from "./entry-lines.ts";
import { textsIn } from "./entry-texts.ts";

export interface ListedMenus {
  /** Undefined where the header has no such list. */
  readonly dropdown: readonly ListedEntry[] | undefined;
  readonly sidebar: readonly ListedEntry[] | undefined;
  readonly reports: readonly Report[];
}

/** A list of entries, by the field that it is written in. */
interface List {
  readonly list: MenuList;
  readonly field: string;
  readonly at: NestedField;
  readonly entries: readonly ListedEntry[];
}

/**
 * Reads the menus that a header writes as lists: `menu`, and blocks of `eleventyNavigation`. Where it writes one in
 * both, `menu` holds.
 */
export function readListed(menus: readonly NestedField[], file: string): ListedMenus {
  const reports: Report[] = [];
  const blocks = readBlocks(
    menus.filter(({ key }) => key.toLowerCase() === "eleventynavigation"),
    file,
  );
  reports.push(...blocks.reports);
  const lists = [
    ...menus.filter(({ key }) => /^menu\b/i.test(key)).flatMap((field) => readMenu(field, file, reports)),
    ...menuListNames.flatMap((list) => listOf(list, blocks.blocks)),
  ];
  const found = (list: MenuList) => {
    const [first, ...others] = lists.filter((one) => one.list === list);
    if (!first) return undefined;
    // In HTML each entry is an element of its own.
    const same = others.filter(({ field }) => field === first.field);
    const other = others.find(({ field }) => field !== first.field);
    if (other) reports.push(report("menu-twice", placeIn(file, other.at), { field: other.field, menu: list }));
    return [first, ...same].flatMap(({ entries }) => entries);
  };
  return { dropdown: found("dropdown"), sidebar: found("sidebar"), reports };
}

function listOf(list: MenuList, blocks: readonly Block[]): List[] {
  const own = blocks.filter((block) => block.list === list);
  const first = own[0];
  return first ? [{ list, field: "eleventyNavigation", at: first.at, entries: own }] : [];
}

/** @param field `menu` in YAML, `menu.dropdown` or `menu.sidebar` in HTML */
function readMenu(field: NestedField, file: string, reports: Report[]): List[] {
  const [, written] = /^menu\.(\w+)$/i.exec(field.key) ?? [];
  if (written !== undefined) {
    const list = listNamed(written, field, file, reports);
    const entries = readEntry(field.value, list ?? "dropdown", file, reports);
    return list ? [{ list, field: "menu", at: field, entries }] : [];
  }
  const { value } = field;
  if (value.kind !== "map") {
    reports.push(report("menu-form", placeIn(file, value), { field: "menu", fault: "menu-unnamed", name: "menu" }));
    return [];
  }
  return value.pairs.flatMap((pair) => {
    const list = listNamed(pair.key, pair, file, reports);
    if (!list) return [];
    return [{ list, field: "menu", at: pair, entries: readEntries(pair, list, file, reports) }];
  });
}

function listNamed(name: string, at: NestedField, file: string, reports: Report[]): MenuList | undefined {
  const list = menuListNames.find((one) => one === name.toLowerCase());
  if (list) return list;
  const near = nearest(name, menuListNames);
  reports.push(report("menu-form", placeIn(file, at), { field: "menu", fault: "menu-unknown", name, near }));
  return undefined;
}

function readEntries(pair: NestedField, list: MenuList, file: string, reports: Report[]): ListedEntry[] {
  const { value } = pair;
  if (value.kind === "list") return value.items.flatMap((item) => readEntry(item, list, file, reports));
  if (value.kind === "text" && value.text.trim() === "") return [];
  reports.push(report("menu-form", placeIn(file, value), { field: `menu.${list}`, fault: "not-a-list", name: list }));
  return [];
}

function readEntry(node: HeaderNode, list: MenuList, file: string, reports: Report[]): ListedEntry[] {
  const field = `menu.${list}`;
  if (node.kind !== "map") {
    const text = node.kind === "text" ? node.text : "";
    reports.push(report("menu-form", placeIn(file, node), { field, fault: "not-an-entry", name: list, text }));
    return [];
  }
  const parts = textsIn(node.pairs, Object.keys(entryFields), field, file, reports);
  return [linesNamed(parts, (part) => entryParts[part].written)];
}
