import { stripVTControlCharacters } from "node:util";

/**
 * What a terminal shows in the end of what was printed: without colours, and of a line that was written over, as progress
 * bars are, what was written last.
 */
export function terminalText(printed: string): string {
  return stripVTControlCharacters(printed)
    .split(/\r?\n/)
    .map(lastWritten)
    .join("\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
}

function lastWritten(line: string): string {
  const parts = line.split("\r").filter((part) => part !== "");
  return (parts.at(-1) ?? "").replace(/[^\x08]\x08/g, "");
}
