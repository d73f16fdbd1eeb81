/** A move is proved: what Pelican makes of a site, beside what is made of it here. */
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readSite } from "../../../src/migrate/compare/site.ts";
import { buildWithPelican, pelicanIn, withoutThemesWords } from "../../../src/migrate/init/pelican.ts";
import { isProved, proveMove, tellProof } from "../../../src/migrate/init/prove-move.ts";
import { type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("init: a move is proved");

const page = (title: string, text: string) =>
  `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

function siteOf(files: Readonly<Record<string, string>>) {
  return readSite({ files: Object.keys(files), unread: [], read: (path) => ({ text: files[path] ?? "" }) });
}

const OLD = {
  "index.html": page("Lamps", "All of them."),
  "oil.html": page("Oil", "Oil burns with a small and yellow flame."),
  "gas.html": page("Gas", "Gas burns with a blue flame, and hisses."),
  "guide.html": page("Guide", "How to trim a wick in the evening."),
  "feeds/all.atom.xml": "<feed/>",
  "files/list.pdf": "pdf",
};
const SOURCES = {
  content: "content",
  pages: [
    { file: "oil.md", saveAs: "oil.html" },
    { file: "gas.md", saveAs: "lamps/gas.html" },
  ],
  unread: ["help/guide.rst"],
};

test("what is as it was is counted", () => {
  const proof = proveMove(siteOf(OLD), siteOf(OLD), { ...SOURCES, pages: [{ file: "oil.md", saveAs: "oil.html" }] });
  assert.ok(isProved(proof));
  assert.is(
    tellProof(proof, "what Pelican makes"),
    "Compared with what Pelican makes: 6 of 6 addresses, 1 of 1 titles, 1 of 1 texts.",
  );
});

test("what is lost is named, with its cause, and with the line that leads there", () => {
  const now = {
    "index.html": OLD["index.html"],
    "oil.html": page("Oil", "Oil burns with a small flame."),
    "lamps/gas.html": OLD["gas.html"],
  };
  const proof = proveMove(siteOf(OLD), siteOf(now), SOURCES);
  assert.not.ok(isProved(proof));
  assert.is(
    tellProof(proof, "what Pelican makes"),
    `Compared with what Pelican makes: 2 of 6 addresses, 1 of 1 titles, 0 of 1 texts.

Lost addresses:
  /gas.html            content/gas.md is at /lamps/gas.html now: write “Aliases: gas.html” into its header
  /guide.html          content/help/guide.rst is not read
  /feeds/all.atom.xml  most likely of the sources that are not read: there is 1
  /files/list.pdf      this file is not copied

Other titles and texts:
  /oil.html  it lacks “Oil burns with a small and yellow flame.”`,
  );
});

test("a page that the old site has not is named: nothing is proved of it", () => {
  const now = { ...OLD, "drafts/wick.html": page("Wick", "Not yet.") };
  const pages = [...SOURCES.pages.slice(0, 1), { file: "wick.md", saveAs: "drafts/wick.html" }];
  const proof = proveMove(siteOf(OLD), siteOf(now), { ...SOURCES, pages });
  assert.ok(isProved(proof));
  assert.not.ok(isProved(proveMove(siteOf(OLD), siteOf(now), { ...SOURCES, pages: pages.slice(1) })));
  assert.is(
    tellProof(proof, "what Pelican makes"),
    `Compared with what Pelican makes: 6 of 6 addresses, 1 of 1 titles, 1 of 1 texts.

New pages, with nothing to compare them with: are they meant to be published, or could Pelican not read them?
  /drafts/wick.html  content/wick.md`,
  );
});

test("what the theme simple says itself is no text of the site", () => {
  const html =
    '<section><footer class="post-info"><time>now</time></footer><p>Text.</p><p>\n Last updated: today\n</p></section><footer id="contentinfo">Proudly</footer><!-- /#contentinfo -->';
  assert.is(withoutThemesWords(html), "<section><p>Text.</p></section><!-- /#contentinfo -->");
});

/** A program that stands for Pelican: it keeps what it was called with, and its settings. */
function fakePelican(script: string): string {
  const folder = temporaryFolder();
  writeTree(folder, { ".venv/bin/pelican": `#!/bin/sh\n${script}\n`, "content/a.md": "Title: A\n\nText.\n" });
  chmodSync(join(folder, ".venv/bin/pelican"), 0o755);
  return folder;
}

