/** Thousands of spoilt files: nothing throws, hangs, leads out of the folder, or is lost without a word. */
import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decode } from "../../src/plugin/files/decode.ts";
import type { SourceFile, SourceTree } from "../../src/plugin/files/source-file.ts";
import { compareText } from "../../src/plugin/findings/finding.ts";
import type { Report } from "../../src/plugin/findings/report.ts";
import { fixTree } from "../../src/plugin/fix/fix-tree.ts";
import { isUnreadable } from "../../src/plugin/header/header.ts";
import { readHeader } from "../../src/plugin/header/read-header.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { readPage } from "../../src/plugin/pages/read-page.ts";
import { gatherTree } from "../../src/plugin/pages/read-pages.ts";
import { settingsSchema } from "../../src/plugin/settings.ts";
import { makeSite, type Site } from "../../src/plugin/site.ts";
import { assertInside, assertPrototypes, assertSite, inTime } from "./invariants.ts";
import { mutated, type RawFile, seeds } from "./mutate.ts";
import { randomFrom, SEED, times } from "./seed.ts";

/** So many trees of so many files: 21,000. */
const TREES = times(600);
const FILES = 35;
/** Of so many trees one is mended. */
const MENDED = 10;

const settings = settingsSchema.parse({ siteUrl: "https://example.org", redirectPages: true });
const means = { layouts: new Map([["hero", "layouts/hero.njk"]]), markdown: createMarkdown() };
const now = DateTime.fromISO("2030-01-01", { zone: "UTC" });

/** The tree that comes of files as they are on a disk. */
function treeOf(files: readonly RawFile[]): SourceTree {
  const read: SourceFile[] = [];
  const reports: Report[] = [];
  for (const { path, bytes } of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const result = decode(bytes, path);
    if ("text" in result) read.push({ path, text: result.text });
    else reports.push(result.report);
  }
  return { files: read, assets: ["images/a.png"], reports };
}

function siteOf(tree: SourceTree): Site {
  return makeSite(gatherTree(tree, settings, now), settings, means);
}

/** What a tree of spoilt files must stand. @throws where it does not */
function check(files: readonly RawFile[], isFixed: boolean): void {
  const tree = treeOf(files);
  for (const file of tree.files) {
    inTime("readHeader", () => readHeader(file));
    const { page, reports } = inTime("readPage", () => readPage(file, settings));
    // A page that is not written has none.
    if (page.status !== "skip" && page.saveAs !== "") assertInside(page.saveAs);
    // With the marks of a merge it is read, for what else there is to say; no site is made of it.
    if (isUnreadable(reports.filter(({ code }) => code !== "merge-conflict"))) assert.is(page.header.body, "");
  }
  assertSite(
    inTime("makeSite", () => siteOf(tree)),
    tree,
  );
  if (!isFixed) return;
  const fixed = inTime("fixTree", () => fixTree(tree, siteOf(tree), siteOf));
  const after = {
    ...tree,
    files: tree.files.map((file) => ({ ...file, text: fixed.texts.get(file.path) ?? file.text })),
  };
  assert.is(fixTree(after, siteOf(after), siteOf).texts.size, 0, "a second repair changes something");
}

/** What is wrong with a tree, in words without numbers, so that two faults of one kind have the same; undefined if nothing. */
function faultOf(files: readonly RawFile[], isFixed: boolean): string | undefined {
  try {
    check(files, isFixed);
    return undefined;
  } catch (error) {
    const [first = ""] = String(error instanceof Error ? error.stack : error).split("\n    at ");
    return first.replace(/\d+/g, "0").slice(0, 300);
  }
}

/** The least of a tree that has the same fault: one file if one is enough, then as few of its lines as are. */
function smallest(files: readonly RawFile[], isFixed: boolean, fault: string): readonly RawFile[] {
  const single = files.find((file) => faultOf([file], isFixed) === fault);
  if (!single) return files;
  let least = single.bytes.toString("latin1").split("\n");
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length; ) {
      const without = least.toSpliced(at, size);
      if (faultOf([{ ...single, bytes: Buffer.from(without.join("\n"), "latin1") }], isFixed) === fault)
        least = without;
      else at += size;
    }
  }
  return [{ ...single, bytes: Buffer.from(least.join("\n"), "latin1") }];
}

function shown(files: readonly RawFile[]): string {
  return files
    .map(({ path, bytes }) => `${path}: ${JSON.stringify(bytes.toString("latin1").slice(0, 1000))}`)
    .join("\n")
    .slice(0, 3000);
}

const fuzz = suite(`hostile: ${TREES * FILES} spoilt files (PELICAN_SEED=${SEED})`);
const originals = seeds();

fuzz("what is spoilt is sound before", () => {
  assert.ok(originals.length > 20);
  check([...new Map(originals.map((file) => [file.path, file])).values()], true);
});

/** The trees of one part, and of each kind of fault in them the first, as small as it can be. */
function faultsIn(part: number): string[] {
  const faults = new Map<string, string>();
  for (let index = part; index < TREES; index += PARTS) {
    const random = randomFrom(SEED + index);
    const byPath = new Map<string, RawFile>();
    for (let count = 0; byPath.size < FILES; count++) {
      const file = mutated(originals, random);
      // Two files of one path are one file.
      byPath.set(byPath.has(file.path) ? `${count}/${file.path}` : file.path, file);
    }
    const files = [...byPath].map(([path, { bytes }]) => ({ path, bytes }));
    const isFixed = index % MENDED === 0;
    const fault = faultOf(files, isFixed);
    if (fault === undefined || faults.has(fault)) continue;
    faults.set(fault, `tree ${index}: ${fault}\n${shown(smallest(files, isFixed, fault))}`);
    if (faults.size >= 10) break;
  }
  return [...faults.values()];
}

const PARTS = 10;
for (let part = 0; part < PARTS; part++) {
  fuzz(`part ${part + 1}`, () => assert.is(faultsIn(part).join("\n\n"), ""));
}

fuzz("no object has got anything from a file", () => {
  assertPrototypes();
  assert.is("polluted" in {}, false);
});

fuzz.run();
