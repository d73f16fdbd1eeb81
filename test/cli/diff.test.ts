import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Tree, writeTree } from "../build-tree.ts";
import { header, pageAt, projectOf, run } from "./project.ts";

const SHOWN = ["Content_layout: multiple-columns", "Sidebar_menu_show: true"];
const SIDEBAR = [...SHOWN, "Sidebar_menu_elem_name_1: A", "Sidebar_menu_elem_url_1: a"];

const OLD = {
  "a.md": pageAt("a", "Top_menu_show: true", "Top_menu_order: 1"),
  "b.md": pageAt("b", "Top_menu_show: true", "Top_menu_order: 2"),
  "c.md": pageAt("c", ...SIDEBAR),
  "d.md": pageAt("d", ...SHOWN, "Inherit_sidebar: c"),
};

/** What changes from one tree to the other, as text. */
function diffOf(old: Tree, now: Tree): string[] {
  const folder = projectOf(now);
  writeTree(join(folder, "old"), old);
  const { code, out, error } = run(folder, ["diff", "old", "src/content"]);
  assert.equal([code, error], [0, ""]);
  return out.trimEnd().split("\n");
}

const folders = suite("cli: diff of folders");

folders("the same", () => assert.equal(diffOf(OLD, OLD), ["The menus are the same."]));

folders("how a header is written does not count", () => {
  const now = { ...OLD, "d.md": pageAt("d", ...SIDEBAR), "a.md": OLD["a.md"].replaceAll("\n", "\r\n") };
  assert.equal(diffOf(OLD, now), ["The menus are the same."]);
});

for (const [name, change, expected] of [
  ["added", { "n.md": pageAt("n", "Top_menu_show: true", "Top_menu_order: 3") }, ["- **added** to top: “n” (/n.html)"]],
  ["removed", { "b.md": pageAt("b") }, ["- **removed** from top: “b” (/b.html)"]],
  [
    "renamed",
    { "b.md": pageAt("b", "Top_menu_show: true", "Top_menu_order: 2", "Menu_name: Beta") },
    ["- **renamed** in top: “b” is now “Beta” (/b.html)"],
  ],
  [
    "moved to another menu",
    { "b.md": pageAt("b", "Footer_show: left") },
    ["- **moved** in footer-left: “b” (/b.html), from top"],
  ],
  [
    "added to a dropdown",
    {
      "a.md": pageAt(
        "a",
        "Top_menu_show: true",
        "Top_menu_order: 1",
        "Dropdown_menu_show: true",
        "Dropdown_menu_elem_name_1: C",
        "Dropdown_menu_elem_url_1: ../c",
      ),
    },
    ["- **added** to top > a: “C” (/c.html)"],
  ],
  [
    "a sidebar that two pages show: one line",
    { "c.md": OLD["c.md"].replace("name_1: A", "name_1: Alpha") },
    ["- **renamed** in the sidebar of /c.html, /d.html: “A” is now “Alpha” (/a.html)"],
  ],
  [
    "a sidebar that is shown no more",
    { "d.md": pageAt("d") },
    ["- **removed** from the sidebar of /d.html: “A” (/a.html)"],
  ],
  [
    "a page that is there no more",
    { "b.md": header("Title: b", "Status: draft") },
    ["- **removed** from top: “b” (/b.html)"],
  ],
] as const) {
  folders(name, () => assert.equal(diffOf(OLD, { ...OLD, ...change }), [...expected]));
}

function sidebar(...labels: readonly string[]): Tree {
  const entries = labels.flatMap((label, index) => [
    `Sidebar_menu_elem_name_${index + 1}: ${label}`,
    `Sidebar_menu_elem_url_${index + 1}: https://example.org/${label[0]}`,
  ]);
  return { "s.md": pageAt("s", ...SHOWN, ...entries) };
}

folders("moved within a menu", () => {
  const lines = diffOf(sidebar("a", "b", "c", "d", "e"), sidebar("e", "a", "b", "c", "d"));
  assert.match(
    lines.join("\n"),
    "- **moved** in the sidebar of /s.html: “e” (https://example.org/e), from place 5, now 1",
  );
});

