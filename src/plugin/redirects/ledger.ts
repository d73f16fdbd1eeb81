import { compareText, type Finding, finding } from "../findings/finding.ts";
import { lookupKey } from "../links/address.ts";

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

/**
 * Addresses that were published once, and now lead nowhere.
 *
 * @param isThere whether an address is written or redirected
 */
export function vanished(ledger: Ledger, isThere: (address: string) => boolean, file: string, text: string): Finding[] {
  return Object.entries(ledger)
    .filter(([address]) => !isThere(address))
    .map(([address, source]) => {
      const at = text.indexOf(JSON.stringify(address));
      return finding(
        "address-vanished",
        { file, line: text.slice(0, Math.max(0, at)).split("\n").length, column: 1 },
        {
          message: `The address ${address} was published, by ${source}, and is gone.`,
          consequence: "Every link to it from elsewhere would be broken, so the build stops.",
          fix: `Write “Aliases: ${lookupKey(address)}” in the header of the page that takes its place; if it is to be gone for good, remove its line from ${file}.`,
        },
      );
    });
}
