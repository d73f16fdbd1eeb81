/** The package in somebody else's project: the ten minutes, and what a site puts in the place of the defaults. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, writeTree } from "../build-tree.ts";
import { build, CMD, command, installed, NAME, type Packed, pack, runIn } from "./packed.ts";

const test = suite("package: installed");
let packed: Packed;

test.before(() => {
  packed = pack();
});

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

function filesAtTop(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, read(folder, name)]));
}

/** Everything in a project but what is installed. */
function ownFiles(folder: string): Record<string, string> {
  return { ...snapshot(join(folder, "content")), ...filesAtTop(folder) };
}

let initiated: Record<string, string> | undefined;

/** A project in which `init` has written what it writes: it is asked once, and its files are put into the others. */
function configured(): string {
  const folder = installed(packed);
  if (initiated) writeTree(folder, initiated);
  else {
    assert.is(command(folder, "init", "--no-prove").code, 0);
    initiated = filesAtTop(folder);
  }
  return folder;
}

test("init, and the site is built: Pelican's addresses, the package's layouts and style", () => {
  const folder = configured();
  const { code, printed } = build(folder);
  assert.is(code, 0, printed);
  const pages = ["index.html", "club/join.html", "about-this-site.html", "diary.html", "diary2.html", "tag/beans.html"];
  const posts = ["diary/2023/a-late-frost/index.html", "a-late-frost-pt.html", "drafts/plans-for-the-pond.html"];
  for (const path of [
    ...pages,
    ...posts,
    "feeds/all.atom.xml",
    "feeds/weather.atom.xml",
    "CNAME",
    "images/beans.svg",
  ]) {
    assert.ok(existsSync(join(folder, "_site", path)), path);
  }
  const page = read(folder, "_site/club/join.html");
  for (const part of [
    /<title>How to join \| Riverside Garden Club<\/title>/,
    /<link rel="stylesheet" href="\/assets\/style\.\w+\.css">/,
    /<nav class="sidebar"[^>]*aria-labelledby="sidebar-title"/,
    /href="?\/club\/tools(?:\.html)?[ ">]/,
    /https:\/\/seeds\.example\//,
    /href="https:\/\/garden\.example\/club\/join(?:\.html)?"/,
  ]) {
    assert.match(page, part);
  }
});

test("a second init changes nothing", () => {
  const folder = configured();
  const before = ownFiles(folder);
  const { code, printed } = command(folder, "init");
  assert.is(code, 0);
  assert.equal(ownFiles(folder), before);
  assert.match(printed, /^Nothing to write\.\nAlready there, and not changed: eleventy\.config\.js, netlify\.toml\.$/m);
});

test("from an ES module, a CommonJS module and a TypeScript module the same site comes", () => {
  const folder = configured();
  const esm = read(folder, "eleventy.config.js");
  assert.match(esm, /^import pelican from "eleventy-plugin-pelican";$/m);
  assert.match(read(folder, "package.json"), /"type": "module"/);
  const sites = [build(folder, "--output=_site/esm")];
  rmSync(join(folder, "eleventy.config.js"));

  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  assert.is(command(folder, "init", "--no-prove").code, 0);
  assert.match(read(folder, "eleventy.config.js"), /^const pelican = require\("eleventy-plugin-pelican"\);$/m);
  sites.push(build(folder, "--output=_site/cjs"));
  rmSync(join(folder, "eleventy.config.js"));

  const typed = `import type { EleventyConfig, PelicanOptions } from "${NAME}";\n${esm}`
    .replace("(eleventy)", "(eleventy: EleventyConfig)")
    .replace(/addPlugin\(pelican, (\{[\s\S]*?\n {2}\})\)/, "addPlugin(pelican, $1 satisfies PelicanOptions)");
  writeFileSync(join(folder, "eleventy.config.ts"), typed);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  // Node 20 reads no TypeScript by itself.
  sites.push(
    runIn(folder, CMD, ["--config=eleventy.config.ts", "--output=_site/ts"], ["--import", import.meta.resolve("tsx")]),
  );
  assert.equal(
    sites.map(({ code }) => code),
    [0, 0, 0],
    sites.map(({ printed }) => printed).join("\n"),
  );
  const [first, ...others] = ["esm", "cjs", "ts"].map((name) => snapshot(join(folder, "_site", name)));
  for (const other of others) assert.equal(other, first);
});

test("layouts, includes, a stylesheet of the site's own go before the package's, file by file", () => {
  const folder = configured();
  writeTree(join(folder, "_includes"), {
    "menus/footer.njk": "<p>Our own footer of {{ pelican.site.siteName }}</p>",
    "layouts/wide.njk": "---\nlayout: layouts/base.njk\n---\n<main id=own>{{ content | safe }}</main>",
    "layouts/pond.njk": "---\nlayout: layouts/single-column.njk\n---\n<aside>Frogs</aside>{{ content | safe }}",
    "assets/site.css": ":root { --link: rebeccapurple }",
    "assets/icon-180.png": "not looked at",
  });
  writeTree(join(folder, "content"), { "pages/pond.md": "Title: Pond\nTemplate: pond\n\nWater." });
  const { code, printed } = build(folder);
  assert.is(code, 0, printed);
  const home = read(folder, "_site/index.html");
  assert.match(home, /<main id="?own"?><h1/);
  assert.match(home, /Our own footer of Riverside Garden Club/);
  assert.match(home, /<nav class="top-menu"/);
  assert.match(home, /<link rel="apple-touch-icon" href="\/assets\/icon-180\.\w+\.png">/);
  assert.match(read(folder, "_site/pond.html"), /<aside>Frogs<\/aside>/);
  const [stylesheet = ""] = /\/assets\/style\.\w+\.css/.exec(home) ?? [];
  assert.match(read(folder, `_site${stylesheet}`), /\.sidebar[\s\S]*--link: ?(?:rebeccapurple|#639)/);
  assert.not.ok(Object.keys(snapshot(join(folder, "_site"))).some((path) => path.startsWith("assets/site.")));
});

test("the command line has the settings of the site's configuration", () => {
  const folder = configured();
  assert.equal(command(folder, "check"), { code: 0, printed: "No findings.\n" });
  assert.match(command(folder, "menus").printed, /About this site {2}\/about-this-site\.html/);
  writeFileSync(join(folder, "eleventy.config.js"), read(folder, "eleventy.config.js").replace("siteName", "siteNmae"));
  assert.equal(command(folder, "check"), {
    code: 1,
    printed: "The site's settings have faults:\n  siteNmae: there is no such setting; did you mean siteName?\n",
  });
});

test("an Eleventy that does not fit is named", () => {
  const folder = installed(packed);
  writeFileSync(
    join(folder, "old.mjs"),
    `import pelican from "${NAME}";
const refuse = (range) => { throw new Error("Eleventy 2.0.1 does not meet " + range); };
try { pelican({ versionCheck: refuse }, {}); } catch (error) { console.log(error.message); }
`,
  );
  assert.is(runIn(folder, "../old.mjs").printed, "Eleventy 2.0.1 does not meet >=3.1.0 <5 || >=4.0.0-alpha.0 <5\n");
});

test.run();
