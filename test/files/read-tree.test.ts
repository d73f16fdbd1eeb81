import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { readTree } from "../../src/plugin/files/read-tree.ts";
import { type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { placesOf } from "../make.ts";

const trees = suite("readTree");
const made: string[] = [];

function folderOf(files: Tree): string {
  const folder = temporaryFolder();
  made.push(folder);
  writeTree(folder, files);
  return folder;
}

function read(folder: string, skip: (path: string) => boolean = () => false) {
  const { files, assets, reports } = readTree(folder, { skip });
  return { files: files.map(({ path }) => path), assets: [...assets], findings: placesOf(reports) };
}

trees.after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

trees("pages by their endings, sorted; all else is an asset", () => {
  const folder = folderOf({
    "b.md": "b",
    "a/z.markdown": "z",
    "B.MD": "B",
    "c.html": "c",
    "d.htm": "d",
    "e.mkd": "e",
    "f.mdown": "f",
    "g.png": "g",
    "h.njk": "h",
    "a.md.txt": "i",
  });
  assert.equal(read(folder), {
    files: ["B.MD", "a/z.markdown", "b.md", "c.html", "d.htm", "e.mkd", "f.mdown"],
    assets: ["a.md.txt", "g.png", "h.njk"],
    findings: [],
  });
});

trees("the text of a file", () => {
  const { files } = readTree(folderOf({ "a.md": "\u{feff}Title: é\r\n" }), {});
  assert.equal(files, [{ path: "a.md", text: "Title: é\r\n" }]);
});

trees("what is no file is told, and opened by nobody", () => {
  const folder = folderOf({ "a.md": "Title: A\n" });
  if (process.platform === "win32" || spawnSync("mkfifo", [join(folder, "pipe.md")]).status !== 0) return;
  symlinkSync("pipe.md", join(folder, "link.html"));
  symlinkSync(".", join(folder, "again"));
  assert.equal(read(folder), {
    files: ["a.md"],
    assets: [],
    findings: ["link.html:1:1 file-outside", "pipe.md:1:1 file-outside"],
  });
});

trees("hidden files, node_modules and what is to be skipped", () => {
  const folder = folderOf({
    ".hidden/a.md": "a",
    ".b.md": "b",
    "node_modules/x/c.md": "c",
    "out/d.md": "d",
    "e.md": "e",
  });
  assert.equal(read(folder, (path) => path === "out").files, ["e.md"]);
});

trees("a folder named x.md is a folder", () => {
  assert.equal(read(folderOf({ "x.md/a.md": "a", "b.md": "b" })).files, ["b.md", "x.md/a.md"]);
});

trees("all bad files are named, and the good ones are read", () => {
  const folder = folderOf({ "a.md": Buffer.from([0xff]), "b.md": "good", "c.md": "x\0", "d.png": Buffer.from([0xff]) });
  assert.equal(read(folder), {
    files: ["b.md"],
    assets: ["d.png"],
    findings: ["a.md:1:1 file-not-utf8", "c.md:1:2 file-binary"],
  });
});

trees("a link out of the folder is not followed, be it to a file or a folder", () => {
  const outside = folderOf({ "secret.md": "Title: secret", "deep/secret.md": "x" });
  const folder = folderOf({ "a.md": "a" });
  symlinkSync(join(outside, "secret.md"), join(folder, "b.md"));
  symlinkSync(join(outside, "deep"), join(folder, "c"));
  symlinkSync(join(outside, "gone"), join(folder, "d"));
  assert.equal(read(folder), {
    files: ["a.md"],
    assets: [],
    findings: ["b.md:1:1 file-outside", "c:1:1 file-outside", "d:1:1 file-outside"],
  });
});

trees("a folder whose name begins like the content folder's is outside, too", () => {
  const folder = folderOf({ "content/a.md": "a", "content-2/secret.md": "x" });
  symlinkSync(join(folder, "content-2"), join(folder, "content/b"));
  assert.equal(read(join(folder, "content")).findings, ["b:1:1 file-outside"]);
});

trees("a link within the folder is followed", () => {
  const folder = folderOf({ "a/one.md": "1" });
  symlinkSync(join(folder, "a/one.md"), join(folder, "two.md"));
  symlinkSync(join(folder, "a"), join(folder, "b"));
  assert.equal(read(folder), { files: ["a/one.md", "b/one.md", "two.md"], assets: [], findings: [] });
});

trees("a loop of links ends", () => {
  const folder = folderOf({ "a/one.md": "1" });
  symlinkSync(folder, join(folder, "a/up"));
  symlinkSync(join(folder, "a"), join(folder, "a/self"));
  assert.equal(read(folder).files, ["a/one.md"]);
});

trees("links that lead to each other cannot be read", () => {
  const folder = folderOf({ "c.md": "c" });
  symlinkSync(join(folder, "b.md"), join(folder, "a.md"));
  symlinkSync(join(folder, "a.md"), join(folder, "b.md"));
  assert.equal(read(folder), {
    files: ["c.md"],
    assets: [],
    findings: ["a.md:1:1 file-unreadable", "b.md:1:1 file-unreadable"],
  });
});

trees("a link to nothing cannot be read; a page's ends the build, that of an image does not", () => {
  const folder = folderOf({});
  for (const name of ["a.md", "folder", "lamp.png"]) symlinkSync(join(folder, "nothing"), join(folder, name));
  symlinkSync(join(folder, "circle.jpg"), join(folder, "circle.jpg"));
  assert.equal(read(folder).findings, [
    "a.md:1:1 file-unreadable",
    "circle.jpg:1:1 static-unreadable",
    "folder:1:1 file-unreadable",
    "lamp.png:1:1 static-unreadable",
  ]);
});

trees("a name that is not in UTF-8 is told as such", () => {
  const folder = folderOf({ "a.md": "A" });
  const name = Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from(".png")]);
  // macOS and Windows have no such names.
  if (process.platform === "linux") writeFileSync(name, "");
  const { reports } = readTree(folder, {});
  assert.equal(
    toFindings(reports).map(({ message }) => message),
    process.platform === "linux" ? ["It cannot be read (its name is not in UTF-8)."] : [],
  );
});

