import type * as plugin from "../plugin/index.ts" with { "resolution-mode": "import" };

/**
 * The plugin for a configuration that is a CommonJS module: `addPlugin(require("eleventy-plugin-pelican"), options)`.
 *
 * It loads the ES module, so that there is one plugin however it was asked for, and on every version of Node. Eleventy
 * waits for it.
 *
 * @throws {Error} that names every setting that is misspelt or of the wrong kind
 */
async function pelican(config: pelican.EleventyConfig, options: pelican.PelicanOptions = {}): Promise<void> {
  const { default: register } = await import("../plugin/index.ts");
  register(config, options);
}

/** The types that go with it, as the ES module has them. */
declare namespace pelican {
  /** The same, by its name, as the ES module has it. */
  let pelican: (config: EleventyConfig, options?: PelicanOptions) => Promise<void>;
  type EleventyConfig = plugin.EleventyConfig;
  type PelicanOptions = plugin.PelicanOptions;
}

pelican.pelican = pelican;

export = pelican;
