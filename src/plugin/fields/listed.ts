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

interface ListsRead {
  readonly lists: readonly List[];
  readonly reports: readonly Report[];
}

interface EntriesRead {
  readonly entries: readonly ListedEntry[];
  readonly reports: readonly Report[];
}

/**
 * Reads the menus that a header writes as lists: `menu`, and blocks of `eleventyNavigation`. Where it writes one in
 * both, `menu` holds.
 */
export function readListed(menus: readonly NestedField[], file: string): ListedMenus {
  const { blocks, reports: ofBlocks } = readBlocks(
    menus.filter(({ key }) => key.toLowerCase() === "eleventynavigation"),
    file,
  );
  const read = menus.filter(({ key }) => /^menu\b/i.test(key)).map((field) => readMenu(field, file));
  const all = [...read.flatMap(({ lists }) => lists), ...menuListNames.flatMap((list) => listOf(list, blocks))];
  const lists = (list: MenuList) => all.filter((one) => one.list === list);
  return {
    dropdown: entriesOf(lists("dropdown")),
    sidebar: entriesOf(lists("sidebar")),
    reports: [
      ...ofBlocks,
      ...read.flatMap(({ reports }) => reports),
      ...menuListNames.flatMap((list) => inTwoForms(lists(list), file)),
    ],
  };
}

function listOf(list: MenuList, blocks: readonly Block[]): List[] {
  const own = blocks.filter((block) => block.list === list);
  const first = own[0];
  return first ? [{ list, field: "eleventyNavigation", at: first.at, entries: own }] : [];
}

/** The entries of one menu. In HTML each is an element of its own. */
function entriesOf([first, ...others]: readonly List[]): readonly ListedEntry[] | undefined {
  if (!first) return undefined;
  const same = others.filter(({ field }) => field === first.field);
  return [first, ...same].flatMap(({ entries }) => entries);
}

function inTwoForms([first, ...others]: readonly List[], file: string): Report[] {
  const other = others.find(({ field }) => field !== first?.field);
  return other ? [report("menu-twice", placeIn(file, other.at), { field: other.field, menu: other.list })] : [];
}

/** @param field `menu` in YAML, `menu.dropdown` or `menu.sidebar` in HTML */
function readMenu(field: NestedField, file: string): ListsRead {
  const [, written] = /^menu\.(\w+)$/i.exec(field.key) ?? [];
  const { value } = field;
  if (written !== undefined) {
    const list = listNamed(written);
    const { entries, reports } = readEntry(value, list ?? "dropdown", file);
    return list
      ? { lists: [{ list, field: "menu", at: field, entries }], reports }
      : { lists: [], reports: [unknownMenu(written, field, file), ...reports] };
  }
  if (value.kind !== "map") {
    const values = { field: "menu", fault: "menu-unnamed", name: "menu" } as const;
    return { lists: [], reports: [report("menu-form", placeIn(file, value), values)] };
  }
  const read = value.pairs.map((pair) => readList(pair, file));
  return { lists: read.flatMap(({ lists }) => lists), reports: read.flatMap(({ reports }) => reports) };
}

function readList(pair: NestedField, file: string): ListsRead {
  const list = listNamed(pair.key);
  if (!list) return { lists: [], reports: [unknownMenu(pair.key, pair, file)] };
  const { entries, reports } = readEntries(pair, list, file);
  return { lists: [{ list, field: "menu", at: pair, entries }], reports };
}

function listNamed(name: string): MenuList | undefined {
  return menuListNames.find((one) => one === name.toLowerCase());
}

function unknownMenu(name: string, at: NestedField, file: string): Report {
  const near = nearest(name, menuListNames);
  return report("menu-form", placeIn(file, at), { field: "menu", fault: "menu-unknown", name, near });
}

function readEntries({ value }: NestedField, list: MenuList, file: string): EntriesRead {
  if (value.kind === "list") {
    const read = value.items.map((item) => readEntry(item, list, file));
    return { entries: read.flatMap(({ entries }) => entries), reports: read.flatMap(({ reports }) => reports) };
  }
  if (value.kind === "text" && value.text.trim() === "") return { entries: [], reports: [] };
  const values = { field: `menu.${list}`, fault: "not-a-list", name: list } as const;
  return { entries: [], reports: [report("menu-form", placeIn(file, value), values)] };
}

function readEntry(node: HeaderNode, list: MenuList, file: string): EntriesRead {
  const field = `menu.${list}`;
  if (node.kind !== "map") {
    const text = node.kind === "text" ? node.text : "";
    const values = { field, fault: "not-an-entry", name: list, text } as const;
    return { entries: [], reports: [report("menu-form", placeIn(file, node), values)] };
  }
  const { parts, reports } = textsIn(node.pairs, Object.keys(entryFields), field, file);
  return { entries: [linesNamed(parts, (part) => entryParts[part].written)], reports };
}
