import { z } from "zod";
import { dateParts } from "../dialect/date-parts.ts";
import { isLanguageTag, languageMeant } from "../dialect/languages.ts";
import { languageOfLocale } from "../dialect/locale.ts";
import { nearest } from "../findings/nearest.ts";
import { wordSet } from "../maps/word-set.ts";

/** A language tag (https://www.rfc-editor.org/info/bcp47), with hyphens or, as some write it, underscores. */
export const languageTag = z.string().refine(isLanguageTag, {
  error: ({ input }) => `is not a language${meant(languageMeant(String(input))) ?? "; write one such as en or pt-BR"}`,
});

/** A time zone that is known. */
export const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) => `is not a time zone${meant(zoneMeant(String(input))) ?? "; write one such as Europe/Paris"}`,
});

function meant(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `; did you mean ${name}?`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Most write the town alone. */
function zoneMeant(written: string): string | undefined {
  const zones = Intl.supportedValuesOf("timeZone");
  const name = written.trim().replaceAll(" ", "_");
  const town = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1);
  const ofTown = zones.find((zone) => town(zone).toLowerCase() === name.toLowerCase());
  return ofTown ?? nearest(name, zones) ?? zones.find((zone) => town(zone) === nearest(name, zones.map(town)));
}

/** Python's locales: one, or several of which the first that is known counts. Empty and C are English. */
export const locales = z
  .union([z.string(), z.array(z.string())])
  .refine(
    (given) =>
      [given].flat().some((one) => /^(?:C\b.*|POSIX)?$/.test(one) || languageOfLocale(one)) || given.length === 0,
    "is not a locale that is known; write one such as fr_FR",
  );

/** A date, or the word for that of the file. */
export const givenDate = z
  .string()
  .refine(
    (text) => text === "" || text === "fs" || dateParts(text, 2000) !== undefined,
    "is not a date; write one such as 2020-01-31, or fs",
  );

/** An address with its host; empty for none. */
export const siteAddress = z
  .string()
  .default("")
  .refine(
    (url) => url === "" || (/^https?:\/\//.test(url) && URL.canParse(url)),
    "write an address such as https://example.org",
  )
  .refine((url) => !/^\w+:\/\/[^/]*\/.*\.(?:html?|php|xml)\/*$|[?#]/.test(url), {
    error: ({ input }) =>
      `write the address without a page: ${String(input).replace(/(?:\/[^/]*\.\w+\/*)?(?:[?#].*)?$/s, "")}`,
  })
  .transform((url) => url.replace(/\/+$/, ""));

/** A colour of CSS, by its form: a name, digits or a function. */
export const colour = z
  .string()
  .regex(
    /^(?:|[A-Za-z]+|#(?:[\dA-Fa-f]{3,4}|[\dA-Fa-f]{6}|[\dA-Fa-f]{8})|[A-Za-z-]+\([^(){};]+\))$/,
    "write a colour such as #336699",
  );

/** Source: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy */
const DIRECTIVES = wordSet(
  "default-src script-src script-src-elem script-src-attr style-src style-src-elem style-src-attr img-src media-src " +
    "font-src connect-src manifest-src frame-src child-src object-src worker-src fenced-frame-src prefetch-src base-uri " +
    "form-action frame-ancestors sandbox report-to report-uri upgrade-insecure-requests block-all-mixed-content " +
    "trusted-types require-trusted-types-for",
);

/** A directive of a Content-Security-Policy. */
export const directive = z.string().refine((name) => DIRECTIVES.has(name), {
  error: ({ input }) => {
    const bare = String(input).trim().toLowerCase();
    const near = DIRECTIVES.has(`${bare}-src`) ? `${bare}-src` : nearest(bare, DIRECTIVES);
    return `is not a directive${meant(near) ?? "; write one such as img-src"}`;
  },
});

const LISTS = ["index", "archives", "period_archives", "category", "author", "tag"];
/** These are like the names of others. */
const MORE_LISTS = wordSet("categories authors tags");
/** One letter of four to seven is wrong. */
const TYPING_ERROR = 4;

/** A list that can be split into pages. A site may have lists of its own: nothing but a typing error is told. */
export const paginated = z.string().refine((name) => LISTS.includes(name) || listMeant(name) === undefined, {
  error: ({ input }) => `is not a list${meant(listMeant(String(input)))}`,
});

function listMeant(name: string): string | undefined {
  return MORE_LISTS.has(name) ? undefined : nearest(name, LISTS, TYPING_ERROR);
}
