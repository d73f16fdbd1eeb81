import { printable } from "../plugin/findings/printable.ts";
import type { MenuItem } from "../plugin/menus/menu.ts";
import type { Page } from "../plugin/pages/page.ts";
import type { Site } from "../plugin/site.ts";
import { type Command, EXIT, parseCommand } from "./command.ts";
import { contentFolder, loadSite, loadTree, projectSettings, tellUnreadable } from "./load.ts";

const HELP = `Usage: eleventy-pelican menus [DIR] [--json]

Shows all menus of a content folder, and the pages that are in none. DIR is the site's content folder by default.

  --json  the same for other programs

Exits with 0, and with 2 where the call is wrong.
`;

/** One menu of the site. */
export interface NamedMenu {
  readonly name: string;
  readonly items: readonly MenuItem[];
}

/** The whole menu tree as text. */
export const menus: Command = {
  summary: "Show all menus, and the pages that are in none.",
  help: HELP,
  run: (args, terminal) => {
    const options = { json: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseCommand(args, options, 1);
    const content = contentFolder(positionals[0], terminal);
    const settings = projectSettings(terminal, content);
    const site = loadSite(loadTree(content, settings), settings, terminal);
    tellUnreadable(site, terminal);
    terminal.out(values.json ? asJson(site) : printable(asText(site)));
    return EXIT.ok;
  },
};

/** Every menu of a site, each sidebar once. */
export function allMenus({ menus: { top, footerLeft, footerRight, sidebars } }: Site): NamedMenu[] {
  const each = [...new Set(sidebars.values())];
  return [
    { name: "top", items: top },
    ...each.map(({ title, source, items }) => ({ name: `sidebar of ${source.url || "/"}, “${title}”`, items })),
    { name: "footer-left", items: footerLeft },
    { name: "footer-right", items: footerRight },
  ];
}

/** Published pages that are in no menu. */
export function pagesInNone(site: Site): Page[] {
  const inMenus = new Set<Page | undefined>();
  const walk = (items: readonly MenuItem[]) => {
    for (const item of items) {
      inMenus.add(item.page);
      walk(item.children);
    }
  };
  for (const { items } of allMenus(site)) walk(items);
  return site.pages.filter((page) => page.kind === "page" && page.status === "published" && !inMenus.has(page));
}

function asText(site: Site): string {
  const menus = allMenus(site).map(({ name, items }) => [name, ...lines(items, 1)].join("\n"));
  const none = pagesInNone(site).map((page) => `  ${page.title}  ${page.href}  (${page.file})`);
  const rest = ["pages in no menu", ...(none.length > 0 ? none : ["  (none)"])];
  return `${[...menus, rest.join("\n")].join("\n\n")}\n`;
}

function lines(items: readonly MenuItem[], depth: number): string[] {
  const indent = "  ".repeat(depth);
  if (items.length === 0) return [`${indent}(empty)`];
  return items.flatMap((item) => [
    `${indent}${item.label}  ${item.href}`,
    ...(item.children.length > 0 ? lines(item.children, depth + 1) : []),
  ]);
}

function asJson(site: Site): string {
  const plain = (items: readonly MenuItem[]): object[] =>
    items.map(({ label, href, page, children }) => ({
      label,
      href,
      file: page?.file ?? null,
      children: plain(children),
    }));
  const menus = allMenus(site).map(({ name, items }) => ({ name, items: plain(items) }));
  const none = pagesInNone(site).map(({ title, href, file }) => ({ title, href, file }));
  return `${JSON.stringify({ menus, pagesInNoMenu: none }, null, 2)}\n`;
}
