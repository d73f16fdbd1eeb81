/** What is kept has its digest, and another form: whoever wrote it, a build makes what one from nothing makes. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { z } from "zod";
import { makeAssets } from "../../src/plugin/assets/assets.ts";
import { nameOfFolder, writeKept } from "../../src/plugin/cache/kept-file.ts";
import { createStore, type Store } from "../../src/plugin/cache/store.ts";
import { loadStore } from "../../src/plugin/cache/store-file.ts";
import { loadPages, savePages } from "../../src/plugin/fast-pages/pages-file.ts";
import { createMinifier } from "../../src/plugin/html/minify/minifier.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { removeOldFiles } from "../../src/plugin/output/old-files.ts";
import { beginWriting, endWriting } from "../../src/plugin/output/under-way.ts";
import { gatherTree } from "../../src/plugin/pages/read-pages.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { makeSite } from "../../src/plugin/site.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const forged = suite("what is kept and has another form");

const FORMS: readonly unknown[] = [
  null,
  undefined,
  7,
  Number.NaN,
  true,
  "a text",
  "long".repeat(100_000),
  [],
  [null],
  ["a"],
  [["a"]],
  {},
  { html: null },
  { toString: null },
  JSON.parse('{ "__proto__": { "html": "a", "scanned": {} } }'),
  JSON.parse('[["__proto__", { "html": "a" }]]'),
  new Map([["a", 1]]),
];

const kindOf = (value: unknown) => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);

/** A value with one part in another form, for each of its parts; of a list the first stands for all. */
function* changed(value: unknown): Iterable<unknown> {
  for (const form of FORMS) if (kindOf(form) !== kindOf(value)) yield form;
  if (typeof value !== "object" || value === null) return;
  const parts = Array.isArray(value) ? [["0", value[0]] as const].slice(0, value.length) : Object.entries(value);
  for (const [name, part] of parts) {
    for (const other of changed(part)) {
      yield Array.isArray(value) ? [other, ...value.slice(1)] : { ...value, [name]: other };
    }
  }
}

const SITE = {
  "a.md":
    'Title: A\n\n# One\n\n## Two\n\n[b](b.html) <b>open <iframe src="//a.example"></iframe> ![](x.png)\n\n**open\n* a\n* b\n\n{{ x }} $a\n',
  "b.html": '<title>B</title>\n<p id="a">Text <a href="">of b</a>, <i>open, "</p><p class="a>',
};

function siteBy(store: Store) {
  const settings = readSettings({});
  const files = Object.entries(SITE).map(([path, text]) => ({ path, text }));
  const gathered = gatherTree({ files, assets: [], reports: [] }, settings, DateTime.fromISO("2030-01-01"));
  const site = makeSite(gathered, settings, {
    layouts: new Map(),
    markdown: createMarkdown({ ...settings.markdown, math: settings.math }),
    store,
  });
  return JSON.stringify([[...site.html.values()], [...site.scanned.values()], site.findings]);
}

const ASSETS = new Map(
  Object.entries({ "a.js": "f( 1 );", "style.css": "a { background: url(b.svg) }", "b.svg": "<svg/>" }).map(
    ([path, text]) => [path, new Uint8Array(Buffer.from(text))],
  ),
);

