import { createTwoFilesPatch } from "diff";
import pc from "picocolors";
import { printable } from "../plugin/findings/printable.ts";
import type { Terminal } from "./command.ts";

/** What changes in a file, as a diff for people. */
export function patchOf(path: string, before: string, after: string, { colors }: Terminal): string {
  const { green, red, bold } = pc.createColors(colors);
  const paint = (line: string) => {
    if (/^(?:---|\+\+\+|===)/.test(line)) return bold(line);
    return line.startsWith("+") ? green(line) : line.startsWith("-") ? red(line) : line;
  };
  const patch = createTwoFilesPatch(path, path, before, after, "", "", { context: 1 });
  return printable(patch).split("\n").map(paint).join("\n");
}
