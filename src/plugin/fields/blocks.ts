import { trimAddress } from "../dialect/address.ts";
import { blockFields, type MenuList, menuListNames, menuLists } from "../dialect/fields.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type HeaderLine, type NestedField, valuePlace } from "../header/header.ts";
import { type ListedEntry, linesNamed } from "./entry-lines.ts";
import { textsIn } from "./entry-texts.ts";

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
): { blocks: readonly Block[]; reports: readonly Report[] } {
  const reports: Report[] = [];
  const ordered: Ordered[] = [];
  const keys = new Set<string>();
  for (const field of fields) {
    for (const item of field.value.kind === "list" ? field.value.items : [field.value]) {
      const at = { ...field, line: item.line, column: item.column };
      if (item.kind !== "map") {
        reports.push(report("menu-form", placeIn(file, at), { field: FIELD, fault: "not-a-block", name: FIELD }));
        continue;
      }
      const parts = textsIn(item.pairs, Object.keys(blockFields), FIELD, file, reports);
      const key = parts.get("key");
      if (key && keys.has(key.value)) {
        reports.push(report("menu-key", valuePlace(key, file), { field: FIELD, repeated: key.value }));
      }
      if (key) keys.add(key.value);
      const list = listOf(parts.get("parent"), at, file, reports);
      if (list) ordered.push({ block: blockOf(list, at, parts), order: orderOf(parts.get("order"), file, reports) });
    }
  }
  reports.push(...sameOrders(ordered, file));
  const last = Number.MAX_VALUE;
  const blocks = ordered.toSorted((a, b) => (a.order ?? last) - (b.order ?? last)).map(({ block }) => block);
  return { blocks, reports };
}

function blockOf(list: MenuList, at: NestedField, parts: ReadonlyMap<string, HeaderLine>): Block {
  const parent = parts.get("parent");
  return { list, at, ...linesNamed(parts, (part) => part), ...(parent && { parent }) };
}

function listOf(
  parent: HeaderLine | undefined,
  at: NestedField,
  file: string,
  reports: Report[],
): MenuList | undefined {
  const list = menuListNames.find((one) => parent?.value.trim().startsWith(`${menuLists[one].root}/`));
  if (list) return list;
  const place = parent ? valuePlace(parent, file) : placeIn(file, at);
  reports.push(report("menu-parent", place, { parent: parent?.value }));
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
export function foreignParent(parent: HeaderLine, menu: string, url: string, file: string): Report {
  return report("menu-parent", valuePlace(parent, file), { parent: parent.value, own: { menu, url } });
}

function orderOf(line: HeaderLine | undefined, file: string, reports: Report[]): number | undefined {
  if (!line) return undefined;
  const { schema, expects } = blockFields.order.kind;
  const result = schema.safeParse(line.value);
  if (result.success) return result.data;
  const values = { field: FIELD, name: "order", value: line.value, expected: expects };
  reports.push(report("field-value", valuePlace(line, file), values));
  return undefined;
}

function sameOrders(ordered: readonly Ordered[], file: string): Report[] {
  const seen = new Set<string>();
  return ordered.flatMap(({ block: { list, at }, order }) => {
    const place = `${list} ${order}`;
    if (order !== undefined && seen.has(place)) {
      return report("menu-number", placeIn(file, at), { field: FIELD, menu: list, order });
    }
    seen.add(place);
    return [];
  });
}
