import { compareText } from "../findings/finding.ts";
import { isRecord } from "../maps/is-record.ts";

/** Every address that was ever published, and what was there: a file of the content, or a list's name. */
export type Ledger = Readonly<Record<string, string>>;

/** An entry, as it is written on a line of its own. */
const ENTRY = /^("(?:[^"\\]|\\.)*"): *("(?:[^"\\]|\\.)*"),?$/;

/**
 * Reads a ledger's text: a JSON object of addresses and their sources. Where Git has merged two by their lines, commas are
 * missing or too many: they do not count.
 *
 * @throws {SyntaxError} where it is not such an object
 */
export function parseLedger(text: string): Ledger {
  const content = text.replace(/^\ufeff/, "");
  const [first, ...lines] = content
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isListed = first === "{" && lines.pop() === "}" && lines.every((line) => ENTRY.test(line));
  return ledgerOf(isListed ? `{${lines.map((line) => line.replace(/,$/, "")).join(",")}}` : content);
}

function ledgerOf(text: string): Ledger {
  const parsed: unknown = text.trim() === "" ? {} : JSON.parse(text);
  if (!isRecord(parsed)) throw new SyntaxError("it is not an object");
  const sources = Object.entries(parsed).map(([address, source]) => {
    if (typeof source !== "string") throw new SyntaxError(`what “${address}” stands for is not a text`);
    return [address, source] as const;
  });
  return Object.fromEntries(sources);
}

/** The ledger with what this build publishes, sorted, an address a line, so that a change is a line in a diff. */
export function extendLedger(ledger: Ledger, published: Ledger): string {
  const all = Object.entries({ ...ledger, ...published }).sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}
