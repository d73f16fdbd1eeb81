import type { z } from "zod";

/**
 * Puts each option's description where editors look for it: the compiler writes the types of the schema, not its texts.
 *
 * @param types the declarations of the schema, as the compiler wrote them
 * @throws {Error} that names an option that has no description, or is not found
 */
export function withDocstrings(types: string, schema: z.ZodObject): string {
  return Object.entries(schema.shape).reduce((text, [name, option]) => {
    if (option.description === undefined) throw new Error(`The option ${name} has no description.`);
    const place = new RegExp(`^ {4}${name}: `, "m");
    if (!place.test(text)) throw new Error(`The declarations have no ${name}.`);
    const docstring = option.description.replaceAll("*/", "* /");
    return text.replace(place, (start) => `    /** ${docstring} */\n${start}`);
  }, types);
}
