import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Options } from "html-minifier-terser";

/** So many texts go to a thread at once: fewer messages cost less, and the first results come while others are made. */
const BATCH = 32;
/** For so many texts that wait another thread starts: that takes as long as some hundreds of them. */
const ENOUGH = 300;
const MOST_THREADS = 4;

/** Minifies texts, in this thread or in others. */
export interface Pool {
  readonly run: (html: string) => Promise<string>;
  /** What is not minified by then fails. */
  readonly close: () => Promise<void>;
}

interface Task {
  readonly html: string;
  readonly done: (html: string) => void;
  readonly failed: (error: Error) => void;
}

type Result = { readonly html: string } | { readonly error: string };

/** Takes one batch after the other. */
interface Runner {
  readonly run: (texts: readonly string[]) => Promise<readonly Result[]>;
  readonly close: () => Promise<unknown>;
}

/** @param options for html-minifier-terser */
export function createPool(options: Options): Pool {
  const waiting: Task[] = [];
  const busy = new Set<Runner>();
  const here = runnerHere(options);
  const threads: Runner[] = [];
  const most = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  let isScheduled = false;

  const work = async (runner: Runner) => {
    if (busy.has(runner)) return;
    busy.add(runner);
    while (waiting.length > 0) await settleAll(waiting.splice(0, BATCH), runner);
    busy.delete(runner);
  };
  const schedule = () => {
    isScheduled = false;
    while (threads.length < most && waiting.length > ENOUGH * (threads.length + 1)) threads.push(startThread(options));
    for (const runner of threads.length === 0 ? [here] : threads) work(runner);
  };
  return {
    run: (html) =>
      new Promise((done, failed) => {
        waiting.push({ html, done, failed });
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
    const result = results[index] ?? { error: reason };
    if ("html" in result) done(result.html);
    else failed(new Error(`A page cannot be minified: ${result.error}`));
  }
}

/** Loaded when it is needed: it takes its time. */
function runnerHere(options: Options): Runner {
  const run = async (texts: readonly string[]) => (await import("./minify-all.js")).minifyAll(texts, options);
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
