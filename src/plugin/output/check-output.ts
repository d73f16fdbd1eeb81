import { closeSync, mkdirSync, openSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** So much the layout adds to a page's text, with room to spare. */
const LAYOUT_BYTES = 40_000;

/**
 * Why a site cannot be written; undefined where it can. It is asked before the build, so that the old site stays whole.
 *
 * @param texts the bodies of the pages
 */
export function reasonAgainstWriting(output: string, texts: Iterable<string>): string | undefined {
  const probe = join(output, `.writable-${process.pid}`);
  try {
    mkdirSync(output, { recursive: true });
    closeSync(openSync(probe, "w"));
    rmSync(probe);
  } catch (error) {
    return `The folder ${output} cannot be written to (${codeOf(error)}). Check that it is a folder and that you may write there.`;
  }
  const needed = [...texts].reduce((sum, text) => sum + Buffer.byteLength(text) + LAYOUT_BYTES, 0);
  const free = freeBytes(output);
  if (free >= needed) return undefined;
  return `The disk of ${output} is full: the site needs about ${megabytes(needed)} MB, and ${megabytes(free)} MB are free. Make room, and build again.`;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
