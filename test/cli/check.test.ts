import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { header, pageAt, projectOf, run, spawned } from "./project.ts";

const GOOD = { "index.md": pageAt("", "Footer_show: left"), "a.md": pageAt("a", "Footer_show: right") };
const WARNED = { ...GOOD, "w.md": pageAt("w", "Footer_show: left", "Dropdown_menu_size: 3") };
const WRONG = { ...WARNED, "x.md": pageAt("x", "Footer_show: left", "Sidebar_menu_elem_name_1: X") };

const check = suite("cli: check");

check("nothing is wrong", () => {
  assert.equal(run(projectOf(GOOD), ["check"]), { code: 0, out: "No findings.\n", error: "" });
});

check("no page at all is told", () => {
  const nothing = projectOf({ "images/a.txt": "A" });
  assert.equal(run(nothing, ["check"]), { code: 0, out: "There is no page in src/content yet.\n", error: "" });
});

check("posts that wait for their dates are told in a line, and only to people", () => {
  const post = (date: string) => `Title: ${date}\nDate: ${date}\n\nText.\n`;
  const one = projectOf({ ...GOOD, "posts/c.md": post("2099-05-06") });
  assert.is(run(one, ["check"]).out, "No findings.\n1 post waits for its date (first: posts/c.md on 2099-05-06)\n");
  const two = projectOf({ ...GOOD, "posts/c.md": post("2099-05-06"), "posts/d.md": post("2099-05-05 10:00") });
  const { code, out } = run(two, ["check", "--summary"]);
  assert.equal([code, out.split("\n")[1]], [0, "2 posts wait for their dates (first: posts/d.md on 2099-05-05)"]);
  assert.equal(JSON.parse(run(two, ["check", "--format", "json"]).out).findings, []);
});

for (const [name, content, args, code] of [
  ["advice", { ...GOOD, "b.md": pageAt("b") }, [], 0],
  ["a warning", WARNED, [], 0],
  ["a warning, strictly", WARNED, ["--strict"], 1],
  ["advice, strictly", { ...GOOD, "b.md": pageAt("b") }, ["--strict"], 0],
  ["an error", WRONG, [], 1],
  ["an error, strictly", WRONG, ["--strict"], 1],
  ["an error as JSON", WRONG, ["--format", "json"], 1],
  ["an error as SARIF", WRONG, ["--format", "sarif"], 1],
  ["an error for GitHub", WRONG, ["--format=github"], 1],
] as const) {
  check(`${name}: exits with ${code}`, () => assert.is(run(projectOf(content), ["check", ...args]).code, code));
}

check("the setting strict makes warnings fail, too", () => {
  assert.is(run(projectOf(WARNED, { "_data/site.json": '{ "strict": true }' }), ["check"]).code, 1);
});

check("a code that is switched off with a reason is not told", () => {
  const settings = { "_data/site.json": '{ "allowFindings": { "menu-size": "we count otherwise" } }' };
  assert.is(run(projectOf(WARNED, settings), ["check", "--strict"]).out, "No findings.\n");
});

check("for people: by file, with the line and a caret, and a summary", () => {
  assert.is(
    run(projectOf(WARNED), ["check"]).out,
    [
      "w.md",
      "  6:21  warning: Dropdown_menu_size is 3, and the dropdown has no entries. [menu-size]",
      "      6 | Dropdown_menu_size: 3",
      "        |                     ^",
      "      All entries that are there are shown; Pelican would have gone by the number.",
      "      → Write “Dropdown_menu_size: 0”.",
      "",
      "1 warning",
      "",
    ].join("\n"),
  );
});

check("for programs: JSON and nothing else", () => {
  const { out, error } = run(projectOf(WRONG), ["check", "--format", "json"]);
  const { findings } = JSON.parse(out);
  assert.is(error, "");
  assert.equal(
    findings.map((one: Record<string, unknown>) => [one.file, one.line, one.column, one.field, one.code, one.severity]),
    [
      ["w.md", 6, 21, "Dropdown_menu_size", "menu-size", "warning"],
      ["x.md", 6, 1, "Sidebar_menu_elem_name_1", "menu-url-missing", "error"],
    ],
  );
  for (const one of findings) {
    assert.equal(Object.keys(one), [
      "file",
      "line",
      "column",
      "field",
      "code",
      "severity",
      "message",
      "consequence",
      "fix",
    ]);
  }
});

check("JSON of nothing", () => {
  assert.equal(JSON.parse(run(projectOf(GOOD), ["check", "--format", "json"]).out), { findings: [] });
});

