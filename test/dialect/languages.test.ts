import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isLanguageTag, isTagByForm, languageMeant } from "../../src/plugin/dialect/languages.ts";

const languages = suite("language tags");

for (const [tag, byForm, isLanguage] of [
  ["en", true, true],
  ["pt_BR", true, true],
  ["zh-Hant-TW", true, true],
  ["english", true, false],
  ["x-private", false, false],
  ["", false, false],
  ["en US", false, false],
  // Longer than any that there is: `Intl` reads such texts in squared time.
  [`en-x${"-a".repeat(125)}`, true, true],
  [`en-x${"-a".repeat(126)}`, false, false],
] as const) {
  languages(`“${tag.slice(0, 20)}” of ${tag.length} characters`, () => {
    assert.is(isTagByForm(tag), byForm);
    assert.is(isLanguageTag(tag), isLanguage);
  });
}

for (const [written, meant] of [
  ["English", "en"],
  ["español", "es"],
  ["jp", "ja"],
  ["de", undefined],
  ["a long text that is no language, ".repeat(20), undefined],
] as const) {
  languages(`“${written.slice(0, 20)}” is meant as ${meant}`, () => {
    assert.is(languageMeant(written), meant);
  });
}

languages.run();
