import { resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Build } from "../build.ts";
import { pageFrontMatter } from "../front-matter.ts";
import { minifyPage } from "../output/minify-page.ts";
import { pageWriter } from "../output/page-files.ts";
import type { PageToWrite, WrittenPages } from "../second-thread/second-thread.ts";
import { fingerprinter } from "./fingerprint.ts";
import type { KeptPage, KeptPages } from "./pages-file.ts";
import type { FastPage } from "./plan.ts";
import { type Engine, pagePrinter } from "./print.ts";

/** So many pages go to the second thread at a time: what is printed of more of them the garbage collector would carry. */
const BATCH = 8;

/** What there is to make pages with. */
export interface Means {
  readonly build: Build;
  readonly engine: Engine;
  /** Names all that the pages have in common. */
  readonly ground: string;
  /** What an earlier build wrote on the same ground. */
  readonly kept: KeptPages;
  readonly isFinal: boolean;
}

interface MadePage {
  readonly fingerprint: string;
  readonly toWrite: PageToWrite;
}

/**
 * Makes and writes pages, a few at a time: what making a page leaves in memory is gone before the next. A page that would
 * come out as before is taken as it was. What the second thread has no time for is done here; both write the same.
 *
 * @returns what was written, and how many pages were not as before
 * @throws {Error} that names a page that cannot be printed
 */
export async function writePages(
  pages: readonly FastPage[],
  means: Means,
): Promise<{ readonly written: KeptPages; readonly made: number }> {
  const { thread } = means.build;
  const make = pageMaker(means);
  const finish = pageFinisher(means);
  const written = new Map<string, KeptPage>();
  const left: FastPage[] = [];
  // What was printed is not held until the thread answers: the few pages that it leaves are printed once more.
  const receiver = (some: readonly FastPage[], fingerprints: readonly string[]) => (all: WrittenPages) => {
    for (const [index, one] of some.entries()) {
      const html = all[index];
      if (html) written.set(one.page.file, { fingerprint: fingerprints[index] ?? "", html });
      else left.push(one);
    }
  };
  const answers: Promise<void>[] = [];
  let made = 0;
  for (let start = 0; start < pages.length; start += BATCH) {
    const some = pages.slice(start, start + BATCH);
    const batch = await inTurn(some, make);
    const fingerprints = batch.map(({ fingerprint }) => fingerprint);
    made += batch.filter(({ toWrite }) => "html" in toWrite).length;
    const receive = receiver(some, fingerprints);
    const answer = thread?.write(batch.map(({ toWrite }) => toWrite));
    if (answer) answers.push(answer.then(receive));
    else receive(await inTurn(batch, ({ toWrite }) => finish(toWrite)));
    // The thread's answers come between two turns.
    if (thread) await nextTurn();
  }
  await Promise.all(answers);
  for (const one of left) {
    const { fingerprint, toWrite } = await make(one);
    written.set(one.page.file, { fingerprint, html: await finish(toWrite) });
  }
  return { written, made };
}

async function inTurn<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}

/** Prints a page, where it would not come out as before. */
function pageMaker({ build, engine, ground, kept }: Means): (page: FastPage) => Promise<MadePage> {
  const print = pagePrinter(build, engine);
  const fingerprintOf = fingerprinter(ground);
  return async (one) => {
    const { file, saveAs } = one.page;
    const frontMatter = build.measure("pages", () => pageFrontMatter(one.page, build));
    const fingerprint = build.measure("cache", () => fingerprintOf(file, one.layout, frontMatter));
    const before = kept.get(file);
    const toWrite: PageToWrite =
      before?.fingerprint === fingerprint
        ? { saveAs, before: before.html }
        : { saveAs, ...(await print(one, frontMatter)) };
    return { fingerprint, toWrite };
  };
}

/** Minifies and writes a page in this thread. */
function pageFinisher({ build, isFinal }: Means): (page: PageToWrite) => Promise<Uint8Array> {
  const { minifier, measure } = build;
  const write = pageWriter(resolve(build.directories.output));
  return async (page) => {
    const { saveAs } = page;
    if ("before" in page) {
      // While somebody writes, an earlier build wrote what is kept.
      measure("write", () => write(saveAs, page.before, !isFinal));
      return page.before;
    }
    const { html, pieces } = page;
    const bytes = Buffer.from(minifier ? await measure("minify", () => minifyPage(html, pieces, minifier)) : html);
    measure("write", () => write(saveAs, bytes));
    return bytes;
  };
}
