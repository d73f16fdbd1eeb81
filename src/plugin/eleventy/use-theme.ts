import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { layoutsIn } from "../files/layouts.ts";
import type { EleventyConfig } from "./config.ts";
import { themeFolder } from "./theme-folders.ts";
import type { NunjucksEnvironment } from "./types.ts";

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
  config.addWatchTarget(slashed(relative(process.cwd(), join(resolve(includes), "assets"))));
  for (const name of layoutsIn([theme])) {
    const layout = join("layouts", `${name}.njk`);
    const own = join(folder, layout);
    if (existsSync(own)) continue;
    config.addLayoutAlias(`layouts/${name}.njk`, slashed(relative(folder, join(theme, layout))));
    // Aliases are set once: when the site gets the file, the configuration is read again.
    config.addWatchTarget(slashed(relative(process.cwd(), own)), { resetConfig: true });
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
