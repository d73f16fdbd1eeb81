/** Settings that keep files from visitors, and are not taken over: `init` stops. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("cli: init, and what Pelican leaves out");

const PAGE = "Title: A\nDate: 2020-01-01\n\nText.\n";

function initIn(conf: string, files: Tree, ...args: readonly string[]) {
  const folder = temporaryFolder();
  writeTree(folder, { "pelicanconf.py": `SITENAME = 'Lantern'\n${conf}\n` });
  for (const [path, text] of Object.entries(files)) writeTree(folder, { [`content/${path}`]: text });
  const before = snapshot(folder);
  const ran = run(folder, ["init", ...args]);
  return { ...ran, isUntouched: JSON.stringify(snapshot(folder)) === JSON.stringify(before) };
}

const STOPPED: readonly (readonly [conf: string, files: Tree, said: string])[] = [
  [
    "DEFAULT_METADATA = {'status': 'draft'}",
    { "plan.md": PAGE, "ready.md": `Status: published\n${PAGE}`, "empty.md": "" },
    `pelicanconf.py:2  DEFAULT_METADATA gives each page without a Status the status “draft”:
  plan.md
→ Write “Status: draft” into the header of each, or “Status: published” where visitors may see it.`,
  ],
  [
    "DEFAULT_METADATA = (('author', 'Ann'), ('status', 'skip'))",
    { "a.html": "<html><head><title>A</title></head></html>" },
    `pelicanconf.py:2  DEFAULT_METADATA gives each page without a Status the status “skip”:
  a.html
→ Move them out of the content folder.`,
  ],
  [
    "EXTRA_PATH_METADATA = {'wip': {'status': 'draft'}, 'extra/CNAME': {'path': 'CNAME'}}",
    { "wip/a.md": PAGE, "wip/b.md": `Status: draft\n${PAGE}`, "wipe.md": PAGE },
    `pelicanconf.py:2  EXTRA_PATH_METADATA gives each page of 'wip' without a Status the status “draft”:
  wip/a.md
→ Write “Status: draft” into`,
  ],
];

for (const [conf, files, said] of STOPPED) {
  test(`stopped, with nothing written: ${conf}`, () => {
    const { code, out, error, isUntouched } = initIn(conf, files);
    assert.is(code, 1);
    assert.ok(error.includes(said), error);
    assert.ok(error.startsWith("Nothing was written: Pelican keeps files from visitors by settings that are not"));
    assert.ok(error.endsWith("Then run eleventy-pelican init again.\n"));
    assert.is(out, "");
    assert.ok(isUntouched);
  });
}

const LET_PASS: readonly (readonly [conf: string, files: Tree])[] = [
  ["DEFAULT_METADATA = {'status': 'draft'}", { "a.md": `Status: hidden\n${PAGE}` }],
  ["DEFAULT_METADATA = {'status': 'published', 'category': 'News'}", { "a.md": PAGE }],
  ["DEFAULT_METADATA = 'draft'", { "a.md": PAGE }],
  ["EXTRA_PATH_METADATA = {'wip': {'status': 'draft'}}", { "a.md": PAGE }],
];

for (const [conf, files] of LET_PASS) {
  test(`let pass: ${conf} and ${Object.keys(files)}`, () => {
    const { code, error, isUntouched } = initIn(conf, files);
    assert.is(code, 0, error);
    assert.not.ok(isUntouched);
  });
}

test("ten files are named, and how many more there are", () => {
  const files = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`wip/${index + 10}.md`, PAGE]));
  const { error } = initIn("EXTRA_PATH_METADATA = {'wip': {'status': 'draft'}}", files);
  assert.match(error, "  wip/19.md\n  and 3 more\n");
  assert.not.match(error, "wip/20.md");
});

test("every setting is told, in a dry run, too", () => {
  const { code, error } = initIn(
    "DEFAULT_METADATA = {'status': 'draft'}\nEXTRA_PATH_METADATA = {'a.md': {'status': 'draft'}}",
    { "a.md": PAGE },
    "--dry-run",
  );
  assert.is(code, 1);
  assert.match(error, "pelicanconf.py:2  DEFAULT_METADATA");
  assert.match(error, "pelicanconf.py:3  EXTRA_PATH_METADATA");
});

test.run();
