import { readSettings } from "../../plugin/settings.ts";

/** What is wrong with options, in words; undefined where nothing is. */
export function faultOf(options: Readonly<Record<string, unknown>>): string | undefined {
  try {
    readSettings(options);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.split("\n").slice(1).join(" ").trim();
  }
}
