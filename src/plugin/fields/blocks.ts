import { trimAddress } from "../dialect/address.ts";
import { blockFields, type MenuList, menuListNames, menuLists } from "../dialect/fields.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type HeaderLine, type NestedField, valuePlace } from "../header/header.ts";
import { pushAll } from "../maps/many.ts";
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
      const { parts, reports: ofParts } = textsIn(item.pairs, Object.keys(blockFields), FIELD, file);
      pushAll(reports, ofParts);
      const key = parts.get("key");
      if (key && keys.has(key.value)) {
        reports.push(report("menu-key", valuePlace(key, file), { field: FIELD, repeated: key.value }));
      }
      if (key) keys.add(key.value);
      const [parent, placed] = [parts.get("parent"), parts.get("order")];
      const list = listOf(parent);
      if (!list) {
        const place = parent ? valuePlace(parent, file) : placeIn(file, at);
        reports.push(report("menu-parent", place, { parent: parent?.value }));
        continue;
      }
      const order = placed && blockFields.order.kind.schema.safeParse(placed.value);
      if (placed && !order?.success) reports.push(wrongOrder(placed, file));
      ordered.push({ block: blockOf(list, at, parts), order: order?.data });
    }
  }
  pushAll(reports, sameOrders(ordered, file));
  const last = Number.MAX_VALUE;
  const blocks = ordered.toSorted((a, b) => (a.order ?? last) - (b.order ?? last)).map(({ block }) => block);
  return { blocks, reports };
}

function blockOf(list: MenuList, at: NestedField, parts: ReadonlyMap<string, HeaderLine>): Block {
  const parent = parts.get("parent");
  return { list, at, ...linesNamed(parts, (part) => part), ...(parent && { parent }) };
}

function listOf(parent: HeaderLine | undefined): MenuList | undefined {
  return menuListNames.find((one) => parent?.value.trim().startsWith(`${menuLists[one].root}/`));
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

function wrongOrder(line: HeaderLine, file: string): Report {
  const values = { field: FIELD, name: "order", value: line.value, expected: blockFields.order.kind.expects };
  return report("field-value", valuePlace(line, file), values);
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
