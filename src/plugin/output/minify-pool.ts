import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Options } from "html-minifier-terser";

/** So many texts go to a thread at once: fewer messages cost less, and the first results come while others are made. */
const BATCH = 32;
/** In the build's own thread fewer, so that it sees between two batches what the others have done. */
const BATCH_HERE = 8;
/** For so many texts that wait another thread starts: that takes as long as some hundreds of them. */
const ENOUGH = 300;
const MOST_THREADS = 4;

/** Minifies texts, in this thread or in others. */
export interface Pool {
  /** @param isAwaited whether the build waits for it now */
  readonly run: (html: string, isAwaited: boolean) => Promise<string>;
  /** What is not minified by then fails. */
  readonly close: () => Promise<void>;
}

interface Task {
  readonly html: string;
  readonly done: (html: string) => void;
  readonly failed: (error: Error) => void;
}

interface Result {
  readonly html: string;
}

/** Takes one batch after the other. */
interface Runner {
  readonly run: (texts: readonly string[]) => Promise<readonly Result[]>;
  readonly close: () => Promise<unknown>;
}

/** @param options for html-minifier-terser */
export function createPool(options: Options): Pool {
  const awaited: Task[] = [];
  const ahead: Task[] = [];
  const busy = new Set<Runner>();
  const here = runnerHere(options);
  const threads: Runner[] = [];
  const most = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  let isScheduled = false;

  const work = async (runner: Runner, next: () => Task[]) => {
    if (busy.has(runner)) return;
    busy.add(runner);
    for (let batch = next(); batch.length > 0; batch = next()) await settleAll(batch, runner);
    busy.delete(runner);
  };
  const nextForThread = () => (awaited.length > 0 ? awaited : ahead).splice(0, BATCH);
  // What nobody waits for yet is left to the threads: here there is other work.
  const nextForHere = () => (threads.length === 0 ? nextForThread() : awaited.splice(0, BATCH_HERE));
  const schedule = () => {
    isScheduled = false;
    const waiting = awaited.length + ahead.length;
    while (threads.length < most && waiting > ENOUGH * (threads.length + 1)) threads.push(startThread(options));
    for (const thread of threads) work(thread, nextForThread);
    if (threads.length === 0 || awaited.length > BATCH) work(here, nextForHere);
  };
  return {
    run: (html, isAwaited) =>
      new Promise((done, failed) => {
        (isAwaited ? awaited : ahead).push({ html, done, failed });
        // All that is asked for at one moment goes out together.
        if (!isScheduled) setImmediate(schedule);
        isScheduled = true;
      }),
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
}

async function settleAll(batch: readonly Task[], { run }: Runner): Promise<void> {
  let results: readonly Result[] = [];
  let reason = "there was no answer";
  try {
    results = await run(batch.map(({ html }) => html));
  } catch (error) {
    reason = String(error);
  }
  for (const [index, { done, failed }] of batch.entries()) {
    const result = results[index];
    if (result) done(result.html);
    else failed(new Error(`A page cannot be minified: ${reason}`));
  }
}

/** Loaded when it is needed: it takes its time. */
function runnerHere(options: Options): Runner {
  const run = async (texts: readonly string[]) => {
    const { minifyAll } = await import("./minify-all.js");
    // Files that are ready are written first.
    await new Promise((done) => setImmediate(done));
    return minifyAll(texts, options);
  };
  return { run, close: async () => {} };
}

function startThread(options: Options): Runner {
  const thread = new Worker(new URL("./minify-worker.js", import.meta.url), { workerData: options });
  let ended: Error | undefined;
  let fail: (error: Error) => void = () => {};
  const end = (error: Error) => {
    ended ??= error;
    fail(ended);
  };
  thread.on("error", end);
  thread.on("exit", () => end(new Error("its thread ended before its work")));
  thread.unref();
  const run = (texts: readonly string[]) =>
    new Promise<readonly Result[]>((done, failed) => {
      if (ended) return failed(ended);
      fail = failed;
      // As long as a result is awaited, the process must not end.
      thread.ref();
      thread.once("message", (results: readonly Result[]) => {
        thread.unref();
        done(results);
      });
      thread.postMessage(texts);
    });
  return { run, close: () => thread.terminate() };
}
