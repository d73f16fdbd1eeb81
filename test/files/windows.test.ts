/** What is otherwise on Windows, as far as any system can show it. */
import { win32 } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withinContent } from "../../src/migrate/init/options.ts";
import { isWithin } from "../../src/plugin/files/is-within.ts";
import { renameOver } from "../../src/plugin/files/rename-over.ts";
import { relativePath } from "../../src/plugin/findings/relative-path.ts";
import { unportable } from "../../src/plugin/pages/portable.ts";

const test = suite("Windows");

const WITHIN: readonly (readonly [path: string, folder: string, is: boolean])[] = [
  ["C:\\site\\content\\a.md", "C:\\site", true],
  ["c:\\SITE\\a.md", "C:\\site", true],
  ["C:\\site", "C:\\site", true],
  ["C:\\site-2\\a.md", "C:\\site", false],
  ["D:\\site\\a.md", "C:\\site", false],
  ["C:\\site\\..\\a.md", "C:\\site", false],
  ["C:\\site\\..a.md", "C:\\site", true],
  ["\\\\server\\site\\a.md", "C:\\site", false],
];

for (const [path, folder, is] of WITHIN) {
  test(`${path} is ${is ? "" : "not "}within ${folder}`, () => assert.is(isWithin(path, folder, win32), is));
}

test("paths are named with forward slashes, and settings are from the content folder", () => {
  assert.is(relativePath("C:\\site", "C:\\site\\posts\\2020\\a.md", win32), "posts/2020/a.md");
  const value = ["C:\\site\\content\\images", "images", "C:\\site\\content", "D:\\images"];
  const settings = [{ name: "STATIC_PATHS", value, place: "pelicanconf.py:1" }];
  assert.equal(withinContent(settings, "C:\\site\\content", win32)[0]?.value, ["images", "images", "", "D:\\images"]);
});

const NAMES: readonly (readonly [path: string, reason: string | undefined])[] = [
  ["about/index.html", undefined],
  ["contact.html", undefined],
  ["com10.html", undefined],
  ["console/a.html", undefined],
  [".well-known/a..b", undefined],
  ["CON", "“CON” is the name of a device"],
  ["tag/aux.html", "“aux” is the name of a device"],
  ["nul.tar.gz", "“nul” is the name of a device"],
  ["com1/a.html", "“com1” is the name of a device"],
  ["LPT9.html", "“LPT9” is the name of a device"],
  ["who?.html", "no name holds “?”"],
  ["c: drive.html", "no name holds “:”"],
  ["a*b/c.html", "no name holds “*”"],
  ["etc./a.html", "no name ends in a dot"],
  ["a /b.html", "no name ends in a space"],
];

for (const [path, reason] of NAMES) {
  test(`whether there can be a file ${path}`, () => assert.is(unportable(path), reason));
}

function error(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A rename that fails so often, in this way. */
function failing(times: number, code: string, platform = "win32") {
  const waits: number[] = [];
  let calls = 0;
  const rename = () => {
    if (++calls <= times) throw error(code);
  };
  return { waits, ways: { rename, wait: (milliseconds: number) => waits.push(milliseconds), platform } };
}

test("a file that somebody has open is replaced once it is closed", () => {
  for (const code of ["EPERM", "EACCES", "EBUSY"]) {
    const { ways, waits } = failing(3, code);
    renameOver("a", "b", ways);
    assert.equal(waits, [5, 10, 20]);
  }
});

test("what does not end is told, and so is any other error, and what another system says", () => {
  const long = failing(100, "EPERM");
  assert.throws(() => renameOver("a", "b", long.ways), "EPERM");
  assert.is(
    long.waits.reduce((sum, one) => sum + one),
    635,
  );
  for (const [code, platform] of [["ENOSPC", "win32"] as const, ["EPERM", "linux"] as const]) {
    const { ways, waits } = failing(1, code, platform);
    assert.throws(() => renameOver("a", "b", ways), code);
    assert.equal(waits, []);
  }
});

test.run();
