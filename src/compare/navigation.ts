import type { BuiltSite, Link, NavKind, SitePage, Unit } from "./site.ts";

/** A link of a page's navigation, by its place. */
export interface NavLink {
  readonly link: Link;
  readonly unit: Unit;
  readonly kind: NavKind;
  readonly menu: number;
  /** The entry that it is below. */
  readonly below: string | undefined;
}

/** The links of a page that are navigation, in their order. */
export function navigationOf(page: SitePage, site: BuiltSite): NavLink[] {
  const above: NavLink[] = [];
  return page.units.flatMap((unit, index) => {
    const menu = page.menus[index] ?? 0;
    return unit.links.flatMap((link) => {
      const kind = site.navKind(link, unit);
      if (!kind) return [];
      while (above.length > 0 && ((above.at(-1)?.link.depth ?? 0) >= link.depth || above.at(-1)?.menu !== menu)) {
        above.pop();
      }
      const entry = { link, unit, kind, menu, below: above.at(-1)?.link.label };
      if (menu > 0) above.push(entry);
      return [entry];
    });
  });
}

export function linkKey(to: string, label: string): string {
  return `${to}\0${label}`;
}
