import { relativePath } from "../findings/relative-path.ts";
import { withoutPath } from "../html/below-path.ts";
import type { Minifier } from "../html/minify/minifier.ts";
import { minifyPage } from "../html/minify/minify-page.ts";
import { mapUrls } from "../html/tags.ts";
import type { PlaceUrls } from "../links/place-urls.ts";
import type { Page } from "../pages/page.ts";
import type { Site } from "../site.ts";
import type { Measure } from "../times/stopwatch.ts";
import type { EleventyConfig } from "./config.ts";
import { fragmentsOf } from "./fragments.ts";
import type { PrintedIncludes } from "./include-cached.ts";
import { freeName } from "./names.ts";
import type { Directories } from "./types.ts";

/** Eleventy's plugin that puts its `pathPrefix` before addresses. */
const HTML_BASE = "@11ty/eleventy/html-base-plugin";

/** What of a build its pages are finished with. */
interface Finishing {
  readonly site: Site;
  readonly directories: Directories;
  readonly printed: PrintedIncludes;
  /** Undefined where pages stay readable. */
  readonly minifier: Minifier | undefined;
  readonly measure: Measure;
}

/** What is known of the templates of a build. */
interface Templates {
  /** Whether a template is of the content, or one of the plugin's own. */
  readonly isOurs: (inputPath: string) => boolean;
  readonly pageAt: (inputPath: string) => Page | undefined;
  /** Eleventy's own, as the site has set it. */
  readonly pathPrefix: () => string | undefined;
}

/** Finishes pages that are printed: their addresses are put where they are, and what is to be published is minified. */
export function finishPages(
  config: EleventyConfig,
  current: () => Finishing | undefined,
  { isOurs, pageAt, pathPrefix }: Templates,
): void {
  config.addTransform(freeName("pelican-minify", config.transforms), function (content) {
    const { inputPath, outputPath } = this.page;
    const build = current();
    const isHtml = typeof outputPath === "string" && outputPath.endsWith(".html");
    if (!build || !isHtml || !isOurs(inputPath)) return content;
    // Eleventy's own plugin has done it by now, where the site has that, and a prefix of its own.
    const isDone = config.hasPlugin(HTML_BASE) && /[^/]/.test(pathPrefix() ?? "");
    const saveAs = relativePath(build.directories.output, outputPath);
    const place = isDone ? replacer(build.site) : build.site.placeUrls;
    const { minifier } = build;
    if (!minifier) return place(content, saveAs);
    const fragments = fragmentsOf(pageAt(inputPath), outputPath, build);
    return build.measure("minify", async () => place(await minifyPage(content, fragments, minifier), saveAs));
  });
}

/** Where addresses have the path of the site already, only those that lead from file to file are made anew. */
function replacer({ placeUrls, settings: { relativeUrls, pathPrefix } }: Site): PlaceUrls {
  if (!relativeUrls) return (html) => html;
  return (html, saveAs) =>
    placeUrls(
      mapUrls(html, (url) => withoutPath(url, pathPrefix)),
      saveAs,
    );
}
