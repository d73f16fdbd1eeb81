import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { keep, nameOfFolder, readKeptAs } from "../cache/kept-file.ts";

/** A build that has begun to write. */
export interface UnderWay {
  /** When it began; a disk's clock may be a little behind. */
  readonly start: number;
  /** What it was to write, from the output folder. */
  readonly targets: readonly string[];
}

/** Where it is marked that a build is under way, for so many content folders. */
const FOLDER = ".cache/under-way";
const MOST = 8;
const VERSION = "under way 1";
const BEHIND = 1_000;
const FORM: z.ZodType<UnderWay> = z.object({ start: z.number(), targets: z.array(z.string()) });

const fileOf = (input: string, output: string): string =>
  join(FOLDER, nameOfFolder(`${resolve(output)}\n${resolve(input)}`));

/**
 * Marks that a build is under way. One that is ended leaves a site that is half new, and files that no build lists. Where
 * Eleventy writes into the files themselves (`eleventy/write-whole-files.ts`), one of them may hold a part.
 *
 * @param targets what it is to write
 * @returns what was under way before and did not come to its end
 */
export function beginWriting(input: string, output: string, targets: readonly string[]): UnderWay | undefined {
  const file = fileOf(input, output);
  const before = readKeptAs(file, VERSION, (bytes) => FORM.parse(JSON.parse(bytes.toString())));
  const now: UnderWay = {
    start: before?.start ?? Date.now() - BEHIND,
    targets: [...new Set([...(before?.targets ?? []), ...targets])],
  };
  keep(file, VERSION, [Buffer.from(JSON.stringify(now))], MOST);
  return before;
}

/** Takes the mark away, where all is written. */
export function endWriting(input: string, output: string): void {
  try {
    rmSync(fileOf(input, output), { force: true });
  } catch {
    // As with all that is kept: a folder that cannot be written fails no build.
  }
}
