import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes pages into the output folder. */
export type WritePage = (saveAs: string, html: Uint8Array, mayBeThere?: boolean) => void;

/** @returns with `mayBeThere` a file that is there stays as it is */
export function pageWriter(output: string): WritePage {
  const folders = new Set<string>();
  return (saveAs, html, mayBeThere = false) => {
    const path = join(output, saveAs);
    if (mayBeThere && existsSync(path)) return;
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, html);
  };
}
