import { menuListNames, menuLists } from "../dialect/fields.ts";
import { nearest } from "../findings/nearest.ts";
import type { HeaderNode, NestedField } from "./header.ts";

/**
 * Whether a nested field is a menu in a modern form, and not data of the author's own under the same name:
 *
 * - `menu` that holds `dropdown` or `sidebar`, or a name that is like one of these; or entries, without a name above;
 * - `eleventyNavigation` that is a list, which the stock plugin has not, or a block below `top/…` or `sidebar/…`.
 */
export function isMenu({ key, value }: NestedField): boolean {
  const name = key.toLowerCase();
  if (name === "menu" && value.kind === "map")
    return value.pairs.some((pair) => nearest(pair.key, menuListNames) !== undefined);
  if (name === "menu" && value.kind === "list") return value.items.some(hasUrl);
  if (name !== "eleventynavigation") return false;
  if (value.kind !== "map") return value.kind === "list";
  const parent = value.pairs.find((pair) => pair.key === "parent")?.value;
  return parent?.kind === "text" && menuListNames.some((list) => parent.text.startsWith(`${menuLists[list].root}/`));
}

function hasUrl(node: HeaderNode): boolean {
  return node.kind === "map" && node.pairs.some(({ key }) => key === "url");
}
