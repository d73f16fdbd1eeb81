import { suite } from "uvu";
import * as assert from "uvu/assert";
import { placesOf, site, type Texts } from "../make.ts";

const conflicts = suite("two pages in one place");

function outcome(texts: Texts) {
  const { pages, findings } = site(texts);
  return { files: pages.map(({ file }) => file), findings: placesOf(findings) };
}

for (const [name, first, second] of [
  ["one Save_as", "x.html", "x.html"],
  ["a file where the other needs a folder", "x", "x/index.html"],
  ["a folder where the other is a file", "x/index.html", "x"],
  ["a folder deeper down", "x", "x/y/z.html"],
  ["`..` and slashes", "x.html", "/a/../x.html"],
] as const) {
  conflicts(`${name}: the first by path is kept`, () => {
    const { files, findings } = outcome({ "b.md": { Save_as: second }, "a.md": { Save_as: first } });
    assert.equal(files.length, 1);
    assert.equal(findings.filter((line) => line.endsWith(" save-as-taken")).length, 1);
  });
}

conflicts("names that differ in case only: both are kept, and it is said", () => {
  const { files, findings } = outcome({ "a.md": { Save_as: "x.html" }, "b.md": { Save_as: "X.html" } });
  assert.equal(files, ["a.md", "b.md"]);
  assert.equal(findings, ["b.md:3:10 save-as-case"]);
});

conflicts("one title in two files without addresses", () => {
  const { files } = outcome({ "a.md": { Title: "T" }, "b.md": { Title: "T" } });
  assert.equal(files, ["a.md"]);
});

conflicts("the third is reported, too", () => {
  const { findings } = outcome({
    "a.md": { Save_as: "x.html" },
    "b.md": { Save_as: "x.html" },
    "c.md": { Save_as: "x.html" },
  });
  assert.equal(findings, ["b.md:3:10 save-as-taken", "c.md:3:10 save-as-taken"]);
});

conflicts("one Url, two files: both are there, the first is found", () => {
  const { files, findings } = outcome({
    "a.md": { Url: "x", Save_as: "x/index.html" },
    "b.md": { Url: "x", Save_as: "x.html" },
  });
  assert.equal(files, ["a.md", "b.md"]);
  assert.equal(findings, ["b.md:3:6 url-taken"]);
});

conflicts("a draft does not take the place of a page", () => {
  const { files, findings } = outcome({
    "a.md": { Status: "draft", Url: "x", Save_as: "x.html" },
    "b.md": { Url: "x", Save_as: "x.html" },
  });
  assert.equal(files, ["a.md", "b.md"]);
  assert.equal(findings, []);
});

conflicts.run();

const parents = suite("parents");

for (const [name, parent, findings] of [
  ["a page", "a", []],
  ["a trailing slash and blanks", " a/ ", []],
  ["none", "", []],
  ["no page", "aa", ["b.md:5:12 parent-missing"]],
  ["itself", "b", ["b.md:5:12 parent-loop"]],
] as const) {
  parents(name, () => {
    const texts = {
      "a.md": { Url: "a", Save_as: "a.html" },
      "b.md": { Url: "b", Save_as: "b.html", Parent_id: parent },
    };
    const lines = outcome(texts).findings.map((line) => line.replace(/:1[23] /, ":12 "));
    assert.equal(lines, [...findings]);
  });
}

parents.run();
