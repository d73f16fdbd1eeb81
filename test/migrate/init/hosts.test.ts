/** `init --host`: each host gets what it needs, and nothing of any other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { project, snapshot, type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("cli: init, for a host");

const PAGE = "Title: A\nDate: 2020-01-01\n\nText.\n";
const HOME = "Title: Home\nSave_as: index.html\nUrl:\n\nText.\n";
const CONTENT = { "content/a.md": PAGE, "content/pages/home.md": HOME };
const ALWAYS = [".gitignore", "content/a.md", "content/pages/home.md", "eleventy.config.js", "package.json"];

function initIn(files: Tree, ...args: readonly string[]) {
  const folder = temporaryFolder();
  writeTree(folder, { ...CONTENT, ...files });
  const ran = run(folder, ["init", "--no-prove", ...args]);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const written = Object.keys(snapshot(folder)).filter((path) => !ALWAYS.includes(path) && !(path in files));
  return { ...ran, read, written };
}

const NEEDS: readonly (readonly [host: string, files: readonly string[], options: readonly string[]])[] = [
  ["netlify", ["netlify.toml"], ["redirects: true", "headers: true"]],
  ["cloudflare", [".node-version", "wrangler.toml"], ['host: "cloudflare"', "redirects: true", "headers: true"]],
  ["github", [".github/workflows/pages.yml"], ['host: "github"', "redirects: { redirectPages: true }"]],
  ["nginx", [], ['host: "nginx"', "redirects: true", "headers: true"]],
  ["apache", [], ['host: "apache"', "redirects: true", "headers: true"]],
  ["caddy", [], ['host: "caddy"', "redirects: true", "headers: true"]],
  ["none", [], ['host: "none"', "redirects: { redirectPages: true }"]],
];

for (const [host, files, options] of NEEDS) {
  test(`${host} gets what it needs, and nothing of any other`, () => {
    const { code, out, error, read, written } = initIn({}, "--host", host);
    assert.is(code, 0, error);
    assert.equal(written.sort(), files);
    const config = read("eleventy.config.js");
    const said = config.match(/^ {4}(?:host|redirects|headers): .*(?=,$)/gm)?.map((line) => line.trim());
    assert.equal(said, options);
    assert.match(out, "Made for ");
  });
}

test("GitHub's workflow names its actions by their commits, and only what publishes may publish", () => {
  const { out, read } = initIn({ ".github/workflows/old.yml": "- run: ghp-import output\n" }, "--host", "github");
  const workflow = parse(read(".github/workflows/pages.yml"));
  const steps: { uses?: string; run?: string }[] = [...workflow.jobs.build.steps, ...workflow.jobs.deploy.steps];
  for (const { uses } of steps) assert.match(uses ?? "/@0123456789", /^$|@[\da-f]{10,40}$/);
  // This site's own workflow has the same ones.
  const own = readFileSync(join(project, ".github/workflows/ci.yml"), "utf8");
  for (const { uses = "" } of steps.slice(0, 2)) assert.ok(own.includes(uses), uses);
  assert.equal(workflow.permissions, {});
  assert.equal(workflow.jobs.build.permissions, { contents: "read" });
  assert.equal(workflow.jobs.deploy.permissions, { pages: "write", "id-token": "write" });
  assert.equal(
    steps.flatMap((step) => step.run ?? []),
    ["npm ci", "npx eleventy"],
  );
  assert.match(out, ".github/workflows/old.yml publishes the site, too: remove it, or the two take turns.");
});

test("a configuration that is there stays, and what belongs into it is told", () => {
  const { out, read } = initIn({ "eleventy.config.mjs": "// mine" }, "--host", "nginx");
  assert.is(read("eleventy.config.mjs"), "// mine");
  assert.match(
    out,
    'Write into eleventy.config.mjs, among the plugin\'s options: host: "nginx", headersSaveAs: "_headers".',
  );
});

test("below a path, what a host looks for at the top is there", () => {
  const conf = { "pelicanconf.py": "SITEURL = 'https://a.example/my garden'\n" };
  const { read } = initIn(conf, "--host", "netlify");
  assert.match(
    read("netlify.toml"),
    `command = "npx eleventy --output='_site/my garden' && cp '_site/my garden'/404.html _site && find`,
  );
});

const FOUND: readonly (readonly [files: Tree, told: string])[] = [
  [{}, "Made for Netlify. For another host, say so: --host cloudflare, github, nginx, apache, caddy or none."],
  [{ "netlify.toml": "" }, "Made for Netlify, as netlify.toml is here."],
  [{ "wrangler.jsonc": "{}" }, "Made for Cloudflare Pages, as wrangler.jsonc is here."],
  [
    { ".github/workflows/x.yml": "run: ghp-import" },
    "Made for GitHub Pages, as .github/workflows/x.yml publishes there.",
  ],
  [{ ".github/workflows/x.yml": "run: npm test" }, "Made for Netlify. For"],
  [{ Makefile: "github:\n\tghp-import -m x\n" }, "Made for GitHub Pages, as Makefile publishes there."],
  [
    { "pelicanconf.py": "SITEURL = 'https://ann.github.io/x'\n" },
    "Made for GitHub Pages, as siteUrl is https://ann.github.io/x.",
  ],
  [
    { "pelicanconf.py": "SITEURL = 'https://x.pages.dev'\n" },
    "Made for Cloudflare Pages, as siteUrl is https://x.pages.dev.",
  ],
];

for (const [files, told] of FOUND) {
  test(`the host is known by what is there: ${JSON.stringify(files)}`, () => {
    const { out, read } = initIn(files);
    assert.match(out, told);
    assert.not.match(read("eleventy.config.js"), "headers:");
  });
}

test("a host that does not serve the addresses is told, and one that there is not", () => {
  const conf = { "pelicanconf.py": "ARTICLE_URL = '{slug}/'\nARTICLE_SAVE_AS = '{slug}.html'\n" };
  assert.match(initIn(conf, "--host", "github").error, "GitHub Pages does not serve a.html at /a/.");
  const { code, error, written } = initIn({}, "--host", "vercel");
  assert.is(code, 2);
  assert.match(
    error,
    "There is no host “vercel” here: write netlify, cloudflare, github, nginx, apache, caddy or none.",
  );
  assert.equal(written, []);
});

test.run();
