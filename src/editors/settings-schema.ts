import { z } from "zod";
import { settingsSchema } from "../plugin/settings.ts";

/** A JSON Schema (draft-07) of the file of settings, `_data/site.json`. */
export function settingsJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(settingsSchema, { io: "input", target: "draft-7" });
  return {
    ...schema,
    title: "The site's settings",
    description: "The settings that eleventy-plugin-pelican knows. Made by “npm run docs”: do not edit.",
    // The file may name its schema.
    properties: { $schema: { type: "string" }, ...schema.properties },
  };
}