test("Pelican is found in the project's environment, and called without plugins, with its theme simple", () => {
  const folder = fakePelican('mkdir -p "$5"; echo "$@" > "$5/args"; cp "$3" "$5/settings.py"');
  const program = pelicanIn(folder, "");
  assert.is(program, join(folder, ".venv/bin/pelican"));
  const output = join(folder, "out");
  const build = {
    folder,
    settings: join(folder, "pelicanconf.py"),
    content: join(folder, "content"),
    output,
    scratch: folder,
    templates: ["donate", "index", "../x"],
    converted: ["pages/old.html"],
  };
  assert.is(buildWithPelican({ ...build, program: program ?? "" }), undefined);
  // What the site's own theme has, the theme simple has not.
  assert.equal(readdirSync(join(folder, "templates")).sort(), ["donate.html", "index.html"]);
  assert.match(readFileSync(join(folder, "templates/index.html"), "utf8"), 'is defined else "!simple/index.html" %}');
  assert.match(readFileSync(join(output, "args"), "utf8"), / -t simple --ignore-cache\n$/);
  const settings = readFileSync(join(output, "settings.py"), "utf8");
  assert.match(settings, 'left_out=frozenset(["pages/old.html"])');
  assert.match(settings, `runpy.run_path("${join(folder, "pelicanconf.py")}")`);
  assert.match(
    settings,
    /^PLUGINS = \[one for .* if "i18n_subsites" in str\(one\)\]\nI18N_SUBSITES = [\s\S]*\nCACHE_CONTENT = LOAD_CONTENT_CACHE = False$/m,
  );
});

test("where Pelican fails, what it said last is told", () => {
  const folder = fakePelican("echo 'no module named lamp' >&2; exit 1");
  const program = pelicanIn(folder, "") ?? "";
  const build = {
    program,
    folder,
    settings: undefined,
    content: folder,
    output: folder,
    scratch: folder,
    templates: [],
    converted: [],
  };
  assert.is(buildWithPelican(build), "no module named lamp");
});

const CONTENT: Tree = { "content/a.md": "Title: A\nDate: 2020-01-01\n\nText.\n" };

test("an old build is offered for comparison", () => {
  const folder = temporaryFolder();
  writeTree(folder, { ...CONTENT, "output/index.html": "<title>A</title>" });
  const { code, out } = run(folder, ["init"]);
  assert.is(code, 0);
  assert.match(out, "What Pelican made is here to compare with: npx eleventy-pelican init --prove\n");
});

/** An Eleventy that writes one page, or does something else. */
const eleventy = (script = "") => ({
  "node_modules/@11ty/eleventy/cmd.cjs": `const { mkdirSync, writeFileSync } = require("node:fs");
const output = process.argv.find((one) => one.startsWith("--output=")).slice(9);
mkdirSync(output, { recursive: true });
writeFileSync(output + "/a.html", ${JSON.stringify(page("A", "Text."))});
${script}`,
});
const ANNOUNCED = "Now the site is built as a trial, and compared with";

test("an old build is compared with by itself, unless that is not wanted; what is lost fails nothing", () => {
  const folder = temporaryFolder();
  const old = { "output/index.html": page("Home", "Lost."), "output/a.html": page("A", "Text.") };
  // Whatever is installed here, this one is the project's own, and fails.
  const pelican = { ".venv/bin/pelican": "#!/bin/sh\necho 'no module named lamp' >&2; exit 1\n" };
  writeTree(folder, { ...CONTENT, ...old, ...pelican, ...eleventy() });
  chmodSync(join(folder, ".venv/bin/pelican"), 0o755);
  const left = run(folder, ["init", "--no-prove"]);
  assert.is(left.code, 0);
  assert.not.match(left.out, ANNOUNCED);
  const { code, out, error } = run(folder, ["init"]);
  assert.is(code, 0);
  assert.match(
    out,
    `${ANNOUNCED} what Pelican makes of it; --no-prove leaves that out. Pelican runs its settings as it`,
  );
  assert.match(error, "Pelican failed, and the old build in output is taken: no module named lamp");
  assert.match(out, "Compared with the old build in output: 1 of 2 addresses, 1 of 1 titles, 1 of 1 texts.");
  assert.is(run(folder, ["init", "--prove"]).code, 1);
});

test("where nothing can be compared, init has done its part", () => {
  const folder = fakePelican("echo 'no module named lamp' >&2; exit 1");
  writeTree(folder, eleventy());
  const { code, out } = run(folder, ["init"]);
  assert.is(code, 0);
  assert.match(out, "It could not be compared: There is nothing to compare with: Pelican failed, and there is no old");
  assert.is(run(folder, ["init", "--prove"]).code, 2);
});

test("who waits without having asked waits no longer than a while", () => {
  const folder = fakePelican("exec sleep 5");
  const program = pelicanIn(folder, "") ?? "";
  const build = {
    program,
    folder,
    settings: undefined,
    content: folder,
    output: folder,
    scratch: folder,
    templates: [],
    converted: [],
    timeout: 200,
  };
  assert.is(buildWithPelican(build), "Pelican took longer than 0.2 seconds, and was ended.");
});

test("a dry run proves nothing", () => {
  const folder = temporaryFolder();
  writeTree(folder, CONTENT);
  const { code, error } = run(folder, ["init", "--prove", "--dry-run"]);
  assert.is(code, 2);
  assert.is(error, "With --dry-run nothing is built: leave out --prove.\n");
  assert.not.ok(existsSync(join(folder, "eleventy.config.js")));
});

test.run();
