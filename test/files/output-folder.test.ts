import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { outputFolder, removeUnfinishedFolder, UNFINISHED } from "../../src/plugin/files/output-folder.ts";
import { roomBesidePages } from "../../src/plugin/output/room.ts";
import { temporaryFolder } from "../build-tree.ts";
import { passOver } from "../pass-over.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const DAY = 24 * 60 * 60;

const output = suite("the folder that visitors are shown");

function inFolder(name: string, use: (folder: string) => void): void {
  output(name, () => {
    const folder = temporaryFolder();
    try {
      use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

inFolder("files are put and copied, and known", (folder) => {
  writeFileSync(join(folder, "source.txt"), "copied");
  const site = outputFolder(join(folder, "site"));
  site.put("a/b.html", bytes("put"));
  site.copy("c/d/e.txt", join(folder, "source.txt"));
  assert.is(readFileSync(join(folder, "site/a/b.html"), "utf8"), "put");
  assert.is(readFileSync(join(folder, "site/c/d/e.txt"), "utf8"), "copied");
  assert.equal([...site.files], ["a/b.html", "c/d/e.txt"]);
  removeUnfinishedFolder(join(folder, "site"));
  assert.equal(readdirSync(join(folder, "site")).sort(), ["a", "c"]);
});

inFolder("a folder that somebody removes meanwhile is made anew", (folder) => {
  const site = outputFolder(join(folder, "site"));
  site.put("a/b.html", bytes("first"));
  rmSync(join(folder, "site"), { recursive: true });
  site.put("a/c.html", bytes("second"));
  assert.is(readFileSync(join(folder, "site/a/c.html"), "utf8"), "second");
});

inFolder("what cannot be written, or was removed, is named in a sentence", (folder) => {
  const site = outputFolder(folder);
  writeFileSync(join(folder, "file"), "");
  mkdirSync(join(folder, "folder/in"), { recursive: true });
  const gone = join(folder, "gone.txt");
  for (const [act, message] of [
    [() => site.put("file/a.html", bytes("x")), /^\S+\/file\/a\.html cannot be written \(E\w+\)\. What was there/],
    [
      () => site.put("folder", bytes("x")),
      /^\S+\/folder cannot be written \(E\w+\)\. What was there before stays as it was\.$/,
    ],
    [() => site.copy("a.txt", gone), /gone\.txt was removed while the site was built: build it again\.$/],
  ] as const) {
    assert.throws(act, (error: Error) => message.test(error.message) && "skipOriginalStack" in error);
  }
});

inFolder("what is as it should be stays untouched", (folder) => {
  writeFileSync(join(folder, "source.txt"), "same");
  for (const name of ["put.txt", "copy.txt"]) {
    writeFileSync(join(folder, name), "same");
    utimesSync(join(folder, name), DAY, DAY);
  }
  const site = outputFolder(folder);
  site.put("put.txt", bytes("same"));
  site.copy("copy.txt", join(folder, "source.txt"));
  for (const name of ["put.txt", "copy.txt"]) assert.is(statSync(join(folder, name)).mtimeMs, DAY * 1000);
});

// A file that was put back with its old date, and a clock that was set back, have misled a comparison by dates.
for (const [name, time] of [
  ["older", DAY],
  ["newer", 4_000_000_000],
] as const) {
  inFolder(`another content of the same size replaces a file that is ${name}`, (folder) => {
    writeFileSync(join(folder, "source.txt"), "bbbb");
    utimesSync(join(folder, "source.txt"), DAY, DAY);
    writeFileSync(join(folder, "target.txt"), "aaaa");
    utimesSync(join(folder, "target.txt"), time, time);
    outputFolder(folder).copy("target.txt", join(folder, "source.txt"));
    assert.is(readFileSync(join(folder, "target.txt"), "utf8"), "bbbb");
  });
}

inFolder("large files are compared to their ends", (folder) => {
  const one = Buffer.alloc(200_000, "x");
  const other = Buffer.from(one);
  other[199_999] = 0;
  writeFileSync(join(folder, "source"), other);
  const site = outputFolder(folder);
  site.put("put", one);
  site.put("put", other);
  site.put("copy", one);
  site.copy("copy", join(folder, "source"));
  for (const name of ["put", "copy"]) assert.ok(readFileSync(join(folder, name)).equals(other), name);
});

inFolder("a link is replaced, and what it leads to stays as it was", (folder) => {
  mkdirSync(join(folder, "site"));
  writeFileSync(join(folder, "outside"), "outside");
  symlinkSync("../outside", join(folder, "site/a.html"));
  outputFolder(join(folder, "site")).put("a.html", bytes("inside"));
  assert.is(readFileSync(join(folder, "site/a.html"), "utf8"), "inside");
  assert.is(readFileSync(join(folder, "outside"), "utf8"), "outside");
});

inFolder("what cannot be written leaves nothing behind", (folder) => {
  mkdirSync(join(folder, "a"));
  const site = outputFolder(folder);
  assert.throws(() => site.put("a", bytes("text")), /EISDIR|EEXIST|ENOTEMPTY/);
  assert.throws(() => site.copy("b", join(folder, "missing")), /missing was removed while the site was built/);
  assert.equal(readdirSync(join(folder, UNFINISHED)), []);
});

const FULL = "the file that a full disk has no room for is named, and what was there stays";
const disk = temporaryFolder();
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).status === 0;
if (!isMounted) passOver(FULL, "no disk can be mounted");
else {
  output(FULL, () => {
    const { put } = outputFolder(disk);
    put("a.html", bytes("old"));
    assert.throws(
      () => put("a.html", bytes("new".repeat(100_000))),
      ({ message }: Error) =>
        message ===
        `The disk of ${disk} is full: there is no room for a.html. What was there before stays as it was. Make room, and build again.`,
    );
    assert.is(readFileSync(join(disk, "a.html"), "utf8"), "old");
    assert.equal(readdirSync(join(disk, UNFINISHED)), []);
  });
  output.after(() => void spawnSync("umount", [disk]));
}

output("what is copied, pictures and cards take room, but for what is there", () => {
  const folder = temporaryFolder();
  const [input, there] = [join(folder, "content"), join(folder, "site")];
  mkdirSync(input);
  mkdirSync(there);
  writeFileSync(join(input, "a.pdf"), "12345");
  writeFileSync(join(input, "b.pdf"), "123");
  writeFileSync(join(there, "b.pdf"), "321");
  const files = ["a.pdf", "b.pdf"].map((name) => ({ from: name, to: name }));
  const beside = { files, images: [{ bytes: 70 }], cards: 2 };
  assert.is(roomBesidePages(input, there, beside), 5 + 70 + 2 * 60_000);
  mkdirSync(join(there, "assets"));
  assert.is(roomBesidePages(input, there, beside), 5);
  rmSync(folder, { recursive: true });
});

output.run();
