import { accessSync, closeSync, constants, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { memoize } from "../maps/memoize.ts";
import { decode } from "./decode.ts";
import type { SourceTree, Unmade } from "./source-file.ts";
import { walkFolder } from "./walk-folder.ts";

/** The extensions of files that are pages: Pelican's for Markdown and HTML. */
export const PAGE_ENDINGS = ["md", "markdown", "mkd", "mdown", "html", "htm"] as const;
/** A file that is a page by its name. */
export const PAGE_FILE = new RegExp(`\\.(${PAGE_ENDINGS.join("|")})$`, "i");

/** The files of a content folder, by their paths relative to it, sorted. */
export interface FoundFiles {
  readonly pages: readonly string[];
  readonly assets: readonly string[];
  /** What could be pages by their names, and are templates of the site's own. */
  readonly others: readonly string[];
  readonly unmade: Unmade;
  readonly reports: readonly Report[];
  /** What must not be read: it leads out of the folder, or may not be read. */
  readonly closed: readonly string[];
}

export type UnmadeKind = Exclude<keyof Unmade, "converted">;

/** The page that was made of a source in another format: it has the same name, but for the ending. */
export function pageBeside(path: string, isPage: (path: string) => boolean): string | undefined {
  const stem = path.replace(/\.[^./]*$/, "");
  return PAGE_ENDINGS.map((ending) => `${stem}.${ending}`).find(isPage);
}

/** Asked of a file by its path, relative to the folder; it may ask for its text, which is undefined where it is none. */
type OfFile<Answer = boolean> = (path: string, textOf: () => string | undefined) => Answer;

/**
 * Finds the files of a content folder. Links that lead out of the folder are not followed.
 *
 * @param folder the content folder
 * @param skip whether a path, relative to the folder and with forward slashes, is not content
 * @param isAsset whether a file that could be a page by its name is none; it may ask for its text
 * @param isOurs whether a file that could be a page by its name is of the content at all, and no template of the site's own
 * @param unmadeKind whether a file that is no page is a source all the same
 * @param isNamed whether a hidden file, or a folder on the way to one, is named by the site, and therefore content
 * @param largest how many megabytes the file of a page may have
 */
export function findFiles(
  folder: string,
  skip: (path: string) => boolean,
  isAsset: OfFile = () => false,
  isOurs: OfFile = () => true,
  unmadeKind: OfFile<UnmadeKind | undefined> = () => undefined,
  isNamed: (path: string) => boolean = () => false,
  largest = Number.POSITIVE_INFINITY,
): FoundFiles {
  const walked = walkFolder(folder, (name, path) => (isPassedOver(name) && !isNamed(path)) || skip(path));
  const pages = new Set<string>();
  const others: string[] = [];
  const unmade: Record<UnmadeKind, string[]> = { unread: [], raw: [] };
  const files = walked.files.filter((path) => {
    // All may ask for the text; it is read once.
    const read = memoize((file: string) => textOf(folder, file));
    const text = () => read(path);
    const isPage = PAGE_FILE.test(path);
    const isStatic = !isPage || isAsset(path, text);
    if (isPage && !isOurs(path, text)) {
      if (!isStatic) others.push(path);
      return false;
    }
    if (!isStatic) {
      pages.add(path);
      return true;
    }
    const kind = unmadeKind(path, text);
    if (kind) unmade[kind].push(path);
    return kind !== "unread";
  });
  const faults = walked.leftOut.map(({ path, error }) =>
    error === undefined ? report("file-outside", placeIn(path), {}) : unreadable(path, error),
  );
  const closed = [...pages].flatMap((path) => reasonAgainstReading(join(folder, path), path, largest));
  return {
    pages: [...pages].filter((path) => !closed.some(({ file }) => file === path)),
    assets: files.filter((path) => !pages.has(path)),
    others,
    unmade: withConverted(unmade, pages),
    reports: [...faults, ...closed],
    closed: [...walked.leftOut.map(({ path }) => path), ...closed.map(({ file }) => file)],
  };
}

function withConverted({ unread, raw }: Unmade, pages: ReadonlySet<string>): Unmade {
  const converted = unread.filter((path) => pageBeside(path, (file) => pages.has(file)) !== undefined);
  if (converted.length === 0) return { unread, raw };
  return { unread: unread.filter((path) => !converted.includes(path)), converted, raw };
}

/** To know what a file is, its beginning serves. */
const BEGINNING = 1_000_000;

function textOf(folder: string, path: string): string | undefined {
  try {
    const decoded = decode(beginningOf(join(folder, path)), path);
    return "text" in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}

/** A file's bytes; of a long one, those of its first lines. */
function beginningOf(path: string): Uint8Array {
  if (statSync(path).size <= BEGINNING) return readFileSync(path);
  const bytes = Buffer.alloc(BEGINNING);
  const file = openSync(path, "r");
  try {
    const read = bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0));
    return read.subarray(0, read.lastIndexOf("\n") + 1);
  } finally {
    closeSync(file);
  }
}

const MEGABYTE = 1_000_000;

function reasonAgainstReading(path: string, shown: string, largest: number): Report[] {
  try {
    accessSync(path, constants.R_OK);
    const { size } = statSync(path);
    if (size <= largest * MEGABYTE) return [];
    return [
      report("file-too-large", placeIn(shown), { megabytes: Number((size / MEGABYTE).toPrecision(3)), limit: largest }),
    ];
  } catch (error) {
    return [unreadable(shown, error)];
  }
}

/** Reads all pages of a content folder. Nothing is written. The parameters are those of `findFiles`. */
export function readTree(...parameters: Parameters<typeof findFiles>): SourceTree {
  const [folder] = parameters;
  const { pages, assets, unmade, reports } = findFiles(...parameters);
  const read = pages.map((path) => ({ path, ...decode(readFileSync(join(folder, path)), path) }));
  return {
    files: read.flatMap((one) => ("text" in one ? [{ path: one.path, text: one.text }] : [])),
    assets,
    unmade,
    reports: [...reports, ...read.flatMap((one) => ("report" in one ? [one.report] : []))],
  };
}

/** Files and folders that are not content: hidden ones, and installed packages. */
export function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function unreadable(path: string, error: unknown): Report {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return report("file-unreadable", placeIn(path || "."), { reason });
}
