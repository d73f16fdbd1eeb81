import { resolve } from "node:path";
import { reasonAgainstKeeping } from "../cache/unwritable.ts";
import type { BuildEvent } from "../eleventy/types.ts";
import { removeUnfinishedFolder } from "../files/output-folder.ts";
import { printable } from "../findings/printable.ts";
import { relativePath } from "../findings/relative-path.ts";
import { removeOldFiles } from "../output/old-files.ts";
import { targetsOf } from "../output/targets.ts";
import { beginWriting, endWriting, type UnderWay } from "../output/under-way.ts";
import type { Build } from "./build.ts";

/** So many files are named; nobody reads more. */
const MOST_NAMED = 10;

/** Before anything is written: the mark that it will be, and whether one is there. */
export function beginOutput({ site, directories }: Build): UnderWay | undefined {
  const broken = beginWriting(directories.input, resolve(directories.output), targetsOf(site));
  if (broken) {
    console.error(
      printable(`The last build was ended before its end: what it left in ${directories.output} is made anew.`),
    );
  }
  return broken;
}

/** All is written. */
export function endOutput({ directories }: Build): void {
  endWriting(directories.input, resolve(directories.output));
}

/** At a build's end: files that the site no longer has go, and what a build left that was ended before its end. */
export function tidyOutput(
  { site, output, directories }: Build,
  { results = [] }: BuildEvent,
  broken: UnderWay | undefined,
): void {
  const folder = resolve(directories.output);
  removeUnfinishedFolder(folder);
  if (!site.settings.removeOld) return;
  // With --incremental Eleventy tells no more than what it has written anew.
  const anew = results.flatMap(({ outputPath }) => (outputPath ? [relativePath(folder, outputPath)] : []));
  const others = [...anew, ...site.gathered.others];
  const written = [...targetsOf(site), ...output.files];
  const { removed, unkept } = removeOldFiles(directories.input, folder, written, others, broken);
  // Where nothing can be kept at all, that was told when the build began.
  if (unkept !== undefined && reasonAgainstKeeping() === undefined) {
    console.error(
      printable(
        `It cannot be kept in .cache what was written (${unkept}): what the site later no longer has stays in ${directories.output}.`,
      ),
    );
  }
  if (removed.length === 0) return;
  const more = removed.length > MOST_NAMED ? ` and ${removed.length - MOST_NAMED} more` : "";
  const names = removed.slice(0, MOST_NAMED).join(", ");
  console.error(printable(`Removed from ${directories.output} what the site no longer has: ${names}${more}.`));
}
