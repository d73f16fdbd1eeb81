import type { Site } from "../site.ts";
import { allParts, ownNotFound } from "../structure.ts";
import { textFiles } from "./text-files.ts";

/**
 * What a build of a site writes, from the output folder, as far as it is known before: what is drawn, and what has a
 * name by what is in it, is known once it is there.
 */
export function targetsOf(site: Site): string[] {
  const { files, templatePages } = site;
  const views = allParts(site).flatMap(({ pages, lists }) => [...pages, ...lists]);
  const printed = [...views, ...textFiles(site), ...templatePages].map(({ saveAs }) => saveAs);
  const notFound = ownNotFound(site);
  return [...printed, ...files.map(({ to }) => to), ...(notFound === "" ? [] : [notFound])];
}
