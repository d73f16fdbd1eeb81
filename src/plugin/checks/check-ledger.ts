import { resolve } from "node:path";
import { lookupKey } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import type { Redirect } from "../redirects/aliases.ts";
import { readLedger } from "../redirects/keep-ledger.ts";
import type { Ledger } from "../redirects/ledger.ts";
import type { Settings } from "../settings.ts";

interface PublishedSite {
  readonly settings: Settings;
  readonly published: Ledger;
  readonly redirects: readonly Redirect[];
}

/**
 * Addresses of the ledger that this site does not have, neither as a page nor as an alias.
 *
 * @param project the project's folder, which the setting is relative to
 */
export function checkLedger({ settings, published, redirects }: PublishedSite, project: string): Report[] {
  const file = settings.ledger;
  if (file === "") return [];
  const read = readLedger(resolve(project, file), project);
  if ("fault" in read) return [report("ledger-unreadable", { file, line: read.line, column: 1 }, read)];
  const there = new Set([...Object.keys(published), ...redirects.map(({ from }) => from)].map(lookupKey));
  return vanished(read.ledger, (address) => there.has(lookupKey(address)), file, read.text);
}

/**
 * Addresses that were published once, and now lead nowhere.
 *
 * @param isThere whether an address is written or redirected
 */
export function vanished(ledger: Ledger, isThere: (address: string) => boolean, file: string, text: string): Report[] {
  const gone = Object.entries(ledger).filter(([address]) => !isThere(address));
  if (gone.length === 0) return [];
  const lines = linesOf(text);
  return gone.map(([address, source]) => {
    const place = { file, line: lines.get(address) ?? 1, column: 1 };
    return report("address-vanished", place, { address, source });
  });
}

/** The line of each address, the last where it is there twice: its entry holds. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  for (const [found, address] of text.matchAll(/\n|("(?:[^"\\\n]|\\.)*")(?:\s*:)?/g)) {
    if (found === "\n") line++;
    else if (address !== undefined && found.endsWith(":")) lines.set(JSON.parse(address), line);
  }
  return lines;
}
