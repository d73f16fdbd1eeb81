/** Whole builds of small trees with images. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { filesIn, snapshot } from "../build-tree.ts";
import { pageAt, projectOf, run, STACK } from "../cli/project.ts";
import { attribute, one, readHtml, select } from "../html.ts";
import { buildBlog, childText, elements, readXml } from "../site-helpers.ts";
import { image, SVG } from "./make-images.ts";

const builds = suite("images in builds");

const photo = await image(900, 600);
const cut = photo.subarray(0, photo.length / 2);
const SETTINGS: SettingsInput = {
  siteName: "S",
  siteUrl: "https://example.org",
  headersSaveAs: "_headers",
  indexSaveAs: "blog.html",
  allowFindings: {
    "page-unreached": "a small site",
    "image-alt-missing": "a small site",
    "home-missing": "a small site",
    "csp-blocked": "a page of images",
  },
};
const TREE = {
  "images/photo one.jpg": photo,
  "images/small.png": await image(20, 10, { format: "png" }),
  "images/a.svg": Buffer.from(SVG),
  "posts/a.md": {
    Title: "Post",
    Date: "2020-01-01",
    body: "![A lighthouse](/images/photo%20one.jpg) and\n![Small]({static}/images/small.png) and ![Drawing](/images/a.svg) and ![Elsewhere](https://example.com/a.jpg)",
  },
};

const blog = await buildBlog(TREE, SETTINGS, { by: "command" });
process.once("exit", blog.dispose);

/** Eleventy says last how much it wrote. */
const QUIET = /^\s*\[11ty\] Wrote .+\s*$/;

builds("nothing is wrong", () => {
  assert.is(blog.exitCode, 0);
  assert.match(blog.printed, QUIET);
});

builds("a page shows pictures that are there, of an image that has its size", () => {
  const picture = one(readHtml(blog.read("post.html")), "picture");
  const source = one(picture, "source");
  assert.is(attribute(source, "type"), "image/webp");
  const addresses = (attribute(source, "srcset") ?? "").split(", ").map((entry) => entry.split(" "));
  assert.equal(
    addresses.map(([, width]) => width),
    ["480w", "900w"],
  );
  for (const [address] of addresses) assert.ok(blog.has(address ?? ""), address);
  const shown = one(picture, "img");
  const wanted = {
    width: "900",
    height: "600",
    decoding: "async",
    src: "/images/photo%20one.jpg",
    alt: "A lighthouse",
  };
  for (const [name, value] of Object.entries(wanted)) assert.is(attribute(shown, name), value, name);
  assert.is(attribute(shown, "loading"), undefined);
});

builds("what is small or drawn in lines stays as it is, with its size; so does what is elsewhere", () => {
  const [, small, drawing, elsewhere] = select(one(readHtml(blog.read("post.html")), "article"), "img");
  const sizes = [small, drawing, elsewhere].map((img) => img && [attribute(img, "width"), attribute(img, "loading")]);
  assert.equal(sizes, [
    ["20", "lazy"],
    ["30", "lazy"],
    [undefined, undefined],
  ]);
  assert.is(select(readHtml(blog.read("post.html")), "picture").length, 1);
});

builds("the blanks beside a picture stay", () => {
  assert.match(blog.read("post.html"), /<\/picture> and\s<img[^>]*> and <img/);
});

builds("a list shows them, too, and none at once", () => {
  const list = readHtml(blog.read("blog.html"));
  assert.is(attribute(one(one(list, "picture"), "img"), "loading"), "lazy");
});

builds("a feed has plain images with whole addresses", () => {
  const [entry] = elements(readXml(blog.read("feeds/all.atom.xml")), "entry");
  assert.ok(entry);
  for (const name of ["summary", "content"]) {
    const html = childText(entry, name);
    assert.match(html, '<img src="https://example.org/images/photo%20one.jpg" alt="A lighthouse">');
    assert.not.match(html, /<picture|srcset|loading/);
  }
});

builds("the files themselves are where they were", () => {
  for (const path of ["images/photo one.jpg", "images/small.png", "images/a.svg"]) assert.ok(blog.has(path), path);
});

builds("browsers may keep pictures for good", () => {
  const [rule] = /^\/assets\/\*\n(?: {2}.*\n)+/m.exec(blog.read("_headers")) ?? [];
  assert.match(rule ?? "", /Cache-Control: public, max-age=31536000, immutable/);
});

