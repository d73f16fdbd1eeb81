import { printable, printableJson, printableName } from "../plugin/findings/printable.ts";
import { type MenuEntry, withAllBelow } from "../plugin/menus/entry.ts";
import { namedMenus } from "../plugin/menus/menu.ts";
import type { SiteLink, SiteLinks } from "../plugin/menus/site-links.ts";
import type { Page } from "../plugin/pages/page.ts";
import type { Site } from "../plugin/site.ts";
import { allParts } from "../plugin/structure.ts";
import { command, EXIT, FLAG } from "./command.ts";
import { contentFolder, loadSite, tellUnreadable } from "./load.ts";

const HELP = `Usage: eleventy-pelican menus [DIR] [--json]

Shows all menus of a content folder, and the pages that are in none. DIR is the site's content folder by default.

  --json  the same for other programs

Exits with 0, and with 2 if the command was called wrongly.
`;

/** One menu of the site. */
export interface NamedMenu {
  readonly name: string;
  readonly entries: readonly MenuEntry[];
  /** The links of the settings before these, and behind them. */
  readonly around: readonly [before: readonly SiteLink[], after: readonly SiteLink[]];
}

/** The whole menu tree as text. */
export const menus = command({
  summary: "Show all menus, and the pages that are in none.",
  help: HELP,
  options: { json: FLAG },
  most: 1,
  run: ({ values, positionals }, terminal) => {
    const content = contentFolder(positionals[0], terminal);
    return loadSite(content, terminal, ({ site }) => {
      tellUnreadable(site, terminal);
      terminal.out(values.json ? asJson(site) : printable(asText(site)));
      return EXIT.ok;
    });
  },
});

/** Every menu of a site and its parts, each sidebar once. */
export function allMenus(site: Site): NamedMenu[] {
  return allParts(site).flatMap(menusOfPart);
}

function menusOfPart({ menus, links, settings: { subsite } }: Site): NamedMenu[] {
  const [top, ...others] = namedMenus(menus).map((menu) => ({ ...menu, around: linksAround(menu.name, links) }));
  const each = [...new Set(menus.sidebars.values())].map(
    ({ title, source, entries }): NamedMenu => ({
      name: `sidebar of ${source.url || "/"}, “${title}”`,
      entries,
      around: [[], []],
    }),
  );
  const all = [...(top ? [top] : []), ...each, ...others];
  return subsite === undefined ? all : all.map((menu) => ({ ...menu, name: `${menu.name} (${subsite})` }));
}

/** Published pages that are in no menu. */
function pagesInNone(site: Site): Page[] {
  const all = allMenus(site).flatMap(({ entries }) => withAllBelow(entries));
  const links = allMenus(site).flatMap(({ around }) => around.flat());
  const inMenus = new Set([...all.map(({ data }) => data.origin.page), ...links.map(({ page }) => page)]);
  return site.gathered.pages.filter(
    (page) => page.kind === "page" && page.status === "published" && !inMenus.has(page),
  );
}

function asText(site: Site): string {
  const menus = allMenus(site).map((menu) => [menu.name, ...linesOf(menu)].join("\n"));
  const none = pagesInNone(site).map((page) => `  ${page.title}  ${page.href}  (${printableName(page.file)})`);
  const rest = ["pages in no menu", ...(none.length > 0 ? none : ["  (none)"])];
  return `${[...menus, rest.join("\n")].join("\n\n")}\n`;
}

/** A menu as it is shown: with the links of the settings. */
function linesOf({ entries, around: [before, after] }: NamedMenu): string[] {
  const shown = [...before.map(lineOf), ...lines(entries, 1), ...after.map(lineOf)];
  return shown.length > 0 ? shown : ["  (empty)"];
}

function lineOf({ title, url }: SiteLink): string {
  return `  ${title}  ${url}`;
}

/** The links of the settings before a menu's entries, and behind them; in the footer, they come first. */
function linksAround(name: string, links: SiteLinks): NamedMenu["around"] {
  if (name === "top") return [links.first, links.top];
  return [name === "footer-left" ? links.footerLeft : name === "footer-right" ? links.footerRight : [], []];
}

function lines(entries: readonly MenuEntry[], depth: number): string[] {
  const indent = "  ".repeat(depth);
  return entries.flatMap(({ title, url, children }) => {
    return [`${indent}${title}  ${url}`, ...(children.length > 0 ? lines(children, depth + 1) : [])];
  });
}

function asJson(site: Site): string {
  const plain = (entries: readonly MenuEntry[]): object[] =>
    entries.map(({ title, url, data: { origin }, children }) => {
      return { title, url, file: origin.page?.file ?? null, children: plain(children) };
    });
  const ofLink = ({ title, url, page }: SiteLink) => ({ title, url, file: page?.file ?? null, children: [] });
  const menus = allMenus(site).map(({ name, entries, around: [before, after] }) => {
    return { name, entries: [...before.map(ofLink), ...plain(entries), ...after.map(ofLink)] };
  });
  const none = pagesInNone(site).map(({ title, href, file }) => ({ title, url: href, file }));
  return printableJson({ menus, pagesInNoMenu: none });
}
