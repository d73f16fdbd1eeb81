import type * as plugin from "../menus/index.ts" with { "resolution-mode": "import" };

/**
 * The menus alone, for a configuration that is a CommonJS module: see `commonjs.cts`.
 *
 * @throws {Error} that names every option that is misspelt or of the wrong kind
 */
async function pelicanMenus(config: pelicanMenus.EleventyConfig, options: pelicanMenus.MenuOptions = {}): Promise<void> {
  const { default: register } = await import("../menus/index.ts");
  register(config, options);
}

/** The types that go with it, as the ES module has them. */
declare namespace pelicanMenus {
  /** The same, by its name, as the ES module has it. */
  let pelicanMenus: (config: EleventyConfig, options?: MenuOptions) => Promise<void>;
  type EleventyConfig = plugin.EleventyConfig;
  type MenuOptions = plugin.MenuOptions;
}

pelicanMenus.pelicanMenus = pelicanMenus;

export = pelicanMenus;
