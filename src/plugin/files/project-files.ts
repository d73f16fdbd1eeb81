/** The files that configure Eleventy (https://www.11ty.dev/docs/config/). */
export const CONFIGS = [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"] as const;

/** Those, and one in TypeScript, which Node has to be told how to load. */
export const ALL_CONFIGS = [...CONFIGS, "eleventy.config.ts"] as const;

/** Where a site's content usually is, the likeliest first. */
export const CONTENT = ["src/content", "content"] as const;

/** Folders of a project whose content is not in a folder of its own. */
export const OTHERS: ReadonlySet<string> = new Set(["_site", "_includes", "_data", "output"]);
