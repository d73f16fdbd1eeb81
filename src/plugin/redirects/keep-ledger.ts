import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Finding, finding } from "../findings/finding.ts";
import { lookupKey } from "../links/address.ts";
import type { Site } from "../site.ts";
import { extendLedger, parseLedger, vanished } from "./ledger.ts";

/**
 * Addresses of the ledger that this site does not have, neither as a page nor as an alias.
 *
 * @param project the project's folder, which the setting is relative to
 */
export function checkLedger(site: Site, project: string): Finding[] {
  const file = site.settings.ledger;
  if (file === "" || !existsSync(resolve(project, file))) return [];
  const text = readFileSync(resolve(project, file), "utf8");
  const there = new Set([...Object.keys(site.published), ...site.redirects.map(({ from }) => from)].map(lookupKey));
  try {
    return vanished(parseLedger(text), (address) => there.has(lookupKey(address)), file, text);
  } catch (error) {
    return [unreadable(file, error)];
  }
}

/** Adds to the ledger what this build publishes. It is replaced as a whole, or not at all. */
export function keepLedger(site: Site, project: string): void {
  if (site.settings.ledger === "") return;
  const file = resolve(project, site.settings.ledger);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const after = extendLedger(parseLedger(before), site.published);
  if (after === before) return;
  writeFileSync(`${file}.new`, after);
  renameSync(`${file}.new`, file);
}

function unreadable(file: string, error: unknown): Finding {
  return finding(
    "file-unreadable",
    { file, line: 1, column: 1 },
    {
      message: `The ledger of addresses cannot be read: ${error instanceof Error ? error.message : error}.`,
      consequence: "Addresses that are gone would go unseen, so the build stops.",
      fix: "Mend it, or take back its last change.",
    },
  );
}
