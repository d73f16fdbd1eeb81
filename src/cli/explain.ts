import { resolve } from "node:path";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { didYouMean } from "../plugin/findings/nearest.ts";
import { printable, printableName } from "../plugin/findings/printable.ts";
import { relativePath } from "../plugin/findings/relative-path.ts";
import type { MenuEntry } from "../plugin/menus/entry.ts";
import { menusFor } from "../plugin/menus/menu.ts";
import type { Page } from "../plugin/pages/page.ts";
import { ancestorsOf, sectionOf } from "../plugin/pages/parents.ts";
import type { Settings } from "../plugin/settings.ts";
import type { Site } from "../plugin/site.ts";
import { allParts } from "../plugin/structure.ts";
import { command, EXIT, type Terminal, UsageError } from "./command.ts";
import { contentFolder, loadSite, tellUnreadable } from "./load.ts";
import { allMenus } from "./menus.ts";
import { whyAddress, whyFile, whyInNone } from "./reasons.ts";

const HELP = `Usage: eleventy-pelican explain PAGE [--dir DIR]

Shows why a page's menus look as they do: for every entry the file, line and field that it comes from, and where
the page itself appears, or why it is in no menu; and which field or setting makes its address. PAGE is a file or an address: about/index.md, about/history, /about/history.html.

  --dir DIR  the content folder; the site's by default

Exits with 0, and with 2 if there is no such page or the command was called wrongly.
`;

/** Why each entry of a page's menus is there. */
export const explain = command({
  summary: "Show why each entry of a page's menus is there.",
  help: HELP,
  options: { dir: { type: "string" } },
  most: 1,
  run: ({ values, positionals: [wanted] }, terminal) => {
    if (wanted === undefined) throw new UsageError(`Which page?\n\n${HELP}`);
    const content = contentFolder(values.dir, terminal);
    return loadSite(content, terminal, ({ site, settings, tree }) => {
      const page = findPage(wanted, content, site, terminal);
      tellUnreadable(site, terminal);
      const part = allParts(site).find((one) => one.settings.subsite === page.subsite) ?? site;
      const lines = [
        ...about(
          page,
          part,
          partLines(page, settings),
          addressLines(page, page.subsite === undefined ? settings : part.settings, tree),
        ),
        ...itsMenus(page, part),
        ...itsPlaces(page, part),
      ];
      terminal.out(printable(`${lines.join("\n")}\n`));
      return EXIT.ok;
    });
  },
});

function findPage(wanted: string, content: string, site: Site, terminal: Terminal): Page {
  const file = relativePath(content, resolve(terminal.folder, wanted));
  const { pages } = site.gathered;
  const [named, ...others] = allParts(site).flatMap(({ index }) => index.find(wanted) ?? []);
  const page = pages.find((one) => one.file === wanted || one.file === file) ?? named ?? others[0];
  if (page) return page;
  const names = pages.flatMap(({ file: path, url }) => [path, url]);
  const left = site.gathered.unwanted?.find((one) => one.file === wanted || one.file === file);
  const reason = left && whyLeftOut(left);
  if (reason !== undefined) throw new UsageError(`No page is made of ${printableName(left?.file ?? "")}${reason}`);
  const [why] = site.findings.filter((one) => one.file === wanted || one.file === file);
  if (why) throw new UsageError(`No page is made of ${why.file}. ${why.message} ${why.fix}`);
  throw new UsageError(`There is no page ${wanted}.${didYouMean(wanted, names)}`);
}

/** Undefined for one that lacks something: a finding tells what. */
function whyLeftOut({ status, date, fields, place }: Page): string | undefined {
  if (status !== "skip")
    return ` yet: it waits for its date, ${date?.toISODate() ?? ""}. withFutureDates would publish it.`;
  return fields.status === "skip" ? `: its Status is “skip”, on line ${place("status").line}.` : undefined;
}

/** Where a page is, and what makes it be there. */
function addressLines(page: Page, settings: Settings, tree: SourceTree): string[] {
  const text = tree.files.find(({ path }) => path === page.file)?.text;
  return [
    `  written  ${page.saveAs === "" ? "nowhere" : printableName(page.saveAs)} (${whyFile(page, settings, text)})`,
    `  address  ${page.href} (${whyAddress(page, settings)})`,
  ];
}

/** The part of the site that it is in, where languages have some, and which settings it has of its own. */
function partLines({ subsite }: Page, { i18nSubsites }: Settings): string[] {
  if (subsite === undefined) return [];
  const own = Object.keys(i18nSubsites[subsite] ?? {});
  const settings = own.length === 0 ? "with the site's settings" : `with settings of its own: ${own.join(", ")}`;
  return [`  part     /${subsite}/, by i18nSubsites, ${settings}`];
}

function about(page: Page, site: Site, ofPart: readonly string[], ofAddress: readonly string[]): string[] {
  const parent = ancestorsOf(page, site.index).at(-1);
  const section = sectionOf(page);
  const from = page.parentId === undefined ? "its Url" : `Parent_id, line ${page.place("parentId").line}`;
  return [
    `${page.title}`,
    `  file     ${printableName(page.file)}`,
    ...ofPart,
    ...ofAddress,
    `  layout   ${page.layout}`,
    `  section  ${section === "" ? "none" : `${section} (by ${from})`}`,
    `  above    ${parent ? `${parent.menuName}  ${parent.href}` : "nothing"}`,
  ];
}

function itsMenus(page: Page, site: Site): string[] {
  const menus = menusFor(site.menus, page);
  const sidebar = site.menus.sidebars.get(page);
  return [
    "",
    "Its menus",
    ...menu("top", menus.top),
    ...(sidebar
      ? menu(`sidebar “${sidebar.title}” (${sidebarRule(page)})`, sidebar.entries)
      : ["  no sidebar", `    ${whyNone(page)}`]),
    ...menu("footer-left", menus.footerLeft),
    ...menu("footer-right", menus.footerRight),
  ];
}

function menu(name: string, entries: readonly MenuEntry[]): string[] {
  return [`  ${name}`, ...entries.flatMap((entry) => linesOf(entry, "    "))];
}

function linesOf({ title, url, data: { origin }, children }: MenuEntry, indent: string): string[] {
  const from = `${printableName(origin.place.file)}:${origin.place.line} ${origin.field}${orderOf(origin)}`;
  return [`${indent}${title}  ${url}  (${from})`, ...children.flatMap((child) => linesOf(child, `${indent}  `))];
}

/** What decides the place of an item that a page asks for. */
function orderOf({ page, field }: MenuEntry["data"]["origin"]): string {
  if (field !== "Top_menu_show" && field !== "Footer_show") return "";
  const order = (field === "Top_menu_show" ? page?.topMenu : page?.footer)?.order;
  const name = field.replace("show", "order");
  return order === undefined ? `, no ${name}: last, by its file's path` : `, ${name} ${order}`;
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
  const places = allMenus(site).flatMap(({ name, entries }) => placesIn(entries, name, page));
  return [
    "",
    "Where it appears",
    ...(places.length > 0 ? places : ["  in no menu", ...whyInNone(page, site).map((line) => `    ${line}`)]),
  ];
}

function placesIn(entries: readonly MenuEntry[], path: string, page: Page): string[] {
  return entries.flatMap(({ title, data: { origin }, children }) => {
    const inside = placesIn(children, `${path} > ${title}`, page);
    if (origin.page !== page) return inside;
    return [
      `  ${path}: “${title}” (${printableName(origin.place.file)}:${origin.place.line} ${origin.field})`,
      ...inside,
    ];
  });
}