builds("a second build into another folder has the same files, and draws none", async () => {
  const before = snapshotOf(blog.output);
  rmSync(blog.output, { recursive: true });
  const cache = join(blog.folder, ".cache/images");
  const drawn = () => readdirSync(cache).map((name) => [name, statSync(join(cache, name)).mtimeMs]);
  const cached = drawn();
  const again = await buildBlog(TREE, SETTINGS, { by: "command", folder: blog.folder });
  assert.equal(snapshotOf(again.output), before);
  assert.equal(drawn(), cached);
});

function snapshotOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

builds("a damaged image is a finding, and the build goes on", async () => {
  const body = "A\n\n![Cut](/images/cut.jpg)\n![Whole](/images/whole.jpg)\n![Cut](/images/short.jpg)";
  const files = {
    "images/cut.jpg": cut,
    "images/short.jpg": cut.subarray(0, -100),
    "images/whole.jpg": photo,
    "posts/a.md": { Title: "A", Date: "2020-01-01", body },
  };
  const built = await buildBlog(files, SETTINGS);
  assert.is(built.exitCode, 0);
  assert.match(
    built.printed,
    /posts\/a\.md\n {2}8:8 {2}warning: The image images\/cut\.jpg is damaged \(.+\)\. \[image-damaged\]/,
  );
  assert.match(built.printed, /^Not drawn, as damaged: images\/cut\.jpg, images\/short\.jpg\.$/m);
  assert.not.match(built.printed, STACK);
  assert.ok(built.has("images/cut.jpg"));
  const [first, second] = select(readHtml(built.read("a.html")), "img").slice(-3);
  assert.equal(
    [first, second].map((img) => img?.parentNode && "tagName" in img.parentNode && img.parentNode.tagName),
    ["p", "picture"],
  );
  built.dispose();
});

builds("in a strict site a finding that is allowed is none", async () => {
  const files = {
    "images/cut.jpg": cut,
    "posts/a.md": { Title: "A", Date: "2020-01-01", body: "![Cut](/images/cut.jpg)" },
  };
  const allowFindings = { ...SETTINGS.allowFindings, "image-damaged": "it is about damage" };
  const built = await buildBlog(files, { ...SETTINGS, strict: true, allowFindings }, { by: "command" });
  assert.is(built.exitCode, 0);
  assert.match(built.printed, QUIET);
  built.dispose();
});

builds("where nothing is to be drawn, images have their sizes only", async () => {
  const built = await buildBlog(TREE, { ...SETTINGS, images: { formats: [] } }, { by: "command" });
  const html = built.read("post.html");
  assert.not.match(html, "<picture");
  assert.match(html, '<img width="900" height="600"');
  assert.not.ok(existsSync(join(built.folder, ".cache/images")));
  assert.equal(
    built.written.filter((path) => path.endsWith(".webp")),
    [],
  );
  built.dispose();
});

builds("where nothing can be kept, it says so, and the site is the same", async () => {
  const built = await buildBlog(TREE, SETTINGS, { by: "command" });
  const whole = snapshot(built.output);
  assert.ok(Object.keys(whole).some((path) => path.endsWith(".webp")));
  const cache = join(built.folder, ".cache");
  for (const [block, reason] of [
    [() => writeFileSync(cache, ""), "it is not a folder"],
    [() => symlinkSync("nowhere", cache), "it is a link that leads nowhere"],
  ] as const) {
    for (const path of [cache, built.output]) rmSync(path, { recursive: true, force: true });
    block();
    const again = await buildBlog(TREE, SETTINGS, { by: "command", folder: built.folder });
    assert.is(again.exitCode, 0);
    assert.match(
      again.printed,
      `Nothing can be kept in .cache (${reason}), so each build makes everything anew, and what the site no longer has stays`,
    );
    assert.not.match(again.printed, /Not all pictures|Pictures cannot|^\s*at .*:\d+:\d+/m);
    assert.equal(snapshot(built.output), whole);
  }
  built.dispose();
});

builds("check finds damaged images without a build", () => {
  const content = {
    "index.md": pageAt("", "Footer_show: left").replace("Text.", "![A](images/a.png)"),
    "images/a.png": "none",
  };
  const { code, out } = run(projectOf(content), ["check", "--strict"]);
  assert.is(code, 1);
  assert.match(out, /warning: The image images\/a\.png is damaged, or is not an image\. \[image-damaged\]/);
});

builds.run();
