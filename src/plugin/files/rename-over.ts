import { renameSync } from "node:fs";
import { systemCode } from "../findings/plain-error.ts";

/** What Windows says while another program, such as a virus scanner or a server, has one of the two files open. */
const BUSY: ReadonlySet<unknown> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** How often it is tried again, and how many milliseconds are waited at first; then twice as many each time. */
const TRIES = 8;
const FIRST_WAIT = 5;

/** How a file is renamed, and how one waits. */
export interface Ways {
  readonly rename: (from: string, to: string) => void;
  readonly wait: (milliseconds: number) => void;
  readonly platform: string;
}

const here: Ways = { rename: renameSync, wait: sleep, platform: process.platform };

/**
 * Puts a file in another's place. On Windows that fails while somebody has the other one open, mostly for a moment: it is
 * tried again for a second or so.
 *
 * @throws {Error} of the system, where it cannot be done
 */
export function renameOver(from: string, to: string, { rename, wait, platform }: Ways = here): void {
  for (let tries = 1; ; tries++) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (platform !== "win32" || tries === TRIES || !isBusy(error)) throw error;
      wait(FIRST_WAIT * 2 ** (tries - 1));
    }
  }
}

function isBusy(error: unknown): boolean {
  return BUSY.has(systemCode(error));
}

/** Nothing else may happen in the meantime: what is written is complete or untouched. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
