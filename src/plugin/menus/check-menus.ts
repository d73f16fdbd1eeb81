import { type Finding, finding } from "../findings/finding.ts";
import type { MenuItem, Menus } from "./menu.ts";

/** Entries of one menu that lead to one place. */
export function checkMenus(menus: Menus): Finding[] {
  const dropdowns = menus.top.map(({ children }) => children);
  const sidebars = [...new Set(menus.sidebars.values())].map(({ items }) => items);
  const findings = [...dropdowns, ...sidebars].flatMap(doubles);
  // One entry may be in several sidebars that are put together of the same parts.
  return [...new Map(findings.map((one) => [`${one.file}:${one.line}`, one])).values()];
}

function doubles(items: readonly MenuItem[]): Finding[] {
  const first = new Map<string, MenuItem>();
  return items.flatMap((item) => {
    const other = first.get(item.href);
    if (!other) {
      first.set(item.href, item);
      return [];
    }
    return finding("menu-double", item.place, {
      field: item.field,
      message: `“${item.label}” leads to ${item.href}, and so does “${other.label}” above it.`,
      consequence: "Visitors are offered one page twice.",
      fix: "Remove one of the two, or give one another address.",
    });
  });
}
