import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../plugin/files/decode.ts";
import { PAGE_FILE, reportsOnSize } from "../../plugin/files/read-tree.ts";
import type { SourceFile, SourceTree } from "../../plugin/files/source-file.ts";
import { relativePath } from "../../plugin/findings/relative-path.ts";
import type { Site } from "../../plugin/site.ts";
import type { LoadedSite } from "../loaded-site.ts";
import { changedBetween, type Stamps, stampsOf } from "./disk.ts";

/** A site with the texts that somebody is writing in place of those on the disk. */
export interface EditedSite {
  /** The content folder, absolute. */
  readonly content: string;
  /** A text that is being written, by the full path of its file; undefined where it is as on the disk again. */
  readonly setText: (file: string, text: string | undefined) => void;
  /**
   * Takes over what was written to the disk in the meantime.
   *
   * @returns whether it can: where other files changed than texts of pages, the site has to be loaded anew
   */
  readonly followDisk: () => boolean;
  /** The site as it is now, and what it is made of. It is made anew where a text changed. */
  readonly now: () => Made;
  readonly remake: LoadedSite["remake"];
}

export interface Made {
  readonly site: Site;
  readonly tree: SourceTree;
}

/**
 * @param stamps the files as they were when it was loaded
 * @param project the project's folder
 */
export function createEditedSite(loaded: LoadedSite, content: string, project: string, stamps: Stamps): EditedSite {
  const texts = new Map<string, SourceFile>();
  const { largestText } = loaded.settings;
  let [onDisk, last] = [loaded.tree, stamps];
  let made: Made | undefined = { site: loaded.site, tree: loaded.tree };
  const setText = (file: string, text: string | undefined) => {
    const path = relativePath(content, file);
    const isNew = text !== undefined && !isOnDisk(text, file, path);
    if (isNew ? texts.get(path)?.text === text : !texts.has(path)) return;
    if (isNew) texts.set(path, { path, text });
    else texts.delete(path);
    made = undefined;
  };
  const followDisk = () => {
    const stampsNow = stampsOf(content, project);
    const changed = changedBetween(last, stampsNow);
    const read = changed.map((file) => pageOnDisk(file, content, onDisk));
    if (!read.every((one) => one !== undefined)) return false;
    last = stampsNow;
    const written = new Map(read.map((one) => [one.path, one]));
    if (read.length > 0) [onDisk, made] = [withTexts(onDisk, written, largestText), undefined];
    return true;
  };
  const now = () => {
    if (made) return made;
    const own = new Map([...texts].filter(([path]) => isPage(path, onDisk, content)));
    const tree = withTexts(onDisk, own, largestText);
    made = { tree, site: loaded.remake(tree) };
    return made;
  };
  return { content, setText, followDisk, now, remake: loaded.remake };
}

/** Whether a text is that of its file. An editor shows something else of bytes that are no text: these are as they are. */
function isOnDisk(text: string, file: string, path: string): boolean {
  try {
    const read = decode(readFileSync(file), path);
    return !("text" in read) || read.text === text.replace(/^\ufeff/, "");
  } catch {
    return false;
  }
}

/** The new text of a page that the site has already; undefined for anything else. */
function pageOnDisk(file: string, content: string, { files }: SourceTree): SourceFile | undefined {
  const path = relativePath(content, file);
  if (!files.some((one) => one.path === path)) return undefined;
  try {
    const read = decode(readFileSync(file), path);
    return "text" in read && read.text.trim() !== "" ? { path, text: read.text } : undefined;
  } catch {
    // It is gone.
    return undefined;
  }
}

/**
 * Whether what somebody is writing is a page, or would be one: one of the site's; one of which it is told why no page is
 * made of it; or a new one. What is there and of no concern to the site, it does not look at.
 */
function isPage(path: string, { files, reports }: SourceTree, content: string): boolean {
  const isKnown = files.some((file) => file.path === path) || reports.some(({ file }) => file === path);
  return isKnown || (PAGE_FILE.test(path) && !existsSync(join(content, path)));
}

/** A text that would take too much memory is a finding, as it would be on the disk. */
function withTexts(tree: SourceTree, texts: ReadonlyMap<string, SourceFile>, largest: number): SourceTree {
  const ofSize = [...texts.values()].flatMap(({ path, text }) =>
    reportsOnSize(path, Buffer.byteLength(text), () => Buffer.from(text), largest),
  );
  const large = new Set(ofSize.map(({ file }) => file));
  const known = new Set(tree.files.map(({ path }) => path));
  const files = tree.files.map((file) => {
    const now = texts.get(file.path);
    return now === undefined || now.text === file.text ? file : now;
  });
  const added = [...texts.values()].filter(({ path }) => !known.has(path));
  return {
    ...tree,
    files: [...files, ...added].filter(({ path }) => !large.has(path)),
    // What was wrong with a file that was not read says nothing of its new text.
    reports: [...tree.reports.filter(({ file }) => !texts.has(file)), ...ofSize],
  };
}
