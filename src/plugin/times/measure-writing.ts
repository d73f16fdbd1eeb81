import fs from "node:fs";
import type { Measure } from "./stopwatch.ts";

/**
 * Counts what writing files takes. Eleventy gives no event for it, so its way to the disk is wrapped; that is done only
 * where somebody asked for the times.
 *
 * @returns puts things back
 */
export function measureWriting(measure: Measure): () => void {
  const { writeFileSync } = fs;
  const measured = (...args: Parameters<typeof writeFileSync>) => measure("write", () => writeFileSync(...args));
  fs.writeFileSync = measured;
  return () => {
    if (fs.writeFileSync === measured) fs.writeFileSync = writeFileSync;
  };
}
