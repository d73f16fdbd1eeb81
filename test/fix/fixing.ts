/** Trees of texts that are mended without a disk, and menus that are compared. */
import { DateTime } from "luxon";
import type { SourceTree } from "../../src/plugin/files/source-file.ts";
import { compareText } from "../../src/plugin/findings/finding.ts";
import { type Fixed, fixTree } from "../../src/plugin/fix/fix-tree.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { makeMenuViews } from "../../src/plugin/menus/current.ts";
import { type SettingsInput, settingsSchema } from "../../src/plugin/settings.ts";
import { makeSite, type Site } from "../../src/plugin/site.ts";

export type Files = Readonly<Record<string, string>>;

const markdown = createMarkdown();

export function treeOf(files: Files): SourceTree {
  const sorted = Object.entries(files).sort(([a], [b]) => compareText(a, b));
  return { files: sorted.map(([path, text]) => ({ path, text })), assets: [], findings: [] };
}

/** The site of a tree, with all of its advice. */
export function siteOfTree(tree: SourceTree, settings: SettingsInput = {}): Site {
  return makeSite(tree, settingsSchema.parse(settings), {
    layouts: new Set(),
    markdown,
    now: DateTime.fromISO("2030-01-01", { zone: "UTC" }),
  });
}

export interface Mended extends Fixed {
  /** Every file's text after it. */
  readonly after: Files;
}

export function mend(files: Files, settings: SettingsInput = {}): Mended {
  const fixed = fixTree(treeOf(files), (tree) => siteOfTree(tree, settings));
  return { ...fixed, after: { ...files, ...Object.fromEntries(fixed.texts) } };
}

/** What visitors see of the menus on each page: labels, addresses, titles of sidebars. */
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
          sidebar: sidebar && { title: sidebar.title, items: plain(sidebar.items) },
          footer: [plain(footerLeft), plain(footerRight)],
        },
      ];
    }),
  );
}

interface Item {
  readonly label: string;
  readonly href: string;
  readonly children: readonly Item[];
}

function plain(items: readonly Item[]): unknown[] {
  return items.map(({ label, href, children }) => [label, href, plain(children)]);
}
