import type { SourceTree } from "../files/source-file.ts";
import type { Finding } from "../findings/finding.ts";
import type { FindingCode } from "../findings/report-values.ts";
import { hasEngine } from "../header/engine-header.ts";
import { groupBy } from "../maps/group-by.ts";
import { pushAll } from "../maps/many.ts";
import type { MenuEntry } from "../menus/entry.ts";
import type { Site } from "../site.ts";
import { allParts } from "../structure.ts";
import { applyEdits } from "./apply-edits.ts";

/** One repair may make way for another; more rounds than these mean that two undo each other. */
const MOST_ROUNDS = 10;
/** This many repairs are tried one by one, where all at once would change a menu. */
const MOST_TRIES = 100;

/** Repairs that change how a menu is written, and must not change what it shows. */
const REWRITES: ReadonlySet<FindingCode> = new Set(["address-form", "sidebar-copied"]);

export interface Fixed {
  /** The new text of every file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was fixed. */
  readonly fixed: readonly Finding[];
  /** What is left: what has no one right answer. */
  readonly left: readonly Finding[];
}

type MakeSite = (tree: SourceTree) => Site;

/**
 * Fixes what has only one right answer, until nothing more can be fixed: first what is wrong, then what is written in
 * another way than it could be, as far as every menu shows what it showed before.
 *
 * @param first the site of the tree, with its findings
 * @param makeSite makes the site of a tree that has been changed
 */
export function fixTree(tree: SourceTree, first: Site, makeSite: MakeSite): Fixed {
  const fixed: Finding[] = [];
  let at = tree;
  let site = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = site.findings.filter(({ code }) => !REWRITES.has(code));
    const rewrites = site.findings.filter(({ code }) => REWRITES.has(code));
    const next = fix(at, faults) ?? rewrite(at, site, rewrites, makeSite);
    if (!next) break;
    pushAll(fixed, next.fixed);
    at = next.tree;
    site = makeSite(at);
  }
  return { texts: changedTexts(tree, at), fixed, left: site.findings };
}

/**
 * Fixes one finding, where that has only one right answer.
 *
 * @returns the new text of every file that changes
 */
export function fixOne(
  tree: SourceTree,
  site: Site,
  finding: Finding,
  makeSite: MakeSite,
): ReadonlyMap<string, string> {
  const next = fix(tree, [finding]);
  const isKept = next && (!REWRITES.has(finding.code) || menusShown(makeSite(next.tree)) === menusShown(site));
  return isKept ? changedTexts(tree, next.tree) : new Map();
}

function changedTexts(before: SourceTree, after: SourceTree): Map<string, string> {
  const old = new Map(before.files.map(({ path, text }) => [path, text]));
  const changed = after.files.filter(({ path, text }) => old.get(path) !== text);
  return new Map(changed.map(({ path, text }) => [path, text]));
}

interface Round {
  readonly tree: SourceTree;
  readonly fixed: readonly Finding[];
}

/** The tree with the edits of these findings; undefined where they change nothing. */
function fix(tree: SourceTree, findings: readonly Finding[]): Round | undefined {
  const all = findings.flatMap((finding) => finding.edits.map((edit) => ({ finding, edit })));
  const byFile = groupBy(all, ({ finding, edit }) => edit.file ?? finding.file);
  const fixed = new Set<Finding>();
  const files = tree.files.map((file) => {
    // What it says is code.
    if (hasEngine(file.text)) return file;
    const ofFile = byFile.get(file.path) ?? [];
    const text = applyEdits(
      file.text,
      ofFile.map(({ edit }) => edit),
    );
    if (text !== file.text) for (const { finding } of ofFile) fixed.add(finding);
    return text === file.text ? file : { ...file, text };
  });
  return fixed.size === 0 ? undefined : { tree: { ...tree, files }, fixed: [...fixed] };
}

/** All rewrites at once, or, where a menu would change, one after the other those that change none. */
function rewrite(tree: SourceTree, site: Site, findings: readonly Finding[], makeSite: MakeSite): Round | undefined {
  const shown = menusShown(site);
  const keepsMenus = (next: Round | undefined) => next !== undefined && menusShown(makeSite(next.tree)) === shown;
  const all = fix(tree, findings);
  if (keepsMenus(all)) return all;
  for (const one of findings.filter(({ edits }) => edits.length > 0).slice(0, MOST_TRIES)) {
    const next = fix(tree, [one]);
    if (keepsMenus(next)) return next;
  }
  return undefined;
}

/** What visitors see of all menus of a site, page by page, in a form that can be compared. */
function menusShown(site: Site): string {
  return JSON.stringify(allParts(site).map(menusOfPart));
}

function menusOfPart({ menus, pages }: Site): unknown[] {
  const { top, footerLeft, footerRight, sidebars } = menus;
  const ofPages = pages.map((page) => {
    const sidebar = sidebars.get(page);
    return [page.href, sidebar && [sidebar.title, plain(sidebar.entries)]];
  });
  return [plain(top), plain(footerLeft), plain(footerRight), ofPages];
}

function plain(entries: readonly MenuEntry[]): unknown[] {
  return entries.map(({ title, url, children }) => [title, url, plain(children)]);
}
