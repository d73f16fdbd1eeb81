import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot } from "../build-tree.ts";
import { canTryPermissions, isRoot, otherUser } from "../other-user.ts";
import { pageAt, projectOf, run, STACK, spawned } from "./project.ts";

function wrong(url: string, size = 3): string {
  return pageAt(url, "Footer_show: left", `Dropdown_menu_size: ${size}`);
}

const TREE = { "a.md": wrong("a"), "b.md": pageAt("b", "Footer_show: left") };
const fix = suite("cli: fix");

fix("a real run changes the line, shows it, and says what was done", () => {
  const folder = projectOf(TREE);
  const { code, out, error } = run(folder, ["fix"]);
  assert.equal([code, error], [0, ""]);
  assert.is(readFileSync(join(folder, "src/content/a.md"), "utf8"), wrong("a", 0));
  assert.match(out, "-Dropdown_menu_size: 3\n+Dropdown_menu_size: 0\n");
  assert.match(out, "a.md");
  assert.ok(out.endsWith("Fixed 1 finding in 1 file. Nothing is left.\n"), out);
});

fix("--dry-run shows the same and writes nothing", () => {
  const folder = projectOf(TREE);
  const before = snapshot(folder);
  const { code, out } = run(folder, ["fix", "--dry-run"]);
  assert.is(code, 0);
  assert.match(out, "-Dropdown_menu_size: 3\n+Dropdown_menu_size: 0\n");
  assert.match(out, "Would fix 1 finding in 1 file.");
  assert.equal(snapshot(folder), before);
  assert.is(out.replace("Would fix", "Fixed"), run(folder, ["fix"]).out);
});

fix("a second time there is nothing to mend, and no file is touched", () => {
  const folder = projectOf(TREE);
  run(folder, ["fix"]);
  const past = new Date("2001-01-01");
  utimesSync(join(folder, "src/content/a.md"), past, past);
  assert.equal(run(folder, ["fix"]), { code: 0, out: "Nothing to fix. Nothing is left.\n", error: "" });
  assert.is(statSync(join(folder, "src/content/a.md")).mtime.getTime(), past.getTime());
});

fix("exits with 1 where errors are left, and says how many", () => {
  const folder = projectOf({ ...TREE, "x.md": pageAt("x", "Footer_show: left", "Sidebar_menu_elem_name_1: X") });
  const { code, out } = run(folder, ["fix"]);
  assert.is(code, 1);
  assert.match(out, /Left for you:\n\n.*\.md\n/);
  assert.match(out, "Sidebar_menu_elem_name_1");
  assert.match(out, /\n1 error\n$/);
});

fix("the diff is one that patch and git can read", () => {
  const { out } = run(projectOf(TREE), ["fix", "--dry-run"]);
  assert.match(out, /^--- .*a\.md\s*\n\+\+\+ .*a\.md\s*\n@@ -\d+,3 \+\d+,3 @@\n/m);
});

fix("colours in the diff on a terminal only, and the same words", () => {
  const [plain, colored] = [false, true].map((colors) => run(projectOf(TREE), ["fix", "--dry-run"], colors).out);
  assert.not.match(plain ?? "", "\u001b");
  assert.match(colored ?? "", "\u001b[32m+Dropdown_menu_size: 0");
  assert.is(stripVTControlCharacters(colored ?? ""), plain);
});

