/**
 * Runs the tests: `npm test`, or `npm test -- menus links` for the files whose paths hold one of these words. With `--long`,
 * as `npm run test:long` has it, what takes long: the files below `test/long`, and those that try what is random, five times
 * as much of it.
 *
 * The files are handed to as many processes as the machine has processors, one file at a time, those that take longest first.
 */
import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileResult } from "./run-files.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Folders with whole builds, browsers and processes: begun first, so that no long file is left for the end. */
const SLOW = ["package", "long", "browser", "builds", "builds-posts", "migrate", "cli", "hostile"];

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

/** What one process runs at a stretch: a file, or those of the package, which is packed once for all. */
function portions(files: readonly string[]): string[][] {
  const packaged = files.filter((file) => file.startsWith("package/"));
  const others = files.filter((file) => !file.startsWith("package/")).map((file) => [file]);
  return packaged.length > 0 ? [packaged, ...others] : others;
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

async function main(args: readonly string[]): Promise<void> {
  const isLong = args.includes("--long");
  if (isLong) process.env.PELICAN_FACTOR ??= "1";
  const results: FileResult[] = [];
  const files = testFiles(
    args.filter((arg) => arg !== "--long"),
    isLong,
  );
  const queue = portions(files);
  const processes = Math.min(availableParallelism(), queue.length);
  const onResult = (result: FileResult) => {
    results.push(result);
    process.stdout.write(`\ntest/${result.file}\n${result.output}`);
  };
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