check("for GitHub: the files from the repository's root", () => {
  const { out } = run(projectOf(WRONG), ["check", "--format", "github"]);
  assert.equal(
    out.split("\n").map((line) => line.slice(0, line.indexOf(",line"))),
    ["::warning file=src/content/w.md", "::error file=src/content/x.md", ""],
  );
  assert.is(run(projectOf(GOOD), ["check", "--format", "github"]).out, "");
});

check("as SARIF: the files from the repository's root", () => {
  const { results } = JSON.parse(run(projectOf(WRONG), ["check", "--format", "sarif"]).out).runs[0];
  assert.equal(
    results.map(
      (one: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
        one.locations[0].physicalLocation.artifactLocation.uri,
    ),
    ["src/content/w.md", "src/content/x.md"],
  );
});

check("for GitHub: the content folder is the repository's root", () => {
  const folder = projectOf({ "w.md": WARNED["w.md"] });
  const { out } = run(`${folder}/src/content`, ["check", ".", "--format", "github"]);
  assert.match(out, /^::warning file=w\.md,/);
});

check("for GitHub: what is wrong outside the content folder has its own place", async () => {
  const files = {
    "addresses.json": '{\n  "/gone.html": "gone.md"\n}\n',
    "_data/site.json": '{ "ledger": "addresses.json" }',
  };
  const { out, code } = await spawned(projectOf(GOOD, files), ["check", "--format", "github"]);
  assert.is(code, 1);
  assert.match(out, "::error file=addresses.json,line=2,");
});

check("the ledger is that of the project, wherever the command is run from", () => {
  const files = {
    "addresses.json": '{ "/gone.html": "gone.md" }',
    "_data/site.json": '{ "ledger": "addresses.json" }',
  };
  const { out } = run(projectOf(GOOD, files), ["check"]);
  assert.match(out, "The address /gone.html was published");
  assert.not.match(out, "/about/");
});

check("another folder: by its name, from where one is", () => {
  const folder = projectOf(GOOD, { "other/a.md": pageAt("a", "Footer_show: left", "Sidebar_menu_size: 3") });
  for (const name of ["other", "./other/", join(folder, "other")]) {
    assert.match(run(folder, ["check", name]).out, "Write “Sidebar_menu_size: 0”.");
  }
});

check("content/ where there is no src/content/", () => {
  const folder = projectOf({}, { "content/a.md": pageAt("a", "Footer_show: left") });
  assert.is(run(join(folder, "content/.."), ["check", "content"]).code, 0);
});

for (const [name, args, message] of [
  ["a folder that is not there", ["nowhere"], /no folder nowhere/],
  ["a file instead of a folder", ["src/content/a.md"], /src\/content\/a\.md is not a folder/],
  ["an option that is not there", ["--no-such"], /--no-such/],
  ["an option without its value", ["--format"], /--format/],
  ["a value where there is none", ["--strict=yes"], /--strict/],
  ["a format that is not there", ["--format", "xml"], /“xml”.*text, json, github or sarif/],
  ["one folder too many", ["src/content", "src"], /src/],
] as const) {
  check(`${name}: a message, and exits with 2`, () => {
    const { code, out, error } = run(projectOf(GOOD), ["check", ...args]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.match(error, message);
    assert.ok(error.endsWith("\n"));
  });
}

check("no content folder at all", () => {
  const folder = projectOf({ "x/y.md": "" });
  const { code, error } = run(join(folder, "src/content/x"), ["check"]);
  assert.is(code, 2);
  assert.match(error, "Which folder holds the content?");
});

check("one bad file hides no other", () => {
  const folder = projectOf({ ...WRONG, "latin.md": Buffer.from([0x61, 0xff]), "nul.md": "a\0", "e.md": "" });
  symlinkSync(join(folder, "src/content/nothing.md"), join(folder, "src/content/link.md"));
  mkdirSync(join(folder, "src/content/folder.md"));
  writeFileSync(join(folder, "src/content/yaml.md"), "---\nlayout: x\nlist:\n  - [one\n---\n");
  const { code, out } = run(folder, ["check", "--format", "json"]);
  assert.is(code, 1);
  assert.equal(
    JSON.parse(out).findings.map((one: Record<string, unknown>) => `${one.file} ${one.code}`),
    [
      "e.md file-empty",
      "latin.md file-not-utf8",
      "link.md file-unreadable",
      "nul.md file-binary",
      "w.md menu-size",
      "x.md menu-url-missing",
      "yaml.md header-yaml",
    ],
  );
});

check.run();

const baseline = suite("cli: findings that are accepted");
const FILE = "accepted.json";

baseline("they are kept by what they are about, and only others are told", () => {
  const folder = projectOf(WRONG);
  const kept = run(folder, ["check", "--accept", FILE]);
  assert.is(kept.code, 0);
  assert.is(kept.out, "2 findings are in accepted.json: “check --accepted accepted.json” shows others.\n");
  assert.equal(JSON.parse(readFileSync(join(folder, FILE), "utf8")), {
    findings: [
      { file: "w.md", code: "menu-size", concerns: "Dropdown_menu_size is …, and the dropdown has no entries." },
      { file: "x.md", code: "menu-url-missing", concerns: "Entry … of the sidebar, “X”, has no address." },
    ],
  });
  assert.equal(run(folder, ["check", "--accepted", FILE]), {
    code: 0,
    out: "No new findings.\n2 accepted findings are left.\n",
    error: "",
  });
});

baseline("lines may move, a second one of a kind is new, and what is gone is said", () => {
  const folder = projectOf(WRONG);
  run(folder, ["check", "--accept", FILE]);
  const file = (name: string) => join(folder, "src/content", name);
  writeFileSync(file("w.md"), pageAt("w", "Lang: en", "Summary: W.", "Footer_show: left", "Dropdown_menu_size: 4"));
  writeFileSync(file("x.md"), pageAt("x", "Footer_show: left"));
  assert.is(
    run(folder, ["check", "--accepted", FILE]).out,
    [
      "No new findings.",
      "1 accepted finding is left.",
      "1 accepted finding is gone; “check --accept accepted.json” forgets it:",
      "  x.md: Entry … of the sidebar, “X”, has no address. [menu-url-missing]",
      "",
    ].join("\n"),
  );
  writeFileSync(file("x.md"), WRONG["x.md"].replace("\n---\n\n", "\nSidebar_menu_elem_name_2: X\n---\n\n"));
  const { code, out } = run(folder, ["check", "--accepted", FILE]);
  assert.is(code, 1);
  assert.match(out, "Entry 2 of the sidebar, “X”, has no address.");
  assert.not.match(out, "Entry 1 of the sidebar");
});

baseline("what another program reads has no word of it", () => {
  const folder = projectOf(WRONG);
  run(folder, ["check", "--accept", FILE]);
  const { out, error } = run(folder, ["check", "--accepted", FILE, "--format", "json"]);
  assert.equal(JSON.parse(out), { findings: [] });
  assert.is(error, "2 accepted findings are left.\n");
});

baseline("what stops a build is told all the same", () => {
  const folder = projectOf({ ...GOOD, "nul.md": "a\0" });
  assert.is(run(folder, ["check", "--accept", FILE]).code, 1);
  const { code, out } = run(folder, ["check", "--accepted", FILE]);
  assert.is(code, 1);
  assert.match(out, "nul.md");
});

for (const [name, text, args, message] of [
  ["no file", undefined, ["--accepted", FILE], /accepted\.json cannot be read: .*Write it with “check --accept/],
  ["no JSON", "{", ["--accepted", FILE], /accepted\.json holds no accepted findings/],
  ["other JSON", '{ "findings": [1] }', ["--accepted", FILE], /holds no accepted findings/],
  ["both", undefined, ["--accepted", FILE, "--accept", FILE], /Write --accept or --accepted, not both/],
  ["a folder in its place", undefined, ["--accept", "src"], /src cannot be written: /],
] as const) {
  baseline(`${name}: a message, and exits with 2`, () => {
    const { code, out, error } = run(projectOf(GOOD, text === undefined ? {} : { [FILE]: text }), ["check", ...args]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.match(error, message);
  });
}

baseline.run();

const settings = suite("cli: settings with faults");

for (const [name, text, expected] of [
  ["no JSON", '{ "siteName": ', /site\.json/],
  ["an empty file", "", /site\.json/],
  ["a misspelt setting", '{ "siteNmae": "X" }', /siteNmae.*did you mean siteName/],
  ["a wrong kind of value", '{ "siteName": 5 }', /siteName/],
  ["a list", "[]", /settings/],
  ["null", "null", /settings/],
  ["a code that is not there", '{ "allowFindings": { "menu-sise": "why" } }', /menu-sise/],
  ["a code without a reason", '{ "allowFindings": { "menu-size": "" } }', /say why/],
] as const) {
  for (const command of [
    ["check"],
    ["fix", "--dry-run"],
    ["menus"],
    ["explain", "a.md"],
    ["diff", "src/content", "src/content"],
  ]) {
    settings(`${name}: ${command[0]} says so and stops`, () => {
      const { code, out, error } = run(projectOf(GOOD, { "_data/site.json": text }), command);
      assert.ok(code > 0);
      assert.is(out, "");
      assert.match(error, expected);
    });
  }
}

settings("a folder in the file's place", () => {
  const folder = projectOf(GOOD, { "_data/site.json/x": "" });
  const { code, error } = run(folder, ["check"]);
  assert.ok(code > 0);
  assert.match(error, "site.json");
});

settings.run();

const process_ = suite("cli: as a process");

process_("check: exit code, output and no colours in a pipe", async () => {
  const [wrong, good, call] = await Promise.all([
    spawned(projectOf(WRONG), ["check"], { env: { NO_COLOR: undefined, TERM: "xterm-256color" } }),
    spawned(projectOf(GOOD), ["check"]),
    spawned(projectOf(GOOD), ["check", "--nothing"]),
  ]);
  assert.is(wrong.code, 1, wrong.error);
  assert.match(wrong.out, "1 error, 1 warning");
  assert.not.match(wrong.out, "\u001b");
  assert.equal(good, { code: 0, out: "No findings.\n", error: "" });
  assert.is(call.code, 2);
  assert.not.match(call.error, /^\s+at /m);
});

process_("NO_COLOR goes before everything that asks for colours", async () => {
  const { out, error } = await spawned(projectOf(WRONG), ["check"], { env: { NO_COLOR: "1", FORCE_COLOR: "1" } });
  assert.match(out, "1 error, 1 warning");
  assert.not.match(out + error, "\u001b");
});

process_("a long JSON goes whole through a pipe", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `${index}.md`,
      pageAt(`${index}`, "Dropdown_menu_size: 3", "Sidebar_menu_elem_name_1: X"),
    ]),
  );
  const { out, code } = await spawned(projectOf(many), ["check", "--format", "json"]);
  assert.is(code, 1);
  assert.ok(JSON.parse(out).findings.length >= 800);
});

