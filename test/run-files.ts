/**
 * Runs the test files whose paths come as messages, one after the other, and answers what each did.
 *
 * uvu passes a suite whose `.run()` was forgotten, and one whose `before` threw. Here both are failures.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { passedOver } from "./pass-over.ts";

/** What uvu queues for a suite: it runs the tests, and says what went wrong and how many passed, were skipped, are there. */
type QueuedSuite = () => Promise<[errors: string | true, passed: number, skipped: number, total: number]>;

declare global {
  var UVU_DEFER: number | undefined;
  var UVU_INDEX: number | undefined;
  var UVU_QUEUE: QueuedSuite[][];
}

/** What a file did. */
export interface FileResult {
  /** From the folder of the tests, with `/`. */
  readonly file: string;
  /** What it printed. */
  readonly output: string;
  readonly passed: number;
  readonly failures: readonly string[];
  /** The names of the tests that cannot run here, each with the reason. */
  readonly passedOver: readonly string[];
}

interface Tally {
  readonly passed: number;
  readonly failures: readonly string[];
}

const here = fileURLToPath(new URL(".", import.meta.url));

/** The suites that a file makes and never runs. */
function suitesNotRun(source: string): string[] {
  const made = [...source.matchAll(/^\s*(?:export )?(?:const|let|var) (\w+)[^=\n]*= suite\b/gm)].map(
    ([, name = ""]) => name,
  );
  const global = /import\s*\{[^}]*\btest\b[^}]*\}\s*from "uvu"/.test(source) ? ["test"] : [];
  return [...made, ...global].filter((name) => !new RegExp(`^\\s*${name}\\.run\\(\\)`, "m").test(source));
}

/** Runs one suite, and prints its errors as uvu itself does. */
async function runSuite(run: QueuedSuite, file: string): Promise<Tally> {
  const [errors, passed, skipped, total] = await run();
  if (errors !== true) process.stdout.write(`\n${errors}\n`);
  const failures = Array.from({ length: total - passed }, () => file);
  if (total === 0) failures.push(`${file}: a suite without tests`);
  if (skipped > 0) failures.push(`${file}: skipped tests, or a forgotten “.only”`);
  if (errors === true && total > passed) console.error(`\n${file}: a “before” or “after” threw`);
  return { passed, failures };
}

/** Imports a file, which queues its suites, and runs them. */
async function runFile(file: string): Promise<Tally> {
  const forgotten = suitesNotRun(readFileSync(join(here, file), "utf8")).map(
    (name) => `${file}: “${name}.run()” is not there`,
  );
  const queued: QueuedSuite[] = [];
  globalThis.UVU_INDEX = globalThis.UVU_QUEUE.push(queued) - 1;
  try {
    await import(pathToFileURL(join(here, file)).href);
    if (queued.length === 0 && forgotten.length === 0) {
      return { passed: 0, failures: [`${file}: it registered no suite; is “.run()” forgotten?`] };
    }
    const tallies: Tally[] = [];
    for (const run of queued) tallies.push(await runSuite(run, file));
    const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
    return { passed, failures: [...forgotten, ...tallies.flatMap(({ failures }) => failures)] };
  } catch (error) {
    return { passed: 0, failures: [...forgotten, `${file}: ${error instanceof Error ? error.stack : String(error)}`] };
  }
}

/** Keeps what is printed until the file is through, so that the words of two files do not mix. */
async function printed<Result>(run: () => Promise<Result>): Promise<{ result: Result; output: string }> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  const pieces: string[] = [];
  const keep = (piece: Uint8Array | string, encoding?: unknown, done?: unknown) => {
    pieces.push(typeof piece === "string" ? piece : Buffer.from(piece).toString());
    const then = typeof encoding === "function" ? encoding : done;
    if (typeof then === "function") process.nextTick(then as () => void);
    return true;
  };
  for (const stream of streams) stream.write = keep;
  try {
    return { result: await run(), output: pieces.join("") };
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write;
  }
}

process.chdir(join(here, ".."));
globalThis.UVU_DEFER = 1;
await import("uvu");
const unhandled: string[] = [];
process.on("unhandledRejection", (error) => {
  unhandled.push(`unhandled: ${error instanceof Error ? error.stack : String(error)}`);
});
process.on("message", async (file: string) => {
  const { result, output } = await printed(() => runFile(file));
  const failures = [...result.failures, ...unhandled.splice(0).map((words) => `${file}: ${words}`)];
  const answer: FileResult = { file, output, passed: result.passed, failures, passedOver: passedOver.splice(0) };
  process.send?.(answer);
});
