import { english, type Words } from "./english.ts";

/**
 * The words by language. All but the English ones were made by a machine, and are marked so in the documentation: who knows
 * a language better mends its file, or the settings of a site.
 */
export const tables: Readonly<Record<string, Words>> = { en: english };
