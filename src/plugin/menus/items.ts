import type { MenuEntry } from "../fields/entries.ts";
import { table } from "../fields/table.ts";
import { compareText, type Finding, finding } from "../findings/finding.ts";
import type { PageIndex } from "../links/page-index.ts";
import { type Link, resolveLink } from "../links/resolve.ts";
import type { Page } from "../pages/page.ts";
import type { MenuItem } from "./menu.ts";

export interface ItemsMade {
  readonly items: readonly MenuItem[];
  readonly findings: readonly Finding[];
}

/**
 * Makes the items of a dropdown or sidebar from a header's entries.
 *
 * @param base the Url that the addresses are relative to: the page's own for a dropdown, empty for a sidebar
 */
export function makeItems(entries: readonly MenuEntry[], base: string, pages: PageIndex): ItemsMade {
  const items: MenuItem[] = [];
  const findings: Finding[] = [];
  for (const entry of entries) {
    const link = resolveLink(entry.address, base, pages);
    findings.push(...faultsOf(link, entry, pages));
    const page = link.kind === "page" ? link.page : undefined;
    const label = entry.label || page?.menuName;
    const { field, place } = entry;
    if (label && link.kind !== "unsafe") items.push({ label, href: link.href, page, field, place, children: [] });
  }
  return { items, findings };
}

/** The item of a page that asks for one itself, by a field of its header. */
export function itemOf(page: Page, field: "topMenuShow" | "footerShow"): MenuItem {
  const { menuName: label, href } = page;
  return { label, href, page, field: table[field].name, place: page.place(field), children: [] };
}

/** By their number, then those without one; ties by the file's path. */
export function byOrder(order: (page: Page) => number | undefined): (a: Page, b: Page) => number {
  return (a, b) => {
    const [first, second] = [order(a) ?? Number.MAX_VALUE, order(b) ?? Number.MAX_VALUE];
    return first - second || compareText(a.file, b.file);
  };
}

function faultsOf(link: Link, entry: MenuEntry, pages: PageIndex): Finding[] {
  const name = entry.label ? `“${entry.label}”` : "The entry";
  if (link.kind === "unsafe") {
    return [
      finding("menu-link-unsafe", entry.place, {
        field: entry.field,
        message: `${name} cannot lead to “${entry.address}”: ${link.reason}.`,
        consequence: "The entry was left out.",
        fix: "Write the Url of a page, or an address with http:, https:, mailto:, tel: or xmpp:.",
      }),
    ];
  }
  if (link.kind !== "broken") return [];
  const near = pages.nearest(link.path);
  return [
    finding("menu-link-broken", entry.place, {
      field: entry.field,
      message: `${name} leads to “${link.path}”, and no page has that address.`,
      consequence: `The link is made and leads to ${link.href}, where there is nothing.`,
      fix: near === undefined ? "Write the Url of a page." : `Did you mean “${near}”?`,
    }),
  ];
}
