/** Python's literals, read without Python. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readPython } from "../../../src/migrate/init/read-python.ts";

const test = suite("init: Python");

/** What the setting A comes to; what was not read, as its reason. */
function valueOfA(source: string): unknown {
  const { settings, unread } = readPython(source);
  const setting = settings.find(({ name }) => name === "A");
  return setting ? setting.value : unread.map(({ name, line, reason }) => `${line} ${name}: ${reason}`).join("; ");
}

const LITERALS: readonly (readonly [source: string, value: unknown])[] = [
  ["A = 'single'", "single"],
  ['A = "double"', "double"],
  ["A = '''three\nlines'''", "three\nlines"],
  ['A = """a "quoted" word"""', 'a "quoted" word'],
  ["A = u'unicode é'", "unicode é"],
  ["A = r'raw\\n'", "raw\\n"],
  ['A = R"\\d+"', "\\d+"],
  ["A = ''", ""],
  ["A = 'it\\'s'", "it's"],
  ["A = 'tab\\there'", "tab\there"],
  ["A = 'back\\\\slash'", "back\\slash"],
  ["A = '\\x41\\u00e9\\U0001F331\\101'", "Aé🌱A"],
  ["A = 'unknown \\d stays'", "unknown \\d stays"],
  ["A = 'no \\\nbreak'", "no break"],
  ["A = 'one' \"two\" u'three'", "onetwothree"],
  ["A = ('one'\n     'two')", "onetwo"],
  ["A = 'one' \\\n    'two'", "onetwo"],
  ["A = 'a # b' # comment", "a # b"],
  ["A = 10", 10],
  ["A = -3", -3],
  ["A = 1_000", 1000],
  ["A = 2.5", 2.5],
  ["A = 0x1f", 31],
  ["A = True", true],
  ["A = False", false],
  ["A = None", null],
  ["A = ()", []],
  ["A = ('x')", "x"],
  ["A = ('x',)", ["x"]],
  ["A = 'x', 'y'", ["x", "y"]],
  ["A = 'x',", ["x"]],
  ["A = [\n  'x',  # first\n  'y',\n]", ["x", "y"]],
  [
    "A = (('x', 'y'), ('z', 1),)",
    [
      ["x", "y"],
      ["z", 1],
    ],
  ],
  ["A = {'k': {'path': 'v'}, \"l\": [1, 2],}", { k: { path: "v" }, l: [1, 2] }],
  ["A = {}", {}],
  ["A = B = 'chain'", "chain"],
  ["A: str = 'typed'", "typed"],
  ["B = 1; A = 2", 2],
  ["A = 1\nA = 2", 2],
  ["A = f()\nA = 2", 2],
  ["\ufeffA = 'after a mark'".slice(1), "after a mark"],
  ["A = 'windows'\r\nB = 1\r\n", "windows"],
];

for (const [source, value] of LITERALS) {
  test(`${JSON.stringify(source)} is read`, () => assert.equal(valueOfA(source), value));
}

const NO_LITERAL = "its value is not a literal";
const CHANGED = "it is changed in a way that only Python can follow";
const OTHERS: readonly (readonly [source: string, said: string])[] = [
  ["import os\nA = os.environ['A']", `2 A: ${NO_LITERAL}`],
  ["A = f'{B}'", `1 A: ${NO_LITERAL}`],
  ["A = b'bytes'", `1 A: ${NO_LITERAL}`],
  ["A = 'a' + 'b'", `1 A: ${NO_LITERAL}`],
  ["A = 'x' % 1", `1 A: ${NO_LITERAL}`],
  ["A = B", `1 A: ${NO_LITERAL}`],
  ["A = ['x', f()]", `1 A: ${NO_LITERAL}`],
  ["A = [x for x in y]", `1 A: ${NO_LITERAL}`],
  ["A = {'x', 'y'}", `1 A: ${NO_LITERAL}`],
  ["A = {1: 'x'}", `1 A: ${NO_LITERAL}`],
  ["A = {**B}", `1 A: ${NO_LITERAL}`],
  ["A = 'not closed\n", `1 A: ${NO_LITERAL}`],
  ["A = '\\x4'", `1 A: ${NO_LITERAL}`],
  ["A = '\\N{BULLET}'", `1 A: ${NO_LITERAL}`],
  ["A = 1j", `1 A: ${NO_LITERAL}`],
  ["A = +1", `1 A: ${NO_LITERAL}`],
  ["A = ~1", `1 A: ${NO_LITERAL}`],
  ["A = 012", `1 A: ${NO_LITERAL}`],
  [`A = ${"[".repeat(1000)}${"]".repeat(1000)}`, `1 A: ${NO_LITERAL}`],
  ["A = 1\nA += 1", `2 A: ${CHANGED}`],
  ["A = {}\nA['k'] = 1", `2 A: ${CHANGED}`],
  ["A, B = 1, 2", `1 A: ${CHANGED}; 1 B: ${CHANGED}`],
  ["A = 1\ndel A", `2 A: ${CHANGED}`],
  ["A = []\nA.append(1)", "2 A: it is changed by a call"],
  ["if x:\n    A = 1", "1 A: it is set under a condition or in a block"],
  ["try:\n    from local import *\nexcept ImportError:\n    pass", "1 : it is set under a condition or in a block"],
  ["from other import *", "1 : settings may come from the module other, which is not run"],
  ["from other import A", "1 A: it comes from the module other, which is not run"],
];

for (const [source, said] of OTHERS) {
  test(`${JSON.stringify(source.slice(0, 60))} is not`, () => assert.is(valueOfA(source), said));
}

test("under a condition the value before it holds, and the line is told", () => {
  const { settings, unread } = readPython("A = 1\nif x:\n    A = 2\n");
  assert.equal(settings, [{ name: "A", value: 1, line: 1 }]);
  assert.equal(unread, [
    { name: "A", line: 2, reason: "it is set under a condition or in a block; the value in line 1 is used" },
  ]);
});

test("what is no setting is passed over", () => {
  const source =
    "import os\nlower = f()\nprint(A)\ndef g():\n    A = 2\nclass C:\n    A = 3\nfrom pelicanconf import *\n";
  assert.equal(readPython(source), { settings: [], unread: [] });
});

test("a key named __proto__ is a key", () => {
  const { settings } = readPython("A = {'__proto__': {'x': 1}}");
  assert.equal(Object.keys(settings[0]?.value as object), ["__proto__"]);
  assert.is(({} as { x?: number }).x, undefined);
});

test("what is no Python is told once a line", () => {
  const { settings, unread } = readPython("A = 1\n) ) )\nB = 2\n");
  assert.equal(
    settings.map(({ name }) => name),
    ["A", "B"],
  );
  assert.equal(unread, [{ name: "", line: 2, reason: "this is not valid Python" }]);
});

test.run();
