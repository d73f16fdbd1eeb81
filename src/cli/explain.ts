import { relative, resolve } from "node:path";
import { nearest } from "../plugin/findings/nearest.ts";
import { printable } from "../plugin/findings/printable.ts";
import type { MenuItem } from "../plugin/menus/menu.ts";
import type { Page } from "../plugin/pages/page.ts";
import { ancestorsOf, sectionOf } from "../plugin/pages/parents.ts";
import type { Site } from "../plugin/site.ts";
import { type Command, EXIT, parseCommand, type Terminal, UsageError } from "./command.ts";
import { contentFolder, loadSite, loadTree, projectSettings, tellUnreadable } from "./load.ts";
import { allMenus } from "./menus.ts";

const HELP = `Usage: eleventy-pelican explain PAGE [--dir DIR]

Tells why a page looks as it does: for every entry of its menus the file, line and field that it comes from, and where
the page itself appears. PAGE is a file or an address: about/index.md, about/history, /about/history.html.

  --dir DIR  the content folder; the site's by default

Exits with 0, and with 2 where there is no such page or the call is wrong.
`;

/** Why each entry of a page's menus is there. */
export const explain: Command = {
  summary: "Tell why each entry of a page's menus is there.",
  help: HELP,
  run: (args, terminal) => {
    const { values, positionals } = parseCommand(args, { dir: { type: "string" } }, 1);
    const wanted = positionals[0];
    if (wanted === undefined) throw new UsageError(`Which page?\n\n${HELP}`);
    const content = contentFolder(values.dir, terminal);
    const settings = projectSettings(terminal, content);
    const site = loadSite(loadTree(content, settings), settings, terminal);
    const page = findPage(wanted, content, site, terminal);
    tellUnreadable(site, terminal);
    terminal.out(
      printable(`${[...about(page, site), ...itsMenus(page, site), ...itsPlaces(page, site)].join("\n")}\n`),
    );
    return EXIT.ok;
  },
};

function findPage(wanted: string, content: string, site: Site, terminal: Terminal): Page {
  const file = relative(content, resolve(terminal.folder, wanted)).replaceAll("\\", "/");
  const page = site.pages.find((one) => one.file === wanted || one.file === file) ?? site.index.find(wanted);
  if (page) return page;
  const near = nearest(
    wanted,
    site.pages.flatMap(({ file: path, url }) => [path, url]),
  );
  throw new UsageError(`There is no page ${wanted}.${near === undefined ? "" : ` Did you mean ${near}?`}`);
}

function about(page: Page, site: Site): string[] {
  const parent = ancestorsOf(page, site.index).at(-1);
  const section = sectionOf(page);
  const from = page.parentId === undefined ? "its Url" : `Parent_id, line ${page.place("parentId").line}`;
  return [
    `${page.title}`,
    `  file     ${page.file}`,
    `  address  ${page.href}`,
    `  layout   ${page.layout}`,
    `  section  ${section === "" ? "none" : `${section} (by ${from})`}`,
    `  above    ${parent ? `${parent.menuName}  ${parent.href}` : "nothing"}`,
  ];
}

function itsMenus(page: Page, site: Site): string[] {
  const { menus } = site;
  const sidebar = menus.sidebars.get(page);
  return [
    "",
    "Its menus",
    ...menu("top", menus.top),
    ...(sidebar
      ? menu(`sidebar “${sidebar.title}” (${sidebarRule(page)})`, sidebar.items)
      : ["  no sidebar", `    ${whyNone(page)}`]),
    ...menu("footer-left", menus.footerLeft),
    ...menu("footer-right", menus.footerRight),
  ];
}

function menu(name: string, items: readonly MenuItem[]): string[] {
  return [`  ${name}`, ...items.flatMap((item) => entry(item, "    "))];
}

function entry(item: MenuItem, indent: string): string[] {
  const { label, href, place, field, children } = item;
  const from = `${place.file}:${place.line} ${field}${orderOf(item)}`;
  return [`${indent}${label}  ${href}  (${from})`, ...children.flatMap((child) => entry(child, `${indent}  `))];
}

/** What decides the place of an item that a page asks for. */
function orderOf({ page, field }: MenuItem): string {
  const orders: Readonly<Record<string, number | undefined>> = {
    Top_menu_show: page?.topMenu?.order,
    Footer_show: page?.footer?.order,
  };
  if (!Object.hasOwn(orders, field)) return "";
  const name = field.replace("show", "order");
  return orders[field] === undefined ? `, no ${name}: last, by its file's path` : `, ${name} ${orders[field]}`;
}

function sidebarRule(page: Page): string {
  const { inherit } = page.sidebar;
  if (inherit === true) return "Inherit_sidebar: true, its own entries and those of the pages above";
  return typeof inherit === "string" ? `Inherit_sidebar: ${inherit}` : "its own entries";
}

function whyNone(page: Page): string {
  if (page.layout !== "multiple-columns") return `Content_layout is ${page.layout}; only multiple-columns has one.`;
  if (!page.sidebar.isShown) return "Sidebar_menu_show is not true.";
  return "There are no entries for it.";
}

/** Where in the menus the page itself is. */
function itsPlaces(page: Page, site: Site): string[] {
  const places = allMenus(site).flatMap(({ name, items }) => placesIn(items, name, page));
  return ["", "Where it appears", ...(places.length > 0 ? places : ["  in no menu"])];
}

function placesIn(items: readonly MenuItem[], path: string, page: Page): string[] {
  return items.flatMap((item) => {
    const inside = placesIn(item.children, `${path} > ${item.label}`, page);
    if (item.page !== page) return inside;
    return [`  ${path}: “${item.label}” (${item.place.file}:${item.place.line} ${item.field})`, ...inside];
  });
}
