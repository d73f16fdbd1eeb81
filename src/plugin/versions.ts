/** The library of the form for pages, with its versions, as `peerDependencies` say. */
export const CMS = { name: "@sveltia/cms", range: "^0.221.1" } as const;

/** The versions of Eleventy that it works with, as `peerDependencies` say: the first half alone refuses the alphas of 4. */
export const ELEVENTY = ">=3.1.0 <5 || >=4.0.0-alpha.0 <5";
