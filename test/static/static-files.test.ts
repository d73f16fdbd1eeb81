import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { isBelow } from "../../src/plugin/files/is-below.ts";
import { type SettingsInput, settingsSchema } from "../../src/plugin/settings.ts";
import { isStaticFile, planStaticFiles } from "../../src/plugin/static/static-files.ts";
import { codesOf, pageIn } from "../make.ts";
import { buildBlog, siteOf } from "../site-helpers.ts";

const statics = suite("static files");

const assets = [
  "CNAME",
  "docs/a.pdf",
  "extra/CNAME",
  "extra/robots.txt",
  "images/a.png",
  "images/deep/b.png",
  "images2/c.png",
];

/** What is copied, as `from > to` where these differ. */
function copied(settings: SettingsInput): string[] {
  const plan = planStaticFiles(assets, settingsSchema.parse(settings), () => false);
  return [...plan.copied].map((from) => {
    const to = plan.targets.get(from);
    return to === from ? from : `${from} > ${to}`;
  });
}

for (const [name, staticPaths, wanted] of [
  ["a folder", ["images"], ["images/a.png", "images/deep/b.png"]],
  ["a folder with a slash", ["images/"], ["images/a.png", "images/deep/b.png"]],
  ["a folder in a folder", ["./images/deep"], ["images/deep/b.png"]],
  ["a file", ["CNAME"], ["CNAME"]],
  ["several", ["docs", "extra/CNAME"], ["docs/a.pdf", "extra/CNAME"]],
  ["none", [], []],
  ["a folder that is not there", ["nowhere"], []],
  ["the whole content", ["."], assets],
] as const) {
  statics(`staticPaths: ${name}`, () => assert.equal(copied({ staticPaths: [...staticPaths] }), wanted));
}

statics("staticPaths is Pelican's by default", () => assert.equal(copied({}), ["images/a.png", "images/deep/b.png"]));

for (const [path, folders, wanted] of [
  ["images/a.png", ["images"], true],
  ["images", ["images"], true],
  ["images2/a.png", ["images"], false],
  ["a/images/b.png", ["images"], false],
  ["a.png", ["."], true],
] as const) {
  statics(`${path} is ${wanted ? "" : "not "}below ${folders}`, () => assert.is(isBelow(path, folders), wanted));
}

statics("a file is moved to its new place, and is only there", () => {
  assert.equal(
    copied({
      staticPaths: ["images", "extra"],
      extraPathMetadata: { "extra/CNAME": { path: "CNAME" }, "images/a.png": { path: "favicon.png" } },
    }),
    ["extra/CNAME > CNAME", "extra/robots.txt", "images/a.png > favicon.png", "images/deep/b.png"],
  );
});

statics("a file that is moved need not be in a static path", () => {
  assert.equal(copied({ staticPaths: [], extraPathMetadata: { "extra/CNAME": { path: "CNAME" } } }), [
    "extra/CNAME > CNAME",
  ]);
});

statics("a target with an ending like a folder's is one", () => {
  assert.equal(copied({ staticPaths: [], extraPathMetadata: { "./docs/a.pdf": { path: "/x/./b.pdf" } } }), [
    "docs/a.pdf > x/b.pdf",
  ]);
});

for (const target of ["../CNAME", "a/../../CNAME", "..\\CNAME", "C:/CNAME", "", "a\0b"]) {
  statics(`it is not moved to ${JSON.stringify(target)}`, () => {
    const settings = settingsSchema.parse({ extraPathMetadata: { "extra/CNAME": { path: target } } });
    const plan = planStaticFiles(assets, settings, () => false);
    assert.is(plan.reports.length, 1);
    assert.is(plan.targets.get("extra/CNAME"), "extra/CNAME");
    assert.not.ok(plan.copied.has("extra/CNAME"));
  });
}

statics("the finding names the setting, not a page's field", () => {
  const settings = settingsSchema.parse({ extraPathMetadata: { "extra/CNAME": { path: "../CNAME" } } });
  const [found] = toFindings(planStaticFiles(assets, settings, () => false).reports);
  assert.match(`${found?.field} ${found?.message}`, "extraPathMetadata");
  assert.not.match(`${found?.field} ${found?.message}`, "Save_as");
});

