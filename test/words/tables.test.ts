/** The words by language: that none is missing, and that each can stand where the English one stands. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readSettings } from "../../src/plugin/settings.ts";
import { english, type WordName } from "../../src/plugin/words/english.ts";
import { tables } from "../../src/plugin/words/tables.ts";

const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "ja", "zh", "ar", "he", "fa", "zh-Hant"];

/** Words that are written in a language as in English, and the marks that are no words. */
const ALIKE: Readonly<Record<string, readonly WordName[]>> = {
  de: ["inCategory"],
  fr: ["menu", "attention", "important", "danger", "pages", "pageNumbered", "titleAndPage"],
  es: ["error"],
  pt: ["menu"],
  it: ["menu", "inCategory"],
  nl: ["menu", "inCategory", "tip"],
  pl: ["menu"],
};
const MARKS: readonly WordName[] = ["tableOf", "authorsBetween", "searchTitle"];

const test = suite("tables of words");

test("there is one for each language", () => {
  assert.equal(Object.keys(tables).sort(), LANGUAGES.toSorted());
});

for (const [lang, words] of Object.entries(tables)) {
  test(`${lang}: what is put in has its place in every word`, () => {
    assert.equal(readSettings({ words: { [lang]: words } }).words, { [lang]: words });
  });

  test(`${lang}: a number has the forms of the language`, () => {
    const forms = Object.keys(words.searchFound).sort();
    assert.equal(forms, new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort());
    assert.match(words.searchFound.other, "{count}");
    for (const form of Object.values(words.searchFound)) assert.match(form, "{query}");
  });

  if (lang === "en") continue;
  test(`${lang}: no word is English`, () => {
    const alike = (Object.keys(english) as WordName[]).filter(
      (name) => words[name] === english[name] && !MARKS.includes(name),
    );
    assert.equal(alike.sort(), (ALIKE[lang] ?? []).toSorted());
  });

  test(`${lang}: a word that goes before others ends as they need it`, () => {
    for (const [name, word] of Object.entries(words)) {
      if (typeof word === "string") assert.is(/\s{2}|\s$/.test(word.replace(/[,،] $/, "")), false, name);
    }
  });
}

test.run();
