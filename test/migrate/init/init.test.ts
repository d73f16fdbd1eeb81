/** `init` in folders of all sorts. */
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { projectOf, run } from "../../cli/project.ts";

const test = suite("cli: init");

const CONTENT = { "content/a.md": "Title: A\n\nText." };

function folderOf(files: Tree): string {
  const folder = temporaryFolder();
  writeTree(folder, files);
  return folder;
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

test("without a pelicanconf.py the settings are the defaults", () => {
  const folder = folderOf(CONTENT);
  const { code, out } = run(folder, ["init"]);
  assert.is(code, 0);
  assert.match(out, "There is no pelicanconf.py here: all settings have their defaults. The content is in content.");
  assert.equal(Object.keys(snapshot(folder)).sort(), [
    ".gitignore",
    "content/a.md",
    "eleventy.config.js",
    "netlify.toml",
    "package.json",
  ]);
  assert.match(read(folder, "eleventy.config.js"), 'input: "content"');
});

test("--dry-run writes nothing", () => {
  const folder = folderOf(CONTENT);
  const before = snapshot(folder);
  const { code, out } = run(folder, ["init", "--dry-run"]);
  assert.is(code, 0);
  assert.match(out, "Would be written: eleventy.config.js, netlify.toml, package.json, .gitignore.");
  assert.equal(snapshot(folder), before);
});

test("an address that publishconf.py leaves empty, as pelican-quickstart does, is that of pelicanconf.py, and it is said", () => {
  const told = (address: string) =>
    run(
      projectOf(
        {},
        {
          "content/a.md": "Title: A\nDate: 2020-01-01\n",
          "pelicanconf.py": `SITEURL = '${address}'\n`,
          "publishconf.py": "from pelicanconf import *\nSITEURL = ''\n",
        },
      ),
      ["init", "--no-prove", "--dry-run"],
    ).out;
  const out = told("https://a.example");
  assert.match(out, "pelicanconf.py:1  SITEURL  is now siteUrl");
  assert.match(
    out,
    "publishconf.py:2  SITEURL  it is empty there, and Pelican publishes no addresses in full; that of pelicanconf.py:1 is taken",
  );
  assert.not.match(told("http://localhost:8000"), "it is empty there");
});

test("what is taken over and what is not is told with its line; publishconf.py goes before pelicanconf.py", () => {
  const folder = folderOf({
    ...CONTENT,
    "pelicanconf.py": "SITENAME = 'Club'\nSITEURL = ''\nTHEME = 'moss'\nAUTHOR = who()\n",
    "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://a.example'\nSITENAME = name()\n",
  });
  const { out } = run(folder, ["init"]);
  for (const line of [
    "Read pelicanconf.py and publishconf.py; nothing in it was run. The content is in content.",
    "  publishconf.py:3  SITENAME  is now siteName",
    "  publishconf.py:2  SITEURL   is now siteUrl",
    "  pelicanconf.py:4  AUTHOR    “who” is not set before",
    '  publishconf.py:3  SITENAME  “name” is not set before; "Club" is used',
  ]) {
    assert.ok(out.split("\n").includes(line), `${line}\n\n${out}`);
  }
  assert.match(read(folder, "eleventy.config.js"), 'siteName: "Club",\n    siteUrl: "https://a.example",');
});

test("values are worked out from other files of the folder, and what was asked of the environment is told", () => {
  const folder = folderOf({
    ...CONTENT,
    "pelicanconf.py": "from names import NAME\nSITENAME = f'{NAME} club'\n",
    "publishconf.py":
      "import os\nfrom pelicanconf import *\nSITEURL = os.environ.get('SITEURL', 'https://' + 'a.example')\n",
    "names.py": "NAME = 'Garden'\n",
  });
  const { out } = run(folder, ["init"]);
  assert.match(out, "Read pelicanconf.py, names.py and publishconf.py; nothing in it was run.");
  assert.match(out, "Environment variables count as not set: SITEURL.");
  assert.match(read(folder, "eleventy.config.js"), 'siteName: "Garden club",\n    siteUrl: "https://a.example",');
});

test("the configuration says what the site has: what Pelican writes, and what is added to it", () => {
  const python =
    "SITENAME = 'Club'\nDEFAULT_PAGINATION = 5\nARCHIVES_SAVE_AS = ''\nFEED_ALL_ATOM = None\nCATEGORY_FEED_ATOM = None\n" +
    "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None\n";
  const folder = folderOf({ ...CONTENT, "pelicanconf.py": python });
  run(folder, ["init"]);
  assert.match(
    read(folder, "eleventy.config.js"),
    `    // What Pelican writes.
    lists: {
      directTemplates: ["index", "tags", "categories", "authors", "archives"],
      defaultPagination: 5,
      archivesSaveAs: "",
    },
    feeds: false,
    // What it does not; false leaves it out.
    sitemap: true,
    robots: true,
    notFound: true,
    redirects: true,
    images: true,
    theme: true,
    minify: true,
  });
`,
  );
});

test("what is there stays: files, scripts, indentation, order", () => {
  const files = {
    ...CONTENT,
    ".eleventy.js": "// mine",
    "netlify.toml": "# mine\n",
    ".gitignore": "output\n/_site",
    "package.json": '{\n\t"name": "club",\n\t"scripts": {\n\t\t"build": "make"\n\t},\n\t"type": "commonjs"\n}',
  };
  const folder = folderOf(files);
  const { code, out } = run(folder, ["init"]);
  assert.is(code, 0);
  assert.match(out, "Already there, and not changed: .eleventy.js, netlify.toml, the script build in package.json.");
  assert.is(read(folder, ".eleventy.js"), "// mine");
  assert.is(read(folder, "netlify.toml"), "# mine\n");
  assert.is(read(folder, ".gitignore"), "output\n/_site\nnode_modules/\n.cache/\n");
  assert.is(
    read(folder, "package.json"),
    '{\n\t"name": "club",\n\t"scripts": {\n\t\t"build": "make",\n\t\t"start": "eleventy --serve",\n\t\t"check": "eleventy-pelican check"\n\t},\n\t"type": "commonjs"\n}',
  );
  assert.not.ok("eleventy.config.js" in snapshot(folder));
});

const MODULES: readonly (readonly [files: Tree, form: RegExp, type: unknown])[] = [
  [{}, /^import pelican/, "module"],
  [{ "package.json": '{ "type": "module" }' }, /^import pelican/, "module"],
  [{ "package.json": '{ "type": "commonjs" }' }, /^const pelican = require/, "commonjs"],
  // The others are CommonJS modules, and stay so.
  [{ "gulpfile.js": "" }, /^const pelican = require/, undefined],
];

for (const [files, form, type] of MODULES) {
  test(`the configuration is a module of the project's kind: ${JSON.stringify(files)}`, () => {
    const folder = folderOf({ ...CONTENT, ...files });
    run(folder, ["init"]);
    assert.match(read(folder, "eleventy.config.js"), form);
    assert.is(JSON.parse(read(folder, "package.json")).type, type);
  });
}

test("text of settings is text in the configuration", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become a template
  const name = "'\"`${process.exit(9)}\\ </script> \u2028";
  const folder = folderOf({ ...CONTENT, "pelicanconf.py": `SITENAME = r'''${name}'''\n` });
  run(folder, ["init"]);
  writeFileSync(join(folder, "plugin.mjs"), "export default 1;");
  const source = read(folder, "eleventy.config.js").replace("eleventy-plugin-pelican", "./plugin.mjs");
  writeFileSync(join(folder, "config.mjs"), source);
  const { default: configure } = await import(join(folder, "config.mjs"));
  let options: { siteName?: string } = {};
  configure({ addPlugin: (_: unknown, given: object) => (options = given) });
  assert.is(options.siteName, name);
});

