/**
 * The second thread's program: it minifies and writes pages. It is handed all that it works on, and knows nothing of the
 * site.
 */
import { parentPort, workerData } from "node:worker_threads";
import { minifyPlainPage } from "../output/minify-page.ts";
import { pageWriter } from "../output/page-files.ts";

/** What the thread is told before it begins. */
export interface ThreadData {
  /** The absolute path of the output folder. */
  readonly output: string;
}

/** Some pages, and what is new of that they share. */
export interface Batch {
  /** Numbered as they come. What is not minified here html-minifier-terser has to be asked for. */
  readonly pieces: readonly { readonly html: string; readonly minified: string | undefined }[];
  readonly pages: readonly BatchPage[];
}

/** A page to be written: as it was before, or to be minified. */
export type BatchPage = { readonly saveAs: string; readonly before: Uint8Array<ArrayBuffer> } | PrintedPage;

interface PrintedPage {
  readonly saveAs: string;
  readonly html: string;
  /** The numbers of its pieces, and its broken text, as `Pieces` has them. */
  readonly whole: readonly number[];
  readonly broken: string | undefined;
}

/** What was made, one page after the other: to hand over one piece of memory is faster than many. */
export interface Answer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /**
   * How long each of the pages is: 0 for one that was handed over as it was before, and undefined for one that
   * html-minifier-terser has to be asked for, which is not written.
   */
  readonly lengths: readonly (number | undefined)[];
}

const NOTHING = new Uint8Array();

if (parentPort) serve(parentPort, workerData as ThreadData);

function serve(port: NonNullable<typeof parentPort>, { output }: ThreadData): void {
  const write = batchWriter(output);
  port.on("message", (batch: Batch) => {
    const answer = write(batch);
    port.postMessage(answer, [answer.bytes.buffer]);
  });
}

function batchWriter(output: string): (batch: Batch) => Answer {
  const write = pageWriter(output);
  const pieces: string[] = [];
  const minified = new Map<string, string | undefined>();
  const encoder = new TextEncoder();
  const minify = (page: PrintedPage) => {
    const whole = page.whole.map((number) => pieces[number] ?? "");
    const html = minifyPlainPage(page.html, { whole, broken: page.broken }, (piece) => minified.get(piece));
    return html === undefined ? undefined : encoder.encode(html);
  };
  return (batch) => {
    for (const { html, minified: text } of batch.pieces) {
      pieces.push(html);
      minified.set(html, text);
    }
    const made = batch.pages.map((page) => {
      const bytes = "before" in page ? page.before : minify(page);
      if (bytes) write(page.saveAs, bytes);
      return "before" in page ? NOTHING : bytes;
    });
    return answerOf(made);
  };
}

function answerOf(made: readonly (Uint8Array | undefined)[]): Answer {
  const lengths = made.map((bytes) => bytes?.length);
  const bytes = new Uint8Array(lengths.reduce<number>((sum, length = 0) => sum + length, 0));
  let at = 0;
  for (const one of made) {
    if (one) bytes.set(one, at);
    at += one?.length ?? 0;
  }
  return { bytes, lengths };
}
