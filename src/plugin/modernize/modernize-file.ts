import { isLikeNumbered } from "../fields/names.ts";
import { isNumbered } from "../fields/numbered.ts";
import type { SourceFile } from "../files/source-file.ts";
import { STOPPING } from "../findings/codes.ts";
import type { Page } from "../pages/page.ts";
import { readPage } from "../pages/read-page.ts";
import type { Settings } from "../settings.ts";
import { pelicanPieces, yamlPieces } from "./headers.ts";
import { rewriteHtml } from "./html.ts";
import { joinLines, lineEndOf, splitLines } from "./lines.ts";
import type { Form } from "./menu-text.ts";
import { rewriteParts } from "./parts.ts";
import { type Note, notesOf, type Plan, planOf } from "./plan.ts";

/** What became of a file with numbered fields. */
export type Modernized =
  | { readonly kind: "rewritten"; readonly text: string; readonly notes: readonly Note[]; readonly entries: number }
  /** It stays as it was. */
  | { readonly kind: "refused"; readonly line: number; readonly reason: string };

/**
 * Writes the numbered fields of a file as lists. The page that it makes is the same; where it would not be, the file
 * stays as it is.
 *
 * @param form the form to write; a page that has it for one menu already gets the other
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

/** A header has one field of each name. */
function otherForm(form: Form, { header }: Page): Form {
  const isTaken = header.syntax !== "html" && header.menus.some(({ key }) => key.toLowerCase() === form.toLowerCase());
  return isTaken ? (form === "menu" ? "eleventyNavigation" : "menu") : form;
}

function rewrite({ text }: SourceFile, { header, url }: Page, plan: Plan, form: Form): string | undefined {
  const end = lineEndOf(splitLines(text));
  if (header.syntax === "html") return rewriteHtml(text, plan, form, url, end);
  const isYaml = header.syntax !== "pelican";
  const pieces = isYaml ? yamlPieces(text, header) : pelicanPieces(text, header, end);
  const lines = pieces && rewriteParts(pieces.parts, { plan, form, url, end, isYaml });
  return lines && joinLines([...pieces.above, ...lines, ...pieces.below], end);
}

/** What of a page would be another if its file had this text, in words; undefined where nothing would. */
function difference(before: Page, file: SourceFile, settings: Settings): string | undefined {
  const { page: after, findings } = readPage(file, settings);
  const stopping = findings.find(({ code }) => STOPPING.has(code));
  if (stopping) return `its header could no longer be read: ${stopping.message}`;
  if (after.header.lines.some(({ key }) => isNumbered(key))) return "a numbered field would be left in it";
  const syntax = before.header.syntax === "pelican" ? "pelican-yaml" : before.header.syntax;
  if (after.header.syntax !== syntax) return "its header would be read in another way";
  if (after.header.body !== before.header.body) return "its text would be another";
  const [old, now] = [factsOf(before), factsOf(after)];
  const other = Object.keys(old).find((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  return other === undefined ? undefined : `its ${other} would be another`;
}

/** All that the rest of the program knows of a page, but where it is written. */
function factsOf(page: Page): Readonly<Record<string, unknown>> {
  const { header, place, fields, metadata, dropdown, sidebar, ...facts } = page;
  const { dropdownMenuSize, sidebarMenuSize, ...values } = fields;
  const entries = (all: typeof dropdown) => all?.map(({ label, address }) => [label, address]);
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