const REFUSED: readonly (readonly [files: Tree, said: string])[] = [
  [
    {},
    "Which folder holds the content? There is no pelicanconf.py here, and neither src/content nor content. For a new site, write a page, such as content/index.md, and call this again.",
  ],
  [
    { "my site/pelicanconf.py": "", "lamps/pelicanconf.py": "" },
    "Which folder holds the content? There is no pelicanconf.py here, and neither src/content nor content. It is in the folder lamps, and in my site: go there, and call this again.",
  ],
  [
    { "pelicanconf.py": "PATH = 'text'" },
    "There is no folder text, which PATH names. Name the folder that holds the content.",
  ],
  [{ "pelicanconf.py": "PATH = ['content']" }, "Which folder holds the content? PATH is not a text."],
  [
    { "pelicanconf.py": "PATH = '/'" },
    "PATH is “/”, which is outside of this folder. Move the content into a folder in it, such as content.",
  ],
  [
    { "pelicanconf.py": "PATH = '..'" },
    "PATH is “..”, which is outside of this folder. Move the content into a folder in it, such as content.",
  ],
  [{ ...CONTENT, "package.json": "{" }, "package.json is not JSON: "],
  [{ ...CONTENT, "package.json": "[]" }, "package.json does not contain an object. Write {} into it, or remove it."],
  [{ ...CONTENT, "package.json": '{ "scripts": [] }' }, 'The "scripts" of package.json are not an object.'],
  [
    { ...CONTENT, "pelicanconf.py": new Uint8Array([0xe9]) },
    "pelicanconf.py cannot be read: The file is not in UTF-8.",
  ],
];

for (const [files, said] of REFUSED) {
  test(`refused, with nothing written: ${said}`, () => {
    const folder = folderOf(files);
    const before = snapshot(folder);
    const { code, error } = run(folder, ["init"]);
    assert.is(code, 2);
    assert.ok(error.startsWith(said), error);
    assert.equal(snapshot(folder), before);
  });
}

test("a content folder that is a link out of the project is refused", () => {
  const [folder, other] = [folderOf({}), folderOf({ "a.md": "Title: A\n\nText." })];
  symlinkSync(other, join(folder, "content"));
  const { code, error } = run(folder, ["init"]);
  assert.is(code, 2);
  assert.match(error, "which is outside of this folder");
});

test("a link in the place of a file to write is not followed", () => {
  const folder = folderOf(CONTENT);
  symlinkSync(join(folder, "nowhere"), join(folder, "eleventy.config.js"));
  const { code } = run(folder, ["init"]);
  assert.is(code, 1);
  assert.not.ok("nowhere" in snapshot(join(folder, "content")));
});

test.run();
