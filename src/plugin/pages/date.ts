import { DateTime } from "luxon";

/** The forms that Pelican's authors use besides ISO 8601 and SQL (`2010-10-04 07:44`). */
const FORMATS = [
  "yyyy-M-d H:m:s",
  "yyyy-M-d H:m",
  "yyyy-M-d",
  "yyyy/M/d H:m",
  "yyyy/M/d",
  "d MMM yyyy",
  "d MMMM yyyy",
  "MMM d, yyyy",
  "MMMM d, yyyy",
];

/**
 * Reads a date in the site's time zone; one that names its own offset keeps its moment.
 *
 * @param zone an IANA zone, such as Europe/Paris
 * @returns undefined where it is no date
 */
export function parseDate(value: string, zone: string): DateTime | undefined {
  const text = value.trim();
  // Most pages of a tree have none, and to try all forms takes time.
  if (text === "") return undefined;
  const options = { zone, locale: "en" };
  for (const parse of [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822]) {
    const date = parse(text, options);
    if (date.isValid) return date;
  }
  return FORMATS.map((format) => DateTime.fromFormat(text, format, options)).find((date) => date.isValid);
}
