import type { BuildEvent } from "../eleventy/types.ts";
import { plainError } from "../findings/plain-error.ts";

/**
 * Ends a build of one file alone: the menus of all others may hold it, and Eleventy 3.1 cannot do it where a site has more
 * than that file.
 *
 * @param args what follows Eleventy's command
 * @throws {Error} in one sentence
 */
export function refuseIncrementalFile({ incremental, runMode }: BuildEvent, args: readonly string[]): void {
  if (!incremental || runMode !== "build" || process.env.ELEVENTY_SOURCE !== "cli") return;
  const isFile = (arg: string, at: number) =>
    /^--incremental=./.test(arg) || (args[at - 1] === "--incremental" && !arg.startsWith("-"));
  if (!args.some(isFile)) return;
  throw plainError(
    "Nothing was written: the menus of all pages may hold the one that changed, so build without --incremental=FILE, or with --watch --incremental.",
  );
}
