/** What is no Python is told by its line and by what is wrong; what is Python is not. */
import { parser } from "@lezer/python";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { syntaxError } from "../../../src/migrate/init/python/syntax-error.ts";
import { projectOf, run } from "../../cli/project.ts";

const faults = suite("init: what is no Python");

function told(text: string): string | undefined {
  const fault = syntaxError(text, parser.parse(text.replaceAll("\f", " ")));
  return fault && `${fault.line}: ${fault.reason}`;
}

const WRONG: readonly (readonly [string, string])[] = [
  ["A = 1\ndef f(:\n", "2: “(” is never closed"],
  ["A = {\n  'a': 1,\nB = 2\n", "1: “{” is never closed"],
  ["A = (1, 2]\n", "1: “]” stands where “(” of line 1 is to be closed"],
  ["A = (1, 2)\n)\n", "2: “)” closes nothing"],
  [`A = 1\nB = ${"[".repeat(30_000)}${"]".repeat(30_000)}\n`, "2: Python reads no brackets in so many others"],
  ["A = 'it's'\n", "1: the text that begins with ' is never closed"],
  ['A = """a\nB = 1\n', '1: the text that begins with """ is never closed'],
  ["A = “a”\n", "1: the character ““” is not one of Python's: write a plain one"],
  ["A = 1\n  B = 2\n", "2: it is indented, and no block begins above it"],
  ["if A\n  B = 2\n", "2: it is indented, and the line above it ends without a colon"],
  ["if A:\nB = 2\n", "2: it has to be indented: line 1 begins a block"],
  ["if A:\n    B = 1\n\tC = 2\n", "3: it is indented by tabs where another line has blanks"],
  ["if A:\n    B = 1\n  C = 2\n", "3: it is indented as far as no other line of its block"],
  ["class A:\n", "1: it begins a block, and nothing is in it"],
  [
    "A = 1\n<<<<<<< HEAD\nB = 1\n=======\nB = 2\n>>>>>>> b\n",
    "2: an unfinished merge: keep one version, and delete Git's three marks",
  ],
  ["A = 1\nprint 'a'\n", "2: this is Python 2: write print(…)"],
  ["A = ur'a'\n", "1: this is Python 2: write r'…'"],
  ["A = 0777\n", "1: this is Python 2: write 0o… for an octal number"],
  ["SITE-NAME = 'a'\n", "1: a name has no “-” in it: write “_”"],
  ["A = [1 2]\n", "1: Python cannot read “A = [1 2]”"],
  ["A = 1 +\n", "1: Python cannot read “A = 1 +”"],
  ["raise E, 'a'\n", "1: this is Python 2: write raise …(…)"],
  ["A = 1 <> 2\n", "1: this is Python 2: write !="],
  ["A == 1 = 2\n", "1: “A == 1” cannot be set: it is not a name"],
  ["A = 1\nB = f() = 1\n", "2: “f()” cannot be set: it is not a name"],
  ["True = 1\n", "1: “True” is Python's own word: it cannot be set"],
  ["import os,\n", "1: there is a comma at the end of the line"],
  ["from a import b.c\n", "1: what is imported from a module is a name without a dot"],
  ["if A:\n    return 1\n", "2: “return” stands in no function"],
  ["def f():\n    break\n", "2: “break” stands in no loop"],
  ["try:\n    A = 1\nB = 1\n", "1: “try” has no “except” below it"],
  ["A = 1;; B = 2\n", "1: there is a “;” too many"],
  ["A = dict(a=1, 2)\n", "1: a value without a name stands behind one with a name"],
];

for (const [text, words] of WRONG) faults(words, () => assert.is(told(text), words));

const RIGHT = [
  "A = 1.\nB = (1. + 2) / 3.\nC = 0\nD = 0o17\nE = 00\n",
  "def f():\n    yield\n\nfor a, *b in C:\n    pass\n",
  "A = {  # { [\n  'a': '''\n) ” '\n''',\n    \n}\n\f\nB = \"it's\" 'a\\'b' \\\n   'c'\n",
  "if A: B = 1\nelse:\n\n    # a\n  # b\n    B = 2\n\ntry:\n  import c\nexcept E as e:\n  pass\n",
  '"""\n=======\nprint "a"\n=======\n"""\nA = r"\\""  # “a”\n',
  "if A:\n\tB = 1\n\tif C:\n\t\tD = 1\nE = lambda: 1\nF = C[1:\n2]\n",
  "A: int = 1\n[B, (C, *D)], E.f['g'] = x\nfrom a import (b,\n c,)\nA = f(*a, b=1, **c, d=2,)\n",
  "def f():\n    for a in b:\n        if a: continue\n    return lambda: (yield 1)\ntry:\n    a()\nfinally:\n    b()\n",
  "A = f\"{b['c']}\"\r\nif A:\r\n    B = 1\r\n",
];

for (const text of RIGHT) faults(JSON.stringify(text), () => assert.is(told(text), undefined));

faults("takes no longer than a file is long", () => {
  for (const piece of ["<<<<<<< a\n", "(", "'", "x = 1.\n", "if A:\n ", "yield ", '"""']) {
    const text = piece.repeat(20_000);
    const tree = parser.parse("");
    const started = performance.now();
    syntaxError(text, tree);
    assert.ok(performance.now() - started < 2000, piece);
  }
});

faults("init stops before it has written anything, and goes on if it is told to", () => {
  const folder = projectOf({ "a.md": "Title: A\nDate: 2020-01-01\n" }, { "pelicanconf.py": "SITENAME = 'A'\nX = {\n" });
  const stopped = run(folder, ["init", "--no-prove"]);
  assert.equal([stopped.code, stopped.out], [1, ""]);
  assert.match(stopped.error, "pelicanconf.py:2  This is not valid Python: “{” is never closed.");
  const { out } = run(folder, ["init", "--no-prove", "--dry-run", "--force"]);
  assert.match(out, "pelicanconf.py:2    this is not valid Python: “{” is never closed");
});

faults.run();
