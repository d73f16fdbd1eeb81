/** Trees of texts that are mended without a disk, and menus that are compared. */
import { DateTime } from "luxon";
import type { SourceTree } from "../../src/plugin/files/source-file.ts";
import { compareText } from "../../src/plugin/findings/finding.ts";
import { type Fixed, fixTree } from "../../src/plugin/fix/fix-tree.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { gatherTree } from "../../src/plugin/pages/read-pages.ts";
import { type SettingsInput, settingsSchema } from "../../src/plugin/settings.ts";
import { makeSite, type Site } from "../../src/plugin/site.ts";
import { type MenuEntryView, makeMenuViews } from "../../src/plugin/views/menus.ts";

export type Files = Readonly<Record<string, string>>;

const markdown = createMarkdown();

export function treeOf(files: Files): SourceTree {
  const sorted = Object.entries(files).sort(([a], [b]) => compareText(a, b));
  return { files: sorted.map(([path, text]) => ({ path, text })), assets: [], reports: [] };
}

/** The site of a tree, with all of its advice. */
export function siteOfTree(tree: SourceTree, settings: SettingsInput = {}): Site {
  const all = settingsSchema.parse(settings);
  const now = DateTime.fromISO("2030-01-01", { zone: "UTC" });
  return makeSite(gatherTree(tree, all, now), all, { layouts: new Map(), markdown });
}

export interface Mended extends Fixed {
  /** Every file's text after it. */
  readonly after: Files;
}

export function mend(files: Files, settings: SettingsInput = {}): Mended {
  const tree = treeOf(files);
  const make = (at: SourceTree) => siteOfTree(at, settings);
  const fixed = fixTree(tree, make(tree), make);
  return { ...fixed, after: { ...files, ...Object.fromEntries(fixed.texts) } };
}

/** What visitors see of the menus on each page: titles, addresses, titles of sidebars. */
export function shownMenus(files: Files): unknown {
  const site = siteOfTree(treeOf(files));
  const menuViews = makeMenuViews(site.menus);
  return Object.fromEntries(
    site.pages.map((page) => {
      const { top, sidebar, footerLeft, footerRight } = menuViews(page);
      return [
        page.file,
        {
          top: plain(top),
          sidebar: sidebar && { title: sidebar.title, entries: plain(sidebar.entries) },
          footer: [plain(footerLeft), plain(footerRight)],
        },
      ];
    }),
  );
}

function plain(entries: readonly MenuEntryView[]): unknown[] {
  return entries.map(({ title, url, children }) => [title, url, plain(children)]);
}
