import { z } from "zod";

/** How the text of a field becomes a value, and the words for what it should have been. */
export interface ValueKind<Schema extends z.ZodType<unknown, string> = z.ZodType<unknown, string>> {
  readonly schema: Schema;
  /** Completes the sentence “Write …”. */
  readonly expects: string;
}

function kind<Schema extends z.ZodType<unknown, string>>(expects: string, schema: Schema): ValueKind<Schema> {
  return { expects, schema };
}

const trimmed = z.string().transform((value) => value.trim());
const lower = z.string().transform((value) => value.trim().toLowerCase());

/** One line of text: the lines of a continued value are joined by blanks. */
export const text = kind(
  "a text",
  z.string().transform((value) => value.replace(/\s+/g, " ").trim()),
);

/** Text that may hold Markdown, its lines kept. */
export const markdown = kind("a text", trimmed);

export const flag = kind(
  "“true” or “false”",
  lower.pipe(z.enum(["true", "false"])).transform((value) => value === "true"),
);

/** Pelican orders menus by the text of this field, we by its number; -1 means that no place was given. */
export const order = kind(
  "a number",
  trimmed
    .pipe(z.string().regex(/^[-+]?\d{1,9}(\.\d{1,6})?$/))
    .transform((value) => (Number(value) === -1 ? undefined : Number(value))),
);

export const count = kind(
  "how many entries there are, as a number",
  trimmed.pipe(z.string().regex(/^\d+$/)).transform(Number),
);

export const address = kind("an address such as “about/history”", trimmed);

/** Names split at semicolons, or at commas where there is none; a value may go on over several lines. */
export const names = kind(
  "names split by semicolons",
  z.string().transform((value) =>
    value
      .split("\n")
      .flatMap((line) => line.split(line.includes(";") ? ";" : ","))
      .map((name) => name.replace(/\s+/g, " ").trim())
      .filter((name) => name !== ""),
  ),
);

export const addresses = kind(
  "addresses split by semicolons",
  z.string().transform((value) =>
    value
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
);

export const side = kind(
  "“left”, “right” or “false”",
  lower.pipe(z.enum(["left", "right", "false"])).transform((value) => (value === "false" ? undefined : value)),
);

/** A language tag (BCP 47); Pelican's sites also write `pt_BR`. */
export const language = kind(
  "a language such as “en” or “pt-BR”",
  trimmed.transform((value) => value.replaceAll("_", "-")).refine(isLanguage),
);

export const layout = kind(
  "“wide”, “single-column” or “multiple-columns”",
  lower.pipe(z.enum(["wide", "single-column", "multiple-columns"])),
);

export const status = kind("“published”, “draft” or “hidden”", lower.pipe(z.enum(["published", "draft", "hidden"])));

/** `true` inherits from the pages above (2015-16); an address names the page to take the sidebar from (2017-21). */
export const inheritance = kind(
  "“true”, “false” or the Url of a page",
  trimmed.transform((value): boolean | string => {
    const word = value.toLowerCase();
    if (word === "true") return true;
    return word === "false" || word === "" ? false : value;
  }),
);

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
