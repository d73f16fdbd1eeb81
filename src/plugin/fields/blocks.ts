import { type Finding, finding, type Place } from "../findings/finding.ts";
import { type HeaderLine, type NestedField, valuePlace } from "../header/header.ts";
import { trimAddress } from "../links/address.ts";
import { textsIn } from "./entry-texts.ts";
import type { ListedEntry } from "./listed.ts";
import { blockFields, type MenuList, menuListNames, menuLists } from "./table.ts";

/** One block of `eleventyNavigation`. */
export interface Block extends ListedEntry {
  readonly list: MenuList;
  readonly at: NestedField;
}

interface Ordered {
  readonly block: Block;
  readonly order: number | undefined;
}

const FIELD = "eleventyNavigation";

/**
 * Reads the blocks of `eleventyNavigation`, one or a list of them: each is an entry of one of the page's menus, named by
 * its `parent`. They stand by their `order`, those without one last, ties as they are written, as in the stock plugin.
 */
export function readBlocks(
  fields: readonly NestedField[],
  file: string,
): { blocks: readonly Block[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const ordered: Ordered[] = [];
  const keys = new Set<string>();
  for (const field of fields) {
    for (const item of field.value.kind === "list" ? field.value.items : [field.value]) {
      const at = { ...field, line: item.line, column: item.column };
      if (item.kind !== "map") {
        findings.push(noBlock(at, file));
        continue;
      }
      const parts = textsIn(item.pairs, Object.keys(blockFields), FIELD, file, findings);
      const key = parts.get("key");
      if (key && keys.has(key.value)) findings.push(repeatedKey(key, file));
      if (key) keys.add(key.value);
      const list = listOf(parts.get("parent"), at, file, findings);
      if (list) ordered.push({ block: blockOf(list, at, parts), order: orderOf(parts.get("order"), file, findings) });
    }
  }
  findings.push(...sameOrders(ordered, file));
  const last = Number.MAX_VALUE;
  const blocks = ordered.toSorted((a, b) => (a.order ?? last) - (b.order ?? last)).map(({ block }) => block);
  return { blocks, findings };
}

function blockOf(list: MenuList, at: NestedField, parts: ReadonlyMap<string, HeaderLine>): Block {
  const [name, url, parent] = [parts.get("title"), parts.get("url"), parts.get("parent")];
  return { list, at, ...(name && { name }), ...(url && { url }), ...(parent && { parent }) };
}

function listOf(
  parent: HeaderLine | undefined,
  at: NestedField,
  file: string,
  findings: Finding[],
): MenuList | undefined {
  const list = menuListNames.find((one) => parent?.value.trim().startsWith(`${menuLists[one].root}/`));
  if (list) return list;
  const place = parent ? valuePlace(parent, file) : { file, line: at.line, column: at.column };
  const what = parent
    ? `“${parent.value}” is no menu of a page`
    : "The block has no parent, so nothing says whose entry it is";
  findings.push(
    wrongParent(place, `${what}.`, "Write “parent: top/” or “parent: sidebar/”, followed by the Url of this page."),
  );
  return undefined;
}

/** The page that a block's parent names: `about` of `top/about`. Keys are made with `%2C` for a comma. */
export function pageOfParent(parent: string): string {
  return trimAddress(
    parent
      .trim()
      .replace(/^\w+\//, "")
      .replaceAll("%2C", ","),
  );
}

/** A block can only fill a menu of the page that it stands on. */
export function foreignParent(parent: HeaderLine, root: string, url: string, file: string): Finding {
  return wrongParent(
    valuePlace(parent, file),
    `“${parent.value}” is not a menu of this page, whose Url is “${url}”.`,
    `Write “parent: ${root}/${url}”, or write the block in the header of the page that the menu belongs to.`,
  );
}

function wrongParent(place: Place, message: string, fix: string): Finding {
  return finding("menu-parent", place, { field: FIELD, message, consequence: "The entry was left out.", fix });
}

function orderOf(line: HeaderLine | undefined, file: string, findings: Finding[]): number | undefined {
  if (!line) return undefined;
  const result = blockFields.order.kind.schema.safeParse(line.value);
  if (result.success) return result.data;
  findings.push(
    finding("field-value", valuePlace(line, file), {
      field: FIELD,
      message: `order cannot be “${line.value}”.`,
      consequence: "The field counts as not written.",
      fix: `Write ${blockFields.order.kind.expects}.`,
    }),
  );
  return undefined;
}

function sameOrders(ordered: readonly Ordered[], file: string): Finding[] {
  const seen = new Set<string>();
  return ordered.flatMap(({ block, order }) => {
    const place = `${block.list} ${order}`;
    if (order === undefined || !seen.has(place)) {
      seen.add(place);
      return [];
    }
    return finding(
      "menu-number",
      { file, line: block.at.line, column: block.at.column },
      {
        field: FIELD,
        message: `There are two entries of the ${block.list} with the order ${order}.`,
        consequence: "Both are shown, in the order in which they are written.",
        fix: "Give each entry an order of its own.",
      },
    );
  });
}

function noBlock({ line, column }: NestedField, file: string): Finding {
  return finding(
    "menu-form",
    { file, line, column },
    {
      field: FIELD,
      message: "A block of eleventyNavigation is a mapping, and this is none.",
      consequence: "The entry was left out.",
      fix: "Write “{ key: top/about#1, parent: top/about, title: History, url: history, order: 1 }”.",
    },
  );
}

function repeatedKey(key: HeaderLine, file: string): Finding {
  return finding("menu-key", valuePlace(key, file), {
    field: FIELD,
    message: `There are two entries with the key “${key.value}”.`,
    consequence: "Both are shown; programs that look for an entry by its key find one of them.",
    fix: "Give each entry a key of its own.",
  });
}
