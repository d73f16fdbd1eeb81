/**
 * Runs the tests: `npm test`, or `npm test -- menus links` for the files whose paths hold one of these words.
 *
 * uvu passes a suite whose `.run()` was forgotten, and one whose `before` threw. Here both are failures.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { passedOver } from "./pass-over.ts";

/** What uvu queues for a suite: it runs the tests, and says what went wrong and how many passed, were skipped, are there. */
type QueuedSuite = () => Promise<[errors: string | true, passed: number, skipped: number, total: number]>;

declare global {
  var UVU_DEFER: number | undefined;
  var UVU_INDEX: number | undefined;
  var UVU_QUEUE: (string | null | QueuedSuite)[][];
}

const here = fileURLToPath(new URL(".", import.meta.url));

interface Tally {
  passed: number;
  readonly failures: string[];
}

function testFiles(words: readonly string[]): string[] {
  return readdirSync(here, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("fixtures/"))
    .filter((path) => words.length === 0 || words.some((word) => `test/${path}`.includes(word)))
    .sort();
}

/** The suites that a file makes and never runs. */
function suitesNotRun(source: string): string[] {
  const made = [...source.matchAll(/^\s*(?:export )?(?:const|let|var) (\w+)[^=\n]*= suite\b/gm)].map(
    ([, name = ""]) => name,
  );
  const global = /import\s*\{[^}]*\btest\b[^}]*\}\s*from "uvu"/.test(source) ? ["test"] : [];
  return [...made, ...global].filter((name) => !new RegExp(`^\\s*${name}\\.run\\(\\)`, "m").test(source));
}

/** Counts what a suite did, as uvu itself keeps that for the screen. */
function counted(run: QueuedSuite, file: string, tally: Tally): QueuedSuite {
  return async () => {
    const result = await run();
    const [errors, passed, skipped, total] = result;
    tally.passed += passed;
    const faults = total - passed;
    for (let count = 0; count < faults; count++) tally.failures.push(file);
    if (total === 0) tally.failures.push(`${file}: a suite without tests`);
    if (skipped > 0) tally.failures.push(`${file}: skipped tests, or a forgotten “.only”`);
    if (errors === true && faults > 0) console.error(`\n${file}: a “before” or “after” threw`);
    return result;
  };
}

/** Imports a file, so that its suites are queued. */
async function queue(file: string, index: number, tally: Tally): Promise<void> {
  globalThis.UVU_INDEX = index;
  const group: (typeof globalThis.UVU_QUEUE)[number] = [`test/${file}`];
  globalThis.UVU_QUEUE.push(group);
  for (const name of suitesNotRun(readFileSync(join(here, file), "utf8"))) {
    tally.failures.push(`${file}: “${name}.run()” is not there`);
  }
  try {
    await import(pathToFileURL(join(here, file)).href);
  } catch (error) {
    tally.failures.push(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const isKnown = tally.failures.some((failure) => failure.startsWith(`${file}:`));
  if (group.length === 1 && !isKnown) tally.failures.push(`${file}: it registered no suite; is “.run()” forgotten?`);
  group.splice(
    1,
    group.length,
    ...group.slice(1).map((run) => (typeof run === "function" ? counted(run, file, tally) : run)),
  );
}

async function main(words: readonly string[]): Promise<void> {
  process.chdir(join(here, ".."));
  globalThis.UVU_DEFER = 1;
  const { exec } = await import("uvu");
  const tally: Tally = { passed: 0, failures: [] };
  process.on("unhandledRejection", (error) => {
    tally.failures.push(`unhandled: ${error instanceof Error ? error.stack : String(error)}`);
  });
  const files = testFiles(words);
  if (files.length === 0) tally.failures.push("there is no test file of that name");
  for (const [index, file] of files.entries()) await queue(file, index, tally);
  await exec();
  for (const failure of tally.failures) console.log(`failed: ${failure}`);
  for (const name of passedOver) console.log(`skipped: ${name}`);
  const skipped = passedOver.length > 0 ? `, ${passedOver.length} skipped` : "";
  console.log(`${tally.passed} passed, ${tally.failures.length} failed${skipped}`);
  process.exitCode = tally.failures.length > 0 ? 1 : 0;
}

await main(process.argv.slice(2));
