import { posix, resolve } from "node:path";
import { relativePath } from "../../plugin/findings/relative-path.ts";
import type { PelicanOptions } from "../../plugin/settings.ts";
import type { PelicanSetting } from "./converted.ts";

/** Settings that name folders of the project's, and Pelican's defaults; each may be a list. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  OUTPUT_PATH: ["output"],
  CACHE_PATH: ["cache"],
  THEME: [],
  THEME_TEMPLATES_OVERRIDES: [],
  PLUGIN_PATHS: [],
};

/** What Eleventy and its packages have beside the content. */
const OURS = ["_site", "_includes", "_data", "node_modules"] as const;
const FILES = ["eleventy.config.js", "netlify.toml", "package.json", "package-lock.json"] as const;

/**
 * The options of a site whose content is the project's folder itself, as by Pelican's default of PATH: what the project has
 * beside its content is none. Pelican would read HTML files of a theme or of an old build there.
 *
 * @param folder the project's, absolute
 */
export function besideProject(
  options: PelicanOptions,
  settings: readonly PelicanSetting[],
  folder: string,
): PelicanOptions {
  const folders = [...new Set([...OURS, ...named(settings, folder)])];
  const excludes = (some: readonly string[] = []) => [...new Set([...some, ...folders])];
  const { staticPaths = [], ignoreFiles = [".#*"] } = options;
  const isCopied = staticPaths.some((path) => posix.normalize(path || ".").replace(/\/$/, "") === ".");
  return {
    ...options,
    articleExcludes: excludes(options.articleExcludes),
    pageExcludes: excludes(options.pageExcludes),
    staticExcludes: excludes(options.staticExcludes),
    ...(isCopied && { ignoreFiles: [...new Set([...ignoreFiles, ...FILES])] }),
  };
}

/** Folders below the project's, as paths from there; the name of a theme that Pelican brings is the path of none. */
function named(settings: readonly PelicanSetting[], folder: string): string[] {
  return Object.entries(FOLDERS).flatMap(([name, byDefault]) => {
    const value = settings.find((setting) => setting.name === name)?.value ?? byDefault;
    return [value].flat().flatMap((one) => {
      const path = typeof one === "string" ? relativePath(folder, resolve(folder, one)) : "";
      return path === "" || path.startsWith("..") ? [] : [path];
    });
  });
}
