/**
 * After any edits, deletions and moves the output is what a build from nothing makes of the same content: of builds one after
 * another, and while a site is watched, with and without fastPages.
 */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page, snapshot, type Tree, temporaryFolder } from "../build-tree.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { firstContent, nextEdit } from "../random-edits.ts";
import { buildSite, runEleventy, type SmallSiteOptions, writeProject } from "../small-site.ts";
import { type WatchedSite, watchSite } from "../watched-site.ts";

/** So many edits are made between two looks. */
const AT_ONCE = 5;

type Output = Readonly<Record<string, string>>;

const output = (folder: string): Output => snapshot(join(folder, "_site"));

/** While a site is watched its files of style and script keep their names. */
function withoutFingerprints(files: Output): Output {
  const without = (text: string) => text.replace(/(assets\/[\w-]+)\.[\da-f]{8}(?=\.\w)/g, "$1");
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [without(path), without(text)]));
}

/** In words, which files differ. */
function differences(warm: Output, cold: Output): string {
  return [...new Set([...Object.keys(warm), ...Object.keys(cold)])]
    .filter((path) => warm[path] !== cold[path])
    .map((path) => (warm[path] === undefined ? `no ${path}` : cold[path] === undefined ? `${path} is left` : path))
    .join(", ");
}

async function coldOutput(content: string, options: SmallSiteOptions): Promise<Output> {
  const folder = temporaryFolder();
  writeProject(folder, {}, options);
  cpSync(content, join(folder, "content"), { recursive: true, preserveTimestamps: true });
  const { exitCode, printed } = await runEleventy(folder, ["--quiet"]);
  assert.is(exitCode, 0, printed);
  const made = output(folder);
  rmSync(folder, { recursive: true, force: true });
  return made;
}

const FIRST = { "content/pages/first.md": page({ Title: "First", Save_as: "first.html" }) };

/** The first change may come before the watcher: it is saved until it shows. */
async function begin(site: WatchedSite): Promise<void> {
  await site.until("the first build", () => site.printed().includes("Watching"));
  await site.save("the first change", FIRST, () => site.read("first.html") !== "");
}

const edits = suite("edits, deletions and moves");

edits("leave what a build from nothing makes", async () => {
  const random = randomFrom(SEED);
  const files: Tree = Object.fromEntries(
    Object.entries(firstContent(random)).map(([path, text]) => [`content/${path}`, text]),
  );
  const optionsFor = (fastPages: boolean): SmallSiteOptions => ({
    settings: { fastPages, siteUrl: "https://example.org", minify: false, staticPaths: ["images", "papers"] },
    by: "command",
  });
  const [plain, fast] = [optionsFor(false), optionsFor(true)];
  const built: string[] = [];
  for (const options of [plain, fast]) built.push((await buildSite({ ...files, ...FIRST }, options)).folder);
  const watched = [plain, fast].map((options) => watchSite(files, options));
  try {
    for (const site of watched) await begin(site);
    const folders = [...built, ...watched.map(({ folder }) => folder)];
    for (let done = 0, said: string[] = []; done < times(50); said = []) {
      for (let step = 0; step < AT_ONCE; step++, done++) {
        const edit = nextEdit(join(folders[0] ?? "", "content"), 10 + done, random);
        said.push(edit.about);
        for (const folder of folders) edit.apply(join(folder, "content"));
      }
      const what = said.join("; ");
      const cold = await coldOutput(join(folders[0] ?? "", "content"), plain);
      for (const folder of built) {
        const { exitCode, printed } = await runEleventy(folder, ["--quiet"]);
        assert.is(exitCode, 0, printed);
        assert.is(differences(output(folder), cold), "", `after ${what}`);
      }
      for (const { folder, until } of watched) {
        const left = () => differences(withoutFingerprints(output(folder)), withoutFingerprints(cold));
        await until(`as from nothing, after ${what}`, () => left() === "").catch((error: unknown) => {
          throw new Error(`${left()}: ${error}`);
        });
      }
    }
  } finally {
    for (const site of watched) await site.stop();
    for (const folder of built) rmSync(folder, { recursive: true, force: true });
  }
});

edits.run();
