import { accessSync, closeSync, constants, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { MEGABYTE, MOST_LINES, megabytesOf } from "../findings/bounds.ts";
import { placeIn } from "../findings/finding.ts";
import { codeOf } from "../findings/plain-error.ts";
import { type Report, report } from "../findings/report.ts";
import { memoize } from "../maps/memoize.ts";
import { decode } from "./decode.ts";
import type { SourceTree, Unmade } from "./source-file.ts";
import { type LeftOut, walkFolder } from "./walk-folder.ts";

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

/** What a site says of the files of its content folder. Paths are relative to the folder, with forward slashes. */
export interface FileRules {
  /** Whether a file or folder is not content. */
  readonly skip?: (path: string) => boolean;
  /** Whether a file that could be a page by its name is an asset. */
  readonly isAsset?: OfFile;
  /** Whether a file that could be a page by its name is content at all, and not a template of the site's own. */
  readonly isOurs?: OfFile;
  /** Whether a file that no page is made of is a source all the same. */
  readonly unmadeKind?: OfFile<UnmadeKind | undefined>;
  /** Whether the site names a hidden file, or a folder on the way to one, so that it is content. */
  readonly isNamed?: (path: string) => boolean;
  /** Whether a hidden file or folder that is no content would be copied if it were some. */
  readonly isMissed?: (path: string) => boolean;
  /** How many megabytes the file of a page may have. */
  readonly largest?: number;
}

/** Finds the files of a content folder. Links that lead out of the folder are not followed. */
export function findFiles(
  folder: string,
  {
    skip = () => false,
    isAsset = () => false,
    isOurs = () => true,
    unmadeKind = () => undefined,
    isNamed = () => false,
    isMissed = () => false,
    largest = Number.POSITIVE_INFINITY,
  }: FileRules,
): FoundFiles {
  const missed: string[] = [];
  const walked = walkFolder(folder, (name, path) => {
    if (!isPassedOver(name) || isNamed(path)) return skip(path);
    if (isMissed(path)) missed.push(path);
    return true;
  });
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
  const assets = files.filter((path) => !pages.has(path));
  const closed = [
    ...[...pages].flatMap((path) => reasonAgainstReading(join(folder, path), path, largest)),
    ...assets.flatMap((path) => reasonAgainstCopying(join(folder, path), path)),
  ];
  const closedFiles = new Set(closed.map(({ file }) => file));
  return {
    pages: [...pages].filter((path) => !closedFiles.has(path)),
    assets: assets.filter((path) => !closedFiles.has(path)),
    others,
    unmade: withConverted(unmade, pages),
    reports: [
      ...walked.leftOut.flatMap(reportsOf),
      ...closed,
      ...missed.map((path) => report("static-hidden", placeIn(path), {})),
    ],
    closed: [...walked.leftOut.map(({ path }) => path), ...closedFiles],
  };
}

function withConverted({ unread, raw }: Unmade, pages: ReadonlySet<string>): Unmade {
  const isConverted = (path: string) => pageBeside(path, (file) => pages.has(file)) !== undefined;
  const converted = unread.filter(isConverted);
  if (converted.length === 0) return { unread, raw };
  return { unread: unread.filter((path) => !isConverted(path)), converted, raw };
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

function hasTooManyLines(bytes: Uint8Array): boolean {
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0 && lines <= MOST_LINES; at = bytes.indexOf(10, at + 1)) lines++;
  return lines > MOST_LINES;
}

function reasonAgainstCopying(path: string, shown: string): Report[] {
  try {
    accessSync(path, constants.R_OK);
    return [];
  } catch (error) {
    return [unreadable(shown, error, true)];
  }
}

/** What is to be said of a page's text that would take too much memory. */
export function reportsOnSize(file: string, size: number, read: () => Uint8Array, largest: number): Report[] {
  if (size > largest * MEGABYTE)
    return [report("file-too-large", placeIn(file), { megabytes: megabytesOf(size), limit: largest })];
  return size >= MOST_LINES && hasTooManyLines(read())
    ? [report("file-too-large", placeIn(file), { mostLines: MOST_LINES })]
    : [];
}

function reasonAgainstReading(path: string, shown: string, largest: number): Report[] {
  try {
    accessSync(path, constants.R_OK);
    return reportsOnSize(shown, statSync(path).size, () => readFileSync(path), largest);
  } catch (error) {
    return [unreadable(shown, error)];
  }
}

/** Reads all pages of a content folder. Nothing is written. */
export function readTree(folder: string, rules: FileRules): SourceTree {
  const { pages, assets, unmade, reports } = findFiles(folder, rules);
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

/** A link back is followed by nobody, and nothing is missed: what it leads to is read where it is. */
function reportsOf(one: LeftOut): Report[] {
  if (one.why === "leads above") return [];
  if (one.why === "unreadable") return [unreadable(one.path, one.error)];
  return [report("file-outside", placeIn(one.path), { isSpecial: one.why === "special" })];
}

/** A page that cannot be read ends the build, and so does what may be a folder of pages; an image, by its name, does not. */
function unreadable(path: string, error: unknown, isStatic = isStaticName(path)): Report {
  const code = isStatic ? "static-unreadable" : "file-unreadable";
  // The system knows it by bytes that no text has.
  const reason = path.includes("\ufffd") ? "its name is not in UTF-8" : codeOf(error);
  return report(code, placeIn(path || "."), { reason });
}

function isStaticName(path: string): boolean {
  return /[^/]\.\w+$/.test(path) && !PAGE_FILE.test(path);
}