fix("escape sequences of a file do nothing in the diff", () => {
  const { out } = run(projectOf({ "a.md": pageAt("a", "Summary: \u001b[2J\u009b31m", "Dropdown_menu_size: 3") }), [
    "fix",
  ]);
  assert.not.match(out, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
});

for (const [name, before, after] of [
  ["a byte order mark", `\ufeff${wrong("a")}`, `\ufeff${wrong("a", 0)}`],
  ["CRLF", wrong("a").replaceAll("\n", "\r\n"), wrong("a", 0).replaceAll("\n", "\r\n")],
  ["CR", wrong("a").replaceAll("\n", "\r"), wrong("a", 0).replaceAll("\n", "\r")],
  ["no newline at the end", wrong("a").trimEnd(), wrong("a", 0).trimEnd()],
  [
    "mixed line ends, odd blanks",
    `${wrong("a")}x \t\r\n\ry\v\f\u0085\u2028z`,
    `${wrong("a", 0)}x \t\r\n\ry\v\f\u0085\u2028z`,
  ],
  ["letters of many bytes", `${wrong("a")}ä \u{1f600} e\u0301`, `${wrong("a", 0)}ä \u{1f600} e\u0301`],
  [
    "a mark and CRLF",
    `\ufeff${wrong("a").replaceAll("\n", "\r\n")}`,
    `\ufeff${wrong("a", 0).replaceAll("\n", "\r\n")}`,
  ],
  ["two marks in the text", `${wrong("a")}\ufeff\ufeff`, `${wrong("a", 0)}\ufeff\ufeff`],
] as const) {
  fix(`the rest stays byte for byte: ${name}`, () => {
    const folder = projectOf({ "a.md": before });
    run(folder, ["fix"]);
    assert.equal(readFileSync(join(folder, "src/content/a.md")), Buffer.from(after));
  });
}

for (const mode of [0o600, 0o640, 0o755]) {
  fix(`permissions stay: ${mode.toString(8)}`, () => {
    const folder = projectOf(TREE);
    chmodSync(join(folder, "src/content/a.md"), mode);
    run(folder, ["fix"]);
    assert.is(statSync(join(folder, "src/content/a.md")).mode & 0o777, mode);
  });
}

fix("a link stays a link, and what it leads to is mended", () => {
  const folder = projectOf({ "deep/real.txt": wrong("a"), "b.md": TREE["b.md"] });
  symlinkSync("deep/real.txt", join(folder, "src/content/a.md"));
  run(folder, ["fix"]);
  assert.ok(lstatSync(join(folder, "src/content/a.md")).isSymbolicLink());
  assert.is(readlinkSync(join(folder, "src/content/a.md")), "deep/real.txt");
  assert.is(readFileSync(join(folder, "src/content/deep/real.txt"), "utf8"), wrong("a", 0));
});

fix("a link out of the folder is not written through", () => {
  const folder = projectOf(TREE, { "outside.md": wrong("o") });
  symlinkSync(join(folder, "outside.md"), join(folder, "src/content/o.md"));
  run(folder, ["fix"]);
  assert.is(readFileSync(join(folder, "outside.md"), "utf8"), wrong("o"));
});

fix("no other file is left beside", () => {
  const folder = projectOf(TREE);
  run(folder, ["fix"]);
  assert.equal(readdirSync(join(folder, "src/content")).sort(), ["a.md", "b.md"]);
});

fix("a file with a long name", () => {
  const name = `${"n".repeat(250)}.md`;
  const folder = projectOf({ [name]: wrong("a") });
  const { error } = run(folder, ["fix"]);
  assert.is(error, "");
  assert.is(readFileSync(join(folder, "src/content", name), "utf8"), wrong("a", 0));
});

fix("files that cannot be read stay, and the others are mended", () => {
  const folder = projectOf({ ...TREE, "latin.md": Buffer.from([0x61, 0xff]), "nul.md": "a\0b" });
  const { code } = run(folder, ["fix"]);
  assert.is(code, 1);
  assert.is(readFileSync(join(folder, "src/content/a.md"), "utf8"), wrong("a", 0));
  assert.equal([...readFileSync(join(folder, "src/content/latin.md"))], [0x61, 0xff]);
  assert.is(readFileSync(join(folder, "src/content/nul.md"), "utf8"), "a\0b");
});

for (const [name, args] of [
  ["an unknown option", ["--dry"]],
  ["an unknown folder", ["nowhere"]],
] as const) {
  fix(`${name}: exits with 2 and writes nothing`, () => {
    const folder = projectOf(TREE);
    const before = snapshot(folder);
    const { code, error } = run(folder, ["fix", ...args]);
    assert.is(code, 2);
    assert.ok(error.length > 0);
    assert.equal(snapshot(folder), before);
  });
}

fix.run();

const refused = suite("cli: fix, where it may not write");
/** As root everything may be written, so another user runs the command. */
const user = otherUser === undefined ? {} : { uid: otherUser };
const canTry = canTryPermissions();

/** Runs `fix` as somebody who may read everything and write only what is not read-only. */
async function fixRefused(readOnly: (content: string) => void) {
  const folder = projectOf(TREE);
  const content = join(folder, "src/content");
  chmodSync(folder, 0o755);
  if (isRoot) for (const path of ["", "a.md", "b.md"]) chownSync(join(content, path), 65534, 65534);
  readOnly(content);
  const before = snapshot(folder);
  const ran = await spawned(folder, ["fix"], user);
  return { ...ran, isSame: JSON.stringify(snapshot(folder)) === JSON.stringify(before) };
}

refused("a folder that may not be written in: a plain message, and the file is whole", async () => {
  if (!canTry) return;
  const { code, error, isSame } = await fixRefused((content) => chmodSync(content, 0o555));
  assert.is(code, 1, error);
  assert.not.match(error, STACK);
  assert.match(error, "a.md");
  assert.ok(isSame);
});

refused("a file that is read-only: a plain message, and the file is whole", async () => {
  if (!canTry) return;
  const { code, error, isSame } = await fixRefused((content) => chmodSync(join(content, "a.md"), 0o444));
  assert.is(code, 1, error);
  assert.not.match(error, STACK);
  assert.match(error, "a.md");
  assert.ok(isSame);
});

refused("one file that cannot be written keeps no other from being mended", async () => {
  if (!canTry) return;
  const folder = projectOf({ "a/a.md": wrong("a"), "b/b.md": wrong("b") });
  for (const path of ["", "src", "src/content"]) chmodSync(join(folder, path), 0o755);
  const content = join(folder, "src/content");
  if (isRoot) for (const path of ["a", "a/a.md", "b", "b/b.md"]) chownSync(join(content, path), 65534, 65534);
  chmodSync(join(content, "a"), 0o555);
  const { code, error } = await spawned(folder, ["fix"], user);
  assert.is(code, 1);
  assert.not.match(error, STACK);
  assert.is(readFileSync(join(content, "a/a.md"), "utf8"), wrong("a"));
  assert.is(readFileSync(join(content, "b/b.md"), "utf8"), wrong("b", 0));
});

refused("a content folder that may not be read", async () => {
  if (!canTry) return;
  const folder = projectOf(TREE);
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "src/content"), isRoot ? 0o700 : 0);
  const { code, error, out } = await spawned(folder, ["check"], user);
  chmodSync(join(folder, "src/content"), 0o700);
  assert.ok(code > 0);
  assert.not.match(error + out, STACK);
  assert.match(error + out, "EACCES");
});

refused.run();
