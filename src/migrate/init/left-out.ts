import type { SourceFile, SourceTree } from "../../plugin/files/source-file.ts";
import { readHeader } from "../../plugin/header/read-header.ts";
import type { Settings } from "../../plugin/settings.ts";
import { planStaticFiles } from "../../plugin/static/static-files.ts";
import type { Literal } from "./literal.ts";
import type { PelicanSetting } from "./options.ts";

/** Files that a setting of Pelican's keeps from being published, which is not taken over. */
export interface LeftOut {
  readonly name: string;
  /** The file and line of the setting. */
  readonly place: string;
  /** What the setting does, from its name on. */
  readonly does: string;
  /** What to do. */
  readonly fix: string;
  /** The paths in the content folder, sorted. */
  readonly files: readonly string[];
}

/** What is published here, and Pelican's settings, some of which only say together what they leave out. */
interface Content {
  readonly settings: readonly PelicanSetting[];
  readonly pages: readonly SourceFile[];
  readonly copied: readonly string[];
}

type Found = Omit<LeftOut, "name" | "place">;

const MOVE = "Move them out of the content folder.";

/** What a setting does with files; nothing where there are none. */
function found(does: string, files: readonly string[], fix = MOVE): Found[] {
  return files.length === 0 ? [] : [{ does, fix, files }];
}

/** The settings, and how to find what each is about. */
const FINDERS: Readonly<Record<string, (value: Literal, content: Content) => Found[]>> = {
  DEFAULT_METADATA: (value, { pages }) => ofStatus(value, pages, "each page without a Status"),
  EXTRA_PATH_METADATA: withStatusOfPath,
};

/**
 * What would be published here and is not by Pelican: by settings that are not taken over.
 *
 * @param tree the content, as a build reads it
 * @param options the settings that were taken over
 */
export function findLeftOut(settings: readonly PelicanSetting[], tree: SourceTree, options: Settings): LeftOut[] {
  const pages = tree.files.filter(({ text }) => text.trim() !== "");
  const content = { settings, pages, copied: [...planStaticFiles(tree.assets, options, () => false).copied] };
  return settings.flatMap(({ name, value, place }) => {
    const find = Object.hasOwn(FINDERS, name) ? FINDERS[name] : undefined;
    return find?.(value, content).map((one) => ({ ...one, name, place })) ?? [];
  });
}

/** More files are only counted. */
const MOST = 10;

/** The message about files that must not be published. */
export function tellLeftOut(all: readonly LeftOut[]): string {
  const parts = all.map(({ place, name, does, fix, files }) => {
    const more = files.length - MOST;
    const shown = [...files.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].map((line) => `  ${line}`);
    return [`${place}  ${name} ${does}:`, ...shown, `→ ${fix}`].join("\n");
  });
  return [
    "Nothing was written: Pelican keeps files from visitors by settings that are not taken over, and they would be published.",
    ...parts,
    "Then run eleventy-pelican init again.",
  ].join("\n\n");
}

function withStatusOfPath(value: Literal, { pages }: Content): Found[] {
  return pairsOf(value).flatMap(([path, fields]) => {
    const below = pages.filter((page) => page.path === path || isIn(page.path, [path.replace(/\/+$/, "")]));
    return ofStatus(fields, below, `each page of ${python(path)} without a Status`);
  });
}

/** @param whom the pages that get the status, in words */
function ofStatus(fields: Literal, pages: readonly SourceFile[], whom: string): Found[] {
  const status = pairsOf(fields).find(([key]) => key.toLowerCase() === "status")?.[1];
  if (typeof status !== "string" || status.toLowerCase() === "published") return [];
  const files = pages.filter((page) => !hasStatus(page)).map(({ path }) => path);
  const isKnown = ["draft", "hidden"].includes(status.toLowerCase());
  const fix = `Write “Status: ${status}” into the header of each, or “Status: published” where visitors may see it.`;
  return found(`gives ${whom} the status “${status}”`, files, isKnown ? fix : MOVE);
}

function hasStatus(page: SourceFile): boolean {
  return readHeader(page).header.lines.some(({ key }) => key.toLowerCase() === "status");
}

/** Whether a file is in one of these folders; a folder is compared as Pelican does, character by character. */
function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder !== "" && path.startsWith(`${folder}/`));
}

/** A dictionary, or, as Pelican has it, too, a list of pairs. */
function pairsOf(value: Literal): (readonly [string, Literal])[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value);
  return value.flatMap((pair: Literal) => {
    const [key, one] = Array.isArray(pair) ? pair : [];
    return typeof key === "string" && one !== undefined ? [[key, one] as const] : [];
  });
}

function python(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
