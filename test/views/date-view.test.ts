import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type PelicanOptions, readSettings } from "../../src/plugin/settings.ts";
import { dateView } from "../../src/plugin/views/date-view.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { siteOf } from "../site-helpers.ts";

const dates = suite("dates as they are shown");

const DAY = DateTime.fromISO("2020-03-04T05:06:00", { zone: "UTC" });

for (const [name, settings, lang, text] of [
  ["the usual form of the language", {}, "de", "4. März 2020"],
  ["one form for all", { defaultDateFormat: "%Y-%m-%d (%a)" }, "en", "2020-03-04 (Wed)"],
  ["with names in the page's language", { defaultDateFormat: "%-d. %B" }, "de", "4. März"],
  ["a form of a language", { dateFormats: { de: "%d.%m.%Y" }, defaultDateFormat: "%Y" }, "de", "04.03.2020"],
  ["which is no other's", { dateFormats: { de: "%d.%m.%Y" }, defaultDateFormat: "%Y" }, "en", "2020"],
  ["with the locale of its names", { dateFormats: { en: ["fr_FR.utf8", "%d %B"] } }, "en", "04 mars"],
  ["a locale that is none", { dateFormats: { en: ["no such one", "%d %B"] } }, "en", "04 March"],
  ["a locale for all", { defaultDateFormat: ["es_ES", "%A"] }, "en", "miércoles"],
] satisfies [string, PelicanOptions, string, string][]) {
  dates(name, () => assert.is(dateView(DAY, lang, readSettings(settings)).text, text));
}

dates("a page's own form goes before", () => {
  const site = siteOf(
    { "posts/a.md": { Date: "2020-03-04", Date_format: "%m/%Y" } },
    { settings: { defaultDateFormat: "%Y" } },
  );
  assert.is(createViews(site).page(site.pages[0]).page?.date?.text, "03/2020");
});

dates.run();
