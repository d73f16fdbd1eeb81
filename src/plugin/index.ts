import navigation from "@11ty/eleventy-navigation";
import {
  type Build,
  finishBuild,
  frontMatterOf,
  isLeftOut,
  startBuild,
  stopIfUnbuildable,
  tellFindings,
} from "./build.ts";
import type { EleventyConfig, RenderData } from "./eleventy.ts";
import { addGenerated } from "./generated.ts";
import { createMarkdown } from "./markdown/index.ts";
import { navigationNodes } from "./navigation/entries.ts";
import { navigationToHtml } from "./navigation/filters.ts";
import { minifyHtml } from "./output/minify.ts";
import { type PelicanOptions, readSettings } from "./settings.ts";
import { useTheme } from "./theme/use-theme.ts";

export type { EleventyConfig } from "./eleventy.ts";
export type { PelicanOptions } from "./settings.ts";

/**
 * Builds a Pelican site's content with Eleventy, unedited.
 *
 * The whole content is read before each build; while it runs, Eleventy only asks for what is there.
 *
 * @param config what Eleventy hands to a configuration
 * @param input the site's settings, under Pelican's names in camelCase, all of them optional
 * @throws {Error} that names every setting that is misspelt or of the wrong kind, and where Eleventy is older than 3.1
 */
export default function pelican(config: EleventyConfig, input: PelicanOptions = {}): void {
  config.versionCheck(">=3.1 <4");
  const settings = readSettings(input);
  let build: Build | undefined;
  let before: Build | undefined;
  let isFinal = true;

  config.on("eleventy-pelican.project", (answer) => answer({ settings, directories: config.directories }));
  config.on("eleventy.before", ({ directories, runMode, outputMode }) => {
    isFinal = runMode === "build";
    before = build;
    // While somebody writes, nobody shows links to the pages.
    build = startBuild(directories, isFinal ? settings : { ...settings, socialImages: false }, isFinal);
    stopIfUnbuildable(build, outputMode === "fs");
  });
  config.on("eleventy.after", async () => {
    if (!build) return;
    await finishBuild(build, isFinal);
    tellFindings(build, before, isFinal);
  });

  // No file has these delimiters, so gray-matter leaves every header alone and asks `excerpt`, before Eleventy merges
  // data. Undocumented: test/builds/ pins it.
  config.setFrontMatterParsingOptions({
    delimiters: ["\0pelican", "\0pelican"],
    excerpt: (file, options) => {
      if (build) Object.assign(file, frontMatterOf(file, options, build));
    },
  });
  config.addPreprocessor("pelican", "md,html", ({ page }) => !(build && isLeftOut(page.inputPath, build)) && undefined);
  config.configureErrorReporting({ allowMissingExtensions: true });

  config.addExtension(["markdown", "mkd", "mdown"], { key: "md" });
  config.addExtension("htm", { key: "html" });
  config.setLibrary("md", { render: markdownEngine(), set: () => {}, disable: () => {} });

  config.addPlugin(navigation);
  config.addFilter("eleventyNavigationToHtml", (entries: [], options?: object) =>
    navigationToHtml(config, entries, options),
  );
  config.addCollection("navigation", () => (build ? navigationNodes(build.site.menus, settings.siteName) : []));
  addGenerated(config, () => build);
  useTheme(config);
  config.addFilter("assetData", (source: string) => build?.assets.dataUriOf(source) ?? source);
  config.addFilter("hasAsset", (source: string) => build?.assets.has(source) ?? false);
  config.addFilter("asset", (source: string) => build?.assets.hrefOf(source) ?? source);

  config.addTransform("pelican-minify", function (content) {
    const path = this.page.outputPath;
    return isFinal && path !== false && path.endsWith(".html") ? minifyHtml(content) : content;
  });
}

/** A page's text was rendered with all others, its links resolved: Eleventy is handed it. Other Markdown is rendered. */
function markdownEngine(): (text: string, data: RenderData) => string {
  const markdown = createMarkdown();
  return (text, data) => (data?.pelican?.page ? text : markdown(text));
}
