import navigation from "@11ty/eleventy-navigation";
import { type Build, frontMatterOf, isLeftOut, startBuild, stopIfUnreadable } from "./build.ts";
import type { EleventyConfig } from "./eleventy.ts";
import { report } from "./findings/report.ts";
import { createMarkdown } from "./markdown/index.ts";
import { navigationNodes } from "./navigation/entries.ts";
import { navigationToHtml } from "./navigation/filters.ts";
import { minifyHtml } from "./output/minify.ts";
import { type SettingsInput, settingsSchema } from "./settings.ts";

/**
 * Builds a Pelican site's content with Eleventy, unedited.
 *
 * The whole content is read before each build; while it runs, Eleventy only asks for what is there.
 *
 * @param input the site's settings, under Pelican's names in camelCase
 * @throws {z.ZodError} where a setting is misspelt or of the wrong kind
 */
export default function pelican(config: EleventyConfig, input: SettingsInput = {}): void {
  const settings = settingsSchema.parse(input);
  let build: Build | undefined;
  let isFinal = true;

  config.on("eleventy.before", ({ directories, runMode }) => {
    isFinal = runMode === "build";
    build = startBuild(directories, settings);
    stopIfUnreadable(build.site);
  });
  config.on("eleventy.after", () => {
    const text = build ? report(build.site.findings) : "";
    if (text !== "") console.error(`\n${text}\n`);
  });

  // No file has these delimiters, so gray-matter leaves every header alone and asks `excerpt`, before Eleventy merges
  // data. Undocumented: test/front-matter.test.ts pins it.
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
  config.setLibrary("md", { render: createMarkdown(), set: () => {}, disable: () => {} });

  config.addCollection("navigation", () => (build ? navigationNodes(build.site.menus, settings.siteName) : []));
  config.addPlugin(navigation);
  config.addFilter("eleventyNavigationToHtml", (entries: [], options?: object) =>
    navigationToHtml(config, entries, options),
  );

  config.addTransform("pelican-minify", function (content) {
    const path = this.page.outputPath;
    return isFinal && path !== false && path.endsWith(".html") ? minifyHtml(content) : content;
  });
}
