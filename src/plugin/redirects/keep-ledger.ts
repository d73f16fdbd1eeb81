import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { decode } from "../files/decode.ts";
import { isWithin } from "../files/is-within.ts";
import { writeWhole } from "../files/write-whole.ts";
import { MEGABYTE, MOST_OF_LEDGER } from "../findings/bounds.ts";
import { codeOf, messageOf } from "../findings/plain-error.ts";
import type { LedgerFault } from "../findings/report-values.ts";
import type { Settings } from "../settings.ts";
import { extendLedger, type Ledger, parseLedger } from "./ledger.ts";

/** A ledger and its text, or why it cannot be read. */
export type ReadLedger =
  | { readonly ledger: Ledger; readonly text: string }
  | { readonly fault: LedgerFault; readonly reason: string; readonly line: number };

/**
 * Reads the file of a ledger; an empty one where it is not there.
 *
 * @param project the folder that a link may not lead out of
 */
export function readLedger(file: string, project: string): ReadLedger {
  const fault = (of: LedgerFault, reason = "", line = 1) => ({ fault: of, reason, line });
  let text = "";
  try {
    // A link to nothing is not followed, nor is it replaced.
    const link = lstatSync(file, { throwIfNoEntry: false });
    const status = link && statSync(file);
    if (status && !status.isFile()) return fault(status.isDirectory() ? "folder" : "special");
    if (link?.isSymbolicLink() && !isWithin(realpathSync(file), realpathSync(project))) {
      return fault("outside");
    }
    if (status && status.size > MOST_OF_LEDGER)
      return fault("form", `it has more than ${MOST_OF_LEDGER / MEGABYTE} MB`);
    const read = status ? decode(readFileSync(file), file) : { text };
    if (!("text" in read)) return fault("form", "it is not a text in UTF-8");
    text = read.text;
  } catch (error) {
    return fault("closed", codeOf(error));
  }
  const mark = text.split("\n").findIndex((line) => /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(line));
  if (mark >= 0) return fault("merge", "", mark + 1);
  try {
    return { ledger: parseLedger(text), text };
  } catch (error) {
    const [reason = "", at] = messageOf(error).split(/(?: in JSON)? at position (\d+)/, 2);
    // A text that breaks off does so at its end.
    const before = /end of JSON/.test(reason) ? text.trimEnd() : text.slice(0, Number(at ?? 0));
    return fault("form", reason, before.split("\n").length);
  }
}

/** The addresses of earlier builds, as far as they can be read: what is wrong with the file is told apart. */
export function publishedBefore({ ledger }: Pick<Settings, "ledger">, project: string): Ledger {
  const read = ledger === "" ? undefined : readLedger(resolve(project, ledger), project);
  return read && "ledger" in read ? read.ledger : {};
}

/** Adds to the ledger what this build publishes. It is replaced as a whole, or not at all. */
export function keepLedger(site: { readonly settings: Settings; readonly published: Ledger }, project: string): void {
  if (site.settings.ledger === "") return;
  const file = resolve(project, site.settings.ledger);
  const read = readLedger(file, project);
  // It was read before anything was written: a fault ended the build.
  if (!("ledger" in read)) return;
  const before = read.text;
  const after = extendLedger(read.ledger, site.published);
  if (after === before) return;
  writeWhole(file, after);
}
