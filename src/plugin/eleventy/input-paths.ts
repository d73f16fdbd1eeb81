import { posix, resolve } from "node:path";
import { relativePath } from "../findings/relative-path.ts";
import type { InputPaths } from "../links/input-paths.ts";
import type { EleventyConfig } from "./config.ts";

const PLUGIN = "@11ty/eleventy/inputpath-to-url-transform-plugin";

/**
 * Eleventy's addresses of its templates, where a plugin of its own makes addresses of the paths in links.
 *
 * @param inputPathToUrl what Eleventy hands to a listener to `eleventy.contentMap`
 */
export function inputPathsOf(
  config: EleventyConfig,
  inputPathToUrl: Readonly<Record<string, readonly string[]>>,
): InputPaths | undefined {
  if (!config.hasPlugin(PLUGIN) && !isAddedWithin(config, inputPathToUrl)) return undefined;
  const input = resolve(config.directories.input);
  const urls = Object.entries(inputPathToUrl).flatMap(([path, [url]]) =>
    url === undefined ? [] : [[relativePath(input, path), url] as const],
  );
  return { folder: posix.join(config.directories.input), urls: new Map(urls) };
}

/**
 * Whether another plugin has added it: Eleventy does not note those. What changes addresses is tried with a path; before it
 * was told of Eleventy's addresses, it says that it lacks them. Undocumented: test/builds/idioms.test.ts pins it.
 */
function isAddedWithin(
  { htmlTransformer }: EleventyConfig,
  inputPathToUrl: Parameters<typeof inputPathsOf>[1],
): boolean {
  const [path = "", [url] = []] =
    Object.entries(inputPathToUrl).find(([one, [to]]) => to !== undefined && to !== one) ?? [];
  const context = { page: { inputPath: path, url, outputPath: "" } };
  return htmlTransformer.getCallbacks("html", context).some(({ fn }) => {
    try {
      return url !== undefined && fn.call(context, posix.basename(path), { attribute: "href", tag: "a" }) === url;
    } catch (error) {
      return error instanceof Error && error.message.includes("contentMap");
    }
  });
}
