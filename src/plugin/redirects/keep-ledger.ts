import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeWhole } from "../files/write-whole.ts";
import type { Settings } from "../settings.ts";
import { extendLedger, type Ledger, parseLedger } from "./ledger.ts";

/** Adds to the ledger what this build publishes. It is replaced as a whole, or not at all. */
export function keepLedger(site: { readonly settings: Settings; readonly published: Ledger }, project: string): void {
  if (site.settings.ledger === "") return;
  const file = resolve(project, site.settings.ledger);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const after = extendLedger(parseLedger(before), site.published);
  if (after === before) return;
  writeWhole(file, after);
}
