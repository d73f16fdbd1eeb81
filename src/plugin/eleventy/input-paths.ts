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
  if (!config.hasPlugin(PLUGIN)) return undefined;
  const input = resolve(config.directories.input);
  const urls = Object.entries(inputPathToUrl).flatMap(([path, [url]]) =>
    url === undefined ? [] : [[relativePath(input, path), url] as const],
  );
  return { folder: posix.join(config.directories.input), urls: new Map(urls) };
}
