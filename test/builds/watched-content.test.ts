/** While somebody writes: every change in the content folder shows, and not only what Eleventy's own watcher builds for. */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { watchSite } from "../watched-site.ts";

const FILES = {
  "content/home.md": "Title: Home\nUrl: \nSave_as: index.html\nTop_menu_show: true\n\nText.\n",
  "content/oil.md": "Title: Oil\nUrl: oil\nSave_as: oil.html\nTop_menu_show: true\n\nText.\n",
  "content/wax/a.md": "Title: Wax\nUrl: wax\nSave_as: wax.html\nTop_menu_show: true\n\nText.\n",
  "content/images/a.txt": "aaaa",
  "content/images/old/x.txt": "x",
};

const watched = suite("build: --watch, the whole content folder");
let site: ReturnType<typeof watchSite>;

watched.before(async () => {
  site = watchSite(FILES);
  await site.until("the first build", () => site.printed().includes("Watching"));
  // Eleventy says so before it watches: what is saved until something shows proves that it does.
  await site.save(
    "the first change",
    { "content/images/first.txt": "first" },
    () => site.read("images/first.txt") !== "",
  );
});
watched.after(() => site.stop());

watched("an image that is edited", () =>
  site.save("the new image", { "content/images/a.txt": "bbbb" }, () => site.read("images/a.txt") === "bbbb"),
);

watched("an image that is removed", async () => {
  rmSync(join(site.folder, "content/images/a.txt"));
  await site.until("the image gone", () => site.read("images/a.txt") === "");
});

watched("a page that is removed is gone, and gone from the menus of others", async () => {
  assert.match(site.read("index.html"), "/oil.html");
  rmSync(join(site.folder, "content/oil.md"));
  await site.until("the page gone", () => site.read("oil.html") === "");
  await site.until("the menu without it", () => !site.read("index.html").includes("/oil.html"));
});

watched("a folder that is renamed", async () => {
  renameSync(join(site.folder, "content/images/old"), join(site.folder, "content/images/new"));
  await site.until("the new name", () => site.read("images/new/x.txt") === "x" && site.read("images/old/x.txt") === "");
});

watched("a folder that is removed", async () => {
  rmSync(join(site.folder, "content/wax"), { recursive: true });
  await site.until("its page gone", () => site.read("wax.html") === "");
});

watched.run();
