/** A build that loses a site does not end well; one that loses a source says so. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildBlog } from "../site-helpers.ts";
import { buildSite } from "../small-site.ts";

const test = suite("build: sources without a page");

const RST = "Guide\n=====\n\n:date: 2020-01-02\n:status: draft\n\nText.\n";
const POST = "Title: Oil\nDate: 2020-01-02\n\nSee the [guide]({filename}guide.rst).\n";

test("a folder of sources that are not read ends the build, with nothing written", async () => {
  const built = await buildBlog({ "guide.rst": RST }, { articlePaths: [""] }, { by: "command" });
  assert.is.not(built.exitCode, 0);
  assert.match(built.printed, "There is no page, and none is made of 1 source: guide.rst. [content-empty]");
  assert.match(built.printed, "Make a page of it: npx eleventy-pelican convert.");
  assert.equal(built.written, []);
  built.dispose();
});

test("beside pages it is told, and is not published, whatever asks for it", async () => {
  const built = await buildBlog({ "guide.rst": RST, "oil.md": POST }, { articlePaths: [""], staticPaths: [""] });
  assert.is(built.exitCode, 0);
  assert.match(built.printed, "1 file is in reStructuredText, which is not read: guide.rst. [source-unread]");
  assert.match(built.printed, "{filename}guide.rst leads to a source that is not read: no page is made of it.");
  assert.ok(built.has("oil.html"));
  assert.not.ok(built.has("guide.rst"));
  built.dispose();
});

test("a notebook that a text shows needs no page, and its picture is a file of the site", async () => {
  const data = { "image/png": Buffer.from("\x89PNG\r\n\x1a\n", "latin1").toString("base64") };
  const cells = [{ cell_type: "code", source: "draw()", outputs: [{ output_type: "display_data", data }] }];
  const notebook = JSON.stringify({ nbformat: 4, cells });
  const built = await buildBlog(
    { "oil.md": "Title: Oil\nDate: 2020-01-02\n\n{% notebook draw.ipynb %}\n", "notebooks/draw.ipynb": notebook },
    { articlePaths: [""], markdown: { liquid_tags: true }, fastPages: true },
  );
  assert.not.match(built.printed, /source-|notebook|link-broken/);
  const [, picture = ""] = /src="\/(notebooks\/draw_files\/\w+\.png)"/.exec(built.read("oil.html")) ?? [];
  assert.ok(built.has(picture));
  assert.not.ok(built.has("notebooks/draw.ipynb"));
  built.dispose();
});

test("what a file says that no page is made of does not end the build", async () => {
  const files = {
    "content/posts/oil.md": "Title: Oil\nDate: 2020-01-02\n\nText.\n",
    "content/general/README.md": "---\nlayout: nowhere\ntitle: Tiles\n---\n\nText.\n",
    "content/static/notes.md": "---\n[ not: yaml\n---\n\nText.\n",
  };
  const built = await buildSite(files, { settings: { articlePaths: ["posts"], staticPaths: ["static"] } });
  assert.is(built.exitCode, 0, built.printed);
  assert.not.match(built.printed, "layout");
  assert.match(built.read("static/notes.md"), "[ not: yaml");
  assert.not.ok(built.has("general/README/index.html"));
  built.dispose();
});

test.run();
