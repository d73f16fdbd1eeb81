import type { BuildEvent, CollectionItem } from "../eleventy/types.ts";

/*
 * Eleventy 3.1 tells no listener that a run is dry, but for JSON. By the command it is known from the beginning. By
 * Eleventy's own interface it is known once there are templates, which is before anything is drawn or written.
 */

/** Whether nothing is to be written, as far as it is known before the build. */
export function isDryFromStart({ outputMode }: BuildEvent, args: readonly string[]): boolean {
  return outputMode !== "fs" || (process.env.ELEVENTY_SOURCE === "cli" && isAsked(args));
}

/** As Eleventy's command reads it: the last one tells. */
function isAsked(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const last = (end < 0 ? args : args.slice(0, end)).findLast((arg) => /^--(?:no-)?dryrun(?:=|$)/.test(arg));
  return last !== undefined && /^--dryrun(?:$|=(?!false$))/.test(last);
}

/**
 * Whether nothing is to be written, by Eleventy's own templates.
 *
 * @param items what is in Eleventy's collections
 */
export function isDryByItems(items: readonly CollectionItem[] = []): boolean {
  return items.length > 0 && items.every(({ template }) => template?.isDryRun === true);
}

/**
 * Whether a build was dry that has nothing in its collections: nothing was written of what is always written.
 *
 * @param isPrinted whether the site has what a template of the plugin's own prints, a list or robots.txt, say
 */
export function wroteNothing(
  { incremental, results = [] }: BuildEvent,
  items: readonly CollectionItem[],
  isPrinted: boolean,
): boolean {
  // There, what has not changed is not written either.
  return !incremental && items.length === 0 && isPrinted && results.length === 0;
}
