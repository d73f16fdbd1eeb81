import { english, type Words } from "./english.ts";
import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es.ts";
import { fa } from "./languages/fa.ts";
import { fr } from "./languages/fr.ts";
import { he } from "./languages/he.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { nl } from "./languages/nl.ts";
import { pl } from "./languages/pl.ts";
import { pt } from "./languages/pt.ts";
import { ru } from "./languages/ru.ts";
import { uk } from "./languages/uk.ts";
import { zh } from "./languages/zh.ts";
import { zhHant } from "./languages/zh-hant.ts";

/**
 * The words by language. All but the English ones were made by a machine, and nobody has read them yet who grew up with the
 * language: who knows it better mends its file, or the settings of a site. (Of the titles of notes, those of docutils, which
 * are in the public domain, were looked at; dates, numbers and names of languages are CLDR's, by `Intl`.)
 */
export const tables: Readonly<Record<string, Words>> = {
  ...{ en: english, ar, de, es, fa, fr, he, it, ja, nl, pl, pt, ru, uk, zh },
  "zh-Hant": zhHant,
};
