import { z } from "zod";
import { english, type Forms, type WordName } from "../words/english.ts";
import { languageTag } from "./values.ts";

/** A word's text, with the same places as the English one has, each of which something is put into. */
function textLike(example: string) {
  const placesIn = (text: string) => String(text.match(/\{\w+\}|[[\]]/g)?.sort() ?? "");
  const places = example.match(/\{\w+\}|\[[^\]]*\]/g) ?? [];
  const error = places.length === 0 ? "write it without {} and []" : `write ${places.join(" and ")} in it`;
  return z.string().refine((text) => text.trim() !== "" && placesIn(text) === placesIn(example), error);
}

const form = z.string().min(1);
/** A form may leave out the number: “one page”. */
const forms = z.strictObject({
  ...{ zero: form.optional(), one: form.optional(), two: form.optional() },
  ...{ few: form.optional(), many: form.optional(), other: form },
});

/** A row for each word, which an editor shows in English. */
const rows = Object.fromEntries(
  Object.entries(english).map(([name, word]) => {
    const schema: z.ZodType = typeof word === "string" ? textLike(word) : z.union([form, forms]);
    return [name, schema.optional().describe(typeof word === "string" ? word : word.other)];
  }),
) as { [Name in WordName]: z.ZodOptional<z.ZodType<string | Forms, string | Forms>> };

export const words = {
  words: z
    .record(languageTag, z.strictObject(rows))
    .default({})
    .describe('Words of the interface, by language: { "de": { "search": "Suche" } }. Ours.'),
};
