/** Python's values, worked out without Python. */
import { win32 } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readPython as readFile } from "../../../src/migrate/init/python/read.ts";
import { pythonsPath } from "../../../src/migrate/init/settings-files.ts";

const test = suite("init: Python");

/** Reads these files of a folder; the first is the one with the settings. */
function readPython(source: string, others: Readonly<Record<string, string>> = {}) {
  const files: Readonly<Record<string, string>> = { "/site/conf.py": source, ...others };
  const isInside = (path: string) => path === "/site" || path.startsWith("/site/");
  const list = (folder: string) => {
    const names = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
    const own = names.flatMap((path) => path.slice(folder.length + 1).split("/", 1));
    return names.length > 0 ? [...new Set(own)].sort() : undefined;
  };
  return readFile("/site/conf.py", { folder: "/site", read: (path) => files[path], list, isInside });
}

/** What the setting A comes to; what was not read, as its reason. */
function valueOfA(source: string, others: Readonly<Record<string, string>> = {}): unknown {
  const { settings, unread } = readPython(source, others);
  const setting = settings.find(({ name }) => name === "A");
  const told = unread.filter(({ name }) => name === "A" || name === "");
  return setting ? setting.value : told.map(({ name, place, reason }) => `${place} ${name}: ${reason}`).join("; ");
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

const WORKED_OUT: readonly (readonly [source: string, value: unknown])[] = [
  ["B = 'x'\nA = B + 'y'", "xy"],
  ["A = '%s/%s.html' % ('a', 'b')", "a/b.html"],
  ["A = '%(a)s-%(b)03d%%' % {'a': 'x', 'b': 7}", "x-007%"],
  ["A = '%s' % 'x'", "x"],
  ["A = '{}/{}'.format('a', 1)", "a/1"],
  ["A = '{1}{0}{k}{l[0]}{m[x]}'.format('a', 'b', k='c', l=['d'], m={'x': 'e'})", "bacde"],
  ["A = '{{slug}}/{:>4}/{:04d}/{:.2f}'.format('x', 7, 1.5)", "{slug}/   x/0007/1.50"],
  ["B = 'x'\nA = f'{B}/{{slug}}/{B.upper()!r}/{1 + 1:03}'", "x/{slug}/'X'/002"],
  ["B = 'x'\nA = f'{B}' '-' f\"{B}\"", "x-x"],
  ["A = ['a'] + ['b'] * 2", ["a", "b", "b"]],
  ["B = ['b']\nA = ['a', *B]", ["a", "b"]],
  ["B = {'b': 2}\nA = {'a': 1, **B}", { a: 1, b: 2 }],
  ["B = {'b': 2}\nA = dict(B, c=3)", { b: 2, c: 3 }],
  ["A = {'a': 1} | {'b': 2}", { a: 1, b: 2 }],
  ["A = {'x', 'y', 'x'}", ["x", "y"]],
  ["A = {1: 'x'}", { 1: "x" }],
  ["A = b'bytes'", "bytes"],
  ["A = +1", 1],
  ["A = 7 // 2 + 7 % 4 - 2 ** 2", 2],
  ["B = {'k': ['x', 'y']}\nA = B['k'][-1]", "y"],
  ["A = 'abcdef'[1:-1:2] + 'abc'[::-1] + 'abc'[:1]", "bdcbaa"],
  ["A = (1, 2, 3)[1:]", [2, 3]],
  ["import os\nA = os.path.join('a', 'b', '{slug}')", "a/b/{slug}"],
  ["import os.path as p\nA = p.basename(p.dirname(p.abspath(__file__)))", "site"],
  ["from os.path import join, dirname\nA = join(dirname(__file__), 'content')", "/site/content"],
  ["from pathlib import Path\nA = Path(__file__).resolve().parent / 'content'", "/site/content"],
  ["from pathlib import Path\nA = str(Path(__file__).parent.parent)", "/"],
  ["import os\nA = os.environ.get('X', 'd') + os.getenv('Y', default='e')", "de"],
  ["import os\nA = os.environ.get('X')", null],
  ["from os import environ as e\nA = e.get('X') or 'z'", "z"],
  ["B = True\nA = 'x' if B and not False else 'y'", "x"],
  ["A = 1 < 2 <= 2 and 'a' in 'abc' and 'd' not in ['a'] and None is None and 1 != 2", true],
  ["A = '' or None or 'last'", "last"],
  ["B = 1\nif B == 1:\n    A = 'one'\nelif B == 2:\n    A = 'two'\nelse:\n    A = 'many'", "one"],
  ["if False:\n    A = 1\nelse:\n    A = 2", 2],
  ["if f():\n    A = 1\nelse:\n    A = 1", 1],
  ["A = [x.upper() for x in ['a', 'b', 'c'] if x != 'b']", ["A", "C"]],
  ["A = {k: v * 2 for k, v in {'a': 1}.items()}", { a: 2 }],
  ["A = [k + v for k, v in [('a', 'b')]]", ["ab"]],
  ["A = [x + y for x in 'ab' for y in 'cd']", ["ac", "ad", "bc", "bd"]],
  ["A = ','.join(str(n) for n in range(3))", "0,1,2"],
  ["A = []\nA.append('x')\nA.extend(['y'])\nA += ['z']\nA.insert(0, 'w')\nA.remove('y')", ["w", "x", "z"]],
  ["B = A = []\nB.append(1)", [1]],
  ["A = {}\nA['k'] = 1\nA.update({'l': 2}, m=3)\nA.setdefault('n', 4)\ndel A['k']", { l: 2, m: 3, n: 4 }],
  ["A, B = 1, 2", 1],
  ["B, *A = 1, 2, 3", [2, 3]],
  ["(B, A) = 'xy'", "y"],
  ["for B, C in [('x', 1), ('y', 2)]:\n    A = B * C", "yy"],
  [
    "A = []\nfor B in range(9):\n    if B == 1:\n        continue\n    if B == 3:\n        break\n    A.append(B)",
    [0, 2],
  ],
  ["A = 0\nwhile A < 5:\n    A += 2", 6],
  ["def f(x, y='d', *z, **k):\n    if x:\n        return x + y + ''.join(z)\nA = f('a', 'b', 'c')", "abc"],
  ["A = (lambda x, y=1: x + y)(2)", 3],
  ["A = sorted({'b': 1, 'a': 2}, reverse=True)", ["b", "a"]],
  [
    "A = sorted([('x', 2), ('y', 1)], key=lambda p: p[1])",
    [
      ["y", 1],
      ["x", 2],
    ],
  ],
  ["A = len('abc') + int('4') + max(1, 2) + sum([1, 2])", 12],
  [
    "A = [list(zip('ab', [1, 2])), list(enumerate('a', 1))]",
    [
      [
        ["a", 1],
        ["b", 2],
      ],
      [[1, "a"]],
    ],
  ],
  ["A = ' A b '.strip().lower().replace('b', 'c').split()", ["a", "c"]],
  ["from datetime import datetime, timezone\nA = datetime(2020, 1, 2, tzinfo=timezone.utc)", "2020-01-02"],
  ["import datetime\nA = datetime.date(2020, 1, 2).strftime('%Y/%m')", "2020/01"],
  ["locals().update(A=1)", 1],
  ["globals().update({'A': 1})", 1],
  ["globals()['A'] = 1", 1],
  ["import tomllib\nA = tomllib.loads('a = [1]\\nb = 2020-01-02')", { a: [1], b: "2020-01-02" }],
  ["import json\nA = json.loads('{\"a\": [1]}')", { a: [1] }],
  ["try:\n    import re\n    A = 1\nexcept ImportError:\n    A = 2", 1],
  ["try:\n    from local import *\nexcept ImportError:\n    A = 2", 2],
  ["print 'of Python 2'\nA = u'x'", "x"],
  ["import sitemap\nA = ['x', sitemap]", ["x", "sitemap"]],
  ["A = 1\ndel B\n", 1],
];

for (const [source, value] of WORKED_OUT) {
  test(`${JSON.stringify(source)} is worked out`, () => assert.equal(valueOfA(source), value));
}

const LOCAL: readonly (readonly [source: string, value: unknown])[] = [
  ["from other import *", "theirs"],
  ["from other import A", "theirs"],
  ["from other import B as A", "b"],
  ["import other\nA = other.A", "theirs"],
  ["import other as o\nA = o.B + o.A", "btheirs"],
  ["from .other import *", "theirs"],
  ["from conf_d.more import A", "more"],
  ["import sys\nsys.path.append('conf_d')\nfrom more import *", "more"],
  ["from other import *\nA += '!'", "theirs!"],
  ["A = open('version.txt').read().strip()", "1.2"],
  ["with open('version.txt') as f:\n    A = f.read()", "1.2\n"],
  ["import os\nA = os.listdir('conf_d')", ["more.py"]],
  ["import os\nA = [(a, b, c) for a, b, c in os.walk('conf_d')]", [["conf_d", [], ["more.py"]]]],
  ["import os\nA = os.path.exists('version.txt') and not os.path.isfile('none.txt')", true],
];

for (const [source, value] of LOCAL) {
  test(`${JSON.stringify(source)} is read from the files of the folder`, () => {
    const others = {
      "/site/other.py": "A = 'theirs'\nB = 'b'\n_C = 1\n",
      "/site/conf_d/more.py": "A = 'more'\n",
      "/site/version.txt": "1.2\n",
    };
    assert.equal(valueOfA(source, others), value);
  });
}

const only = (source: string) => `only Python can work out “${source}”`;
const UNKNOWN: readonly (readonly [source: string, said: string])[] = [
  ["import os\nA = os.environ['A']", `conf.py:2 A: ${only("os.environ['A']")}`],
  ["A = f'{B}'", "conf.py:1 A: “B” is not set before"],
  ["A = f()", "conf.py:1 A: “f” is not set before"],
  ["B = f()\nA = B + 'x'", "conf.py:2 A: “f” is not set before (conf.py:1)"],
  ["from x import g\nA = g('y')", "conf.py:2 A: it comes from the module x, which is not run"],
  ["A = 'not closed\n", `conf.py:1 A: ${only("'not closed")}`],
  ["A = '\\x4'", `conf.py:1 A: ${only("'\\x4'")}`],
  ["A = '\\N{BULLET}'", `conf.py:1 A: ${only("'\\N{BULLET}'")}`],
  ["A = 1j", `conf.py:1 A: ${only("1j")}`],
  ["A = ~1", `conf.py:1 A: ${only("~1")}`],
  ["A = 012", `conf.py:1 A: ${only("012")}`],
  ["A = 'x' + 1", `conf.py:1 A: ${only("'x' + 1")}`],
  [`A = ${"[".repeat(150)}${"]".repeat(150)}`, "conf.py:1 A: it is too long or too deep"],
  ["A = lambda: 1", "conf.py:1 A: a function or a module is not data"],
  ["A = 'a' * 10 ** 9", "conf.py:1 A: it is too long"],
  ["B = 'a' * 90000\nA = B.replace('a', B)", "conf.py:2 A: it is too long"],
  ["A = 9 ** 9 ** 9", `conf.py:1 A: ${only("9 ** 9 ** 9")}`],
  ["while True:\n    pass\nA = 1", "conf.py:3 A: it takes too long to work out"],
  ["def f():\n    return f()\nA = f()", "conf.py:3 A: it is too deep (conf.py:2)"],
  ["A = 1\nA += f()", "1"],
  ["from datetime import datetime\nA = datetime.now().year", "conf.py:2 A: it depends on when the site is built"],
  ["from other import *", "conf.py:1 : settings may come from the module other, which is not in this folder"],
  ["from other import A", "conf.py:1 A: it comes from the module other, which is not run"],
  ["A = open('/etc/passwd').read()", "conf.py:1 A: it is outside of this folder"],
  ["class B:\n    x = 1\nA = B()", "conf.py:3 A: it is made by a class or a decorator, which is not run (conf.py:1)"],
];

for (const [source, said] of UNKNOWN) {
  test(`${JSON.stringify(source.slice(0, 60))} is not`, () => assert.is(String(valueOfA(source)), said));
}

const GUESSED: readonly (readonly [source: string, value: unknown, reason: string])[] = [
  ["A = 1\nif x:\n    A = 2\n", 1, "it is set under a condition: “x” is not set before (conf.py:2); 1 is used"],
  ["if x:\n    A = 2\n", 2, "it is set under a condition: “x” is not set before (conf.py:1); 2 is used"],
  [
    "try:\n    from x import A\nexcept ImportError:\n    A = 3",
    3,
    "it depends on which modules are there (conf.py:2); 3 is used",
  ],
  ["A = ['x', f()]", ["x"], "“f” is not set before; what is known of it is used"],
  ["A = {'k': f(), 'l': 1}", { l: 1 }, "“f” is not set before; what is known of it is used"],
  ["A = ['x']\nA.extend(f())", ["x"], "“f” is not set before (conf.py:2); what is known of it is used"],
  ["A = ['x']\nA.frobnicate()", ["x"], 'it is changed by a call; ["x"] is used'],
  [
    "A = [1]\nfor B in f():\n    A = [2]",
    [1],
    "it is set under a condition: “f” is not set before (conf.py:2); [1] is used",
  ],
];

for (const [source, value, reason] of GUESSED) {
  test(`${JSON.stringify(source)} is guessed, and told`, () => {
    const { settings, unread } = readPython(source);
    assert.equal(settings.find(({ name }) => name === "A")?.value, value);
    assert.equal(
      unread.filter(({ name }) => name === "A").map((one) => one.reason),
      [reason],
    );
  });
}

test("a long file that a setting holds leaves the others", () => {
  const source = "with open('head.html') as f:\n    B = f.read()\nA = [x for x in 'ab']";
  assert.equal(valueOfA(source, { "/site/head.html": "x".repeat(300_000) }), ["a", "b"]);
});

test("a value of an earlier file is more likely than none", () => {
  const { settings, unread } = readPython("from other import *\nA = f()", { "/site/other.py": "A = 'theirs'\n" });
  assert.equal(settings, [{ name: "A", value: "theirs", place: "conf.py:2" }]);
  assert.is(unread[0]?.reason, '“f” is not set before; "theirs" is used');
});

test("the environment is not looked at, and what was asked of it is told", () => {
  const { variables } = readPython("import os\nA = os.environ.get('HOME', 'x')\nif os.getenv('CI'):\n    A = 'y'\n");
  assert.equal(variables, ["HOME", "CI"]);
});

test("what is no setting is passed over", () => {
  const source = "import os\nlower = f()\nprint(A)\ndef g():\n    A = 2\nclass C:\n    A = 3\n";
  const { settings, unread } = readPython(source);
  assert.equal([settings, unread.filter(({ name }) => name !== "C")], [[], []]);
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
  assert.equal(unread, [{ name: "", place: "conf.py:2", reason: "this is not valid Python" }]);
});

test("lists within themselves, files that import each other, and much work come to an end", () => {
  const sources = [
    "A = []\nA.append(A)\nB = A == A\nC = str(A)",
    "from other import *",
    `A = [1]\n${"A = [A, A]\n".repeat(60)}if x:\n    B = 1`,
    "A = []\nfor x in range(90000):\n    A = [A]\nif f:\n    B = 1",
    "for a in range(99999):\n    for b in range(99999):\n        A = a * b",
    `A = ${"(".repeat(5000)}1${")".repeat(5000)}`,
    `A = ${"1 + ".repeat(5000)}1`,
  ];
  const start = performance.now();
  for (const source of sources) readPython(source, { "/site/other.py": "from conf import *\nA = 1\n" });
  assert.ok(performance.now() - start < 5000);
});

const FOLDERS: readonly (readonly [source: string, value: unknown])[] = [
  ["import os\nA = os.listdir('c')", ["a.md", "b.txt", "x"]],
  ["import os\nA = [f for f in os.listdir('c') if os.path.isdir(os.path.join('c', f))]", ["x"]],
  ["import os\nA = [e.path for e in os.scandir('c') if e.is_file()]", ["c/a.md", "c/b.txt"]],
  [
    "import os\nA = []\nfor root, folders, names in os.walk('c'):\n  A += [os.path.join(root, n) for n in names if n != 'b.txt']",
    ["c/a.md", "c/x/.e.md", "c/x/d.md"],
  ],
  ["import os\nA = next(os.walk('c'))[1]", ["x"]],
  ["from glob import glob\nA = glob('c/*.md') + glob('c/x') + glob('c/y')", ["c/a.md", "c/x"]],
  ["import glob\nA = glob.glob('c/**/*.md', recursive=True)", ["c/a.md", "c/x/d.md"]],
  ["import glob, os\nA = glob.glob(os.path.join(os.path.dirname(__file__), 'c', '?.md'))", ["/site/c/a.md"]],
  ["import fnmatch, os\nA = fnmatch.filter(os.listdir('c'), '*.md')", ["a.md"]],
  ["from pathlib import Path\nA = sorted(p.name for p in Path('c').iterdir())", ["a.md", "b.txt", "x"]],
  [
    "from pathlib import Path\nA = [str(p.relative_to('c')) for p in sorted(Path('c').rglob('*.md'))]",
    ["a.md", "x/.e.md", "x/d.md"],
  ],
  ["from pathlib import Path\nA = [p.stem for p in (Path('c') / 'x').glob('d*') if p.is_file()]", ["d"]],
  ["from pathlib import Path\nA = [Path('c').exists(), Path('y').is_dir()]", [true, false]],
  [
    "import os\nA = []\nfor root, folders, names in os.walk('c'):\n  folders.remove('x')\n  A += names",
    "conf.py:3 A: folders are left out on the way",
  ],
  ["import os\nA = os.listdir('..')", "conf.py:2 A: it is outside of this folder"],
  ["import os\nA = os.listdir('y')", "conf.py:2 A: there is no such folder here"],
  ["import glob\nA = glob.glob('/etc/*')", "conf.py:2 A: it is outside of this folder"],
];

for (const [source, value] of FOLDERS) {
  test(`what is in folders: ${source}`, () => {
    const files = { "/site/c/a.md": "", "/site/c/b.txt": "", "/site/c/x/d.md": "", "/site/c/x/.e.md": "" };
    const { settings, unread } = readPython(source, files);
    const [told] = unread.map(({ place, name, reason }) => `${place} ${name}: ${reason}`);
    if (typeof value === "string") assert.match(told ?? "", value);
    else assert.equal([settings.find(({ name }) => name === "A")?.value, told], [value, undefined]);
  });
}

test("folders that lead to each other come to an end", () => {
  const source = "import os\nA = [x[0] for x in os.walk('a')]";
  const read = (path: string) => (path === "/site/conf.py" ? source : undefined);
  const { unread } = readFile("/site/conf.py", { folder: "/site", read, list: () => ["b"], isInside: () => true });
  assert.match(unread[0]?.reason ?? "", "it is too deep");
});

const RUN: readonly (readonly [source: string, more: string, value: unknown])[] = [
  ["exec(open('more.py').read())", "A = 'more'\n", "more"],
  ["B = 2\nexec(compile(open('more.py').read(), 'more.py', 'exec'))", "A = B + 1\n", 3],
  ["with open('more.py') as f:\n    exec(f.read())", "A = [1]\n", [1]],
  ["execfile('more.py')", "A = 1\n", 1],
  ["from pelican.settings import load_source\nload_source('base', 'more.py')\nfrom base import *", "A = 6\n", 6],
  ["import imp\nimp.load_source('base', '/else/more.py')\nimport base\nA = 7", "A = 6\n", 7],
  ["exec('A = 5')", "", 5],
  ["exec(fetch())", "", "conf.py:1 : settings may come from what is run here, and is not known"],
  ["A = 1\nexec(open('more.py').read())", "exec(open('more.py').read())\n", 1],
];

for (const [source, more, value] of RUN) {
  test(`run: ${source}`, () => assert.equal(valueOfA(source, { "/site/more.py": more }), value));
}

test("what a file sets that is run is told with its own line", () => {
  const { settings, files } = readPython("exec(open('more.py').read())", { "/site/more.py": "\nSITENAME = 'x'\n" });
  assert.equal(settings, [{ name: "SITENAME", value: "x", place: "more.py:2" }]);
  assert.equal(files, ["conf.py", "more.py"]);
});

test("plugins may be modules, each by its own name", () => {
  const imports =
    "from pelican.plugins import sitemap, series as parts\nimport pelican.plugins.neighbors\nfrom oil_jupyter import liquid";
  const source = `${imports}\nPLUGINS = ["lamps", sitemap, parts, pelican.plugins.neighbors, liquid]\nMENUITEMS = parts`;
  const { settings, unread } = readPython(source);
  const of = (from: string, ...names: string[]) => names.map((name) => `${from}.${name}`);
  const names = ["lamps", ...of("pelican.plugins", "sitemap", "series", "neighbors"), "oil_jupyter.liquid"];
  assert.equal(settings, [{ name: "PLUGINS", value: names, place: "conf.py:4" }]);
  assert.equal(
    unread.map(({ name, reason }) => [name, reason]),
    [["MENUITEMS", "it comes from the module pelican.plugins, which is not run"]],
  );
});

test("settings of a file of TOML are read", () => {
  const source =
    "import tomllib\nwith open('site.toml', 'rb') as f:\n    data = tomllib.load(f)\nA = data['site']['name']";
  assert.is(valueOfA(source, { "/site/site.toml": '[site]\nname = "Lamps"\n' }), "Lamps");
});

test("the project's folder is one that Python's paths lead from, on Windows too", () => {
  assert.is(pythonsPath("C:\\sites\\lamps", win32), "/sites/lamps");
  assert.is(pythonsPath("/sites/back\\slash"), "/sites/back\\slash");
});

test.run();
