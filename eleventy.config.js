// Eleventy looks for no TypeScript configuration by itself. Node 22.18 and newer read eleventy.config.ts as it is;
// older ones need a loader. tsx's loader for CommonJS works in this thread: the one for ES modules asks another thread for
// each of our modules, and takes half as long again.
import module, { createRequire } from "node:module";

// Node 22 and newer keep what they have compiled, and start in four fifths of the time.
module.enableCompileCache?.(".cache/node");

async function load() {
  if (process.features.typescript) return import("./eleventy.config.ts");
  const require = createRequire(import.meta.url);
  require("tsx/cjs/api").register();
  return require("./eleventy.config.ts");
}

const typescript = await load();
export const config = typescript.config;
export default typescript.default;
