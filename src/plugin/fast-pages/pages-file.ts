import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import { keep, nameOfFolder, readKeptAs } from "../cache/kept-file.ts";

/** Where pages are kept, from the project's folder, of so many content folders. */
const FOLDER = ".cache/pages";
const MOST = 4;

/** A page as it was written. */
export interface KeptPage {
  readonly fingerprint: string;
  /** In UTF-8. */
  readonly html: Uint8Array;
}

/** By their files. */
export type KeptPages = ReadonlyMap<string, KeptPage>;

/** What the file begins with: how long each page is, in their order. */
type Row = readonly [file: string, fingerprint: string, length: number];
const ROWS: z.ZodType<Row[]> = z.array(z.tuple([z.string(), z.string(), z.int().min(0)]));

/** The file of a content folder's pages. */
export function pagesFileOf(input: string): string {
  return `${FOLDER}/${nameOfFolder(input)}`;
}

/** @param cacheKey those made under another are of no use */
export function loadPages(path: string, cacheKey: string): KeptPages {
  return readKeptAs(path, cacheKey, pagesIn) ?? new Map();
}

/** @throws {Error} where it is no file of pages */
function pagesIn(bytes: Buffer): KeptPages {
  let at = 4 + bytes.readUInt32LE(0);
  const rows = ROWS.parse(deserialize(bytes.subarray(4, at)));
  const pages = rows.map(([file, fingerprint, length]) => {
    const html = bytes.subarray(at, at + length);
    at += length;
    return [file, { fingerprint, html }] as const;
  });
  if (at !== bytes.length) throw new RangeError("the pages are shorter or longer");
  return new Map(pages);
}

/** Keeps pages for the next build. @param cacheKey names all that they have in common */
export function savePages(pages: KeptPages, path: string, cacheKey: string): void {
  keep(path, cacheKey, partsOf(pages), MOST);
}

/** One after the other: all at once would be once more in memory. */
function* partsOf(pages: KeptPages): Iterable<Uint8Array> {
  const rows = [...pages].map(([file, { fingerprint, html }]): Row => [file, fingerprint, html.length]);
  const index = serialize(rows);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  yield length;
  yield index;
  for (const { html } of pages.values()) yield html;
}
