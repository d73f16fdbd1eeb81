import type { SourceTree } from "../files/source-file.ts";
import type { FindingCode } from "../findings/codes.ts";
import type { Finding } from "../findings/finding.ts";
import type { Site } from "../site.ts";
import { applyEdits } from "./apply-edits.ts";
import { menusShown } from "./menus-shown.ts";

/** One repair may make way for another; more rounds than these mean that two undo each other. */
const MOST_ROUNDS = 10;
/** So many repairs are tried one by one, where all at once would change a menu. */
const MOST_TRIES = 100;

/** Repairs that change how a menu is written, and must not change what it shows. */
const REWRITES: ReadonlySet<FindingCode> = new Set(["address-form", "sidebar-copied"]);

export interface Fixed {
  /** The new text of every file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was mended. */
  readonly mended: readonly Finding[];
  /** What is left: what has no one right answer. */
  readonly left: readonly Finding[];
}

type MakeSite = (tree: SourceTree) => Site;

/**
 * Mends what has one right answer, until nothing more is to be mended: first what is wrong, then what is written in
 * another way than it could be, as far as every menu shows what it showed before.
 *
 * @param makeSite makes the site of a tree, with its findings
 */
export function fixTree(tree: SourceTree, makeSite: MakeSite): Fixed {
  const mended: Finding[] = [];
  let at = tree;
  let site = makeSite(at);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = site.findings.filter(({ code }) => !REWRITES.has(code));
    const rewrites = site.findings.filter(({ code }) => REWRITES.has(code));
    const next = mend(at, faults) ?? rewrite(at, site, rewrites, makeSite);
    if (!next) break;
    mended.push(...next.mended);
    at = next.tree;
    site = makeSite(at);
  }
  const before = new Map(tree.files.map(({ path, text }) => [path, text]));
  const changed = at.files.filter(({ path, text }) => before.get(path) !== text);
  return { texts: new Map(changed.map(({ path, text }) => [path, text])), mended, left: site.findings };
}

interface Mended {
  readonly tree: SourceTree;
  readonly mended: readonly Finding[];
}

/** The tree with the edits of these findings; undefined where they change nothing. */
function mend(tree: SourceTree, findings: readonly Finding[]): Mended | undefined {
  const byFile = new Map<string, Finding[]>();
  for (const one of findings) {
    if (one.edits.length > 0) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
  }
  const mended: Finding[] = [];
  const files = tree.files.map((file) => {
    const ofFile = byFile.get(file.path) ?? [];
    const text = applyEdits(
      file.text,
      ofFile.flatMap(({ edits }) => edits),
    );
    if (text !== file.text) mended.push(...ofFile);
    return text === file.text ? file : { ...file, text };
  });
  return mended.length === 0 ? undefined : { tree: { ...tree, files }, mended };
}

/** All rewrites at once, or, where a menu would change, one after the other those that change none. */
function rewrite(tree: SourceTree, site: Site, findings: readonly Finding[], makeSite: MakeSite): Mended | undefined {
  const shown = menusShown(site);
  const keepsMenus = (next: Mended | undefined) => next !== undefined && menusShown(makeSite(next.tree)) === shown;
  const all = mend(tree, findings);
  if (keepsMenus(all)) return all;
  for (const one of findings.filter(({ edits }) => edits.length > 0).slice(0, MOST_TRIES)) {
    const next = mend(tree, [one]);
    if (keepsMenus(next)) return next;
  }
  return undefined;
}
