// Eleventy looks for no TypeScript configuration by itself. Node 22.18 and newer read eleventy.config.ts as it is;
// older ones need a loader, which must be registered before the first .ts file is asked for, hence the dynamic imports.
if (!process.features.typescript) (await import("tsx/esm/api")).register();

const typescript = await import("./eleventy.config.ts");
export const config = typescript.config;
export default typescript.default;
