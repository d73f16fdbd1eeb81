/** Where the site cannot be written, the old one stays whole, and the message is for people. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  command,
  page,
  plainEnvironment,
  type Ran,
  runNode,
  snapshot,
  type Tree,
  temporaryFolder,
  writeTree,
} from "../build-tree.ts";
import { canTryPermissions, isRoot, otherUser } from "../other-user.ts";

const STACK = /^\s*at .*[:(]\d+|node:internal/m;

const canTry = canTryPermissions();
const output = suite("hostile: an output folder that cannot be written");
const made: string[] = [];

output.after(() => {
  for (const folder of made) {
    if (existsSync(join(folder, "site"))) chmodSync(join(folder, "site"), 0o755);
    rmSync(folder, { recursive: true, force: true });
  }
});

function tree(text: string): Tree {
  const names = ["index", "a", "b", "c", "d"];
  return Object.fromEntries(
    names.map((name) => [
      `${name}.md`,
      page({ Title: name, Url: name, Save_as: `${name}.html`, Footer_show: "left" }, text),
    ]),
  );
}

/** Builds as a shell does; as root by a user without rights, to whom read-only means something. */
function build(folder: string, site = join(folder, "site"), uid?: number): Promise<Ran> {
  const args = [command, "--quiet", `--input=${join(folder, "content")}`, `--output=${site}`];
  return runNode(args, {
    env: { ...plainEnvironment(), TSX_DISABLE_CACHE: "1" },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

let old: string;
output.before(async () => {
  old = temporaryFolder();
  made.push(old);
  writeTree(join(old, "content"), tree("Old text."));
  const { exitCode, printed } = await build(old);
  assert.is(exitCode, 0, printed);
});

/** A folder in which an old site is built, and new content waits. */
function withOldSite(): string {
  const folder = temporaryFolder();
  made.push(folder);
  chmodSync(folder, 0o755);
  cpSync(join(old, "site"), join(folder, "site"), { recursive: true });
  writeTree(join(folder, "content"), tree("New text."));
  return folder;
}

function assertPlain({ exitCode, printed }: Ran): void {
  assert.ok(exitCode > 0, printed);
  assert.not.match(printed, STACK);
  assert.match(printed, /Nothing was written|cannot be written|no space|ENOSPC|EACCES|ENOTDIR|EEXIST/i);
}

output("below a file", async () => {
  const folder = withOldSite();
  writeFileSync(join(folder, "file"), "mine");
  const before = snapshot(folder);
  assertPlain(await build(folder, join(folder, "file/site")));
  assert.equal(snapshot(folder), before);
});

output("a file in its place", async () => {
  const folder = withOldSite();
  writeFileSync(join(folder, "file"), "mine");
  const before = snapshot(folder);
  assertPlain(await build(folder, join(folder, "file")));
  assert.equal(snapshot(folder), before);
});

output("a folder in the place of a page, and of a file that no page stands for", async () => {
  const folder = withOldSite();
  const names = ["b.html", "robots.txt", "404.html"];
  const paths = names.map((path) => join(folder, "site", path));
  for (const path of paths) rmSync(path, { force: true });
  for (const path of paths) mkdirSync(path);
  const before = snapshot(join(folder, "site"));
  const ran = await build(folder);
  assertPlain(ran);
  for (const name of names)
    assert.match(ran.printed, `/${name} cannot be written: something that is not a file is in its place`);
  assert.equal(snapshot(join(folder, "site")), before);
});

output("read-only", async () => {
  if (!canTry) return;
  const folder = withOldSite();
  const before = snapshot(join(folder, "site"));
  for (const path of Object.keys(before)) chmodSync(join(folder, "site", path), 0o444);
  chmodSync(join(folder, "site"), 0o555);
  assertPlain(await build(folder, undefined, otherUser));
  assert.equal(snapshot(join(folder, "site")), before);
});

output("one page of it is read-only", async () => {
  if (!canTry) return;
  const folder = withOldSite();
  const before = snapshot(join(folder, "site"));
  if (isRoot) for (const path of ["", ...Object.keys(before)]) chownSync(join(folder, "site", path), 65534, 65534);
  chmodSync(join(folder, "site/c.html"), 0o444);
  const ran = await build(folder, undefined, otherUser);
  // It may be replaced, or the build stops; what must not be is a site that is half new.
  const after = snapshot(join(folder, "site"));
  if (ran.exitCode === 0) assert.match(after["c.html"] ?? "", "New text.");
  else {
    assertPlain(ran);
    assert.equal(after, before);
  }
});

if (existsSync("/dev/full")) {
  output("a full disk", async () => {
    const folder = withOldSite();
    rmSync(join(folder, "site/b.html"));
    // Whatever is written there, there is no room for.
    symlinkSync("/dev/full", join(folder, "site/b.html"));
    const rest = () =>
      ["index.html", "a.html", "c.html", "d.html"].map((path) => readFileSync(join(folder, "site", path), "utf8"));
    const before = rest();
    const ran = await build(folder);
    if (ran.exitCode === 0) return;
    assertPlain(ran);
    assert.equal(rest(), before);
  });
}

output.run();