folders("one entry that moved is one change: those that it passes did not move", () => {
  assert.is(diffOf(sidebar("a", "b", "c", "d", "e"), sidebar("e", "a", "b", "c", "d")).length, 1);
});

folders("an added entry moves no other", () => {
  assert.equal(diffOf(sidebar("a", "b"), sidebar("n", "a", "b")), [
    "- **added** to the sidebar of /s.html: “n” (https://example.org/n)",
  ]);
});

folders("of two entries that lead to one place, one is removed", () => {
  assert.equal(diffOf(sidebar("a", "a too"), sidebar("a")), [
    "- **removed** from the sidebar of /s.html: “a too” (https://example.org/a)",
  ]);
});

folders("a second entry that leads to the same place is added", () => {
  assert.equal(diffOf(sidebar("a"), sidebar("a", "a too")), [
    "- **added** to the sidebar of /s.html: “a too” (https://example.org/a)",
  ]);
});

folders("a whole menu, removed and added", () => {
  assert.is(diffOf({ "x.md": pageAt("x") }, OLD).filter((line) => line.startsWith("- **added**")).length, 3);
  assert.is(diffOf(OLD, { "x.md": pageAt("x") }).filter((line) => line.startsWith("- **removed**")).length, 3);
});

folders("--json: the same for programs", () => {
  const folder = projectOf({ ...OLD, "b.md": pageAt("b") });
  writeTree(join(folder, "old"), OLD);
  assert.equal(JSON.parse(run(folder, ["diff", "old", "src/content", "--json"]).out), {
    changes: [{ kind: "removed", menu: "top", pages: [], title: "b", url: "/b.html" }],
  });
  assert.equal(JSON.parse(run(folder, ["diff", "old", "old", "--json"]).out), { changes: [] });
});

