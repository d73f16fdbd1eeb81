import { resolve } from "node:path";
import type { CollectionItem } from "../eleventy/types.ts";
import { relativePath } from "../findings/relative-path.ts";
import { refill } from "../maps/many.ts";
import { ownEntries } from "../menus/own-entries.ts";
import type { Gathered } from "../pages/read-pages.ts";
import { publishedBefore } from "../redirects/keep-ledger.ts";
import { allParts, makeStructure, type Structure } from "../structure.ts";
import { debug } from "./debug.ts";
import type { Running } from "./running.ts";

/**
 * What is made of the pages that Eleventy has gathered by now. Where that is what it was, it is the same object.
 *
 * @param outputs the files, from the output folder, that are known to be written by templates
 */
export function structureOf(at: Running, items: CollectionItem[], outputs: readonly string[]): Structure {
  const { gatherer, prepared, navigation } = at;
  const published = publishedBefore(prepared.settings, process.cwd());
  const gathered = { ...gatherer.gather(items, outputs), published };
  if (at.structure && isSame(at.structure.gathered, gathered)) return at.structure;
  const structure = makeStructure(gathered, prepared.settings, prepared.layouts, prepared.measure);
  const parts = allParts(structure);
  const nodes = parts.flatMap(({ menus }) => menus.nodes);
  const { pages, lists, feeds } = structure;
  debug("gathered %d pages, %d lists, %d feeds", pages.length, lists.length, feeds.length);
  debug("the menus have %d entries", nodes.length);
  refill(navigation, nodes);
  gatherer.giveEntries(ownEntries({ nodes }));
  Object.assign(at, { items, structure });
  return structure;
}

/** The same; made again only where there are templates by now that were not known when it was made. */
export function structureKnowing(at: Running, items: CollectionItem[]): Structure {
  if (!at.structure) return structureOf(at, items, []);
  const { pages, others } = at.structure.gathered;
  const known = new Set([...pages.map(({ saveAs }) => saveAs), ...others]);
  const output = resolve(at.prepared.directories.output);
  const outputs = items.flatMap(({ outputPath }) => (outputPath ? [relativePath(output, outputPath)] : []));
  return outputs.every((path) => known.has(path)) ? at.structure : structureOf(at, items, outputs);
}

/** Whether nothing has changed since pages were gathered before: those that are as they were are the same objects. */
function isSame(before: Gathered, now: Gathered): boolean {
  const isEqual = <One>(some: readonly One[], others: readonly One[]) =>
    some.length === others.length && some.every((one, index) => one === others[index]);
  return (
    isEqual(before.pages, now.pages) &&
    isEqual(before.unwritten ?? [], now.unwritten ?? []) &&
    isEqual(before.incomplete ?? [], now.incomplete ?? []) &&
    isEqual(before.unwanted ?? [], now.unwanted ?? []) &&
    isEqual(before.others, now.others) &&
    isEqual(before.reports, now.reports)
  );
}
