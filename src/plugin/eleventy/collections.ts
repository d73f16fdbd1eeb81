import type { NavigationNode } from "../menus/entry.ts";
import type { Structure } from "../structure.ts";
import type { EleventyConfig } from "./config.ts";
import { type Clash, nameOf } from "./names.ts";
import type { CollectionItem, CollectionsApi } from "./types.ts";

/**
 * Adds the collections `pages` and `posts`, of published ones in Eleventy's order, and `navigation`, of all menus' entries.
 * A collection or a tag of the site's own of the same name holds. Whoever lists the names of all collections, as a page of
 * tags does, does not see them.
 *
 * @param made what is made of the gathered pages, once a build, of the items of the first collection that is asked for; and
 *   all menus' entries, which are there after that
 * @param fileOf the file of a page of the content, by its input path
 * @param prefix what stands before the names
 * @param tagged told of a name that is a tag of the site's
 * @returns those that the site has collections under: its own hold
 */
export function addCollections(
  config: EleventyConfig,
  made: {
    readonly structure: (items: CollectionItem[]) => Structure | undefined;
    readonly navigation: () => readonly NavigationNode[];
  },
  fileOf: (inputPath: string) => string | undefined,
  prefix: string,
  tagged: (clash: Clash) => void,
): Clash[] {
  const clashes: Clash[] = [];
  const add = (plain: string, make: (structure: Structure, api: CollectionsApi) => readonly unknown[]) => {
    const name = nameOf(prefix, plain);
    if (Object.hasOwn(config.collections, name)) {
      clashes.push({ kind: "collection", name });
      return;
    }
    config.addCollection(name, (api) => {
      const structure = made.structure(api.items);
      const own = api.getFilteredByTag(name);
      if (own.length > 0) tagged({ kind: "tag of content", name });
      if (own.length > 0 || !structure) return own;
      hide(name, api.items);
      return make(structure, api);
    });
  };
  const ofKind = (kind: "page" | "post") => (structure: Structure, api: CollectionsApi) => {
    const files = new Set(structure.gathered.pages.filter((page) => page.kind === kind).map(({ file }) => file));
    return api.getAllSorted().filter(({ inputPath }) => files.has(fileOf(inputPath) ?? ""));
  };
  add("pages", ofKind("page"));
  add("posts", ofKind("post"));
  add("navigation", made.navigation);
  return clashes;
}

/** Eleventy sets a collection in one object of all, once it is made: there its name is not to be listed. */
function hide(name: string, items: readonly CollectionItem[]): void {
  const collections = items.find(({ data }) => data.collections)?.data.collections;
  if (collections) Object.defineProperty(collections, name, { writable: true, configurable: true, enumerable: false });
}
