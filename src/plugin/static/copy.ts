import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Attachment } from "../links/source-links.ts";

/** Copies files from the content folder to the output folder; what is there already, as new and as large, stays. */
export function copyFiles(files: readonly Attachment[], input: string, output: string): void {
  for (const { from, to } of files) {
    const [source, target] = [join(input, from), join(output, to)];
    if (isUpToDate(source, target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}

function isUpToDate(source: string, target: string): boolean {
  const [a, b] = [statSync(source), statSync(target, { throwIfNoEntry: false })];
  return b !== undefined && a.size === b.size && a.mtimeMs <= b.mtimeMs;
}
