// A site with this project's plugin, its layouts and its defaults. The plugin is read from its source, as the project's
// own configuration does it; BENCH_PLUGIN is where it is.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

async function load(file) {
  if (process.features.typescript) return import(pathToFileURL(file).href);
  const require = createRequire(import.meta.url);
  require("tsx/cjs/api").register();
  return require(file);
}

const { default: pelican } = await load(process.env.BENCH_PLUGIN);

export default function (config) {
  config.addPlugin(pelican, { siteName: "The harbour", siteUrl: "https://harbour.example" });
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "site" },
    templateFormats: ["md", "html", "njk"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
