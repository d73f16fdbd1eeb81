import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { filesIn, temporaryFolder } from "../build-tree.ts";
import { type BlogOptions, buildBlog, type Posts } from "../site-helpers.ts";

const ledger = suite("the ledger, in builds");

const SETTINGS = {
  siteName: "XMPP",
  ledger: "addresses.json",
  archivesSaveAs: "",
  categoriesSaveAs: "",
  authorsSaveAs: "",
};
const folder = temporaryFolder();
const file = join(folder, "addresses.json");

const first: Posts = {
  "about/history.md": { Title: "History", Url: "about/history", Save_as: "about/history.html" },
  "posts/a.md": { Title: "A", Date: "2020-01-01", Category: "News" },
};

/** Builds the tree as it is then: what was written before is gone. */
async function build(posts: Posts, by: BlogOptions["by"] = "api") {
  rmSync(join(folder, "content"), { recursive: true, force: true });
  rmSync(join(folder, "site"), { recursive: true, force: true });
  return buildBlog(posts, SETTINGS, { folder, by });
}

function kept(): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

ledger.after(() => rmSync(folder, { recursive: true, force: true }));

ledger("the first build makes it", async () => {
  const built = await build(first);
  assert.is(built.exitCode, 0, built.printed);
  assert.equal(Object.entries(JSON.parse(kept())), [
    ["/", "the list “XMPP”"],
    ["/a.html", "posts/a.md"],
    ["/about/history.html", "about/history.md"],
    ["/category/news.html", Object.entries(JSON.parse(kept()))[3]?.[1]],
  ]);
});

ledger("the next one adds what is new, in its place", async () => {
  await build({ ...first, "posts/aa.md": { Title: "AA", Date: "2020-01-02", Category: "News" } });
  assert.equal(Object.keys(JSON.parse(kept())), [
    "/",
    "/a.html",
    "/aa.html",
    "/about/history.html",
    "/category/news.html",
  ]);
  assert.is(kept().split("\n").length, 8);
});

ledger("an address that vanishes stops the build: exit code 1, nothing written, and words that help", async () => {
  const { "about/history.md": gone, ...rest } = first;
  const before = kept();
  const built = await build(
    { ...rest, "posts/aa.md": { Title: "AA", Date: "2020-01-02", Category: "News" } },
    "command",
  );
  assert.is(built.exitCode, 1);
  assert.equal(filesIn(built.output), []);
  assert.is(kept(), before);
  assert.match(built.printed, "/about/history.html");
  assert.match(built.printed, "about/history.md");
  assert.match(built.printed, "Aliases: about/history");
  assert.match(built.printed, "addresses.json");
  assert.not.match(built.printed, /^\s+at .*\.ts:/m);
});

ledger("an alias heals it", async () => {
  const built = await build({
    "about/past.md": { Title: "Past", Url: "about/past", Save_as: "about/past.html", Aliases: "about/history" },
    "posts/a.md": { Title: "A", Date: "2020-01-01", Category: "News" },
    "posts/aa.md": { Title: "AA", Date: "2020-01-02", Category: "News" },
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("_redirects"), "/about/history.html /about/past.html 301");
  assert.ok(Object.keys(JSON.parse(kept())).includes("/about/past.html"));
  assert.ok(Object.keys(JSON.parse(kept())).includes("/about/history.html"));
});

ledger("a page that becomes a draft has vanished, one that is hidden has not", async () => {
  const posts: Posts = {
    "about/past.md": { Title: "Past", Save_as: "about/past.html", Aliases: "about/history", Status: "draft" },
    "posts/a.md": { Title: "A", Date: "2020-01-01", Category: "News", Status: "hidden" },
    "posts/aa.md": { Title: "AA", Date: "2020-01-02", Category: "News" },
  };
  const built = await build(posts);
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "/about/past.html");
  assert.not.match(built.printed, "/a.html");
});

for (const [name, text, words] of [
  ["half a ledger", `{ "/": "x"`, "cannot be read"],
  ["a ledger with the marks of a merge", `{\n<<<<<<< HEAD\n  "/": "x"\n=======\n}`, "has the marks of a merge"],
  ["a ledger that ends with a line", `{\n  "/": "x"\n`, "cannot be read"],
  ["a ledger that is a list", `["/about/"]`, "cannot be read"],
  ["a ledger that is a number", "7", "cannot be read"],
] as const) {
  ledger(`${name} stops the build, and stays as it is`, async () => {
    writeFileSync(file, text);
    const built = await build(first);
    assert.is(built.exitCode, 1);
    assert.equal(filesIn(built.output), []);
    assert.match(built.printed, "addresses.json");
    assert.match(built.printed, words);
    assert.is(kept(), text);
  });
}

ledger("with a byte order mark it is read, and written without", async () => {
  writeFileSync(file, `\ufeff{\n  "/a.html": "posts/a.md"\n}\n`);
  const built = await build(first);
  assert.is(built.exitCode, 0, built.printed);
  assert.ok(kept().startsWith("{"));
});

ledger("where it is read-only and lacks an address nothing is written; where it has all, all is", async () => {
  const all = kept();
  for (const [text, exitCode] of [
    ["{}\n", 1],
    [all, 0],
  ] as const) {
    writeFileSync(file, text);
    chmodSync(file, 0o444);
    const built = await build(first);
    chmodSync(file, 0o644);
    assert.is(built.exitCode, exitCode, built.printed);
    assert.is(kept(), text);
    assert.is(filesIn(built.output).length > 0, exitCode === 0);
    if (exitCode === 0) continue;
    assert.match(
      built.printed,
      /Nothing was written\. The ledger of addresses \S*addresses\.json cannot be written \(EACCES\), and new addresses are to be kept in it\./,
    );
  }
});

ledger("a folder in its place stops the build", async () => {
  rmSync(file);
  mkdirSync(file);
  const built = await build(first);
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "There is a folder in the place of the ledger of addresses.");
  rmSync(file, { recursive: true });
});

ledger("a link that leads out of the project stops it, and nothing there is written", async () => {
  const outside = temporaryFolder();
  const elsewhere = join(outside, "addresses.json");
  writeFileSync(elsewhere, "{}\n");
  symlinkSync(elsewhere, file);
  const built = await build(first);
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "is a link that leads out of the project");
  assert.is(readFileSync(elsewhere, "utf8"), "{}\n");
  rmSync(file);
  rmSync(outside, { recursive: true });
});

ledger.run();