statics("what a file's path or name says of where it goes holds, too", () => {
  assert.equal(
    copied({
      staticPaths: ["docs", "extra"],
      pathMetadata: "extra/(?P<path>.*)",
      extraPathMetadata: { docs: { save_as: "d.pdf" } },
    }),
    ["docs/a.pdf > d.pdf", "extra/CNAME > CNAME", "extra/robots.txt > robots.txt"],
  );
});

statics("a hidden file is copied where settings name it, or a folder in which it is", async () => {
  const built = await buildBlog(
    {
      "extra/.htaccess": Buffer.from("x"),
      ".well-known/keys.txt": Buffer.from("x"),
      ".well-known/.secret": Buffer.from("x"),
      "images/.DS_Store": Buffer.from("x"),
      ".env": Buffer.from("x"),
    },
    { staticPaths: ["images", ".well-known", ""], extraPathMetadata: { "extra/.htaccess": { path: ".htaccess" } } },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.equal(
    built.written.filter(
      (path) => (path.includes(".h") && !path.endsWith(".html")) || /well-known|DS_Store|env/.test(path),
    ),
    [".htaccess", ".well-known/keys.txt"],
  );
  built.dispose();
});

statics("a file that is not there is a finding", () => {
  const { reports } = planStaticFiles(
    assets,
    settingsSchema.parse({ extraPathMetadata: { "extra/CNAM": { path: "CNAME" } } }),
    () => false,
  );
  assert.equal(codesOf(reports), ["static-missing"]);
  assert.match(toFindings(reports)[0]?.message ?? "", "extra/CNAM");
});

const files = suite("the files that a site copies");

files("static ones, and those that a text asks for; no others", () => {
  const site = siteOf(
    {
      "posts/a.md": {
        Date: "2020-01-01",
        Save_as: "2020/a.html",
        body: "[x]({attach}/docs/a.pdf) [y]({static}/CNAME)",
      },
    },
    { assets },
  );
  assert.equal(site.files.map(({ from, to }) => `${from} > ${to}`).sort(), [
    "CNAME > CNAME",
    "docs/a.pdf > 2020/a.pdf",
    "images/a.png > images/a.png",
    "images/deep/b.png > images/deep/b.png",
  ]);
});

for (const folder of ["pages", ".", ""]) {
  files(`a page's folder that is static, too (“${folder}”): pages are built, the others copied`, async () => {
    const built = await buildBlog(
      {
        "pages/about.md": { Title: "About", Slug: "about" },
        "pages/draft.md": { Title: "Secret", Status: "draft" },
        "pages/flyer.pdf": Buffer.from("flyer"),
      },
      { staticPaths: [folder] },
    );
    const { written } = built;
    built.dispose();
    assert.is(built.exitCode, 0, built.printed);
    assert.ok(written.includes("pages/about.html"));
    assert.ok(written.includes("pages/flyer.pdf"));
    assert.equal(
      written.filter((path) => path.endsWith(".md")),
      [],
    );
  });
}

files("a moved file that a text asks for is at its new place only", () => {
  const site = siteOf(
    { "pages/a.md": { body: "[x]({static}/extra/CNAME)" } },
    { assets, settings: { extraPathMetadata: { "extra/CNAME": { path: "CNAME" } } } },
  );
  assert.equal(
    site.files.filter(({ from }) => from === "extra/CNAME"),
    [{ from: "extra/CNAME", to: "CNAME" }],
  );
  assert.match(site.html.get(pageIn(site, "pages/a.md")) ?? "", `href="/CNAME"`);
});

statics("a file that is static by the settings is no page; a build tests that it is copied", () => {
  const settings = settingsSchema.parse({
    staticPaths: ["files"],
    extraPathMetadata: { "extra/proof.html": { path: "proof.html" } },
  });
  const paths = ["files/demo.html", "files/deep/notes.md", "extra/proof.html", "extra/other.html", "files2/a.md"];
  assert.equal(
    paths.filter((path) => isStaticFile(path, settings)),
    ["files/demo.html", "files/deep/notes.md", "extra/proof.html"],
  );
});

const PAGE = "Title: A\n\nText.\n";
const DEMO = '<html><head><title>Demo</title><meta name="description" content="d"></head></html>';

for (const [name, paths, path, text, wanted] of [
  ["a page's folder that is static, too", { staticPaths: ["pages"] }, "pages/a.md", PAGE, false],
  ["a page without a header in one", { staticPaths: ["pages"] }, "pages/a.md", "Text.\n", false],
  ["what is no page in one", { staticPaths: ["pages"] }, "pages/flyer.pdf", undefined, true],
  ["a static folder in a page's", { staticPaths: ["posts/files"] }, "posts/files/a.html", DEMO, false],
  [
    "a page's folder in a static one",
    { staticPaths: ["blog"], articlePaths: ["blog/2020"] },
    "blog/2020/a.md",
    PAGE,
    false,
  ],
  ["a page elsewhere in that one", { staticPaths: ["blog"], articlePaths: ["blog/2020"] }, "blog/a.md", PAGE, true],
  ["the whole content as '.'", { staticPaths: ["."] }, "a.md", PAGE, false],
  ["the whole content as ''", { staticPaths: [""] }, "deep/a.HTML", DEMO, false],
  ["other files of the whole content", { staticPaths: [""] }, "deep/a.pdf", undefined, true],
  ["a folder named besides the whole content", { staticPaths: [".", "files"] }, "files/a.html", DEMO, true],
  ["articles in the whole content", { staticPaths: ["files"], articlePaths: [""] }, "files/a.html", DEMO, false],
  ["a text with a header", { staticPaths: ["files"] }, "files/a.md", PAGE, false],
  ["one between lines of dashes", { staticPaths: ["files"] }, "files/a.md", "---\nDate: 2020-01-01\n---\n", false],
  ["one of Eleventy's", { staticPaths: ["files"] }, "files/a.md", "---\nlayout: x\ntags: [a]\n---\n", false],
  ["a text without one", { staticPaths: ["files"] }, "files/a.md", "# Notes\n\nTitle: no\n", true],
  ["a text that begins with a line", { staticPaths: ["files"] }, "files/a.md", "---\n\nNotes\n", true],
  ["any HTML", { staticPaths: ["files"] }, "files/a.html", DEMO, true],
  [
    "HTML with fields of Pelican's",
    { staticPaths: ["files"] },
    "files/a.html",
    DEMO.replace("description", "save_as"),
    false,
  ],
  ["what is no text", { staticPaths: ["files"] }, "files/a.md", undefined, true],
] as const) {
  statics(`${name}: ${path} is ${wanted ? "static" : "a page"}`, () => {
    const settings = settingsSchema.parse({
      ...paths,
      staticPaths: [...paths.staticPaths],
      ...("articlePaths" in paths && { articlePaths: [...paths.articlePaths] }),
    });
    assert.is(
      isStaticFile(path, settings, () => text),
      wanted,
    );
  });
}

statics("two files for one place, or one where a page is, are a finding", () => {
  const settings = settingsSchema.parse({ extraPathMetadata: { "extra/CNAME": { path: "images/a.png" } } });
  const { reports, copied: left } = planStaticFiles(assets, settings, (path) => path === "images/deep/b.png");
  const findings = toFindings(reports);
  assert.equal(codesOf(findings), ["static-taken", "static-taken"]);
  assert.is(findings[0]?.message, "The file would be written to images/a.png, and so is extra/CNAME.");
  assert.is(findings[0]?.fix, "Give one of the two another name, or another path in extraPathMetadata.");
  assert.equal([...left], ["extra/CNAME"]);
});

statics("a folder at the path of one file is one finding", () => {
  const settings = settingsSchema.parse({ staticPaths: ["images"], extraPathMetadata: { images: { path: "a.png" } } });
  const { reports } = planStaticFiles(["images/a.png", "images/b.png", "images/c.png"], settings, () => false);
  const findings = toFindings(reports);
  assert.equal(
    findings.map(({ file, message }) => [file, message]),
    [["the site's settings", "extraPathMetadata puts all 3 files of the folder “images” at “a.png”."]],
  );
});

statics.run();
files.run();
