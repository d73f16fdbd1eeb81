import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Libraries that are large or native, and that not every site uses: a site installs those that it uses. They are
 * `peerDependencies` that are optional, so that they are found beside the plugin by any package manager.
 */
export type Library =
  | "@11ty/eleventy-img"
  | "@asciidoctor/core"
  | "@expo-google-fonts/roboto-slab"
  | "@resvg/resvg-js"
  | "@sveltia/cms"
  | "html-minifier-terser"
  | "lightningcss"
  | "pagefind"
  | "temml"
  | "terser";

/** Whether a library can be loaded. Its folder is looked for: some let nothing else of them be asked for by name. */
export function isInstalled(library: Library): boolean {
  return libraryFolder(library) !== undefined;
}

/** Where a library is; undefined where it is not installed. */
export function libraryFolder(library: Library | "@11ty/eleventy"): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(library) ?? [];
  return folders.map((folder) => join(folder, library)).find((folder) => existsSync(join(folder, "package.json")));
}

/** Loads a library at once, which only one that is CommonJS allows. @throws where it is not installed */
export function requireLibrary(library: Library): unknown {
  return createRequire(import.meta.url)(library);
}
