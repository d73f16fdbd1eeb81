import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createClaims } from "../eleventy/claims.ts";
import { fillIn } from "../eleventy/fill-in.ts";
import { type FrontMatter, pageFrontMatter } from "../eleventy/front-matter.ts";
import type { TemplateData } from "../eleventy/types.ts";
import { filesBelow } from "../files/files-below.ts";
import { isRecord } from "../maps/is-record.ts";
import { ownEntries } from "../menus/own-entries.ts";
import { allParts } from "../structure.ts";
import type { BuildToWrite } from "./build.ts";
import type { FastPage } from "./layouts.ts";

/**
 * The data and the text of pages as Eleventy would hand them to their layouts: of the data folder, of the layout, and of
 * the header. A layout that the header asks for goes before the data folder, and one that nobody asks for behind it.
 */
export function dataOfPage(build: BuildToWrite): (page: FastPage) => FrontMatter {
  const { site, gatherer, directories } = build;
  const global = readData(resolve(directories.data));
  const entries = ownEntries({ nodes: allParts(site).flatMap(({ menus }) => menus.nodes) });
  return ({ page, layout }) => {
    const source = gatherer.sourceOf(page.file);
    const own = source ? pageFrontMatter(source, gatherer.means).data : {};
    const ofLayout = own.layout === undefined ? {} : layout.data;
    const merged = [ofLayout, own].reduce<Data>(mergeData, global);
    const data: TemplateData = { ...merged, page: { inputPath: page.file } };
    const means = { ...gatherer.means, layoutData: () => layout.data };
    if (source) fillIn(data, { source, page, make: () => page, claims: createClaims() }, means);
    const entry = entries.get(page.file);
    if (entry) data.eleventyNavigation = entry;
    return { data, content: site.textOf(page) };
  };
}

type Data = Readonly<Record<string, unknown>>;

/**
 * Data and what is nearer to the page, as Eleventy's cascade merges them: objects become one, and lists follow each other.
 * What is nearer holds, but for what is to take the place of an object and is none.
 * Source: https://www.11ty.dev/docs/data-deep-merge/
 */
function mergeData(data: Data, nearer: Data): Data {
  const merged = Object.entries(nearer).map(([name, value]) => [name, mergeValue(data[name], value)] as const);
  return Object.fromEntries([...Object.entries(data), ...merged]);
}

function mergeValue(value: unknown, nearer: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(nearer)) return [...value, ...nearer];
  if (!isRecord(value)) return nearer;
  return isRecord(nearer) ? mergeData(value, nearer) : value;
}

/** The files of the data folder, by their names, as Eleventy reads them: an empty file is an empty object. */
function readData(folder: string): Record<string, unknown> {
  const entries = filesBelow(folder).map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return [basename(file, ".json"), text === "" ? {} : JSON.parse(text)] as const;
  });
  return Object.fromEntries(entries);
}
