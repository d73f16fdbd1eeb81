/**
 * Eleventy 4, of which there are alphas: this site is the same, byte for byte. It is not among the dependencies, and
 * these tests are passed over where it is not installed:
 * `npm install --no-save eleventy-4@npm:@11ty/eleventy@^4.0.0-alpha.10`
 */
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { command, project, runNode, snapshot, temporaryFolder, writeTree } from "../build-tree.ts";
import { manifest } from "../package/packed.ts";
import { passOver } from "../pass-over.ts";

const FOLDER = join(project, "node_modules/eleventy-4");
const [MAJOR = 0, MINOR = 0] = process.versions.node.split(".").map(Number);

/** Why these tests are passed over. */
function reason(): string | undefined {
  if (MAJOR < 22 || (MAJOR === 22 && MINOR < 15)) return "needs Node 22.15";
  return existsSync(FOLDER) ? undefined : "is not installed";
}

const four = suite("build: Eleventy 4");
const why = reason();
const test = (name: string, run: () => Promise<void>) => {
  if (why) passOver(`Eleventy 4: ${name}`, why);
  else four(name, run);
};

four("the package takes Eleventy 3.1, 4 and its alphas, and none before or after", () => {
  const { satisfies } = createRequire(command)("semver") as {
    readonly satisfies: (version: string, range: string) => boolean;
  };
  const range = manifest.peerDependencies["@11ty/eleventy"] ?? "";
  for (const version of ["3.1.0", "3.1.8", "3.2.0", "4.0.0-alpha.1", "4.0.0-alpha.10", "4.0.0-beta.1", "4.0.0"]) {
    assert.ok(satisfies(version, range), version);
  }
  for (const version of ["2.0.1", "3.0.0", "5.0.0"]) assert.not.ok(satisfies(version, range), version);
});

async function buildWith(cmd: string, input: string): Promise<Record<string, string>> {
  const output = temporaryFolder();
  const { exitCode, printed } = await runNode([cmd, "--quiet", `--input=${input}`, `--output=${output}`], {});
  assert.is(exitCode, 0, printed);
  const files = snapshot(output);
  rmSync(output, { recursive: true, force: true });
  return files;
}

/** The content folder built by both, which must come to the same. */
async function sameFiles(input: string): Promise<Record<string, string>> {
  const [three, now] = [await buildWith(command, input), await buildWith(join(FOLDER, "cmd.cjs"), input)];
  assert.equal(Object.keys(now), Object.keys(three));
  assert.equal(
    Object.keys(three).filter((path) => three[path] !== now[path]),
    [],
  );
  return three;
}

test("it is an Eleventy 4", async () => {
  const { version } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8")) as { readonly version: string };
  assert.match(version, /^4\./);
});

test("this site is the same, byte for byte", async () => {
  const folder = temporaryFolder();
  cpSync(join(project, "src/content"), folder, { recursive: true });
  const files = await sameFiles(folder);
  assert.ok("index.html" in files && "sitemap.xml" in files);
  rmSync(folder, { recursive: true, force: true });
});

test("what Build Awesome calls by names of its own means what Eleventy's names mean", async () => {
  const folder = temporaryFolder();
  const menu = "Top_menu_show: true\nTop_menu_order";
  writeTree(folder, {
    "a.md": `Title: A\n${menu}: 1\n\nText.`,
    "b/b.json": JSON.stringify({ buildawesomeExcludeFromCollections: true }),
    "b/b.md": `Title: B\n${menu}: 2\n\nText.`,
    "c/c.json": JSON.stringify({ buildawesomeComputed: { permalink: "elsewhere.html" } }),
    "c/c.md": `Title: C\n${menu}: 3\n\nText.`,
    "d.md": "---\ntitle: D\nbuildawesomeNavigation:\n  key: D\n---\nText.",
  });
  const files = await sameFiles(folder);
  const [top = ""] =
    /<nav class="?top-menu"?[\s\S]*?<\/nav>/.exec(files["a.html"] ?? files["pages/a.html"] ?? "") ?? [];
  assert.match(top, /elsewhere/);
  assert.not.match(top, />B</);
  rmSync(folder, { recursive: true, force: true });
});

four.run();