/** What is made with a store, by what makes it. */
const MAKERS: Readonly<Record<string, (store: Store) => unknown>> = {
  "texts of pages": siteBy,
  "minified HTML": (store) => createMinifier(store).minify("<p onclick='a'>b<p>  c"),
  "scripts and stylesheets": async (store) => {
    const { files } = await makeAssets(ASSETS, { isFinal: true, isSmall: true }, store);
    return [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
  },
};

for (const [name, make] of Object.entries(MAKERS)) {
  forged(name, async () => {
    const store = createStore();
    const cold = await make(store);
    const entries = store.entries();
    assert.ok(entries.length > 0);
    let count = 0;
    for (const [key, value] of entries) {
      for (const other of changed(value)) {
        const others = entries.map((entry) => (entry[0] === key ? ([key, other] as const) : entry));
        assert.equal(await make(createStore(others)), cold, `${key}: ${String(JSON.stringify(other)).slice(0, 200)}`);
        count++;
      }
    }
    assert.ok(count > 10);
  });
}

/** Bytes that are no form of V8's, and its form of what is none of ours. */
const BYTES = [Buffer.alloc(0), Buffer.alloc(1), Buffer.from("{"), Buffer.alloc(99, 0xff), Buffer.from("[[1]]")];
const BODIES = [...BYTES, ...FORMS.map((form) => serialize(form))];

let folder: string;
forged.before.each(() => {
  folder = temporaryFolder();
});
forged.after.each(() => rmSync(folder, { recursive: true, force: true }));

forged("the file of what was made of texts", () => {
  for (const body of BODIES) {
    writeKept(join(folder, "a"), "1", [body]);
    assert.is(loadStore(join(folder, "a"), "1").get("a", z.string()), undefined);
  }
});

forged("pages", () => {
  const file = join(folder, "pages");
  const withRows = (rows: unknown, text = "page") => {
    const [index, length] = [serialize(rows), Buffer.alloc(4)];
    length.writeUInt32LE(index.length);
    return Buffer.concat([length, index, Buffer.from(text)]);
  };
  const page = { fingerprint: "f", html: Buffer.from("page") };
  savePages(new Map([["a.md", page]]), file, "1");
  assert.is(Buffer.from(loadPages(file, "1").get("a.md")?.html ?? []).toString(), "page");
  writeKept(file, "1", [withRows([["a.md", "f", 4]])]);
  assert.is(loadPages(file, "1").size, 1, "so it is written");
  const lengths = [-4, 3, 5, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 40].map((length) => [
    ["a.md", "f", length],
  ]);
  for (const body of [...BODIES, ...[...changed([["a.md", "f", 4]]), ...lengths].map((rows) => withRows(rows))]) {
    writeKept(file, "1", [body]);
    assert.is(loadPages(file, "1").size, 0, body.toString("latin1").slice(0, 200));
  }
});

/** With the project's folder as the current one, where the lists are. */
function inProject(run: () => void): void {
  const before = process.cwd();
  process.chdir(folder);
  try {
    run();
  } finally {
    process.chdir(before);
  }
}

const UNUSABLE = ["a\0b", "x".repeat(5000), "loop/a", "..", ".", "", "file/a", "__proto__"];
const JSON_BODIES = (value: unknown) => [
  ...BODIES,
  ...[...changed(value)].map((one) => Buffer.from(JSON.stringify(one) ?? "")),
];

forged("what a build wrote, and that one is under way", () => {
  inProject(() => {
    const [input, output] = [join(folder, "content"), join(folder, "site")];
    writeTree(folder, { "content/a.md": "", "site/file": "mine", "site/old.html": "mine" });
    const name = nameOfFolder(`${output}\n${input}`);
    for (const body of [
      ...JSON_BODIES([["a.html", 1, 1]]),
      Buffer.from(JSON.stringify(UNUSABLE.map((saveAs) => [saveAs, 4, 1]))),
    ]) {
      writeKept(join(".cache/output", name), "output 1", [body]);
      assert.equal(removeOldFiles(input, output, ["file"], []).removed, []);
    }
    for (const body of JSON_BODIES({ start: 1, targets: ["a.html"] })) {
      writeKept(join(".cache/under-way", name), "under way 1", [body]);
      assert.is(beginWriting(input, output, ["b.html"]), undefined, body.toString("latin1").slice(0, 200));
      assert.equal(beginWriting(input, output, [])?.targets, ["b.html"]);
      endWriting(input, output);
    }
    const broken = { start: 0, targets: UNUSABLE };
    assert.equal(removeOldFiles(input, output, ["file"], [], broken).removed, []);
  });
});

forged.run();
