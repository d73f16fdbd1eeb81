import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Minifier } from "../output/minifier.ts";
import type { Pieces } from "../output/pieces.ts";
import type { Answer, Batch, BatchPage, ThreadData } from "./program.ts";
import { programCode } from "./program-code.ts";

/**
 * A thread beside the build's own, for what takes long and depends on nothing else. What it makes is what the build's own
 * thread would make; where it fails, that one makes all.
 */
export interface SecondThread {
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
  | { readonly saveAs: string; readonly html: string; readonly pieces: Pieces };

export type WrittenPages = readonly (Uint8Array | undefined)[];

/** For fewer pages, starting it takes longer than it helps. */
const FEWEST = 500;
/** So many batches wait for it, that it is never idle, and at the end nobody waits long. */
const MOST_WAITING = 4;

/**
 * @param output the absolute path of the output folder
 * @param pages how many there are
 * @param minifier minifies what pages share
 * @param program what runs in the thread: where it is, or the code itself
 * @returns undefined where it would not help
 */
export function startSecondThread(
  output: string,
  pages: number,
  { minifyPiece }: Minifier,
  program: URL | string = programCode,
): SecondThread | undefined {
  if (pages < FEWEST || availableParallelism() < 2) return undefined;
  const workerData: ThreadData = { output };
  const worker = new Worker(program, { eval: typeof program === "string", workerData });
  // The process may end while it is at work; only an answer is waited for.
  worker.unref();
  const waiting: { readonly pages: readonly PageToWrite[]; readonly done: (written: WrittenPages) => void }[] = [];
  const numbers = new Map<string, number>();
  let hasFailed = false;
  worker.on("message", (answer: Answer) => {
    const first = waiting.shift();
    first?.done(writtenOf(first.pages, answer));
    if (waiting.length === 0) worker.unref();
  });
  const fail = () => {
    hasFailed = true;
    for (const { done } of waiting.splice(0)) done([]);
  };
  worker.on("error", fail);
  worker.on("exit", fail);

  return {
    write: (pages) => {
      if (hasFailed || waiting.length >= MOST_WAITING) return undefined;
      const batch = batchOf(pages, numbers, minifyPiece);
      const copies = batch.pages.flatMap((page) => ("before" in page ? [page.before.buffer] : []));
      return new Promise((done) => {
        waiting.push({ pages, done });
        worker.ref();
        worker.postMessage(batch, copies);
      });
    },
    end: () => void worker.terminate(),
  };
}

/** @param numbers those of the pieces that the thread knows; new ones are added */
function batchOf(
  all: readonly PageToWrite[],
  numbers: Map<string, number>,
  minifyPiece: Minifier["minifyPiece"],
): Batch {
  const pieces: { html: string; minified: string | undefined }[] = [];
  const numberOf = (html: string) => {
    const known = numbers.get(html);
    if (known !== undefined) return known;
    const minified = minifyPiece(html);
    pieces.push({ html, minified: typeof minified === "string" ? minified : undefined });
    numbers.set(html, numbers.size);
    return numbers.size - 1;
  };
  const pages = all.map((page): BatchPage => {
    // A copy: what is kept is a part of something larger, all of which would be handed over.
    if ("before" in page) return { saveAs: page.saveAs, before: new Uint8Array(page.before) };
    const { saveAs, html, pieces } = page;
    return { saveAs, html, whole: pieces.whole.map(numberOf), broken: pieces.broken };
  });
  return { pieces, pages };
}

function writtenOf(pages: readonly PageToWrite[], { bytes, lengths }: Answer): WrittenPages {
  let at = 0;
  return pages.map((page, index) => {
    const length = lengths[index];
    if (length === undefined) return undefined;
    if ("before" in page) return page.before;
    at += length;
    return bytes.subarray(at - length, at);
  });
}
