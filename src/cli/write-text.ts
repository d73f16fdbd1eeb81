import { readFileSync } from "node:fs";
import { printable } from "../plugin/findings/printable.ts";
import type { Terminal } from "./command.ts";
import { replaceFile } from "./replace-file.ts";

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Writes a file's new text. The byte order mark was taken off when the file was read; a file that had one keeps it.
 *
 * @param shown how the file is named to people
 * @returns whether it was written; where it was not, the terminal says why, and the file is as it was
 */
export function writeText(file: string, text: string, shown: string, terminal: Terminal): boolean {
  try {
    const hasMark = readFileSync(file).subarray(0, MARK.length).equals(MARK);
    replaceFile(file, hasMark ? `\ufeff${text}` : text);
    return true;
  } catch (error) {
    terminal.error(printable(`${shown} was not written: ${error instanceof Error ? error.message : error}\n`));
    return false;
  }
}
