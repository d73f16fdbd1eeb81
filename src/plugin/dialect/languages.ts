/** RFC 5646, 4.4: no registered tag has more than some 35 characters. `Intl` takes squared time to see that a text is none. */
const LONGEST_TAG = 255;

/** Whether a text has the form of a language tag (BCP 47), with `-` or, as Pelican's sites also write it, with `_`. */
export function isTagByForm(text: string): boolean {
  try {
    return text.length <= LONGEST_TAG && Intl.getCanonicalLocales(text.replaceAll("_", "-")).length === 1;
  } catch {
    return false;
  }
}

/** Whether a tag is one of a language: two or three letters, and what else it says. Longer ones are reserved for the future. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(?:[-_]|$)/i.test(tag) && isTagByForm(tag);
}

/**
 * The tag that was meant where a text is none of a language that is known: a language by its English or its own name, or the
 * code of a country where it is spoken. Undefined for a known language, and where nothing is like it.
 */
export function languageMeant(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  if (isKnown(text)) return undefined;
  return languageNamed(text) ?? languageOfCountry(text);
}

const ENGLISH_NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

function isKnown(tag: string): boolean {
  if (!isTagByForm(tag)) return false;
  const { language } = new Intl.Locale(tag.replaceAll("_", "-"));
  // Few of the languages with three letters have a name in every program.
  return language.length === 3 || ENGLISH_NAMES.of(language) !== undefined;
}

function languageNamed(name: string): string | undefined {
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isKnown);
  const isCalled = (code: string, lang: string) =>
    new Intl.DisplayNames(lang, { type: "language" }).of(code)?.toLowerCase() === name;
  return codes.find((code) => isCalled(code, "en")) ?? codes.find((code) => isCalled(code, code));
}

function languageOfCountry(country: string): string | undefined {
  if (!/^[a-z]{2}$/.test(country)) return undefined;
  const { language } = new Intl.Locale(`und-${country.toUpperCase()}`).maximize();
  return language === "en" || language === "und" ? undefined : language;
}