process_.run();

const colours = suite("cli: colours");

colours("on a terminal only", () => {
  assert.match(run(projectOf(WRONG), ["check"], true).out, "\u001b[31merror");
  assert.not.match(run(projectOf(WRONG), ["check"], false).out, "\u001b");
});

colours("never in JSON and in annotations", () => {
  for (const format of ["json", "github"]) {
    assert.not.match(run(projectOf(WRONG), ["check", "--format", format], true).out, "\u001b");
  }
});

colours("escape sequences of a file do nothing", () => {
  const folder = projectOf({
    "a.md": header("Title: A\u001b[2J", "Titlle: \u009b31m", "Top_menu_show: \u001b]0;x\u0007"),
  });
  assert.not.match(run(folder, ["check"]).out, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
});

colours.run();

const help = suite("cli: help");

for (const args of [["--help"], ["-h"], ["help"]]) {
  help(`${JSON.stringify(args)}: every command in a line`, () => {
    const { code, out, error } = run(projectOf(GOOD), args);
    assert.is(code, 0);
    assert.is(error, "");
    for (const command of ["check", "fix", "menus", "explain", "diff"])
      assert.match(out, new RegExp(`^ +${command} +\\S`, "m"));
  });
}

for (const [command, options] of [
  ["check", ["DIR", "--format", "--strict", "Exits with"]],
  ["fix", ["DIR", "--dry-run", "Exits with"]],
  ["menus", ["DIR", "--json", "Exits with"]],
  ["explain", ["PAGE", "--dir", "Exits with"]],
  ["diff", ["OLD NEW", "--dir", "--json", "Exits with"]],
] as const) {
  for (const flag of ["--help", "-h"]) {
    help(`${command} ${flag}: its options and exit codes`, () => {
      const { code, out } = run(projectOf(GOOD), [command, "src/content", flag]);
      assert.is(code, 0);
      assert.match(out, `Usage: eleventy-pelican ${command}`);
      for (const option of options) assert.match(out, option);
    });
  }
}

help("a folder without a page is no folder without findings", () => {
  const { code, out, error } = run(projectOf({ ...GOOD, "notes/a.txt": "a" }), ["check", "src/content/notes"]);
  assert.equal(
    { code, out, error },
    { code: 2, out: "", error: "There is no page in “src/content/notes”, so nothing was checked.\n" },
  );
});

for (const name of ["chekc", "constructor", "__proto__", "--version-of-none"]) {
  help(`${name} is no command`, () => {
    const { code, out, error } = run(projectOf(GOOD), [name]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.match(error, name);
  });
}

help("a misspelt command: the nearest is named", () => {
  assert.match(run(projectOf(GOOD), ["chekc"]).error, /did you mean check\?/i);
});

help.run();
