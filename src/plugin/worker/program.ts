/**
 * the worker's program: it minifies scripts, minifies and writes pages, and keeps what is kept for the next build.
 * It is handed all that it works on, and knows nothing of the site.
 */
import { parentPort, workerData } from "node:worker_threads";
import { minifyScript } from "../assets/script.ts";
import { keep } from "../cache/kept-file.ts";
import { outputFolder } from "../files/output-folder.ts";
import { belowPath } from "../html/below-path.ts";
import { placesOf } from "../html/minify/fragments.ts";
import { minifyPlainPage } from "../html/minify/minify-page.ts";

/** What the thread is told before it begins. */
export interface WorkerData {
  /** The absolute path of the output folder. */
  readonly output: string;
  /** The path that the site is below. */
  readonly pathPrefix: string;
}

/** What the thread is asked for, with the parameters of the functions of these names; it answers one after the other. */
export type Request =
  | { readonly do: "minifyScript"; readonly of: Parameters<typeof minifyScript> }
  | { readonly do: "keep"; readonly of: Parameters<typeof keep> }
  | { readonly do: "write"; readonly of: readonly [batch: Batch] };

/** Some pages, and what is new of that they share. */
export interface Batch {
  /** Numbered as they come. What is not minified here html-minifier-terser has to be asked for. */
  readonly fragments: readonly { readonly html: string; readonly minified: string | undefined }[];
  readonly pages: readonly BatchPage[];
}

/** A page to be written: as it was before, or to be minified. */
export type BatchPage = { readonly saveAs: string; readonly before: Uint8Array<ArrayBuffer> } | PrintedPage;

interface PrintedPage {
  readonly saveAs: string;
  readonly html: string;
  /** The numbers of its fragments, and its unbalanced text, as `Fragments` has them. */
  readonly balanced: readonly number[];
  readonly unbalanced: string | undefined;
}

/** What was made, one page after the other: to hand over one block of memory is faster than many. */
export interface Answer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /**
   * How long each of the pages is: 0 for one that was handed over as it was before, and undefined for one that
   * html-minifier-terser has to be asked for, which is not written.
   */
  readonly lengths: readonly (number | undefined)[];
}

const NOTHING = new Uint8Array();

if (parentPort) serve(parentPort, workerData as WorkerData);

function serve(port: NonNullable<typeof parentPort>, { output, pathPrefix }: WorkerData): void {
  const write = batchWriter(output, pathPrefix);
  const make = (request: Request) => {
    if (request.do === "minifyScript") return minifyScript(...request.of);
    return request.do === "keep" ? keep(...request.of) : write(...request.of);
  };
  let last = Promise.resolve();
  port.on("message", (request: Request) => {
    last = last.then(async () => {
      try {
        const made = await make(request);
        port.postMessage({ made }, typeof made === "object" ? [made.bytes.buffer] : []);
      } catch {
        // Who asked makes it, and meets what is wrong.
        port.postMessage({});
      }
    });
  });
}

function batchWriter(output: string, pathPrefix: string): (batch: Batch) => Answer {
  const { put } = outputFolder(output);
  const fragments: string[] = [];
  const minified = new Map<string, string | undefined>();
  const encoder = new TextEncoder();
  const minify = (page: PrintedPage) => {
    const balanced = page.balanced.map((number) => fragments[number] ?? "");
    const places = placesOf(page.html, { balanced, unbalanced: page.unbalanced });
    const html = minifyPlainPage(page.html, places, (fragment) => minified.get(fragment));
    return html === undefined ? undefined : encoder.encode(belowPath(html, pathPrefix));
  };
  return (batch) => {
    for (const { html, minified: text } of batch.fragments) {
      fragments.push(html);
      minified.set(html, text);
    }
    const made = batch.pages.map((page) => {
      if ("before" in page) {
        put(page.saveAs, page.before);
        return NOTHING;
      }
      const bytes = minify(page);
      if (bytes) put(page.saveAs, bytes);
      return bytes;
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
