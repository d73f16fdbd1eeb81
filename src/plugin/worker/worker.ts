import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Fragments } from "../html/minify/fragments.ts";
import type { Minifier } from "../html/minify/minifier.ts";
import type { Answer, Batch, BatchPage, Request, WorkerData } from "./program.ts";
import { programCode } from "./program-code.ts";

/**
 * A thread beside the build's own, for what takes long and depends on nothing else. What it makes is what the build's own
 * thread would make, which makes what this one cannot.
 */
export interface PageWorker {
  /** @returns undefined where it cannot */
  readonly minifyScript: (name: string, script: string) => Promise<string | undefined>;
  /** As `keep` of `cache/kept-file.ts`. What it is handed is gone here. */
  readonly keep: (
    file: string,
    version: string,
    parts: readonly Uint8Array<ArrayBuffer>[],
    most: number,
  ) => Promise<void>;
  /**
   * Minifies and writes pages.
   *
   * @returns undefined where it has enough to do; else what was written for each page, and undefined for one that it
   * cannot make
   */
  readonly write: (pages: readonly PageToWrite[]) => Promise<WrittenPages> | undefined;
  readonly end: () => void;
}

/** A page that is to be minified and written, or written as it was before. */
export type PageToWrite =
  | { readonly saveAs: string; readonly before: Uint8Array }
  | { readonly saveAs: string; readonly html: string; readonly fragments: Fragments };

export type WrittenPages = readonly (Uint8Array | undefined)[];

/** For fewer pages, starting it takes longer than it helps. */
const FEWEST = 500;
/** So many batches wait for it, that it is never idle, and at the end nobody waits long. */
const MOST_WAITING = 16;

/**
 * @param workerData what it is told of the site
 * @param pages how many there are
 * @param minifier minifies what pages share
 * @param program what runs in the thread: where it is, or the code itself
 * @returns undefined where it would not help
 */
export function startWorker(
  workerData: WorkerData,
  pages: number,
  { minifyFragment }: Minifier,
  program: URL | string = programCode,
): PageWorker | undefined {
  if (pages < FEWEST || availableParallelism() < 2) return undefined;
  const worker = new Worker(program, { eval: typeof program === "string", workerData });
  // The process may end while it is at work; only an answer is waited for.
  worker.unref();
  const waiting: ((made: unknown) => void)[] = [];
  let hasFailed = false;
  worker.on("message", ({ made }: { readonly made?: unknown }) => {
    waiting.shift()?.(made);
    if (waiting.length === 0) worker.unref();
  });
  const fail = () => {
    hasFailed = true;
    for (const done of waiting.splice(0)) done(undefined);
  };
  worker.on("error", fail);
  worker.on("exit", fail);
  const ask = (request: Request, handedOver: readonly ArrayBuffer[] = []) =>
    new Promise<unknown>((done) => {
      if (hasFailed) return done(undefined);
      waiting.push(done);
      worker.ref();
      worker.postMessage(request, handedOver);
    });

  const numbers = new Map<string, number>();
  const write = (pages: readonly PageToWrite[]): Promise<WrittenPages> => {
    // What is printed is not held while the thread is at work on it.
    const before = pages.map((page) => ("before" in page ? page.before : undefined));
    const batch = batchOf(pages, numbers, minifyFragment);
    const copies = batch.pages.flatMap((page) => ("before" in page ? [page.before.buffer] : []));
    const answer = ask({ do: "write", of: [batch] }, copies);
    return answer.then((made) => (made === undefined ? [] : writtenOf(before, made as Answer)));
  };
  return {
    minifyScript: (...of) => ask({ do: "minifyScript", of }) as Promise<string | undefined>,
    keep: async (...of) => {
      const [, , parts] = of;
      await ask(
        { do: "keep", of },
        parts.map(({ buffer }) => buffer),
      );
    },
    write: (pages) => (hasFailed || waiting.length >= MOST_WAITING ? undefined : write(pages)),
    end: () => void worker.terminate(),
  };
}

/** @param numbers those of the fragments that the thread knows; new ones are added */
function batchOf(
  all: readonly PageToWrite[],
  numbers: Map<string, number>,
  minifyFragment: Minifier["minifyFragment"],
): Batch {
  const fragments: { html: string; minified: string | undefined }[] = [];
  const numberOf = (html: string) => {
    const known = numbers.get(html);
    if (known !== undefined) return known;
    const minified = minifyFragment(html);
    fragments.push({ html, minified: typeof minified === "string" ? minified : undefined });
    numbers.set(html, numbers.size);
    return numbers.size - 1;
  };
  const pages = all.map((page): BatchPage => {
    // A copy: what is kept is a part of something larger, all of which would be handed over.
    if ("before" in page) return { saveAs: page.saveAs, before: new Uint8Array(page.before) };
    const { saveAs, html, fragments } = page;
    return { saveAs, html, balanced: fragments.balanced.map(numberOf), unbalanced: fragments.unbalanced };
  });
  return { fragments, pages };
}

/** @param before the pages that were handed over as they were before */
function writtenOf(before: WrittenPages, { bytes, lengths }: Answer): WrittenPages {
  let at = 0;
  return lengths.map((length, index) => {
    if (length === undefined) return undefined;
    const same = before[index];
    if (same) return same;
    at += length;
    return bytes.subarray(at - length, at);
  });
}
