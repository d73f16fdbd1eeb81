import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isNumbered } from "../../plugin/dialect/numbered.ts";
import { isLikeNumbered } from "../../plugin/fields/names.ts";
import { decode } from "../../plugin/files/decode.ts";
import { isBelow } from "../../plugin/files/is-below.ts";
import { joinLines, lineEndOf, splitLines } from "../../plugin/files/lines.ts";
import type { SourceFile, SourceTree } from "../../plugin/files/source-file.ts";
import type { Page } from "../../plugin/pages/page.ts";
import { readPage } from "../../plugin/pages/read-page.ts";
import type { Settings } from "../../plugin/settings.ts";
import { splitPelican, splitYaml } from "./headers.ts";
import { rewriteHtml } from "./html.ts";
import type { Form } from "./menu-text.ts";
import { rewriteParts } from "./parts.ts";
import { type Note, notesOf, type Plan, planOf } from "./plan.ts";

/** What becomes of a file with numbered fields. */
export type Modernized =
  | { readonly kind: "rewritten"; readonly text: string; readonly notes: readonly Note[]; readonly entries: number }
  /** It stays as it was. */
  | { readonly kind: "refused"; readonly line: number; readonly reason: string };

/**
 * Writes the numbered fields of a file as lists. The page stays the same; if it would not, the file stays as it is.
 *
 * @param form the form to write; a page that has it for one menu already gets the other one
 * @returns undefined where there are no numbered fields
 */
export function modernizeFile(file: SourceFile, form: Form, settings: Settings): Modernized | undefined {
  const before = readPage(file, settings).page;
  const { header } = before;
  const plan = planOf(header, file.path);
  if (!plan) return undefined;
  const line = header.lines.find(({ key }) => isNumbered(key))?.line ?? 1;
  const text = rewrite(file, before, plan, otherForm(form, before));
  if (text === undefined) return { kind: "refused", line, reason: "its header cannot be written as YAML line by line" };
  const fault = difference(before, { ...file, text }, settings);
  if (fault !== undefined) return { kind: "refused", line, reason: fault };
  const entries = plan.entries.dropdown.length + plan.entries.sidebar.length;
  return { kind: "rewritten", text, notes: notesOf(plan), entries };
}

/** A header cannot have two fields of the same name. */
function otherForm(form: Form, { header }: Page): Form {
  const isTaken = header.syntax !== "html" && header.menus.some(({ key }) => key.toLowerCase() === form.toLowerCase());
  return isTaken ? (form === "menu" ? "eleventyNavigation" : "menu") : form;
}

function rewrite({ text }: SourceFile, { header, url }: Page, plan: Plan, form: Form): string | undefined {
  const end = lineEndOf(splitLines(text));
  if (header.syntax === "html") return rewriteHtml(text, plan, form, url, end);
  const isYaml = header.syntax !== "pelican";
  const split = isYaml ? splitYaml(text, header) : splitPelican(text, header, end);
  const lines = split && rewriteParts(split.parts, { plan, form, url, end, isYaml });
  return lines && joinLines([...split.above, ...lines, ...split.below], end);
}

/** What would change in a page if its file had this text, in words; undefined if nothing would. */
function difference(before: Page, file: SourceFile, settings: Settings): string | undefined {
  const { page: after, reports } = readPage(file, settings);
  const unreadable = reports.find((one) => one.code === "header-yaml");
  if (unreadable) return `its header could no longer be read: ${unreadable.values.reason}`;
  if (after.header.lines.some(({ key }) => isNumbered(key))) return "a numbered field would be left in it";
  const syntax = before.header.syntax === "pelican" ? "pelican-yaml" : before.header.syntax;
  if (after.header.syntax !== syntax) return "its header would be read in another way";
  if (after.header.body !== before.header.body) return "its text would change";
  const [previous, next] = [factsOf(before), factsOf(after)];
  const changed = Object.keys(previous).find((name) => JSON.stringify(previous[name]) !== JSON.stringify(next[name]));
  return changed === undefined ? undefined : `its ${changed} would change`;
}

/** Everything that matters about a page, except where it is written. */
function factsOf(page: Page): Readonly<Record<string, unknown>> {
  const { header, place, fields, metadata, dropdown, sidebar, ...facts } = page;
  const { dropdownMenuSize, sidebarMenuSize, ...values } = fields;
  const entries = (all: typeof dropdown) => all?.map(({ title, url }) => [title, url]);
  return {
    ...facts,
    fields: sorted(values),
    metadata: sorted(Object.fromEntries(Object.entries(metadata).filter(([key]) => !isLikeNumbered(key)))),
    dropdown: entries(dropdown),
    sidebar: { ...sidebar, entries: entries(sidebar.entries) },
    data: sorted(Object.fromEntries(Object.entries(header.data).filter(([key]) => !isOfMenus(key)))),
  };
}

function isOfMenus(key: string): boolean {
  return isNumbered(key) || /^(?:dropdown|sidebar)_menu_size$/i.test(key);
}

function sorted(values: object): unknown {
  return Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Every file that had numbered fields, by its path, in the order of the paths. */
export type ModernizedFiles = ReadonlyMap<string, Modernized>;

/**
 * Writes the numbered fields of a tree as lists.
 *
 * @param folder the folder of the tree to change; empty for all of it
 */
export function modernizeTree(tree: SourceTree, form: Form, folder: string, settings: Settings): ModernizedFiles {
  return new Map(
    tree.files
      .filter(({ path }) => isBelow(path, [folder === "" ? "." : folder]))
      .flatMap((file) => {
        const made = modernizeFile(file, form, settings);
        return made ? [[file.path, made] as const] : [];
      }),
  );
}

/** The new text of every file that changed. */
export function newTexts(files: ModernizedFiles): ReadonlyMap<string, string> {
  return new Map([...files].flatMap(([path, made]) => (made.kind === "rewritten" ? [[path, made.text] as const] : [])));
}

/** Whether a file of a tree still holds what was read of it. */
export function isUnchanged(path: string, content: string, { files }: SourceTree): boolean {
  try {
    const decoded = decode(readFileSync(join(content, path)), path);
    return "text" in decoded && decoded.text === files.find((file) => file.path === path)?.text;
  } catch {
    return false;
  }
}
