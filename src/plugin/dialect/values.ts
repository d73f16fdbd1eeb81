import { Parser } from "htmlparser2";
import { z } from "zod";
import { isTagByForm } from "./languages.ts";

/** What an editor can know of a value while somebody writes it: how it is asked for in a form, and what is no value. */
export type Form =
  | { readonly kind: "text" | "long-text" | "list" }
  /** Case does not count. `orText` where any other text is a value, too. */
  | { readonly kind: "choice"; readonly choices: readonly string[]; readonly orText?: true }
  /** A regular expression for all values, without whitespace around them; `isNumber` where YAML may read a number. */
  | { readonly kind: "pattern"; readonly pattern: string; readonly isNumber: boolean };

/** How the text of a field becomes a value, and the words for what it should have been. */
export interface ValueKind<Schema extends z.ZodType<unknown, string> = z.ZodType<unknown, string>> {
  readonly schema: Schema;
  /** Completes the sentence “Write …”. */
  readonly expects: string;
  readonly form: Form;
}

function kind<Schema extends z.ZodType<unknown, string>>(
  expects: string,
  schema: Schema,
  form: Form = { kind: "text" },
): ValueKind<Schema> {
  return { expects, schema, form };
}

const NUMBER = "[-+]?\\d{1,9}(\\.\\d{1,6})?";
const COUNT = "\\d+";
const FLAGS = ["true", "false"] as const;
const SIDES = ["left", "right", "false"] as const;
const LAYOUTS = ["wide", "single-column", "multiple-columns"] as const;
const STATUSES = ["published", "draft", "hidden", "skip"] as const;

const trimmed = z.string().transform((value) => value.trim());
const lower = z.string().transform((value) => value.trim().toLowerCase());

/** One of these words, in upper or lower case. */
function choice<const Word extends string>(expects: string, choices: readonly Word[]) {
  return kind(expects, lower.pipe(z.enum(choices)), { kind: "choice", choices });
}

/** One line of text: the lines of a continued value are joined by spaces. */
export const text = kind(
  "a text",
  z.string().transform((value) => value.replace(/\s+/g, " ").trim()),
);

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

function characterOf(reference: string): string {
  let character = "";
  new Parser({ ontext: (part) => (character += part) }).end(reference);
  return character;
}

/** A title or a label: Pelican's themes print them as HTML, so that a character may be written as `&amp;` or `&#8211;`. */
export const label = kind(
  "a text",
  text.schema.transform((value) => value.replace(REFERENCE, characterOf)),
);

/** Text that may hold Markdown, its lines kept. */
export const markdown = kind("a text", trimmed, { kind: "long-text" });

/** Yes or no, in upper or lower case. */
export const flag = kind(
  "“true” or “false”",
  lower.pipe(z.enum(FLAGS)).transform((value) => value === "true"),
  { kind: "choice", choices: FLAGS },
);

/** Pelican orders menus by the text of this field, we by its number; -1 means that no place was given. */
export const order = kind(
  "a number",
  trimmed
    .pipe(z.string().regex(new RegExp(`^${NUMBER}$`)))
    .transform((value) => (Number(value) === -1 ? undefined : Number(value))),
  { kind: "pattern", pattern: NUMBER, isNumber: true },
);

/** Read with the site's time zone, elsewhere: `pages/date.ts`. A number is what YAML makes of a year. */
export const date = kind("a date and, if you like, a time: 2010-10-04 07:44", text.schema, {
  kind: "pattern",
  pattern: ".*\\d.*",
  isNumber: true,
});

/** How many entries the author believes a menu to have. */
export const count = kind(
  "how many entries there are, as a number",
  trimmed.pipe(z.string().regex(new RegExp(`^${COUNT}$`))).transform(Number),
  { kind: "pattern", pattern: COUNT, isNumber: true },
);

/** An address, as it is written: what it leads to is decided where the site's pages are known. */
export const address = kind("an address such as “about/history”", trimmed);

/** A name as a whole, whatever is in it. */
export const name = text;

/**
 * Names split at semicolons, or at commas where there is none; a value may go on over several lines. One that is written
 * twice is there once, as in Pelican.
 */
export const names = kind(
  "names split by commas, or by semicolons where there is one",
  z.string().transform((value) => {
    const lines = value.split("\n").flatMap((line) => line.split(line.includes(";") ? ";" : ","));
    const all = lines.map((name) => name.replace(/\s+/g, " ").trim());
    return [...new Set(all.filter((name) => name !== ""))];
  }),
  { kind: "list" },
);

/** Several addresses, split by semicolons or lines. */
export const addresses = kind(
  "addresses split by semicolons",
  z.string().transform((value) =>
    value
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
  { kind: "list" },
);

/** A half of the footer; “false” is none. */
export const side = kind(
  "“left”, “right” or “false”",
  lower.pipe(z.enum(SIDES)).transform((value) => (value === "false" ? undefined : value)),
  { kind: "choice", choices: SIDES },
);

/** A language tag (BCP 47); Pelican's sites also write `pt_BR`. */
export const language = kind(
  "a language such as “en” or “pt-BR”",
  trimmed.transform((value) => value.replaceAll("_", "-")).refine(isTagByForm),
  // All language tags, and some texts that are none.
  { kind: "pattern", pattern: "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*", isNumber: false },
);

/** One of the three layouts of pages. */
export const layout = choice("“wide”, “single-column” or “multiple-columns”", LAYOUTS);

/** Whether a page is published. Source: https://docs.getpelican.com/en/latest/content.html (status) */
export const status = choice("“published”, “draft”, “hidden” or “skip”", STATUSES);

/** `true` inherits from the pages above (2015-16); an address names the page to take the sidebar from (2017-21). */
export const inheritance = kind(
  "“true”, “false” or the Url of a page",
  trimmed.transform((value): boolean | string => {
    const word = value.toLowerCase();
    if (word === "true") return true;
    return word === "false" || word === "" ? false : value;
  }),
  { kind: "choice", choices: FLAGS, orText: true },
);
