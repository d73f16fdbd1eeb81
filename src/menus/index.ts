import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "../plugin/eleventy/config.ts";
import { isFilter } from "../plugin/eleventy/names.ts";
import { addNavigationFilters } from "../plugin/eleventy/navigation-filters.ts";
import { printText, tellFindings } from "../plugin/findings/tell-findings.ts";
import { ELEVENTY } from "../plugin/versions.ts";
import { type MenusMade, menusOf, rules } from "./make.ts";
import { type MenuOptions, readMenuOptions } from "./options.ts";

export type { EleventyConfig } from "../plugin/eleventy/config.ts";
export type { MenuOptions } from "./options.ts";

/** A page's address → the key of the sidebar that it shows. */
const SIDEBAR_FILTER = "pelicanSidebar";
/** Of a page that shows none: no menu has this key. An empty one would stand for all menus. */
const NO_SIDEBAR = "no-sidebar";

/**
 * The menus alone, for a site that is Eleventy's: of the fields of menus in the pages' data, the entries of all menus are
 * made, in `collections.navigation`, and what is wrong with them is told after the build. Nothing else is touched.
 *
 * @param config what Eleventy hands to a configuration
 * @param input all of it is optional
 * @throws {Error} that names every option that is misspelt or of the wrong kind, and where Eleventy is of another version
 */
export function pelicanMenus(config: EleventyConfig, input: MenuOptions = {}): void {
  config.versionCheck(ELEVENTY);
  const settings = readMenuOptions(input);
  const { collection } = settings;
  let made: MenusMade | undefined;
  let before: MenusMade | undefined;
  addNavigationFilters(config);
  if (!isFilter(config, SIDEBAR_FILTER)) {
    config.addFilter(SIDEBAR_FILTER, (url: string) => made?.sidebarKeys.get(url) ?? NO_SIDEBAR);
  }
  // All plugins have been asked by now: a collection of the site's own holds.
  config.on("eleventy.config", () => {
    if (Object.hasOwn(config.collections, collection)) return printText(taken(collection));
    config.addCollection(collection, (api) => {
      made = menusOf(api.getAll(), config.directories.input, settings);
      return made.menus.nodes;
    });
  });
  config.on("eleventy.after", ({ runMode }) => {
    if (!made) return;
    const { findings } = made;
    const { strict } = settings;
    const sourceOf = textIn(config.directories.input);
    tellFindings(
      { findings, before: before?.findings, isFinal: runMode === "build", strict },
      { sourceOf, kinds: rules },
    );
    before = made;
  });
}

export default pelicanMenus;

function taken(collection: string): string {
  return `The collection “${collection}” is the site's own, so the menus are in none. Give them another name: { collection: "menus" }.`;
}

function textIn(folder: string): (file: string) => string | undefined {
  return (file) => {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch {
      // A virtual template has no file.
      return undefined;
    }
  };
}
