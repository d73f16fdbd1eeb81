import type { EleventyConfig, PelicanOptions } from "../plugin/index.ts" with { "resolution-mode": "import" };

/**
 * The plugin for a configuration that is a CommonJS module: `addPlugin(require("eleventy-plugin-pelican"), options)`.
 *
 * It loads the ES module, so that there is one plugin however it was asked for, and on every version of Node. Eleventy
 * waits for it.
 *
 * @throws {Error} that names every setting that is misspelt or of the wrong kind
 */
async function pelican(config: EleventyConfig, options: PelicanOptions = {}): Promise<void> {
  const plugin = await import("../plugin/index.ts");
  plugin.default(config, options);
}

export = pelican;
