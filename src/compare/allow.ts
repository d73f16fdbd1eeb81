import { addressKey } from "./addresses.ts";
import type { Report } from "./report.ts";

/**
 * A report without what is meant to be so at some addresses.
 *
 * @param allowed addresses, of which a last `*` stands for any ending: `/tags.html`, `/author/*`
 */
export function withoutAllowed(report: Report, allowed: readonly string[]): Report {
  if (allowed.length === 0) return report;
  const keys = new Set(allowed.filter((one) => !one.endsWith("*")).map(addressKey));
  const starts = allowed
    .filter((one) => one.endsWith("*"))
    .map((one) => addressKey(`${one.slice(0, -1)}x`).slice(0, -1));
  const isAllowed = (address: string) => {
    const key = addressKey(address);
    return keys.has(key) || starts.some((start) => key.startsWith(start) || `${key}/` === start);
  };
  const onOthers = <One extends { readonly pages: readonly string[] }>(all: readonly One[]): One[] =>
    all.flatMap((one) => {
      const pages = one.pages.filter((page) => !isAllowed(page));
      return pages.length === 0 ? [] : [{ ...one, pages }];
    });
  return {
    ...report,
    addresses: report.addresses.filter(({ address }) => !isAllowed(address)),
    titles: onOthers(report.titles),
    navigation: onOthers(report.navigation.filter(({ address }) => !isAllowed(address))),
    text: onOthers(report.text),
  };
}
