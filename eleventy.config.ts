import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { DateTime } from "luxon";
import pelican, { type EleventyConfig } from "./src/plugin/index.ts";
import { parseSettings } from "./src/plugin/settings.ts";
import { renewedOf } from "./src/site/renewed.ts";

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
  eleventy.addWatchTarget("_includes/assets");
  // A file counts as saved when it has not grown for so many milliseconds: Eleventy waits for 150, which is felt.
  eleventy.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } });
  eleventy.addWatchTarget(SETTINGS, { resetConfig: true });
  const settings = parseSettings(readFileSync(SETTINGS, "utf8"), SETTINGS);
  const isOwnContent = resolve(eleventy.directories.input) === resolve(config.dir.input);
  eleventy.addPlugin(pelican, {
    ...settings,
    // Netlify says so where it builds a branch or a pull request.
    showDrafts: ["deploy-preview", "branch-deploy"].includes(process.env.CONTEXT ?? ""),
    // The ledger is this site's: another tree has addresses of its own, and files that are edited elsewhere. Its pages
    // are not shown to anybody, nor searched.
    ...(!isOwnContent && { ledger: "", editUrl: "", socialImages: false, searchSaveAs: "" }),
  });
  eleventy.addFilter("renewed", (entries: [], kind: string) =>
    renewedOf(entries, kind, DateTime.now().setZone(settings.timezone), console.warn),
  );
  // What authors write is text, never a template.
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
