/** How the command line is called: help, the version, what is misspelt. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { needsProject } from "../../src/cli/main.ts";
import { project } from "../build-tree.ts";
import { run } from "./project.ts";

const main = suite("cli: how it is called");

const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));

/** What was asked for goes to the output. */
const ASKED: readonly [readonly string[], string][] = [
  [["help"], "Usage: eleventy-pelican COMMAND"],
  [["--help"], "Usage: eleventy-pelican COMMAND"],
  [["-h"], "Usage: eleventy-pelican COMMAND"],
  [["help", "fix"], "Usage: eleventy-pelican fix [DIR]"],
  [["--help", "fix"], "Usage: eleventy-pelican fix [DIR]"],
  [["fix", "--dry-run", "-h"], "Usage: eleventy-pelican fix [DIR]"],
  [["--version"], `${version}\n`],
  [["-v"], `${version}\n`],
];

for (const [args, start] of ASKED) {
  main(`asked for: ${args.join(" ")}`, () => {
    const { code, out, error } = run(".", args);
    assert.equal([code, error, out.startsWith(start)], [0, "", true], out);
    assert.not.ok(needsProject(args));
  });
}

/** What is wrong goes to where errors go; all of it at once. */
const WRONG: readonly [readonly string[], string][] = [
  [[], "Usage: eleventy-pelican COMMAND"],
  [["fxi"], "There is no command “fxi”. Did you mean fix?\n\nUsage"],
  [["help", "chek"], "There is no command “chek”. Did you mean check?\n\nUsage"],
  [["chek", "--help"], "There is no command “chek”. Did you mean check?\n\nUsage"],
  [["--versoin"], "There is no option --versoin before a command. Did you mean --version?\n\nUsage"],
  [
    ["check", "--foo", "--formt=json", "a", "b", "--format"],
    "There is no option --foo here. See --help for those that there are.\nThere is no option --formt here. Did you mean --format?\n--format needs a value: write it behind it, as --help shows.\nThere is one argument too many: b.\n",
  ],
  [["fix", "--dry-run=yes"], "--dry-run takes no value: write --dry-run alone.\n"],
  [["check", "--format", "--strict"], "--format needs a value"],
  [["check", "--format="], "--format needs a value"],
];

for (const [args, start] of WRONG) {
  main(`wrong: ${args.join(" ") || "nothing"}`, () => {
    const { code, out, error } = run(".", args);
    assert.equal([code, out], [2, ""]);
    assert.ok(error.startsWith(start), error);
  });
}

main.run();
