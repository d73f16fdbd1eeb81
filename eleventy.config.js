// Eleventy looks for no TypeScript configuration by itself.
import module from "node:module";
import { isDryRun } from "./src/site/is-dry-run.js";
import { loadTypeScript } from "./src/site/load-typescript.js";

const isKept = !isDryRun(process.argv.slice(2));

// Node 22 and newer keep what they have compiled, and start in four fifths of the time.
if (isKept) module.enableCompileCache?.(".cache/node");

const here = (path) => new URL(path, import.meta.url);
const typescript = await loadTypeScript(here("eleventy.config.ts"), here("node_modules/.cache/pelican/"), isKept);
export const config = typescript.config;
export default typescript.default;
