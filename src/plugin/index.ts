import navigation from "@11ty/eleventy-navigation";
import {
  type Build,
  drawPictures,
  finishBuild,
  frontMatterOf,
  minifyAhead,
  piecesOf,
  startBuild,
  stopIfUnbuildable,
  tellFindings,
} from "./build.ts";
import type { Store } from "./cache/store.ts";
import { loadStore, saveStore, storeFileOf } from "./cache/store-file.ts";
import { codeVersion } from "./cache/version.ts";
import type { EleventyConfig, RenderData } from "./eleventy.ts";
import { addGenerated } from "./generated.ts";
import { createMarkdown } from "./markdown/index.ts";
import { navigationNodes } from "./navigation/entries.ts";
import { navigationToHtml } from "./navigation/filters.ts";
import { createMinifier, type Minifier } from "./output/minifier.ts";
import { minifyPage } from "./output/pieces.ts";
import { type SearchIndex, startSearchIndex, writeSearchIndex } from "./search/search-index.ts";
import { readSettings, type SettingsInput } from "./settings.ts";
import { includeCached } from "./templates/include-cached.ts";

/**
 * Builds a Pelican site's content with Eleventy, unedited.
 *
 * The whole content is read before each build; while it runs, Eleventy only asks for what is there.
 *
 * @param input the site's settings, under Pelican's names in camelCase
 * @throws {Error} that names every setting that is misspelt or of the wrong kind
 */
export default function pelican(config: EleventyConfig, input: SettingsInput = {}): void {
  const settings = readSettings(input);
  let build: Build | undefined;
  let before: Build | undefined;
  let isFinal = true;
  let store: Store | undefined;
  let minifier: Minifier | undefined;
  const version = codeVersion();
  let searchIndex: Promise<SearchIndex> | undefined;

  config.on("eleventy.before", async ({ directories, runMode, outputMode }) => {
    isFinal = runMode === "build";
    before = build;
    store ??= loadStore(storeFileOf(directories.input), version);
    minifier = isFinal ? createMinifier(store) : undefined;
    // While somebody writes, nobody shows links to the pages, and no image has far to go.
    build = startBuild(directories, isFinal ? settings : { ...settings, socialImages: false }, store, isFinal);
    stopIfUnbuildable(build, outputMode === "fs");
    if (isFinal) build = await drawPictures(build);
    if (minifier) minifyAhead(build, minifier);
    // Once while somebody writes, so that a save stays quick.
    searchIndex = outputMode === "fs" && (isFinal || !before) ? startSearchIndex(build.site) : undefined;
  });
  config.on("eleventy.after", async ({ directories }) => {
    if (!build) return;
    await finishBuild(build, isFinal);
    await writeSearchIndex(searchIndex, build.directories.output);
    await minifier?.close();
    if (store && isFinal) saveStore(store, storeFileOf(directories.input), version);
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
  config.addNunjucksTag("includeCached", (library, environment) =>
    includeCached(library, environment, () => build?.printed),
  );
  config.addFilter("assetData", (source: string) => build?.assets.dataUriOf(source) ?? source);
  config.addFilter("asset", (source: string) => build?.assets.hrefOf(source) ?? source);

  config.addTransform("pelican-minify", function (content) {
    const { inputPath, outputPath } = this.page;
    if (!build || !minifier || !outputPath || !outputPath.endsWith(".html")) return content;
    return minifyPage(content, piecesOf(inputPath, outputPath, build), minifier);
  });
}

/** A page's text was rendered with all others, its links resolved: Eleventy is handed it. Other Markdown is rendered. */
function markdownEngine(): (text: string, data: RenderData) => string {
  const markdown = createMarkdown();
  return (text, data) => (data?.pelican?.page ? text : markdown(text));
}
