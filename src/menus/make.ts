import { fields } from "../plugin/checks/fields.ts";
import { menuLists } from "../plugin/checks/menu-lists.ts";
import { menus as ofMenus } from "../plugin/checks/menus.ts";
import type { Rule } from "../plugin/checks/rule.ts";
import { sections } from "../plugin/checks/sections.ts";
import { inWords } from "../plugin/checks/to-finding.ts";
import { type Finding, sortFindings } from "../plugin/findings/finding.ts";
import type { Report, ReportOf } from "../plugin/findings/report.ts";
import type { FindingCode } from "../plugin/findings/report-values.ts";
import { makeMenus } from "../plugin/menus/make-menus.ts";
import type { Menus } from "../plugin/menus/menu.ts";
import { indexPages } from "../plugin/pages/page-index.ts";
import type { MenuSettings } from "./options.ts";
import { type Item, readItems } from "./read-items.ts";

/** The menus of a site, and what is wrong with them. */
export interface MenusMade {
  readonly menus: Menus;
  /** The key of the sidebar that a page shows, by the page's address. */
  readonly sidebarKeys: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** The rules whose findings there may be: those of texts and files would bring libraries that menus do not need. */
export const rules: { readonly [Code in FindingCode]?: Rule<Code> } = {
  ...fields,
  ...ofMenus,
  ...menuLists,
  ...sections,
};

/**
 * Makes the menus of what Eleventy has gathered.
 *
 * @param input the folder that findings name files from
 */
export function menusOf(items: readonly Item[], input: string, settings: MenuSettings): MenusMade {
  const reads = readItems(items, input);
  const pages = reads.map(({ page }) => page);
  const index = indexPages(pages, []);
  const { menus, reports } = makeMenus(pages, index, settings);
  const doubles = ofMenus["menu-double"].look({ menus });
  const all = [...reads.flatMap((one) => one.reports), ...reports, ...doubles];
  return {
    menus,
    sidebarKeys: new Map([...menus.sidebars].map(([page, { key }]) => [page.href, key])),
    findings: sortFindings(all.filter((one) => isTold(one, settings)).map(toFinding)),
  };
}

/** Files that Eleventy copies are no pages, so an address that names a file may well be one. */
function isTold(report: Report, { allowFindings }: MenuSettings): boolean {
  const leadsToFile = report.code === "menu-link-broken" && /\.(?!html?$)[a-z0-9]{1,5}$/i.test(report.values.path);
  return !leadsToFile && !allowFindings[report.code];
}

function toFinding<Code extends FindingCode>(report: ReportOf<Code>): Finding {
  const rule: Rule<Code> | undefined = rules[report.code];
  if (!rule) throw new Error(`There is no rule ${report.code}.`);
  return inWords(report, rule);
}
