import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { layoutsIn } from "../files/layouts.ts";
import type { EleventyConfig } from "./config.ts";
import { layoutEndings, siteLayouts, themeFolder } from "./theme-folders.ts";
import type { NunjucksEnvironment } from "./types.ts";

/** Of these engines a site may add a layout of the theme's name while it is served. */
const WATCHED = ["njk", "liquid", "vto", "webc", "11ty.js"];

/**
 * Lets the theme's layouts and includes serve wherever the site has no file of the same name in its own includes.
 *
 * Eleventy looks for layouts in one folder, so the others get an alias. Nunjucks takes a further loader, which it asks
 * last. An environment of the plugin's own (`setLibrary`) would drop the site's, and its options.
 */
export function useTheme(config: EleventyConfig): void {
  const theme = themeFolder();
  const { includes, layouts } = config.directories;
  // Where the site keeps its own.
  const folder = resolve(layouts ?? includes);
  const sites = siteLayouts({ includes, layouts }, {}, layoutEndings(config));
  for (const [name, file] of layoutsIn([theme])) {
    if (existsSync(join(folder, file)) || Object.hasOwn(config.layoutAliases, file)) continue;
    const own = sites.get(name) ?? file;
    // The site may have it in another engine.
    config.addLayoutAlias(file, own === file ? slashed(relative(folder, join(theme, file))) : own);
    // Aliases are set once: when the site gets the file, the configuration is read again. Eleventy watches the folder as it
    // is. Its watcher must not be told of files that are not there: it would then hear of no other that comes to the folder.
    for (const ending of WATCHED) {
      const path = join(folder, "layouts", `${name}.${ending}`);
      config.watchTargetsConfigReset.add(slashed(relative(process.cwd(), path)));
    }
  }

  const known = new WeakSet<NunjucksEnvironment>();
  config.on("eleventy.engine.njk", ({ nunjucks, environment }) => {
    // A site's own environment comes again with each build.
    if (known.has(environment)) return;
    known.add(environment);
    // Made ready by an environment, which gives it its cache.
    environment.loaders.push(...new nunjucks.Environment(new nunjucks.FileSystemLoader(theme)).loaders);
  });
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
