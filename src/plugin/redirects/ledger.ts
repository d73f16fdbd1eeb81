import { compareText } from "../findings/finding.ts";

/** Every address that was ever published, and what was there: a file of the content, or a list's name. */
export type Ledger = Readonly<Record<string, string>>;

/**
 * Reads a ledger's text: a JSON object of addresses and their sources.
 *
 * @throws {SyntaxError} where it is not such an object
 */
export function parseLedger(text: string): Ledger {
  const parsed: unknown = text.trim() === "" ? {} : JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new SyntaxError("it is no object");
  const entries = Object.entries(parsed);
  return Object.fromEntries(entries.map(([address, source]) => [address, String(source)]));
}

/** The ledger with what this build publishes, sorted, an address a line, so that a change is a line in a diff. */
export function extendLedger(ledger: Ledger, published: Ledger): string {
  const all = Object.entries({ ...ledger, ...published }).sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}
