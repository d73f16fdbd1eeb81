import { z } from "zod";
import { messageOf } from "../findings/plain-error.ts";
import { pythonRegExp } from "./python-regexp.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Fields of pages by their names in lower case, as a setting has them: texts, or what can be written as one. What is null is not there. */
export const metadata = z
  .record(z.string(), z.union([scalar, z.array(scalar), z.null()]))
  .transform((fields): Record<string, string> => {
    const written = Object.entries(fields).filter(([, value]) => value !== null);
    return Object.fromEntries(written.map(([key, value]) => [key.toLowerCase(), [value].flat().join("; ")]));
  });

/** A regular expression of Python's, whose named groups are fields; empty for none. */
export const pathPattern = z.string().superRefine((source, context) => {
  try {
    pythonRegExp(source);
  } catch (error) {
    const why = messageOf(error);
    context.addIssue({ code: "custom", message: `“${source}”: ${why}` });
  }
});
