/** While somebody writes: every change in the content folder shows, and not only what Eleventy's own watcher builds for. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeTree } from "../build-tree.ts";
import { watchSite } from "../watched-site.ts";

const FILES = {
  "content/home.md": "Title: Home\nUrl: \nSave_as: index.html\nTop_menu_show: true\n\nText.\n",
  "content/oil.md": "Title: Oil\nUrl: oil\nSave_as: oil.html\nTop_menu_show: true\n\nText.\n",
  "content/wax/a.md": "Title: Wax\nUrl: wax\nSave_as: wax.html\nTop_menu_show: true\n\nText.\n",
  "content/deep.md": "Title: Deep\nSave_as: deep/a.html\n\nText.\n",
  "content/images/a.txt": "aaaa",
  "content/images/old/x.txt": "x",
  "content/own.md": "Title: Own\nUrl: own\nSave_as: own.html\nContent_layout: wide\n\nText.\n",
  "content/hero.md": "Title: Hero\nSave_as: hero.html\nTemplate: hero\n\nText.\n",
  "_includes/layouts/hero.njk": "First hero {{ content | safe }}",
  "_includes/layouts/wide.njk": "Own layout {{ house.name }} {% include 'menus/footer.njk' %}{{ content | safe }}",
  "_includes/menus/footer.njk": "Own footer",
  "_data/house.json": '{ "name": "House" }',
};

const watched = suite("build: --watch, the whole content folder");
let site: ReturnType<typeof watchSite>;

watched.before(async () => {
  site = watchSite(FILES, { settings: { siteName: "First" } });
  // Eleventy hears of nothing that is saved before its first build is at its end.
  await site.until("the first page", () => site.read("index.html") !== "");
  writeTree(site.folder, { "content/images/first.txt": "first", "content/own.md": `${FILES["content/own.md"]}More.` });
  await site.until("the first image", () => site.read("images/first.txt") !== "");
  await site.until("the first text", () => site.read("own.html").includes("More."));
});
watched.after(() => site.stop());

watched("an image that is edited", () =>
  site.save("the new image", { "content/images/a.txt": "bbbb" }, () => site.read("images/a.txt") === "bbbb"),
);

watched("an image that others are renamed over, as many programs save", async () => {
  for (const text of ["cccc", "dddd"]) {
    writeFileSync(join(site.folder, "new"), text);
    renameSync(join(site.folder, "new"), join(site.folder, "content/images/a.txt"));
    await site.until(text, () => site.read("images/a.txt") === text);
  }
});

watched("an image that is removed", async () => {
  rmSync(join(site.folder, "content/images/a.txt"));
  await site.until("the image gone", () => site.read("images/a.txt") === "");
});

watched("data of a folder that had none", async () => {
  const data = join(site.folder, "content/wax/wax.json");
  writeFileSync(data, '{ "summary": "Of the folder" }');
  await site.until("the summary", () => site.read("wax.html").includes("Of the folder"));
  rmSync(data);
  await site.until("no summary", () => !site.read("wax.html").includes("Of the folder"));
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

watched("a data file that is away for a moment", async () => {
  const file = join(site.folder, "_data/house.json");
  rmSync(file);
  writeFileSync(file, '{ "name": "Hut" }');
  await site.until("the new data", () => site.read("own.html").includes("Hut"));
  writeFileSync(file, FILES["_data/house.json"]);
  await site.until("the old data", () => site.read("own.html").includes("House"));
});

watched("a layout that is away for a moment", async () => {
  const file = join(site.folder, "_includes/layouts/hero.njk");
  for (const text of ["Second", "Third"]) {
    const before = site.printed().length;
    rmSync(file);
    await site.until("it is missed", () => /File deleted: \S+hero\.njk/.test(site.printed().slice(before)));
    writeFileSync(file, `${text} hero {{ content | safe }}`);
    await site.until(text, () => site.read("hero.html").includes(text));
  }
});

watched("an include, a data file and a layout that are removed, so that the theme's serve", async () => {
  assert.match(site.read("own.html"), "Own layout House Own footer");
  rmSync(join(site.folder, "_includes/menus/footer.njk"));
  const own = () => site.read("own.html");
  await site.until("the theme's footer", () => own().includes("House") && !own().includes("Own footer"));
  rmSync(join(site.folder, "_data/house.json"));
  await site.until("no data", () => own() !== "" && !own().includes("House"));
  rmSync(join(site.folder, "_includes/layouts/wide.njk"));
  await site.until("the theme's layout", () => own().includes("<!doctype html>"));
});

watched("the configuration that is saved while a build runs", async () => {
  const file = join(site.folder, "eleventy.config.js");
  const named = (name: string) => readFileSync(file, "utf8").replace(/"siteName":"[^"]*"/, `"siteName":"${name}"`);
  const before = site.printed().length;
  writeFileSync(join(site.folder, "content/home.md"), FILES["content/home.md"].replace("Text", "New text"));
  // Eleventy tells of a change as it begins to build.
  await site.until("a build", () => site.printed().slice(before).includes("File changed"));
  writeFileSync(file, named("Second"));
  await site.until("the new name", () => site.read("index.html").includes("Second"));
});

watched("the configuration that is away for a moment, as many editors save", async () => {
  const file = join(site.folder, "eleventy.config.js");
  for (const name of ["Third", "Fourth"]) {
    const text = readFileSync(file, "utf8").replace(/"siteName":"[^"]*"/, `"siteName":"${name}"`);
    const before = site.printed().length;
    rmSync(file);
    await site.until("it is missed", () => site.printed().slice(before).includes("File deleted: ./eleventy.config.js"));
    writeFileSync(file, text);
    await site.until(name, () => site.read("index.html").includes(name));
  }
});

watched("after that, a page in a folder that went with another page", async () => {
  rmSync(join(site.folder, "content/deep.md"));
  await site.until("the folder gone", () => !existsSync(join(site.folder, "_site/deep")));
  writeTree(site.folder, { "content/new.md": "Title: New\nSave_as: deep/b.html\n\nText.\n" });
  await site.until("the new page", () => site.read("deep/b.html") !== "");
});

watched.run();
