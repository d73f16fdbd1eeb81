import type { Place } from "../findings/finding.ts";
import { foldMany } from "../findings/fold.ts";
import type { Report } from "../findings/report.ts";
import type { FindingCode } from "../findings/report-values.ts";
import type { Page } from "./page.ts";
import { placesInBody } from "./place-in-body.ts";

/** What is wrong with a piece of a page's text. */
export interface Fault {
  readonly code: FindingCode;
  /** The piece, by which its place is found. */
  readonly shown: string;
  /** Reports it at its place; asked for only where it is told. */
  readonly at: (place: Place) => Report;
}

/** Reports what is wrong in a page's text: however much it is, a bounded part of it is placed and told one by one. */
export function reportInBody(page: Page, faults: Iterable<Fault>): Report[] {
  const kept = foldMany(faults, ({ code }) => code);
  const placeOf = placesInBody(
    page,
    kept.map(({ item }) => item.shown),
  );
  return kept.map(({ item: { shown, at }, count }) => {
    const one = at(placeOf(shown));
    return count > 1 ? { ...one, count } : one;
  });
}
