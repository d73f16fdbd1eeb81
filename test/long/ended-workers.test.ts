/** A thread or a process that works beside a build ends by itself, at any moment: the build makes the same, or says what is missing. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { command, plainEnvironment, type Ran, runNode, snapshot, temporaryFolder } from "../build-tree.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { image } from "../images/make-images.ts";
import { writeProject } from "../small-site.ts";

const ended = suite(`workers that end (PELICAN_SEED=${SEED})`);

/** For fewer there is no worker. */
const PAGES = 520;

const WAYS: Readonly<Record<string, string>> = {
  "it ends": "process.exit(3)",
  "it throws": "throw new Error('thrown in the worker')",
  "a promise of its is rejected": "Promise.reject(new Error('rejected in the worker'))",
  "it has no memory left": "const all = []; for (;;) all.push(new Array(1e6).fill(all.length))",
};

/** Is loaded by whatever Node is begun: the worker, and what draws, end after some time; what draws, the first time. */
const INJECTED = `
const { isMainThread, workerData } = require("node:worker_threads");
const fs = require("node:fs");
const { WAY, AFTER, MARK } = process.env;
const isDrawing = process.send && /eleventy-img/.test(process.argv.join(" "));
const isWorker = !isMainThread && workerData && workerData.output;
if (isWorker || (isDrawing && !fs.existsSync(MARK))) {
  if (isDrawing) fs.writeFileSync(MARK, "");
  const end = setTimeout(() => {
    fs.appendFileSync(MARK + "-of-all", isWorker ? "worker " : "drawing ");
    new Function("process", WAY)(process);
  }, Number(AFTER));
  if (isWorker) end.unref();
}
`;

let folder: string;
ended.before(async () => {
  folder = temporaryFolder();
  const pages = Array.from({ length: PAGES }, (_, index) => [
    `content/p/${index}.md`,
    `Title: P ${index}\nSave_as: p/${index}.html\n\n${`Words of ${index}, *again*. `.repeat(60)}\n`,
  ]);
  const tree = {
    ...Object.fromEntries(pages),
    "content/show.md": "Title: Show\nSave_as: show.html\n\n![A](/images/a.jpg) ![B](/images/b.jpg)\n",
    "content/images/a.jpg": await image(900, 600),
    "content/images/b.jpg": await image(901, 600),
    "inject.cjs": INJECTED,
  };
  writeProject(folder, tree, { settings: { fastPages: true, images: { minBytes: 0 } }, by: "command" });
});
ended.after(() => rmSync(folder, { recursive: true, force: true }));

async function build(env: Readonly<Record<string, string>> = {}): Promise<Ran & { readonly took: number }> {
  for (const name of ["_site", ".cache", "mark"]) rmSync(join(folder, name), { recursive: true, force: true });
  const start = Date.now();
  const ran = await runNode([command, "--quiet"], { cwd: folder, env: { ...plainEnvironment(), ...env } });
  return { ...ran, took: Date.now() - start };
}

ended("the site is whole, however it ends", async () => {
  const { exitCode, printed, took } = await build();
  assert.is(exitCode, 0, printed);
  const cold = snapshot(join(folder, "_site"));
  assert.ok(Object.keys(cold).some((path) => path.startsWith("assets/images/")));
  const random = randomFrom(SEED);
  for (let round = 0; round < times(2); round++) {
    for (const [name, WAY] of Object.entries(WAYS)) {
      const AFTER = String(Math.floor(random() * took * 0.4));
      const env = { NODE_OPTIONS: `--require=${join(folder, "inject.cjs")}`, WAY, AFTER, MARK: join(folder, "mark") };
      const ran = await build(env);
      const where = `${name}, after ${AFTER} of ${took} ms: ${ran.printed}`;
      assert.is(ran.exitCode, 0, where);
      assert.not.match(ran.printed, /^\s*at .*:\d+:\d+/m, where);
      const made = snapshot(join(folder, "_site"));
      const paths = [...new Set([...Object.keys(cold), ...Object.keys(made)])];
      assert.equal(
        paths.filter((path) => made[path] !== cold[path]),
        [],
        where,
      );
    }
  }
  const of = readFileSync(join(folder, "mark-of-all"), "utf8");
  assert.ok(of.includes("worker") && of.includes("drawing"), of);
});

ended.run();
