import { DateTime } from "luxon";

/**
 * The entries of one kind that are shown on a page. That there are none is told, for the page says so, too.
 *
 * @param kind as the page's own field names it
 * @param tell prints a warning
 */
export function renewedOf<Entry extends { readonly renewed: string; readonly kind: string }>(
  entries: readonly Entry[],
  kind: string,
  now: DateTime,
  tell: (words: string) => void,
): Entry[] {
  const kept = renewed(
    entries.filter((entry) => entry.kind === kind),
    now,
  );
  if (kept.length === 0) {
    tell(
      `_data/programs.json has no ${kind} that was renewed within a year, so its list is empty: look at them, and renew their dates.`,
    );
  }
  return kept;
}

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
