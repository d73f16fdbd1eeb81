/** A build that is not to write anything: by the command, as JSON, and by Eleventy's own interface. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { filesIn, snapshot, temporaryFolder } from "../build-tree.ts";
import { image } from "../images/make-images.ts";
import { buildBlog, type PostsAndFiles } from "../site-helpers.ts";

const dry = suite("build: a dry run");

const SETTINGS: SettingsInput = {
  siteName: "Lantern",
  siteUrl: "https://lantern.example",
  ledger: "addresses.json",
  searchSaveAs: "search/index.html",
  socialImages: true,
  images: { minBytes: 0 },
};
const PAGES: PostsAndFiles = {
  "pages/home.md": { Title: "Home", Url: "", Save_as: "index.html", body: "![A](/images/a.jpg)" },
  "pages/oil.md": { Title: "Oil", Url: "oil", Save_as: "oil.html" },
  "a.md": { Title: "A", Date: "2020-01-01" },
  "images/a.jpg": await image(600, 400),
};

function inFolder(name: string, use: (folder: string) => Promise<void>): void {
  dry(name, async () => {
    const folder = temporaryFolder();
    try {
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** What is there besides what the test itself put there. */
function madeIn(folder: string): string[] {
  return filesIn(folder).filter((path) => !path.startsWith("content/") && path !== "eleventy.config.mjs");
}

for (const args of [["--dryrun"], ["--dryrun=true"], ["--to=json"], ["--to=ndjson"]]) {
  inFolder(`${args} writes nothing, not even into the caches`, async (folder) => {
    const built = await buildBlog(PAGES, SETTINGS, { folder, by: "command", args });
    assert.is(built.exitCode, 0, built.printed);
    assert.equal(madeIn(folder), []);
  });
}

inFolder("nothing of an earlier build is changed, and findings are told", async (folder) => {
  const first = await buildBlog(PAGES, SETTINGS, { folder, by: "command" });
  assert.is(first.exitCode, 0, first.printed);
  const before = snapshot(folder);
  const lost = { Title: "Lost", Url: "lost", Save_as: "lost.html", body: "[x](/nowhere.html)" };
  const built = await buildBlog({ "pages/lost.md": lost }, SETTINGS, { folder, by: "command", args: ["--dryrun"] });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.printed, "nowhere.html");
  rmSync(join(folder, "content/pages/lost.md"));
  assert.equal(snapshot(folder), before);
});

for (const fastPages of [false, true]) {
  inFolder(`by Eleventy's own interface, ${fastPages ? "with" : "without"} fastPages`, async (folder) => {
    const built = await buildBlog(PAGES, { ...SETTINGS, fastPages }, { folder, dryRun: true });
    assert.is(built.exitCode, 0, built.printed);
    assert.equal(madeIn(folder), []);
  });
}

inFolder("an address that was tried in a dry run may be taken back", async (folder) => {
  const tried = await buildBlog(
    { ...PAGES, "pages/oil.md": { Title: "Oil", Url: "oli", Save_as: "oli.html" } },
    SETTINGS,
    { folder, by: "command", args: ["--dryrun"] },
  );
  assert.is(tried.exitCode, 0, tried.printed);
  const built = await buildBlog(PAGES, SETTINGS, { folder, by: "command" });
  assert.is(built.exitCode, 0, built.printed);
  assert.not.match(built.printed, "oli.html");
  assert.ok(built.has("oil.html"));
});

dry.run();
