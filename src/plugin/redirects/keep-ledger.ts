import { accessSync, constants, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { decode } from "../files/decode.ts";
import { isWithin } from "../files/is-within.ts";
import { writeWhole } from "../files/write-whole.ts";
import { MEGABYTE, MOST_OF_LEDGER } from "../findings/bounds.ts";
import { codeOf, messageOf, plainError } from "../findings/plain-error.ts";
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

interface PublishedSite {
  readonly settings: Settings;
  readonly published: Ledger;
}

/**
 * Adds to the ledger what this build publishes. It is replaced as a whole, or not at all.
 *
 * @throws {Error} in words, where it cannot be written
 */
export function keepLedger(site: PublishedSite, project: string): void {
  const change = changeOf(site, project);
  if (!change) return;
  try {
    writeWhole(change.file, change.text);
  } catch (error) {
    throw plainError(unwritten(site.settings.ledger, codeOf(error)));
  }
}

/** Why a ledger to which something is to be added cannot be written; undefined where it can. Asked before the build. */
export function reasonAgainstLedger(site: PublishedSite, project: string): string | undefined {
  const { ledger } = site.settings;
  const reason = ledger === "" ? undefined : reasonAgainst(resolve(project, ledger));
  return reason !== undefined && changeOf(site, project) ? unwritten(ledger, reason) : undefined;
}

function reasonAgainst(file: string): string | undefined {
  try {
    const status = statSync(file, { throwIfNoEntry: false });
    if (status) accessSync(file, constants.W_OK);
    // Who may write everything is not asked to write what is to stay.
    return status && (status.mode & 0o222) === 0 ? "EACCES" : undefined;
  } catch (error) {
    return codeOf(error);
  }
}

function unwritten(ledger: string, reason: string): string {
  return `The ledger of addresses ${ledger} cannot be written (${reason}), and new addresses are to be kept in it. Let it be written to, and build again.`;
}

/** What is to be written; undefined where the ledger has it all. */
function changeOf({ settings, published }: PublishedSite, project: string) {
  if (settings.ledger === "") return undefined;
  const file = resolve(project, settings.ledger);
  const read = readLedger(file, project);
  // It was read before anything was written: a fault ended the build.
  if (!("ledger" in read)) return undefined;
  const text = extendLedger(read.ledger, published);
  return text === read.text ? undefined : { file, text };
}
