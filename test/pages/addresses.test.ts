import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page as text } from "../build-tree.ts";
import { codesOf, pageOf, readText } from "../make.ts";

const addresses = suite("Url and Save_as");

for (const [name, fields, url, saveAs, href] of [
  ["both", { Url: "about", Save_as: "about/index.html" }, "about", "about/index.html", "/about/"],
  [
    "slashes at the ends of the Url",
    { Url: "/about/", Save_as: "about/index.html" },
    "about",
    "about/index.html",
    "/about/",
  ],
  ["Save_as alone", { Save_as: "about/history.html" }, "about/history", "about/history.html", "/about/history.html"],
  ["Save_as alone, an index", { Save_as: "about/index.html" }, "about", "about/index.html", "/about/"],
  ["neither", { Title: "A Page" }, "pages/a-page.html", "pages/a-page.html", "/pages/a-page.html"],
  ["the home page", { Url: "", Save_as: "index.html" }, "", "index.html", "/"],
  ["Save_as to the letter", { Url: "A/B", Save_as: "A/B.HTML" }, "A/B", "A/B.HTML", "/A/B.HTML"],
  ["a slash before Save_as", { Save_as: "/about.html" }, "about", "about.html", "/about.html"],
  ["./ before Save_as", { Save_as: "./about.html" }, "about", "about.html", "/about.html"],
  ["a folder as Save_as", { Save_as: "about/" }, "about", "about/index.html", "/about/"],
  ["no ending", { Url: "feed", Save_as: "feed" }, "feed", "feed", "/feed"],
  ["blanks and letters", { Url: "é b", Save_as: "é b.html" }, "é b", "é b.html", "/%C3%A9%20b.html"],
] as const) {
  addresses(name, () => {
    const page = pageOf(fields);
    assert.equal([page.url, page.saveAs, page.href], [url, saveAs, href]);
  });
}

addresses("a Url and a Save_as that are not one place are a finding", () => {
  assert.equal(codesOf(readText("a.md", text({ Title: "A", Url: "about", Save_as: "x/y.html" })).findings), [
    "url-differs",
  ]);
  assert.equal(codesOf(readText("a.md", text({ Title: "A", Url: "about" })).findings), ["url-differs"]);
  assert.equal(codesOf(readText("a.md", text({ Title: "A", Url: "about.html", Save_as: "about.html" })).findings), []);
});

for (const [path, url, saveAs] of [
  ["club.md", "club", "club/index.html"],
  ["club/index.md", "club", "club/index.html"],
  ["club/history.md", "club/history", "club/history/index.html"],
  ["index.md", "", "index.html"],
] as const) {
  addresses(`neither, and YAML front matter: Eleventy's own place, ${saveAs} for ${path}`, () => {
    const { page } = readText(path, "---\ntitle: A\nkeywords: [a]\n---\nText\n");
    assert.equal([page.url, page.saveAs], [url, saveAs]);
  });
}

addresses.run();

const hostile = suite("hostile Save_as and Url");
const LONG_PATH = `${"a/".repeat(3000)}x.html`;

for (const [name, value] of [
  ["out of the folder", "../x.html"],
  ["out of the folder, later", "about/../../x.html"],
  ["out of the folder, far", "../../../../etc/passwd"],
  ["only dots", ".."],
  ["backslashes", "..\\x.html"],
  ["a drive", "C:/x.html"],
  ["a control character", "a\u0007b.html"],
  ["an escape sequence", "a\u001b[31mb.html"],
  ["a tab", "a\tb.html"],
  ["a name that is too long", `${"a".repeat(300)}.html`],
  ["a name that is too long in bytes", `${"é".repeat(130)}.html`],
  ["a path that is too long", LONG_PATH],
  ["nothing but a slash", "/"],
  ["nothing but a dot", "."],
] as const) {
  hostile(`Save_as: ${name}`, () => {
    const { page, findings } = readText("a.md", text({ Title: "A", Save_as: value }));
    assert.equal(codesOf(findings), ["save-as-unsafe"]);
    assert.equal([page.saveAs, page.url], ["pages/a.html", "pages/a.html"]);
    assert.ok((findings[0]?.message.length ?? 9999) < 300);
  });
}

hostile("Save_as: an absolute path stays below the output folder", () => {
  assert.is(pageOf({ Save_as: "/etc/passwd" }).saveAs, "etc/passwd");
  assert.is(pageOf({ Save_as: "//etc//passwd" }).saveAs, "etc/passwd");
});

hostile("Save_as: `..` that stays inside is used", () =>
  assert.is(pageOf({ Save_as: "a/../b.html" }).saveAs, "b.html"),
);

for (const value of ["../x", "https://evil.example/x", "//evil.example/x", "javascript:alert(1)", "a\\b", "a\u0007b"]) {
  hostile(`Url: ${JSON.stringify(value)}`, () => {
    const { page, findings } = readText("a.md", text({ Title: "A", Url: value, Save_as: "a.html" }));
    assert.equal(codesOf(findings), ["url-unsafe"]);
    assert.equal([page.url, page.saveAs], ["a", "a.html"]);
  });
}

hostile.run();

const drafts = suite("drafts");

for (const [name, fields, path, saveAs] of [
  ["a page", {}, "a.md", "drafts/pages/a.html"],
  ["a post", {}, "posts/a.md", "drafts/a.html"],
  ["with a Save_as", { Save_as: "about/index.html" }, "a.md", "drafts/about/index.html"],
  ["with a Save_as there", { Save_as: "drafts/x.html" }, "a.md", "drafts/x.html"],
  ["with a Save_as out of the folder", { Save_as: "../x.html" }, "a.md", "drafts/pages/a.html"],
  ["with a Save_as that leaves drafts/", { Save_as: "drafts/../x.html" }, "a.md", "drafts/x.html"],
  ["in capitals", { Status: "DRAFT " }, "a.md", "drafts/pages/a.html"],
] as const) {
  drafts(name, () => {
    const page = pageOf({ Status: "draft", ...fields }, path);
    assert.equal([page.status, page.saveAs], ["draft", saveAs]);
  });
}

drafts("a status that is none counts as a draft", () => {
  const { page, findings } = readText("a.md", text({ Title: "A", Status: "drafft" }));
  assert.equal([page.status, codesOf(findings)], ["draft", ["field-value"]]);
});

drafts("a hidden page is at its own address", () => {
  assert.is(pageOf({ Status: "hidden", Save_as: "a.html" }).saveAs, "a.html");
});

drafts.run();
