/** The files that configure Eleventy (https://www.11ty.dev/docs/config/). */
export const CONFIGS = [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"] as const;

/** Where a site's content usually is, the likeliest first. */
export const CONTENT = ["src/content", "content"] as const;

/** Folders of a project whose content is not in a folder of its own. */
export const OTHERS: ReadonlySet<string> = new Set(["_site", "_includes", "_data", "output"]);
