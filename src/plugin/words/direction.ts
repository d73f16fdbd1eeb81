/** The scripts that are written from right to left. Source: https://www.unicode.org/reports/tr35/ (characterOrder) */
const FROM_RIGHT: ReadonlySet<string | undefined> = new Set(
  "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa".split(" "),
);

export type Direction = "ltr" | "rtl";

/**
 * The direction that a language is written in, by the script that is usual in it, or that its tag names. (`textInfo` of
 * Intl.Locale knows no more, and has another name from version to version of Node.)
 */
export function directionOf(lang: string): Direction {
  try {
    return FROM_RIGHT.has(new Intl.Locale(lang).maximize().script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

/** The direction of a language, where it is another than that of what is around. */
export function otherDirection(lang: string, around: string): Direction | undefined {
  const dir = directionOf(lang);
  return dir === directionOf(around) ? undefined : dir;
}

/** The attributes of a part that is in another language than what is around it: ` lang="ar" dir="rtl"`. */
export function languageAttributes(lang: string, around: string): string {
  // What is no tag says nothing, and is not for an attribute.
  if (languageOf(lang) === languageOf(around) || !/^[A-Za-z\d-]+$/.test(lang)) return "";
  const dir = otherDirection(lang, around);
  return ` lang="${lang}"${dir ? ` dir="${dir}"` : ""}`;
}

function languageOf(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? "";
}
