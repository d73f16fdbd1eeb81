import navigation from "@11ty/eleventy-navigation";
import { frontMatterOf, pageAt, piecesOf } from "./build.ts";
import { createBuilds } from "./builds.ts";
import type { EleventyConfig, MergedConfig, RenderData } from "./eleventy.ts";
import { isTemplate, obstacleIn } from "./fast-pages/obstacles.ts";
import { addGenerated } from "./generated.ts";
import { createMarkdown } from "./markdown/index.ts";
import { navigationNodes } from "./navigation/entries.ts";
import { navigationToHtml } from "./navigation/filters.ts";
import { minifyPage } from "./output/minify-page.ts";
import { type PelicanOptions, readSettings } from "./settings.ts";
import { includeCached } from "./templates/include-cached.ts";
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
  let merged: MergedConfig | undefined;
  config.on("eleventy.config", (templates) => {
    merged = templates.getConfig();
  });
  const builds = createBuilds(settings, () => Object.keys(config.layoutAliases), {
    obstacleIn: (build) => obstacleIn(config, merged, build),
    isTemplate: (text) => isTemplate(text, merged),
  });
  config.on("eleventy-pelican.project", (answer) => answer({ settings, directories: config.directories }));
  config.on("eleventy.ignores", builds.passOver);
  config.on("eleventy.engine.njk", builds.takeEngine);
  config.on("eleventy.before", builds.start);
  config.on("eleventy.after", builds.finish);

  // No file has these delimiters, so gray-matter leaves every header alone and asks `excerpt`, before Eleventy merges
  // data. Undocumented: test/builds/ pins it.
  config.setFrontMatterParsingOptions({
    delimiters: ["\0pelican", "\0pelican"],
    excerpt: (file, options) => {
      const build = builds.current();
      if (build) Object.assign(file, frontMatterOf(file, options, build));
    },
  });
  // Eleventy would take the day on which the file was made: on a server, when it was fetched.
  config.addDateParsing(function (date) {
    const build = builds.current();
    return !date && build && pageAt(this.page.inputPath, build) ? build.started : undefined;
  });
  config.configureErrorReporting({ allowMissingExtensions: true });

  config.addExtension(["markdown", "mkd", "mdown"], { key: "md" });
  config.addExtension("htm", { key: "html" });
  config.setLibrary("md", { render: markdownEngine(), set: () => {}, disable: () => {} });

  config.addPlugin(navigation);
  config.addFilter("eleventyNavigationToHtml", (entries: [], options?: object) =>
    navigationToHtml(config, entries, options),
  );
  config.addCollection("navigation", (all) => {
    builds.takeItems(all.getAll());
    const site = builds.current()?.site;
    return site ? navigationNodes(site.menus, settings.siteName) : [];
  });
  addGenerated(config, builds.current);
  useTheme(config);
  config.addNunjucksTag("includeCached", (library, environment) =>
    includeCached(library, environment, () => builds.current()?.printed),
  );
  config.addFilter("assetData", (source: string) => builds.current()?.assets.dataUriOf(source) ?? source);
  config.addFilter("hasAsset", (source: string) => builds.current()?.assets.has(source) ?? false);
  config.addFilter("asset", (source: string) => builds.current()?.assets.hrefOf(source) ?? source);

  config.addTransform("pelican-minify", function (content) {
    const { inputPath, outputPath } = this.page;
    const build = builds.current();
    const isHtml = typeof outputPath === "string" && outputPath.endsWith(".html");
    const minifier = build?.minifier;
    if (!minifier || !isHtml) return content;
    return build.measure("minify", () => minifyPage(content, piecesOf(inputPath, outputPath, build), minifier));
  });
}

/** A page's text was rendered with all others, its links resolved: Eleventy is handed it. Other Markdown is rendered. */
function markdownEngine(): (text: string, data: RenderData) => string {
  const markdown = createMarkdown();
  return (text, data) => (data?.pelican?.page ? text : markdown(text));
}
