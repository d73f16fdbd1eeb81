/** Sites whose content is the project's folder itself. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { buildMoved } from "../../moved-site.ts";

const DATED = '<html><head><title>T</title><meta name="date" content="2020-01-01"></head><body>{{ x }}</body></html>';

const PROJECT: Tree = {
  "blog/lamp.md": "Title: Lamp\nDate: 2020-01-01\n\n[about]({filename}../pages/about.md) ![x]({static}/images/a.txt)\n",
  "pages/about.md": "Title: About\n\nText.\n",
  "images/a.txt": "a",
  "skins/plain/templates/base.html": DATED,
  "helpers/one/notes.md": "Title: Notes\nDate: 2020-01-01\n\nText.\n",
  "public/lamp.html": DATED,
  "public/old.css": "a {}",
  "node_modules/one/README.md": "Title: One\nDate: 2020-01-01\n\nText.\n",
};

const SETTINGS = `SITENAME = 'Lamps'
SITEURL = 'https://lamps.example'
OUTPUT_PATH = 'public/'
THEME = './skins/plain'
PLUGIN_PATHS = ['helpers']
`;

const pages = ["blog/lamp", "lamp", "notes", "one", "t", "base", "README"];

function built(settings: string): { readonly out: string; readonly files: readonly string[] } {
  const folder = temporaryFolder();
  try {
    writeTree(folder, { ...PROJECT, "pelicanconf.py": settings });
    const out = buildMoved(folder);
    return { out, files: Object.keys(snapshot(join(folder, "_site"))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const test = suite("cli: init where the content is the project's folder");

for (const path of ["", "PATH = '.'\n", "import os\nPATH = os.path.abspath(os.path.dirname(__file__))\n"]) {
  test(`pages are made of the content, and of nothing beside it: ${JSON.stringify(path)}`, () => {
    const { out, files } = built(SETTINGS + path);
    assert.match(out, "The content is this folder itself.");
    assert.ok(files.includes("pages/about.html"), files.join(" "));
    assert.ok(files.includes("images/a.txt"));
    assert.equal(
      pages.filter((page) => files.includes(`${page}.html`)),
      ["lamp"],
    );
    assert.not.ok(files.some((file) => /public|skins|helpers|node_modules|old\.css|pelicanconf/.test(file)));
  });
}

test("where the whole folder is copied, what the build has beside the content is not", () => {
  const { files } = built(`${SETTINGS}STATIC_PATHS = ['.']\n`);
  assert.ok(files.includes("images/a.txt"));
  assert.ok(files.includes("pelicanconf.py"), "as in Pelican");
  assert.not.ok(files.some((file) => /public|skins|helpers|node_modules|package\.json|eleventy|netlify/.test(file)));
});

test.run();
