/** What must hold of any site, whatever its files are. */
import { posix } from "node:path";
import * as assert from "uvu/assert";
import type { SourceTree } from "../../src/plugin/files/source-file.ts";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import { formatGithub, formatJson } from "../../src/plugin/findings/format.ts";
import { printFindings } from "../../src/plugin/findings/print-findings.ts";
import type { MenuEntry } from "../../src/plugin/menus/entry.ts";
import { textFiles } from "../../src/plugin/output/text-files.ts";
import type { Page } from "../../src/plugin/pages/page.ts";
import type { Site } from "../../src/plugin/site.ts";
import { NO_ASSETS } from "../make.ts";

/** Does a step; that it ends is watched by whoever started the process. */
export function inTime<Result>(_what: string, run: () => Result): Result {
  return run();
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const NAMES = PROTOTYPES.map((prototype) => JSON.stringify(Reflect.ownKeys(prototype).map(String)));

export function assertPrototypes(): void {
  for (const [index, prototype] of PROTOTYPES.entries()) {
    assert.is(JSON.stringify(Reflect.ownKeys(prototype).map(String)), NAMES[index], "a prototype was changed");
  }
}

/** A path that stays in the folder that it is put in, on any system. */
export function assertInside(path: string): void {
  const name = JSON.stringify(path.slice(0, 200));
  assert.ok(path !== "" && !posix.isAbsolute(path), `${name} is absolute, or none`);
  assert.not.match(path, /[\0-\x1f\x7f\\]|^[a-z]:/i, name);
  assert.not.ok(path.split("/").includes(".."), `${name} leads out`);
  const there = posix.resolve("/output", path);
  assert.ok(there.startsWith("/output/"), `${name} leads out`);
}

const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "xmpp:"]);

function assertEntries(entries: readonly MenuEntry[]): void {
  for (const { url, title, children } of entries) {
    const { protocol } = new URL(url, "http://here.invalid/a/b");
    assert.ok(SAFE.has(protocol), `the menu leads to ${JSON.stringify(url)}`);
    assert.ok(title !== "", `an entry that leads to ${url} has no title`);
    assertEntries(children);
  }
}

function assertFindings(findings: readonly Finding[], { files }: SourceTree): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const lengths = new Map(files.map(({ path, text }) => [path, text.split(/\r\n|\r|\n/).length]));
  for (const { file, line, column, message, consequence, fix, code } of findings) {
    assert.ok(Number.isInteger(line) && line >= 1, `${code}: line ${line}`);
    assert.ok(Number.isInteger(column) && column >= 1, `${code}: column ${column}`);
    const length = lengths.get(file) ?? Number.POSITIVE_INFINITY;
    assert.ok(line <= length, `${code} is on line ${line} of ${length}`);
    for (const words of [message, consequence, fix]) {
      assert.ok(words.trim() !== "" && !/[\r\n]/.test(words), `${code}: ${JSON.stringify(words)}`);
    }
  }
  const printed = printFindings(findings, { sourceOf: (file) => texts.get(file) });
  assert.not.match(printed, /[\0-\x08\x0b-\x1f\x7f-\x9f]/, "a control character is printed");
  assert.is(JSON.parse(formatJson(findings)).findings.length, findings.length);
  assert.is(formatGithub(findings).split("\n").length, findings.length + 1);
}

/** Every file is a page of the site, or a finding says why not; a post of a day to come waits. */
function assertAccounted({ pages, findings }: Site, { files }: SourceTree): void {
  const known = new Set([...pages.map(({ file }) => file), ...findings.map(({ file }) => file)]);
  for (const { path, text } of files) {
    if (!known.has(path)) assert.match(text, /Date|\d{4}/i, `nobody knows what became of ${path}`);
  }
}

export function assertSite(site: Site, tree: SourceTree): void {
  assertPrototypes();
  assertAccounted(site, tree);
  assertFindings(site.findings, tree);
  const written = site.pages.filter(({ saveAs }) => saveAs !== "");
  for (const { saveAs } of [...written, ...site.lists, ...site.feeds]) assertInside(saveAs);
  for (const { to } of site.files) assertInside(to);
  const places = new Map<string, Page>();
  for (const page of written) {
    const other = places.get(page.saveAs);
    assert.is(other, undefined, `${page.saveAs} is written by ${other?.file} and ${page.file}`);
    places.set(page.saveAs, page);
  }
  const { top, footerLeft, footerRight, sidebars } = site.menus;
  for (const entries of [top, footerLeft, footerRight]) assertEntries(entries);
  for (const { entries } of new Set(sidebars.values())) assertEntries(entries);
  for (const { saveAs, text: make } of textFiles(site)) {
    const text = make(site, NO_ASSETS);
    assertInside(saveAs);
    // XML 1.0 has no place for them, not even escaped.
    if (saveAs.endsWith(".xml")) assert.not.match(text, /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/, saveAs);
  }
}
