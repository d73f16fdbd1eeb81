import { z } from "zod";
import { messageOf } from "../findings/plain-error.ts";
import { pythonRegExp, pythonReplacement } from "./python-regexp.ts";

type Pair = [string, string];

/** A pair, as it is written in Python's form, with what was read of it: settings that were read can be read again. */
export type Substitution = Pair & { readonly pattern: RegExp; readonly replacement: string };

/** Pelican's SLUG_REGEX_SUBSTITUTIONS, by default: https://docs.getpelican.com/en/latest/settings.html#url-settings */
const DEFAULTS: Pair[] = [
  ["[^\\w\\s-]", ""],
  ["(?u)\\A\\s*", ""],
  ["(?u)\\s*\\Z", ""],
  ["[-\\s]+", "-"],
];

/** Pairs of a regular expression, as Python has it, and what stands in place of what it finds. */
export const substitutions = z
  .array(z.tuple([z.string(), z.string()]))
  .transform((pairs, context) => pairs.flatMap((written): Substitution[] => read(written, context)));

export const defaultSubstitutions = substitutions.prefault(DEFAULTS);

/**
 * Blanks at the end, which are to go, are searched for from where a run of them begins, and not from each of its characters:
 * that would take time that grows with the square of a run within a text.
 */
function onlyFromStart(source: string): string {
  return source.replace(/^((?:\(\?u\))?)(?=\\s[*+](?:\\Z|\$)$)/, "$1(?<!\\s)");
}

function read(written: Pair, context: z.RefinementCtx): Substitution[] {
  const [from, to] = written.map((text) => text.normalize("NFKC")) as Pair;
  try {
    const source = to === "" ? onlyFromStart(from) : from;
    const read = { pattern: pythonRegExp(source, "gi"), replacement: pythonReplacement(to) };
    return [Object.assign<Pair, typeof read>([...written], read)];
  } catch (error) {
    const why = messageOf(error);
    context.addIssue({ code: "custom", message: `“${written[0]}” with “${written[1]}”: ${why}` });
    return [];
  }
}
