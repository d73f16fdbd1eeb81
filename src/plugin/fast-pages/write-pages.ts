import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { minifyPage } from "../html/minify/minify-page.ts";
import type { PageToWrite, WrittenPages } from "../worker/worker.ts";
import type { BuildToWrite } from "./build.ts";
import { fingerprinter } from "./fingerprint.ts";
import type { FastPage } from "./layouts.ts";
import { dataOfPage } from "./page-data.ts";
import type { KeptPage, KeptPages } from "./pages-file.ts";
import { type Engine, pagePrinter } from "./print.ts";

/** So many pages go to the worker at a time: what is printed of more of them the garbage collector would carry. */
const BATCH = 8;

/** What there is to make pages with. */
export interface Means {
  readonly build: BuildToWrite;
  readonly engine: Engine;
  /** Names all that the pages have in common. */
  readonly cacheKey: string;
  /** What an earlier build wrote under the same key. */
  readonly kept: KeptPages;
}

interface MadePage {
  readonly fingerprint: string;
  readonly toWrite: PageToWrite;
}

/**
 * Makes and writes pages, a few at a time: what making a page leaves in memory is gone before the next. A page that would
 * come out as before is taken as it was. What the worker has no time for is done here; both write the same.
 *
 * @returns what was written, and how many pages were not as before
 * @throws {Error} that names a page that cannot be printed
 */
export async function writePages(
  pages: readonly FastPage[],
  means: Means,
): Promise<{ readonly written: KeptPages; readonly made: number }> {
  const { worker } = means.build;
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
    const answer = worker?.write(batch.map(({ toWrite }) => toWrite));
    if (answer) answers.push(answer.then(receive));
    else receive(await inTurn(batch, ({ toWrite }) => finish(toWrite)));
    // The thread's answers come between two turns.
    if (worker) await nextTurn();
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
function pageMaker({ build, engine, cacheKey, kept }: Means): (page: FastPage) => Promise<MadePage> {
  const print = pagePrinter(build, engine);
  const fingerprintOf = fingerprinter(cacheKey);
  const dataOf = dataOfPage(build);
  return async (one) => {
    const { file, saveAs } = one.page;
    const frontMatter = build.measure("pages", () => dataOf(one));
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
function pageFinisher({ build }: Means): (page: PageToWrite) => Promise<Uint8Array> {
  const { minifier, measure, isFinal, output, directories, site } = build;
  // While somebody writes, an earlier build wrote what is kept: to look into all files would be felt.
  const isThere = (saveAs: string) => !isFinal && existsSync(join(directories.output, saveAs));
  return async (page) => {
    const { saveAs } = page;
    if ("before" in page) {
      measure("write", () => isThere(saveAs) || output.put(saveAs, page.before));
      return page.before;
    }
    const { html, fragments } = page;
    const small = minifier ? await measure("minify", () => minifyPage(html, fragments, minifier)) : html;
    const bytes = Buffer.from(site.placeUrls(small, saveAs));
    measure("write", () => output.put(saveAs, bytes));
    return bytes;
  };
}
