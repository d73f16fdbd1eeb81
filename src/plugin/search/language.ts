/**
 * The language of a page's index: the first part of its tag, so that British and American pages are found together. Files
 * of the index are named by it, so what is no language is taken for the site's own.
 */
export function languageOf(lang: string, defaultLang: string): string {
  const [own] = [lang, defaultLang].flatMap((one) => /^[a-z]{2,3}(?=-|$)/i.exec(one.trim().replace(/_/g, "-")) ?? []);
  return (own ?? "en").toLowerCase();
}
