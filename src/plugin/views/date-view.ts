import type { DateTime } from "luxon";
import { languageOfLocale } from "../dialect/locale.ts";
import { strftime } from "../pages/strftime.ts";
import type { Settings } from "../settings.ts";
import type { DateView } from "./view.ts";

type DateSettings = Pick<Settings, "dateFormats" | "defaultDateFormat">;

/**
 * A date as it is shown: in the form that the settings have for the language, else in the one that is usual in it.
 * Source: https://docs.getpelican.com/en/latest/settings.html#date-format-and-locales
 *
 * @param own the form that the page itself asks for, in `Date_format`
 */
export function dateView(date: DateTime, lang: string, settings: DateSettings, own?: string): DateView {
  const { dateFormats, defaultDateFormat } = settings;
  const ofLang = Object.hasOwn(dateFormats, lang) ? dateFormats[lang] : undefined;
  const given = own ?? ofLang ?? defaultDateFormat;
  const [locale, form] = typeof given === "string" ? [lang, given] : [languageOfLocale(given[0]) ?? lang, given[1]];
  const iso = date.toISO({ suppressMilliseconds: true }) ?? "";
  const text = form === "" ? date.setLocale(lang).toLocaleString({ dateStyle: "long" }) : strftime(date, form, locale);
  return { iso, text };
}
