import createDebug from "debug";

/** As Eleventy's own: `DEBUG=Eleventy:Pelican*` (https://www.11ty.dev/docs/debugging/). */
export const debug = createDebug("Eleventy:Pelican");
