import { DateTime } from "luxon";

/**
 * The entries of a list whose date of renewal is at most a year old.
 *
 * @param entries each with `renewed`, an ISO 8601 date; one without a date that can be read is left out
 */
export function renewed<Entry extends { readonly renewed: string }>(entries: readonly Entry[], now: DateTime): Entry[] {
  const oldest = now.minus({ years: 1 }).startOf("day");
  return entries.filter((entry) => {
    const date = DateTime.fromISO(entry.renewed, { zone: now.zone });
    return date.isValid && date >= oldest;
  });
}
