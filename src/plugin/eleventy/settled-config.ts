import { pathPrefixOf } from "../settings/path-prefix.ts";
import type { Settings } from "../settings.ts";
import type { EleventyConfig } from "./config.ts";
import type { Gatherer } from "./gatherer.ts";
import { dependOnPages } from "./incremental.ts";
import { failIfReplaced, matterOptionsFor } from "./matter-options.ts";
import { openMarkdown, type RenderOurs } from "./open-markdown.ts";
import type { ExtensionMap, MatterOptions, MergedConfig } from "./types.ts";

/** The configuration with all that plugins have set, which is known once all of them have been asked. */
export interface SettledConfig {
  readonly merged: () => MergedConfig | undefined;
  /** As the site has set it, without the path of its address. */
  readonly pathPrefix: () => string | undefined;
  /** How the site has Eleventy read front matter. */
  readonly siteMatter: () => MatterOptions;
  readonly extensions: () => ExtensionMap | undefined;
  /** Whether lists, feeds and the like can be printed. */
  readonly hasNunjucks: () => boolean;
  /** @throws {Error} where others have changed it later in a way that would lose headers in silence */
  readonly check: () => void;
}

interface SettledMeans {
  readonly settings: Settings;
  readonly gatherer: () => Gatherer | undefined;
  readonly renderOurs: RenderOurs;
  /** Adds the templates that can be added no earlier. */
  readonly addTemplates: () => void;
}

/** Takes the configuration when it is settled, and sets there what is for the pages of the content alone. */
export function settleConfig(config: EleventyConfig, means: SettledMeans): SettledConfig {
  const { settings, gatherer, renderOurs } = means;
  let merged: MergedConfig | undefined;
  let pathPrefix: string | undefined;
  let siteMatter: MatterOptions | undefined;
  let matterOptions: MatterOptions | undefined;
  let extensions: ExtensionMap | undefined;
  config.on("eleventy.extensionmap", (map) => {
    extensions = map;
  });
  config.on("eleventy.config", (templates) => {
    const isAnew = merged !== templates.getConfig();
    merged = templates.getConfig();
    dependOnPages(merged.uses, (inputPath) => gatherer()?.fileOf(inputPath) !== undefined);
    // While somebody writes, it comes again with each build.
    if (!isAnew) return;
    const { md } = merged.libraryOverrides;
    if (md) openMarkdown(md, renderOurs);
    pathPrefix = merged.pathPrefix;
    const path = pathPrefixOf(settings, pathPrefix);
    // Its server and its filter “url” have the path of the site's address, too.
    if (path !== "") merged.pathPrefix = `${path}/`;
    siteMatter = merged.frontMatterParsingOptions;
    matterOptions = matterOptionsFor(siteMatter, gatherer);
    merged.frontMatterParsingOptions = matterOptions;
    means.addTemplates();
    Object.assign(merged.virtualTemplates, config.virtualTemplates);
  });
  return {
    merged: () => merged,
    pathPrefix: () => pathPrefix,
    siteMatter: () => siteMatter ?? {},
    extensions: () => extensions,
    hasNunjucks: () => merged?.templateFormats.includes("njk") !== false,
    check: () => {
      if (merged) failIfReplaced(merged, matterOptions);
    },
  };
}
