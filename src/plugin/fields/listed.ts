import { type Finding, finding } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import type { HeaderLine, HeaderNode, NestedField } from "../header/header.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { textsIn, wrongForm } from "./entry-texts.ts";
import { entryFields, type MenuList, menuListNames } from "./table.ts";

/** One entry of a menu that is written as a list. */
export interface ListedEntry {
  readonly name?: HeaderLine;
  readonly url?: HeaderLine;
  /** In a block of `eleventyNavigation`: the Url of the page that the menu belongs to. */
  readonly parent?: HeaderLine;
}

export interface ListedMenus {
  /** Undefined where the header has no such list. */
  readonly dropdown: readonly ListedEntry[] | undefined;
  readonly sidebar: readonly ListedEntry[] | undefined;
  readonly findings: readonly Finding[];
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
  const findings: Finding[] = [];
  const blocks = readBlocks(
    menus.filter(({ key }) => key.toLowerCase() === "eleventynavigation"),
    file,
  );
  findings.push(...blocks.findings);
  const lists = [
    ...menus.filter(({ key }) => /^menu\b/i.test(key)).flatMap((field) => readMenu(field, file, findings)),
    ...menuListNames.flatMap((list) => listOf(list, blocks.blocks)),
  ];
  const found = (list: MenuList) => {
    const [first, ...others] = lists.filter((one) => one.list === list);
    if (!first) return undefined;
    // In HTML each entry is an element of its own.
    const same = others.filter(({ field }) => field === first.field);
    const other = others.find(({ field }) => field !== first.field);
    if (other) findings.push(twice(list, other.at, file));
    return [first, ...same].flatMap(({ entries }) => entries);
  };
  return { dropdown: found("dropdown"), sidebar: found("sidebar"), findings };
}

function listOf(list: MenuList, blocks: readonly Block[]): List[] {
  const own = blocks.filter((block) => block.list === list);
  const first = own[0];
  return first ? [{ list, field: "eleventyNavigation", at: first.at, entries: own }] : [];
}

/** @param field `menu` in YAML, `menu.dropdown` or `menu.sidebar` in HTML */
function readMenu(field: NestedField, file: string, findings: Finding[]): List[] {
  const [, written] = /^menu\.(\w+)$/i.exec(field.key) ?? [];
  if (written !== undefined) {
    const list = listNamed(written, field, file, findings);
    const entries = readEntry(field.value, list ?? "dropdown", file, findings);
    return list ? [{ list, field: "menu", at: field, entries }] : [];
  }
  const { value } = field;
  if (value.kind !== "map") {
    findings.push(
      wrongForm(value, "menu", file, "A list of entries stands right under menu, and nothing says which menu it is.", [
        "Its entries were left out.",
        "Write “dropdown:” or “sidebar:” below “menu:”, and the list below that.",
      ]),
    );
    return [];
  }
  return value.pairs.flatMap((pair) => {
    const list = listNamed(pair.key, pair, file, findings);
    if (!list) return [];
    return [{ list, field: "menu", at: pair, entries: readEntries(pair, list, file, findings) }];
  });
}

function listNamed(name: string, at: NestedField, file: string, findings: Finding[]): MenuList | undefined {
  const list = menuListNames.find((one) => one === name.toLowerCase());
  if (list) return list;
  const near = nearest(name, menuListNames);
  findings.push(
    wrongForm(
      at,
      "menu",
      file,
      `There is no menu ${name}${near === undefined ? ": a header has a dropdown and a sidebar" : `: did you mean ${near}?`}${near === undefined ? "." : ""}`,
      ["Its entries were left out.", near === undefined ? "Write “dropdown:” or “sidebar:”." : `Write “${near}:”.`],
    ),
  );
  return undefined;
}

function readEntries(pair: NestedField, list: MenuList, file: string, findings: Finding[]): ListedEntry[] {
  const { value } = pair;
  if (value.kind === "list") return value.items.flatMap((item) => readEntry(item, list, file, findings));
  if (value.kind === "text" && value.text.trim() === "") return [];
  findings.push(
    wrongForm(value, `menu.${list}`, file, `The ${list} is no list of entries.`, [
      "It was left out.",
      "Write each entry on a line of its own: “- { name: History, url: history }”.",
    ]),
  );
  return [];
}

function readEntry(node: HeaderNode, list: MenuList, file: string, findings: Finding[]): ListedEntry[] {
  const field = `menu.${list}`;
  if (node.kind !== "map") {
    const shown = node.kind === "text" && node.text !== "" ? `, “${node.text}”,` : "";
    findings.push(
      wrongForm(node, field, file, `An entry of the ${list}${shown} is not a name with an address.`, [
        "The entry was left out.",
        "Write “{ name: History, url: history }”; quotation marks around a value keep its commas, colons and brackets.",
      ]),
    );
    return [];
  }
  const parts = textsIn(node.pairs, Object.keys(entryFields), field, file, findings);
  const [name, url] = [parts.get("name"), parts.get("url")];
  return [{ ...(name && { name }), ...(url && { url }) }];
}

function twice(list: MenuList, { line, column }: NestedField, file: string): Finding {
  return finding(
    "menu-twice",
    { file, line, column },
    {
      field: "eleventyNavigation",
      message: `The ${list} is written twice: as a list under menu, and as blocks of eleventyNavigation.`,
      consequence: "The list under menu is shown; the blocks are left out.",
      fix: "Remove one of the two.",
    },
  );
}
