import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { vanished } from "../../src/plugin/checks/check-ledger.ts";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { readLedger } from "../../src/plugin/redirects/keep-ledger.ts";
import { extendLedger, parseLedger } from "../../src/plugin/redirects/ledger.ts";
import { temporaryFolder } from "../build-tree.ts";
import { siteOf } from "../site-helpers.ts";

const ledger = suite("the ledger of addresses");

ledger("is read from JSON; an empty file is an empty one", () => {
  assert.equal(parseLedger(`{ "/a/": "a.md" }`), { "/a/": "a.md" });
  assert.equal(parseLedger(" \n"), {});
});

for (const [name, text] of [
  ["a mark of byte order", `\ufeff{\n  "/a/": "a.md",\n  "/b/": "b.md"\n}\n`],
  ["Git put lines of two sides together, and a comma is missing", `{\n  "/a/": "a.md"\n  "/b/": "b.md"\n}\n`],
  ["or there is one too many", `{\r\n  "/a/": "a.md",\r\n  "/b/": "b.md",\r\n}\r\n`],
  ["or a line is there twice", `{\n  "/a/": "a.md"\n  "/a/": "a.md",\n  "/b/": "b.md"\n}\n`],
] as const) {
  ledger(`is read all the same: ${name}`, () => assert.equal(parseLedger(text), { "/a/": "a.md", "/b/": "b.md" }));
}

for (const [name, text] of [
  ["half a file", `{ "/a/": "a.md"`],
  ["a merge that went wrong", `{\n<<<<<<< HEAD\n  "/a/": "a.md"\n}`],
  ["a text", "addresses"],
  ["what an address stands for in another form", `{ "/a/": ["a.md"] }`],
] as const) {
  ledger(`${name} is an error`, () => assert.throws(() => parseLedger(text)));
}

ledger("new addresses are added, sorted, one on a line", () => {
  const text = extendLedger({ "/b": "b.md", "/a/": "a.md" }, { "/a/c.html": "c.md", "/": "index.md", "/é": "e.md" });
  assert.is(
    text,
    `{\n  "/": "index.md",\n  "/a/": "a.md",\n  "/a/c.html": "c.md",\n  "/b": "b.md",\n  "/é": "e.md"\n}\n`,
  );
});

ledger("an address keeps its place where another file has it now", () => {
  assert.is(extendLedger({ "/a/": "old.md" }, { "/a/": "new.md" }), `{\n  "/a/": "new.md"\n}\n`);
});

ledger("what is gone from the site stays", () => {
  assert.equal(JSON.parse(extendLedger({ "/a/": "a.md" }, {})), { "/a/": "a.md" });
});

ledger("written and read again it is the same", () => {
  const text = extendLedger({}, { "/b": "b.md", "/a": `the list “A "B"”`, "/10": "x", "/9": "y" });
  assert.is(extendLedger(parseLedger(text), {}), text);
});

ledger("an address that is gone is a finding: where it stands, which page had it, what to write", () => {
  const text = extendLedger({}, { "/": "index.md", "/about/old.html": "about/old.md", "/b/": "b.md" });
  const found = toFindings(vanished(parseLedger(text), (address) => address === "/", "addresses.json", text));
  assert.equal(
    found.map(({ file, line, code }) => `${file}:${line} ${code}`),
    ["addresses.json:3 address-vanished", "addresses.json:4 address-vanished"],
  );
  assert.match(found[0]?.message ?? "", "/about/old.html");
  assert.match(found[0]?.message ?? "", "about/old.md");
  assert.match(found[0]?.fix ?? "", "Aliases: about/old");
  assert.match(found[0]?.fix ?? "", "addresses.json");
});

ledger("each of many is found in its line, without looking for it from the start", () => {
  const published = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`/${index} "q"\u001b/`, "a.md"]));
  const text = extendLedger({}, { ...published, "/__proto__": "a.md" });
  const found = vanished(parseLedger(text), () => false, "addresses.json", text);
  assert.equal(
    found.map(({ line }) => line),
    Array.from({ length: 50_001 }, (_, index) => index + 2),
  );
  const [first] = vanished({ "/b": "b.md" }, () => false, "addresses.json", `{"/a": "/b: x",\n\n"/b" : "b.md"}`);
  assert.is(first?.line, 3);
});

ledger("a file that cannot be a ledger has its own words, and a link to nothing is one", () => {
  const folder = temporaryFolder();
  const file = join(folder, "addresses.json");
  const faultOf = () => {
    const { text: _, ...read } = { text: "", ...readLedger(file, folder) };
    rmSync(file);
    return read;
  };
  for (const bytes of [Buffer.from("{}", "utf16le"), Buffer.from([0x7b, 0xe9, 0x7d])]) {
    writeFileSync(file, bytes);
    assert.equal(faultOf(), { fault: "form", reason: "it is not a text in UTF-8", line: 1 });
  }
  for (const to of ["nowhere.json", join(folder, "../nowhere.json")]) {
    symlinkSync(to, file);
    assert.equal(faultOf(), { fault: "closed", reason: "ENOENT", line: 1 });
  }
  symlinkSync("real.json", file);
  writeFileSync(join(folder, "real.json"), '\ufeff{ "/": "a.md" }');
  assert.equal(faultOf(), { ledger: { "/": "a.md" } });
  rmSync(folder, { recursive: true });
});

ledger(
  "keeps pages, posts, hidden ones, lists and feeds; no drafts, no posts to come, no further pages of lists",
  () => {
    const site = siteOf(
      {
        "a.md": { Save_as: "a/index.html" },
        "b.md": { Save_as: "b.html", Status: "hidden" },
        "c.md": { Save_as: "c.html", Status: "draft" },
        "posts/d.md": { Date: "2020-01-01", Save_as: "d.html", Category: "X" },
        "posts/e.md": { Date: "2020-01-01", Save_as: "e.html", Category: "X" },
        "posts/f.md": { Date: "2099-01-01", Save_as: "f.html", Category: "X" },
      },
      {
        settings: {
          siteUrl: "https://example.org",
          defaultPagination: 1,
          archivesSaveAs: "",
          categoriesSaveAs: "",
          indexSaveAs: "blog.html",
        },
      },
    );
    assert.equal(Object.keys(site.published).sort(), [
      "/a/",
      "/b.html",
      "/blog.html",
      "/category/x.html",
      "/d.html",
      "/e.html",
      "/feeds/all.atom.xml",
      "/feeds/x.atom.xml",
    ]);
    assert.is(site.published["/a/"], "a.md");
  },
);

ledger.run();
