import { z } from "zod";
import { readOptions } from "../plugin/settings/read-options.ts";
import { settingsSchema } from "../plugin/settings.ts";

const { strict, allowFindings } = settingsSchema.shape;

const optionsSchema = z.strictObject({
  siteName: z.string().default("").describe("The title of the root of the top menu."),
  collection: z.string().min(1).default("navigation").describe("The collection that holds all menus."),
  strict,
  allowFindings,
});

/** The options of the menus alone; all of them have defaults. */
export interface MenuOptions extends z.input<typeof optionsSchema> {}

export type MenuSettings = z.output<typeof optionsSchema>;

/** @throws {Error} that names every wrong option, and for a misspelt one the nearest */
export function readMenuOptions(input: unknown): MenuSettings {
  return readOptions(optionsSchema, input);
}
