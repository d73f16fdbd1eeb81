import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { EleventyConfig } from "./src/plugin/eleventy.ts";
import pelican from "./src/plugin/index.ts";

const SETTINGS = "_data/site.json";

/** Read before the function below, so that there the input is what was asked for: this, or `--input`. */
export const config = { dir: { input: "src/content" } };

/**
 * This site. With `--input=ANY_TREE` another content folder takes the place of its own, with the same layouts and
 * settings.
 */
export default function (eleventy: EleventyConfig): object {
  // Both are relative to the input, which may be anywhere.
  eleventy.setIncludesDirectory(relative(eleventy.directories.input, "_includes"));
  eleventy.setDataDirectory(relative(eleventy.directories.input, "_data"));
  eleventy.setUseGitIgnore(false);
  eleventy.setTemplateFormats(["md", "markdown", "mkd", "mdown", "html", "htm", "njk"]);
  eleventy.addPassthroughCopy({ "_includes/assets": "assets" });
  eleventy.addWatchTarget("_includes/assets");
  eleventy.addWatchTarget(SETTINGS, { resetConfig: true });
  eleventy.addPlugin(pelican, JSON.parse(readFileSync(SETTINGS, "utf8")));
  // What authors write is text, never a template.
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
