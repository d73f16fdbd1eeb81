import { isDeepStrictEqual } from "node:util";
import type { EleventyConfig } from "../eleventy/config.ts";
import { plainError } from "../findings/plain-error.ts";
import type { Settings } from "../settings.ts";
import type { ProjectAnswer } from "./running.ts";

const TWICE =
  "eleventy-plugin-pelican is added twice, with different settings, and only one of them can hold. Add it once, with the " +
  "settings of both: content takes the files of both.";

/**
 * Whether the plugin is there already, with the same settings: a configuration adds it, and so does a plugin that the site has.
 *
 * @throws {Error} where it is there with others
 */
export function isAddedBefore({ events }: EleventyConfig, settings: Settings): boolean {
  const [first] = events.listeners("eleventy-pelican.project") as ((
    answer: (project: ProjectAnswer) => void,
  ) => void)[];
  first?.((project) => {
    if (!isDeepStrictEqual(project.settings, settings)) throw plainError(TWICE);
  });
  return first !== undefined;
}
