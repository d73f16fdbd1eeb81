/**
 * Where the worker's program is. A bundle puts the program itself here, as text: a file beside this one is not
 * beside the bundle.
 */
export const programCode: URL | string = new URL(
  import.meta.url.endsWith(".ts") ? "program.ts" : "program.js",
  import.meta.url,
);
