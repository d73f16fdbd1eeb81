import { z } from "zod";
import { groups, isOn, readSettings, settingsSchema } from "../plugin/settings.ts";

/** A JSON Schema (draft-07) of the file of settings, `_data/site.json`. */
export function settingsJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = jsonSchema(settingsSchema);
  return {
    ...schema,
    title: "The site's settings",
    description: "The settings that eleventy-plugin-pelican knows. Made by “npm run docs”: do not edit.",
    // The file may name its schema.
    properties: { $schema: { type: "string" }, ...schema.properties, ...groupSchemas() },
  };
}

/** An option that holds others is a switch, or an object of them. */
function groupSchemas(): Readonly<Record<string, object>> {
  const defaults = readSettings({});
  const names = Object.keys(groups) as (keyof typeof groups)[];
  return Object.fromEntries(
    names.map((name) => {
      const { about, settings } = groups[name];
      const { type, properties, additionalProperties } = jsonSchema(settings);
      const isSwitch = Object.keys(settings.shape).length === 0;
      const forms = isSwitch ? {} : { anyOf: [{ type: "boolean" }, { type, properties, additionalProperties }] };
      const one = isSwitch ? { type: "boolean" } : forms;
      return [name, { description: about, default: isOn(defaults, name), ...one }];
    }),
  );
}

function jsonSchema(schema: z.ZodObject) {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}
