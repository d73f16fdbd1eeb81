/** A locale of Python's as a language tag: `de_DE.utf8` is de-DE. Undefined for one by another name. */
export function languageOfLocale(locale: string): string | undefined {
  const tag = locale.replace(/[.@].*$/s, "").replaceAll("_", "-");
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
  } catch {
    return undefined;
  }
}
