/** `init --editors`: what editors need, beside all that is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { CMS } from "../../../src/plugin/versions.ts";
import { project, snapshot, type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("cli: init, for editors");

const EXTENSION = ["client.cjs", "extension.cjs", "package.json"].map(
  (name) => `.vscode/extensions/pelican-headers/${name}`,
);
const WRITTEN = [...EXTENSION, ".vscode/pelican.code-snippets", ".vscode/settings.json", ".vscode/tasks.json"];
const CONTENT = { "content/pages/home.md": "Title: Home\nSave_as: index.html\nUrl:\n\nText.\n" };

function initIn(files: Tree, ...args: readonly string[]) {
  const folder = temporaryFolder();
  writeTree(folder, files);
  const ran = run(folder, ["init", "--editors", "--no-prove", ...args]);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const written = Object.keys(snapshot(folder)).filter((path) => !(path in files));
  return { ...ran, read, written, again: () => run(folder, ["init", "--editors"]) };
}

test("a site that moves here gets them with all else, and what to do next is said", () => {
  const { code, out, error, read, written, again } = initIn(CONTENT);
  assert.is(code, 0, error);
  assert.equal(written.filter((path) => path.startsWith(".vscode/")).sort(), [...WRITTEN].sort());
  assert.ok(written.includes("eleventy.config.js"));
  const { scripts, devDependencies } = JSON.parse(read("package.json"));
  assert.equal(devDependencies, { [CMS.name]: CMS.range });
  assert.is(scripts.start, "eleventy --serve");
  assert.match(out, "For editors: run “npm install”. Then “npx eleventy --serve” has a form for every page at");
  assert.match(read(".vscode/pelican.code-snippets"), "pelican-page");
  const second = again();
  assert.match(second.out, "Nothing to write.\nAlready there, and not changed: .vscode/extensions/");
  assert.not.match(second.out, "Other than the package's");
});

test("a site that Eleventy builds already gets them alone, and no file of its own is replaced", () => {
  const files = {
    ...CONTENT,
    "eleventy.config.js": "export default () => {};\n",
    "package.json": '{\n\t"name": "garden",\n\t"devDependencies": { "a": "1" }\n}\n',
    ".vscode/settings.json": "{ /* mine */ }\n",
    ".vscode/extensions/pelican-headers/client.cjs": "// older\n",
  };
  const dry = initIn(files, "--dry-run");
  assert.match(dry.out, "Would be written: .vscode/extensions/");
  assert.equal(dry.written, []);
  const { code, out, read, written } = initIn(files);
  assert.is(code, 0);
  assert.equal(written.sort(), WRITTEN.filter((path) => !(path in files)).sort());
  for (const path of ["eleventy.config.js", ".vscode/settings.json", ".vscode/extensions/pelican-headers/client.cjs"]) {
    assert.is(read(path), files[path as keyof typeof files]);
  }
  assert.equal(JSON.parse(read("package.json")).devDependencies, { a: "1", [CMS.name]: CMS.range });
  assert.match(read("package.json"), /^\t"name"/m);
  assert.match(out, "Added to package.json: the development dependency @sveltia/cms.");
  assert.match(
    out,
    "Already there, and not changed: .vscode/extensions/pelican-headers/client.cjs, .vscode/settings.json.",
  );
  assert.match(out, "Other than the package's, and not replaced: .vscode/extensions/pelican-headers/client.cjs,");
});

test("a library that is there stays in its version, and a broken package.json is told", () => {
  const config = { "eleventy.config.js": "" };
  const has = initIn({ ...config, "package.json": '{ "dependencies": { "@sveltia/cms": "0.1.0" } }' });
  assert.match(has.read("package.json"), /^\{ "dependencies"/);
  const broken = initIn({ ...config, "package.json": '{ "devDependencies": [] }' });
  assert.is(broken.code, 2);
  assert.match(broken.error, "The “devDependencies” of package.json".replaceAll(/[“”]/g, '"'));
});

test("the library is of the versions that the package names", () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  assert.is(peerDependencies[CMS.name], CMS.range);
});

test.run();
