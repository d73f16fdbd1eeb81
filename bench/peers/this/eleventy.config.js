// A site with this project's plugin, its layouts and its defaults. The plugin is loaded from its source, as the project's
// own configuration does it; BENCH_PLUGIN is where it is. With BENCH_FAST=1 it has `fastPages`.
import { pathToFileURL } from "node:url";

const source = pathToFileURL(process.env.BENCH_PLUGIN);
const { loadTypeScript } = await import(new URL("../site/load-typescript.js", source).href);
const { default: pelican } = await loadTypeScript(source, new URL("../../node_modules/.cache/pelican/", source));

export default function (config) {
  config.addPlugin(pelican, {
    content: ["**/*"],
    siteName: "The harbour",
    siteUrl: "https://harbour.example",
    fastPages: process.env.BENCH_FAST === "1",
  });
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "site" },
    templateFormats: ["md", "html", "njk"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
