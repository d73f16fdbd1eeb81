/** What Eleventy writes is written whole, too: a file is never emptied to be written anew, and one that is right is left alone. */
import { linkSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page, temporaryFolder } from "../build-tree.ts";
import { buildSite } from "../small-site.ts";

const whole = suite("build: whole files");

const FILES = {
  "content/a.md": page({ Title: "A", Save_as: "a.html" }, "Old text."),
  "content/same.md": page({ Title: "Same", Save_as: "same.html" }),
  "content/posts/p.md": page({ Title: "P", Date: "2020-01-01" }, "Old text."),
  "content/own.njk": "---\npermalink: own.txt\n---\nOld text.",
};

whole("the new ones take the place of the old ones, those of lists and of the site's own templates, too", async () => {
  const folder = temporaryFolder();
  try {
    const first = await buildSite(FILES, { folder, by: "command" });
    assert.is(first.exitCode, 0, first.printed);
    const anew = ["a.html", "p.html", "index.html", "own.txt"];
    const at = (path: string) => join(folder, "_site", path);
    for (const path of anew) linkSync(at(path), join(folder, `old-${path}`));
    const before = statSync(at("same.html"));
    const changed = Object.entries(FILES).map(([path, text]) => [path, text.replace("Old", "New")]);
    const second = await buildSite(Object.fromEntries(changed), { folder, by: "command" });
    assert.is(second.exitCode, 0, second.printed);
    for (const path of anew) {
      assert.match(readFileSync(at(path), "utf8"), "New text.");
      assert.match(readFileSync(join(folder, `old-${path}`), "utf8"), "Old text.");
    }
    assert.is(statSync(at("same.html")).mtimeMs, before.mtimeMs);
    assert.not.ok(second.has(".unfinished"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

whole("where Eleventy makes no page, what it makes is written whole as well", async () => {
  const folder = temporaryFolder();
  const posts = (text: string) => ({
    "content/posts/p.md": page({ Title: text, Date: "2020-01-01", Save_as: "p.html" }, "Text."),
  });
  try {
    const first = await buildSite(posts("Old"), { folder, by: "command", settings: { fastPages: true } });
    assert.match(first.printed, "Pages without Eleventy: 1 made");
    linkSync(join(folder, "_site/index.html"), join(folder, "old.html"));
    const second = await buildSite(posts("New"), { folder, by: "command", settings: { fastPages: true } });
    assert.match(second.read("index.html"), ">New<");
    assert.match(readFileSync(join(folder, "old.html"), "utf8"), ">Old<");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

whole.run();
