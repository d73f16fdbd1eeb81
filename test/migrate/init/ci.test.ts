/** `init --ci github`: what comments on pull requests, and what text from one can do with it. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("cli: init, workflows for pull requests");

const FILES = {
  "content/a.md": "Title: A\nDate: 2020-01-01\n\nText.\n",
  "content/pages/home.md": "Title: Home\nSave_as: index.html\nUrl:\n\nText.\n",
};
const [COMPARES, COMMENTS] = [".github/workflows/menus.yml", ".github/workflows/menus-comment.yml"];

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

function initIn(...args: readonly string[]) {
  const folder = temporaryFolder();
  writeTree(folder, FILES);
  const ran = run(folder, ["init", "--no-prove", ...args]);
  const read = (path: string) => parse(readFileSync(join(folder, path), "utf8"));
  return { ...ran, folder, read };
}

test("what runs the site's programs may only read, and what may comment runs none of them", () => {
  const { code, out, error, read } = initIn("--ci", "github");
  assert.is(code, 0, error);
  assert.match(out, ".github/workflows/menus.yml and .github/workflows/menus-comment.yml comment on each pull request");
  const [compares, comments] = [read(COMPARES), read(COMMENTS)];
  assert.equal([Object.keys(compares.on), compares.permissions], [["pull_request"], { contents: "read" }]);
  assert.is(compares.jobs.compare.permissions, undefined);
  assert.equal(comments.on, { workflow_run: { workflows: [compares.name], types: ["completed"] } });
  assert.equal(comments.permissions, {});
  assert.equal(comments.jobs.comment.permissions, { actions: "read", "pull-requests": "write" });
  const steps: Step[] = [...compares.jobs.compare.steps, ...comments.jobs.comment.steps];
  for (const { uses } of steps) assert.match(uses ?? "/@0123456789", /^$|@[\da-f]{10,40}$/);
  // What a pull request says of itself would be part of the program there.
  for (const step of steps) assert.not.match(step.run ?? "", "${{");
  assert.equal(
    compares.jobs.compare.steps.flatMap((step: Step) => step.run ?? []),
    ["npm ci", "npx eleventy-pelican diff HEAD^1 HEAD > menus.md"],
  );
  const usesOf = (step: Step) => step.uses;
  assert.equal(comments.jobs.comment.steps.map(usesOf), [undefined]);
});

test("nobody gets them unasked, and there are none for others", () => {
  assert.not.ok(existsSync(join(initIn().folder, COMPARES)));
  const { code, error } = initIn("--ci", "gitlab");
  assert.equal(
    [code, error],
    [2, "Workflows are written for GitHub alone, and not for “gitlab”: write --ci github.\n"],
  );
});

/** Stands for GitHub's program: one open pull request, a comment of an earlier run or none, and what `diff` wrote. */
const GH = `#!/bin/sh
case "$*" in
  *"run download"*) mkdir -p "$RUNNER_TEMP/menus"; cp menus.md "$RUNNER_TEMP/menus/" ;;
  *"pulls?state=open"*) echo "$PULL" ;;
  *"/comments?per_page"*) echo "$OLD" ;;
  *) echo "$*" >> called ;;
esac
`;

function comment(menus: string, env: Readonly<Record<string, string>>) {
  const { folder, read } = initIn("--ci", "github");
  writeTree(folder, { "bin/gh": GH, "menus.md": menus });
  chmodSync(join(folder, "bin/gh"), 0o755);
  const { steps, env: given } = read(COMMENTS).jobs.comment;
  const path = `${join(folder, "bin")}:${process.env.PATH}`;
  execFileSync("bash", ["--norc", "--noprofile", "-e", "-c", steps[0].run], {
    cwd: folder,
    env: { PATH: path, RUNNER_TEMP: folder, MARK: given.MARK, GH_REPO: "ann/garden", RUN: "1", COMMIT: "c0", ...env },
  });
  const textOf = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
  return { called: textOf("called").replaceAll(folder, "."), text: textOf("comment.md") };
}

test("one comment is written, and then changed; it says nothing where the menus are the same", () => {
  const menus = "- **added** to top: “Myths \\& Legends” (/myths.html)\n";
  const { called, text } = comment(menus, { PULL: "7", OLD: "" });
  assert.is(called, "api --silent --method POST repos/ann/garden/issues/7/comments --field body=@./comment.md\n");
  assert.is(
    text,
    "<!-- changes of the menus -->\n\nThis changes the menus:\n\n    - added to top: “Myths & Legends” (/myths.html)\n",
  );
  assert.match(comment(menus, { PULL: "7", OLD: "99" }).called, "--method PATCH repos/ann/garden/issues/comments/99 ");
  const same = "The menus are the same.\n";
  assert.is(comment(same, { PULL: "7", OLD: "" }).called, "");
  assert.match(comment(same, { PULL: "7", OLD: "99" }).called, "--method PATCH");
  assert.is(comment(menus, { PULL: "", OLD: "" }).called, "");
});

test("text of a pull request is shown as it is: no line of it is outside of the block", () => {
  const { text } = comment("@ann\n![x](//bad.example)\r# Title\n`$(touch owned)`\n<!-- -->\n", { PULL: "7", OLD: "" });
  const lines = text.split(/[\r\n]/).slice(4);
  assert.equal(
    lines.filter((line) => line !== "" && !line.startsWith("    ")),
    [],
  );
});

test.run();