folders("a label is a text in Markdown, too", () => {
  const now = {
    ...OLD,
    "n.md": pageAt("n", "Top_menu_show: true", "Menu_name: <img src=x> [a](javascript:x) @all `x`"),
  };
  const [line = ""] = diffOf(OLD, now);
  assert.not.match(line, /(?<!\\)<img/);
  assert.not.match(line, /(?<!\\)\[a\]\(/);
});

folders("escape sequences in a label do nothing", () => {
  const [line = ""] = diffOf(OLD, { ...OLD, "n.md": pageAt("n", "Top_menu_show: true", "Menu_name: \u001b[2Jx") });
  assert.not.match(line, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
});

for (const [name, args] of [
  ["neither a folder nor a revision", ["nowhere", "src/content"]],
  ["the second is neither", ["src/content", "nowhere"]],
  ["a name that looks like an option", ["--", "-rf", "src/content"]],
  ["a file", ["src/content/a.md", "src/content"]],
  ["an empty name", ["", "src/content"]],
  ["one name only", ["src/content"]],
  ["none", []],
  ["an unknown option", ["src/content", "src/content", "--jsno"]],
] as const) {
  folders(`${name}: a message, and exits with 2`, () => {
    const { code, out, error } = run(projectOf(OLD), ["diff", ...args]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.ok(error.length > 10);
  });
}

folders.run();

const revisions = suite("cli: diff of git revisions");

function git(folder: string, ...args: readonly string[]): string {
  const who = [
    "-c",
    "user.name=A",
    "-c",
    "user.email=a@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
  ];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", [...who, ...args], {
    cwd: folder,
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** A repository with these trees as its commits, each below `below`; the folder holds the last one. */
function repository(trees: readonly Tree[], below = "src/content"): string {
  const folder = projectOf({});
  git(folder, "init", "--quiet", "--initial-branch=main");
  for (const tree of trees) {
    rmSync(join(folder, below), { recursive: true, force: true });
    writeTree(join(folder, below), tree);
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--allow-empty", "--message=x");
  }
  return folder;
}

const NOW = { ...OLD, "b.md": pageAt("b") };
const REMOVED = "- **removed** from top: “b” (/b.html)\n";

for (const [old, now] of [
  ["HEAD~1", "HEAD"],
  ["main~1", "main"],
  ["HEAD~1", "src/content"],
] as const) {
  revisions(`${old} and ${now}`, () => {
    assert.equal(run(repository([OLD, NOW]), ["diff", old, now]), { code: 0, out: REMOVED, error: "" });
  });
}

revisions("a commit by its hash, and a tag", () => {
  const folder = repository([OLD, NOW]);
  git(folder, "tag", "old", "HEAD~1");
  assert.is(run(folder, ["diff", "old", git(folder, "rev-parse", "HEAD").trim()]).out, REMOVED);
});

revisions("--dir names the content folder within the revisions", () => {
  const folder = repository([OLD, NOW], "docs/pages");
  for (const dir of ["docs/pages", "./docs/pages/", "docs/../docs/pages"]) {
    assert.is(run(folder, ["diff", "HEAD~1", "HEAD", "--dir", dir]).out, REMOVED, dir);
  }
});

revisions("content/, where there is no src/content/, as in the other commands", () => {
  assert.is(run(repository([OLD, NOW], "content"), ["diff", "HEAD~1", "HEAD"]).out, REMOVED);
});

revisions("run from a folder within the repository", () => {
  const folder = repository([OLD, NOW], "site/src/content");
  assert.is(run(join(folder, "site"), ["diff", "HEAD~1", "HEAD"]).out, REMOVED);
});

revisions("nothing is checked out, and what is not committed stays", () => {
  const folder = repository([OLD, NOW]);
  writeTree(folder, { "src/content/new.md": "new" });
  run(folder, ["diff", "HEAD~1", "HEAD"]);
  assert.is(git(folder, "status", "--porcelain"), "?? src/content/new.md\n");
});

revisions("a revision and the folder that it was committed from are the same", () => {
  const folder = repository([
    {
      ...OLD,
      ".hidden.md": pageAt("hidden", "Top_menu_show: true"),
      "node_modules/x/a.md": pageAt("module", "Top_menu_show: true"),
      "_data/a.md": pageAt("data", "Top_menu_show: true"),
      "ü ö.md": pageAt("letters", "Top_menu_show: true"),
      "b\n.md": pageAt("newline", "Top_menu_show: true"),
      "images/a.md": pageAt("static", "Top_menu_show: true"),
      "crlf.md": pageAt("crlf", "Top_menu_show: true").replaceAll("\n", "\r\n"),
      "mark.md": `\ufeff${pageAt("mark", "Top_menu_show: true")}`,
    },
  ]);
  assert.is(run(folder, ["diff", "HEAD", "src/content"]).out, "The menus are the same.\n");
});

for (const [name, args] of [
  ["no such revision", ["HEAD~9", "HEAD"]],
  ["an option as a revision", ["--", "--all", "HEAD"]],
  ["a folder that the revision does not have", ["HEAD", "HEAD", "--dir", "nowhere"]],
  ["a folder outside the repository", ["HEAD", "HEAD", "--dir", "../.."]],
  ["an absolute folder outside the repository", ["HEAD", "HEAD", "--dir", "/"]],
  ["a file of the revision", ["HEAD:src/content/a.md", "HEAD"]],
] as const) {
  revisions(`${name}: a message, and exits with 2`, () => {
    const { code, out, error } = run(repository([OLD]), ["diff", ...args]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.ok(error.length > 10, error);
  });
}

revisions("outside of any repository", () => {
  const { code, error } = run(projectOf(OLD), ["diff", "HEAD", "src/content"]);
  assert.is(code, 2);
  assert.match(error, "HEAD is neither a folder nor a git revision");
});

revisions("many files take little time", () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.md`, pageAt(`${index}`)]));
  const folder = repository([many]);
  run(folder, ["diff", "HEAD", "HEAD"]);
});

revisions.run();
