/** How Eleventy is run: the options of its command and of its own interface hold as it documents them. */
import { rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { captureConsole, filesIn, temporaryFolder } from "../build-tree.ts";
import { buildSite, runEleventy, type SmallSiteOptions, writeProject } from "../small-site.ts";

const running = suite("build: how Eleventy is run");

const SITE = {
  "content/a.md": "Title: A\nSave_as: a.html\nTop_menu_show: true\n\nText\n",
  "content/b.njk": "---\npermalink: b.txt\n---\n{{ collections.pages.length }}",
};
const withoutAssets = (written: readonly string[]) => written.filter((path) => !path.startsWith("assets/"));

running("--formats=njk: no page of another format is built, listed or linked to", async () => {
  const site = await buildSite(SITE, { by: "command", args: ["--formats=njk"] });
  assert.is(site.exitCode, 0, site.printed);
  assert.equal(withoutAssets(site.written), ["404.html", "b.txt", "robots.txt"]);
  assert.is(site.read("b.txt"), "0");
  site.dispose();
});

running("--formats=md: what the plugin prints by Nunjucks is not made, and that is said", async () => {
  const site = await buildSite(SITE, { by: "command", args: ["--formats=md"] });
  assert.is(site.exitCode, 0, site.printed);
  assert.match(site.printed, "“njk” is not among the template formats");
  assert.not.match(site.printed, "virtual template");
  site.dispose();
});

running("--config: a configuration of another name", async () => {
  const folder = temporaryFolder();
  writeProject(folder, SITE, { by: "command", settings: { siteName: "First" } });
  writeProject(
    folder,
    { "other.config.js": "export { default, config } from './eleventy.config.js';\n" },
    { by: "command" },
  );
  const ran = await runEleventy(folder, ["--quiet", "--config=other.config.js", "--output=out"]);
  assert.is(ran.exitCode, 0, ran.printed);
  assert.ok(filesIn(join(folder, "out")).includes("a.html"));
  rmSync(folder, { recursive: true });
});

interface Run {
  setDryRun(isDry: boolean): void;
  write(): Promise<unknown>;
}

/** By Eleventy's own interface, in which a run is dry by a call. */
async function writtenDry(files: Readonly<Record<string, string>>, options: SmallSiteOptions): Promise<string[]> {
  const folder = temporaryFolder();
  writeProject(folder, files, { ...options, by: "api" });
  writeFileSync(join(folder, "content/images.txt"), "");
  const at = (path: string) => relative(process.cwd(), join(folder, path));
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as {
    Eleventy: new (input: string, output: string, how: object) => Run;
  };
  const captured = captureConsole();
  try {
    const run = new Eleventy(at("content"), at("_site"), { configPath: at("eleventy.config.js"), quietMode: true });
    run.setDryRun(true);
    await run.write();
    return filesIn(join(folder, "_site"));
  } finally {
    captured.stop();
    rmSync(folder, { recursive: true });
  }
}

for (const [name, files, settings] of [
  ["a site with pages", SITE, {}],
  ["an empty site", { "content/images/a.txt": "x" }, {}],
] as const) {
  running(`setDryRun(true): of ${name} nothing is written`, async () => {
    assert.equal(await writtenDry(files, { settings }), []);
  });
}

running.run();
