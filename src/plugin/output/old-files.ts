import { existsSync, lstatSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { keep, nameOfFolder, readKeptAs } from "../cache/kept-file.ts";
import { filesBelow } from "../files/files-below.ts";
import { isWithin } from "../files/is-within.ts";
import type { UnderWay } from "./under-way.ts";

/** Where it is kept what a build wrote, from the project's folder, for so many content folders. */
const FOLDER = ".cache/output";
const MOST = 8;
const VERSION = "output 1";

/** A file as a build left it: whoever has written it since, its size or its time is another. */
type Row = readonly [saveAs: string, size: number, time: number];
const ROWS: z.ZodType<Row[]> = z.array(z.tuple([z.string(), z.number(), z.number()]));

/**
 * Removes from the output folder what the last build of the same content wrote and this one did not; what anybody else
 * put there, or has changed since, stays. Then it is kept what this build wrote.
 *
 * @param input the content folder
 * @param written what the plugin's part of this build wrote, from the output folder
 * @param others what Eleventy wrote besides
 * @param broken a build before that did not come to its end: what it wrote counts as well
 * @returns what was removed, and why it could not be kept what this build wrote
 */
export function removeOldFiles(
  input: string,
  output: string,
  written: Iterable<string>,
  others: Iterable<string>,
  broken?: UnderWay,
): { readonly removed: readonly string[]; readonly unkept: string | undefined } {
  const file = join(FOLDER, nameOfFolder(`${resolve(output)}\n${resolve(input)}`));
  const rows = [...new Set(written)].sort().flatMap((saveAs) => rowsOf(output, saveAs));
  const kept = new Set([...rows.map(([saveAs]) => saveAs), ...others]);
  const old = [...rowsIn(file), ...(broken ? rowsOfBroken(output, broken) : [])].filter(
    ([saveAs]) => !kept.has(saveAs),
  );
  const removed = [...new Set(old.filter((row) => isAsItWas(output, row)).map(([saveAs]) => saveAs))];
  for (const saveAs of removed) remove(output, saveAs);
  return { removed, unkept: keep(file, VERSION, [Buffer.from(JSON.stringify(rows))], MOST) };
}

/** Where files have names that change with what is in them, from the output folder. */
const ASSETS = "assets";

/** What a build that broke off has written, as it is now. */
function rowsOfBroken(output: string, { start, targets }: UnderWay): Row[] {
  const assets = existsSync(join(output, ASSETS)) ? filesBelow(join(output, ASSETS)) : [];
  const named = assets.filter((path) => /[-.][\da-f]{8}/.test(path)).map((path) => `${ASSETS}/${path}`);
  return [...targets, ...named].flatMap((saveAs) => rowsOf(output, saveAs)).filter(([, , time]) => time >= start);
}

function rowsIn(file: string): Row[] {
  return readKeptAs(file, VERSION, (bytes) => ROWS.parse(JSON.parse(bytes.toString()))) ?? [];
}

/** One, or none where there is no such file, or can be none of such a name. */
function rowsOf(output: string, saveAs: string): Row[] {
  try {
    const status = lstatSync(join(output, saveAs));
    return status.isFile() ? [[saveAs, status.size, status.mtimeMs]] : [];
  } catch {
    return [];
  }
}

/** A link may have taken the place of a folder: nothing outside is removed. */
function isAsItWas(output: string, [saveAs, size, time]: Row): boolean {
  const [now] = rowsOf(output, saveAs);
  if (!now || now[1] !== size || now[2] !== time) return false;
  return isWithin(realpathSync(dirname(join(output, saveAs))), realpathSync(output));
}

/** The folders that are empty by it go, too. */
function remove(output: string, saveAs: string): void {
  const file = join(output, saveAs);
  try {
    rmSync(file);
    for (let folder = dirname(file); folder !== join(output) && isWithin(folder, output); folder = dirname(folder)) {
      rmdirSync(folder);
    }
  } catch {
    // Other files are in the folder, or somebody else was quicker.
  }
}