trees("folders whose links lead to each other are given up in words", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const folder = folderOf(Object.fromEntries(names.map((name) => [`${name}/${name}.md`, "x"])));
  for (const name of names) for (const other of names) symlinkSync(`../${other}`, join(folder, name, `to-${other}`));
  assert.throws(
    () => read(folder),
    /^Symbolic links to folders lead to each other, .*: \S+ is one of them\. Remove it/,
  );
});

if (process.getuid?.() !== 0) {
  trees("a file and a folder that may not be read", () => {
    const folder = folderOf({ "a.md": "a", "b.md": "b", "d.png": "d" });
    mkdirSync(join(folder, "c"), { mode: 0 });
    for (const name of ["a.md", "d.png"]) chmodSync(join(folder, name), 0);
    assert.equal(read(folder), {
      files: ["b.md"],
      assets: [],
      findings: ["c:1:1 file-unreadable", "a.md:1:1 file-unreadable", "d.png:1:1 static-unreadable"],
    });
    chmodSync(join(folder, "c"), 0o700);
  });
}

trees("a file with millions of lines is not read", () => {
  const { files, reports } = readTree(folderOf({ "a.md": "\n".repeat(2_000_000), "b.md": "\n".repeat(1_999_999) }), {});
  assert.equal(
    files.map(({ path }) => path),
    ["b.md"],
  );
  const [found] = toFindings(reports);
  assert.is(found?.message, "It has more than 2,000,000 lines, the most that are read.");
  assert.is(found?.fix, "Split it into several pages.");
});

trees.run();
