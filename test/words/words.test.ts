import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readSettings } from "../../src/plugin/settings.ts";
import { makeWordViews } from "../../src/plugin/views/words.ts";
import { directionOf } from "../../src/plugin/words/direction.ts";
import { english } from "../../src/plugin/words/english.ts";
import { fillWord, findWords, missingWords, splitWord } from "../../src/plugin/words/find-words.ts";

const words = suite("words");

const OWN = {
  sv: { search: "Sök" },
  "pt-br": { search: "Buscar" },
  pt: { search: "Procurar", menu: "Menu!" },
  "zh-Hant": { search: "搜尋" },
  "en-GB": { search: "Seek" },
};

for (const [lang, search, spoken] of [
  ["en", "Search", "en"],
  ["en-US", "Search", "en-US"],
  ["en-GB", "Seek", "en-GB"],
  ["sv", "Sök", "sv"],
  ["sv-FI", "Sök", "sv-FI"],
  ["pt_BR", "Buscar", "pt-BR"],
  ["pt-PT", "Procurar", "pt-PT"],
  ["zh-TW", "搜尋", "zh-TW"],
  ["tlh", "Search", "en"],
  ["no language at all", "Search", "en"],
] as const) {
  words(`${lang}: ${search}`, () => {
    const found = findWords(lang, OWN);
    assert.equal([found.words.search, found.lang], [search, spoken]);
  });
}

words("what is said for a country goes before what is said for its language", () => {
  assert.is(findWords("pt-BR", OWN).words.menu, "Menu!");
  assert.is(findWords("sv", OWN).words.menu, "Menu");
});

words("what a language lacks is known", () => {
  const all = Object.keys(english);
  assert.equal(missingWords("en-GB", {}), []);
  assert.equal(missingWords("tlh", OWN), all);
  assert.equal(
    missingWords("sv-SE", OWN),
    all.filter((name) => name !== "search"),
  );
});

words("values are put in once, and a word is split at its place or its links", () => {
  assert.is(fillWord("{a} of {b}, {c}", { a: "{b}", b: "2" }), "{b} of 2, {c}");
  assert.equal(splitWord("a {b} c"), ["a ", " c"]);
  assert.equal(splitWord("Go [home] or [away]."), ["Go ", "home", " or ", "away", "."]);
});

for (const [lang, direction] of Object.entries({
  ...{ ar: "rtl", "ar-MA": "rtl", he: "rtl", fa: "rtl", ur: "rtl", yi: "rtl", ckb: "rtl", dv: "rtl", "az-Arab": "rtl" },
  ...{ en: "ltr", de: "ltr", ja: "ltr", "ar-Latn": "ltr", "no language": "ltr" },
}))
  words(`${lang} is ${direction}`, () => assert.is(directionOf(lang), direction));

words("words in another language than the text are marked, and the text in them again", () => {
  const of = makeWordViews({ words: {} });
  assert.equal([of("en-GB").attributes, of("en-GB").back], ["", ""]);
  assert.equal([of("tlh").attributes, of("tlh").back], [' lang="en"', ' lang="tlh"']);
  assert.equal([of("ur").attributes, of("ur").back], [' lang="en" dir="ltr"', ' lang="ur" dir="rtl"']);
  assert.is(of("ur"), of("ur"));
});

for (const [given, fault] of [
  [{ de: { serch: "Suche" } }, "words.de.serch: there is no such setting; did you mean search?"],
  [{ de: { moreIn: "Mehr" } }, "words.de.moreIn: write {title} in it"],
  [{ de: { search: "Suche {title}" } }, "words.de.search: write it without {} and []"],
  [{ de: { notFoundWays: "[a" } }, "words.de.notFoundWays: write [start page] in it"],
  [{ deutsch_: { search: "Suche" } }, "words.deutsch_: is not a language; write one such as en or pt-BR"],
] as const) {
  words(`a fault is named: ${fault}`, () => {
    assert.throws(() => readSettings({ words: given } as never), `The site's settings have faults:\n  ${fault}`);
  });
}

words.run();
