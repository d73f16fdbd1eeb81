import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Assets } from "./assets.ts";

/** All files below a folder, by their paths in it; none where it is not there. */
export function readAssets(folder: string): Map<string, Uint8Array> {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
  return new Map(files.map((path) => [path.replaceAll(sep, "/"), readFileSync(join(folder, path))]));
}

/** Writes the assets into the output folder, but for those that are there as they are to be. */
export function writeAssets({ files }: Assets, output: string): void {
  for (const [saveAs, bytes] of files) {
    const target = join(output, saveAs);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
