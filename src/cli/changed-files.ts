import { createTwoFilesPatch } from "diff";
import pc from "picocolors";
import { replaceText } from "../plugin/files/write-whole.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { printable } from "../plugin/findings/printable.ts";
import type { Terminal } from "./command.ts";

/** More lines of difference are not told apart: the time for that grows with their square. */
const MOST = 5_000;

/** A diff without what names its files. */
function bodyOf(patch: string): string {
  return patch.slice(patch.indexOf("@@"));
}

/** What changes in a file, as a diff for people. */
export function patchOf(path: string, before: string, after: string, { colors }: Terminal): string {
  const { green, red, bold } = pc.createColors(colors);
  const paint = (line: string) => {
    if (/^(?:---|\+\+\+|===)/.test(line)) return bold(line);
    return line.startsWith("+") ? green(line) : line.startsWith("-") ? red(line) : line;
  };
  const patch =
    createTwoFilesPatch(path, path, before, after, "", "", { context: 1, maxEditLength: MOST }) ??
    createTwoFilesPatch(path, path, before, "", "", "") + bodyOf(createTwoFilesPatch(path, path, "", after, "", ""));
  return printable(patch).split("\n").map(paint).join("\n");
}

/**
 * Writes a file's new text.
 *
 * @param shown the file's name in messages
 * @returns whether it was written; if not, the terminal shows why, and the file is as it was
 */
export function writeText(file: string, text: string, shown: string, terminal: Terminal): boolean {
  try {
    replaceText(file, text);
    return true;
  } catch (error) {
    terminal.error(printable(`${shown} was not written: ${messageOf(error)}\n`));
    return false;
  }
}
