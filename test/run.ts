/**
 * Runs the tests: `npm test`, or `npm test -- menus links` for the files whose paths hold one of these words. With `--long`,
 * as `npm run test:long` has it, what takes long: the files below `test/long`, and those that try what is random, ten times
 * as much of it.
 *
 * The files are handed to as many processes as the machine has processors, one file at a time, those that take longest first.
 */
import { type ChildProcess, fork } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileResult } from "./run-files.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Folders with whole builds, browsers and processes: begun first, so that no long file is left for the end. */
const SLOW = ["package", "long", "browser", "builds", "builds-posts", "migrate", "cli", "hostile"];

/** What watches how quickly others are heard of: beside it nothing else runs. */
const ALONE = new Set(["long/edits.test.ts", "long/savings.test.ts"]);

function testFiles(words: readonly string[], isLong: boolean): string[] {
  return readdirSync(here, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("fixtures/"))
    .filter((path) => isLong === path.startsWith("long/") || (isLong && isRandom(path)))
    .filter((path) => words.length === 0 || words.some((word) => `test/${path}`.includes(word)))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Whether a file tries what is random, as often as the one seed of all says. */
function isRandom(path: string): boolean {
  return /from "[./]+(?:hostile\/)?seed\.ts"/.test(readFileSync(join(here, path), "utf8"));
}

function place(path: string): number {
  const index = SLOW.indexOf(path.slice(0, path.indexOf("/")));
  return index < 0 ? SLOW.length : index;
}

/** What one process runs at a stretch: a file, or those that have something made once for all of them. */
function portions(files: readonly string[]): string[][] {
  const shared = new Map<string, string[]>();
  for (const file of files) {
    const maker = sharedBy(file);
    shared.set(maker, [...(shared.get(maker) ?? []), file]);
  }
  return [...shared.values()];
}

/** The module that makes it: packs the package, or builds the site; the file itself where there is none. */
function sharedBy(file: string): string {
  const source = readFileSync(join(here, file), "utf8");
  const [, maker = file] = /\/(packed|own-site|open-site)\.ts"/.exec(source) ?? [];
  return maker === "open-site" ? "own-site" : maker;
}

/** Hands files to a process until none is left, or the process has ended. */
function work(queue: string[][], onResult: (result: FileResult) => void): Promise<void> {
  return new Promise((done) => {
    const child: ChildProcess = fork(fileURLToPath(new URL("run-files.ts", import.meta.url)), {
      execArgv: process.execArgv,
    });
    let left: string[] = [];
    const next = () => {
      if (left.length === 0) left = queue.shift() ?? [];
      const [file] = left;
      if (file === undefined) child.disconnect();
      else child.send(file);
    };
    child.on("message", (result: FileResult) => {
      left = left.slice(1);
      onResult(result);
      next();
    });
    child.on("exit", (code, signal) => {
      const [file, ...others] = left;
      if (file !== undefined) {
        const failures = [`${file}: the process ended with ${signal ?? code}`];
        onResult({ file, output: "", passed: 0, failures, passedOver: [] });
        // A file that ends its process must not take the others with it.
        if (others.length > 0) queue.unshift(others);
        done(work(queue, onResult));
      } else done();
    });
    next();
  });
}

const IN_MEMORY = "/dev/shm";
/** What the tests need of it lies far below, in bytes. */
const ROOM = 2 ** 32;

/**
 * A folder in memory for what tests write: on a disk a fifth of their processor time goes into making files and removing
 * them. Nothing where there is none that has room and may hold programs, and for what is large on purpose.
 */
function folderInMemory(): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
    const options = mounts.map((line) => line.split(" ")).findLast(([, place]) => place === IN_MEMORY)?.[3] ?? "noexec";
    if (bavail * bsize < ROOM || options.split(",").includes("noexec")) return undefined;
    const folder = mkdtempSync(`${IN_MEMORY}/pelican-tests-`);
    // Some tests are another user's.
    chmodSync(folder, 0o1777);
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
    return folder;
  } catch {
    return undefined;
  }
}

async function main(args: readonly string[]): Promise<void> {
  const isLong = args.includes("--long");
  if (isLong) process.env.PELICAN_FACTOR ??= "1";
  else process.env.PELICAN_TEST_FOLDER ??= folderInMemory() ?? "";
  const results: FileResult[] = [];
  const files = testFiles(
    args.filter((arg) => arg !== "--long"),
    isLong,
  );
  const queue = portions(files.filter((file) => !ALONE.has(file)));
  const processes = Math.min(availableParallelism(), queue.length);
  const onResult = (result: FileResult) => {
    results.push(result);
    process.stdout.write(`\ntest/${result.file}\n${result.output}`);
  };
  const alone = portions(files.filter((file) => ALONE.has(file)));
  if (alone.length > 0) await work(alone, onResult);
  await Promise.all(Array.from({ length: processes }, () => work(queue, onResult)));

  const failures = results.flatMap((result) => result.failures);
  if (files.length === 0) failures.push("there is no test file of that name");
  const passedOver = results.flatMap((result) => result.passedOver);
  for (const failure of failures) console.log(`failed: ${failure}`);
  for (const name of passedOver) console.log(`skipped: ${name}`);
  const skipped = passedOver.length > 0 ? `, ${passedOver.length} skipped` : "";
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log(`\n${passed} passed, ${failures.length} failed${skipped}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

await main(process.argv.slice(2));
