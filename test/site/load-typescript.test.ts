import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isDryRun } from "../../src/site/is-dry-run.js";
import { filesIn, project, type Ran, runNode, temporaryFolder, writeTree } from "../build-tree.ts";

const LOADER = pathToFileURL(join(project, "src/site/load-typescript.js")).href;
const BUNDLE = "node_modules/.cache/pelican/entry.cjs";
const ENTRY = 'import { greeting } from "./greeting.ts";\nexport const said: string = greeting + "!";\n';

const loading = suite("load TypeScript");

/** Loads `entry.ts` in a process of its own, and again in the same one after each of these became `greeting.ts`. */
function load(folder: string, ...greetings: readonly string[]): Promise<Ran> {
  const script = `
    import { writeFileSync } from "node:fs";
    import { pathToFileURL } from "node:url";
    import { loadTypeScript } from ${JSON.stringify(LOADER)};
    const here = (path) => pathToFileURL(path);
    const say = async () => console.log((await loadTypeScript(here("entry.ts"), here("node_modules/.cache/pelican/"))).said);
    await say();
    for (const greeting of process.argv.slice(1)) {
      writeFileSync("greeting.ts", greeting);
      await say();
    }`;
  return runNode(["--input-type=module", "-e", script, ...greetings], { cwd: folder });
}

function test(name: string, greeting: string, use: (folder: string) => Promise<void>): void {
  loading(name, async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "entry.ts": ENTRY, "greeting.ts": greeting });
    try {
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

const greets = (words: string) => `export const greeting = ${JSON.stringify(words)};\n`;

test("one file is made of the modules, and the next process uses it", greets("Ahoy"), async (folder) => {
  assert.equal(await load(folder), { exitCode: 0, printed: "Ahoy!\n" });
  const made = statSync(join(folder, BUNDLE));
  assert.equal(await load(folder), { exitCode: 0, printed: "Ahoy!\n" });
  assert.is(statSync(join(folder, BUNDLE)).ctimeMs, made.ctimeMs);
});

for (const [isDry, args] of [
  [false, []],
  [true, ["--dryrun"]],
  [true, ["--dryrun=true", "--quiet"]],
  [false, ["--dryrun=false"]],
  [false, ["--dryrun", "--no-dryrun"]],
  [true, ["--to=json"]],
  [true, ["--to", "ndjson"]],
  [false, ["--to=fs"]],
  [false, ["--output=json"]],
  [false, ["--", "--dryrun"]],
] as const) {
  loading(`eleventy ${args.join(" ")} is ${isDry ? "a" : "no"} dry run`, () => assert.is(isDryRun(args), isDry));
}

test("where nothing is to be written, nothing is", greets("Ahoy"), async (folder) => {
  const script = `import { pathToFileURL } from "node:url";
    import { loadTypeScript } from ${JSON.stringify(LOADER)};
    const here = (path) => pathToFileURL(path);
    console.log((await loadTypeScript(here("entry.ts"), here("node_modules/.cache/pelican/"), false)).said);`;
  const ran = await runNode(["--input-type=module", "-e", script], { cwd: folder });
  assert.equal(ran, { exitCode: 0, printed: "Ahoy!\n" });
  assert.equal(filesIn(folder), ["entry.ts", "greeting.ts"]);
});

test("a module that changes is read again, in the same process and in the next", greets("Ahoy"), async (folder) => {
  assert.equal(await load(folder, greets("Hello")), { exitCode: 0, printed: "Ahoy!\nHello!\n" });
  const edited = statSync(join(folder, "greeting.ts"));
  writeFileSync(join(folder, "greeting.ts"), greets("Howdy"));
  utimesSync(join(folder, "greeting.ts"), edited.atime, edited.mtime);
  assert.equal(await load(folder), { exitCode: 0, printed: "Howdy!\n" }, "of the same size and time of edit");
});

test("in a folder that was moved it is made anew: modules know where they are", greets("Ahoy"), async (folder) => {
  await load(folder);
  const moved = `${folder}-moved`;
  renameSync(folder, moved);
  try {
    const made = statSync(join(moved, BUNDLE));
    assert.equal(await load(moved), { exitCode: 0, printed: "Ahoy!\n" });
    assert.is.not(statSync(join(moved, BUNDLE)).ctimeMs, made.ctimeMs);
  } finally {
    rmSync(moved, { recursive: true, force: true });
  }
});

for (const [kind, damage] of [
  ["cut short", (text: string) => text.slice(0, 20)],
  ["cut within the code", (text: string) => text.slice(0, -20)],
  ["damaged by a letter", (text: string) => text.replace("Ahoy", "Bhoy")],
  ["empty", () => ""],
  ["something else", () => "throw new Error('not this');"],
] as const) {
  test(`a kept file that is ${kind} is made anew`, greets("Ahoy"), async (folder) => {
    await load(folder);
    const bundle = join(folder, BUNDLE);
    writeFileSync(bundle, damage(readFileSync(bundle, "utf8")));
    assert.equal(await load(folder), { exitCode: 0, printed: "Ahoy!\n" });
  });
}

test("where nothing can be kept, it is loaded all the same", greets("Ahoy"), async (folder) => {
  writeFileSync(join(folder, "node_modules"), "a file");
  assert.equal(await load(folder), { exitCode: 0, printed: "Ahoy!\n" });
});

for (const [kind, greeting, said] of [
  ["that cannot be compiled", "export const greeting: string = ;\n", 'greeting.ts:1:32: ERROR: Unexpected ";"'],
  [
    "that is not there",
    'export { greeting } from "./gone.ts";\n',
    'greeting.ts:1:25: ERROR: Could not resolve "./gone.ts"',
  ],
  ["that asks where it is", "export const greeting = import.meta.url;\n", "greeting.ts:1:24: ERROR: "],
] as const) {
  test(`a module ${kind} is named, with its line`, greeting, async (folder) => {
    const { exitCode, printed } = await load(folder);
    assert.is(exitCode, 1);
    assert.match(printed, said);
  });
}

loading.run();
