import { type Dirent, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { compareText } from "../findings/finding.ts";
import { isWithin } from "./is-within.ts";

/** A file or folder that was left out. */
export interface LeftOut {
  /** Relative to the folder; empty for the folder itself. */
  readonly path: string;
  /** What the system said; undefined for a link that leads out of the folder. */
  readonly error: unknown;
  /** It is a pipe, a socket or a device: whoever opens it may wait for ever. */
  readonly isSpecial?: true;
}

export interface Walked {
  /** All files below the folder, by their paths in it with forward slashes, sorted. */
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Lists a folder that others have filled: links are followed as far as they stay in the folder and do not lead back to a
 * folder above.
 *
 * @param skip whether to pass over a file or folder, by its name and its path in the folder
 */
export function walkFolder(folder: string, skip: (name: string, path: string) => boolean): Walked {
  const root = realpathSync(folder);
  const files: string[] = [];
  const leftOut: LeftOut[] = [];
  const attempt = <Result>(path: string, act: () => Result): Result | undefined => {
    try {
      return act();
    } catch (error) {
      leftOut.push({ path, error: leadsOut(join(root, path), root) ? undefined : error });
      return undefined;
    }
  };
  const walk = (at: string, above: ReadonlySet<string>): void => {
    for (const entry of attempt(at, () => readdirSync(join(root, at), { withFileTypes: true })) ?? []) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (skip(entry.name, path)) continue;
      const found = attempt(path, () => resolveEntry(entry, join(root, path)));
      if (!found) continue;
      if (!isWithin(found.real, root)) leftOut.push({ path, error: undefined });
      else if (found.is.isFile()) files.push(path);
      else if (!found.is.isDirectory()) leftOut.push({ path, error: undefined, isSpecial: true });
      else if (!above.has(found.real)) walk(path, new Set([...above, found.real]));
    }
  };
  walk("", new Set([root]));
  return { files: files.sort(compareText), leftOut };
}

/** Whether what cannot be read is a link whose target would be elsewhere, be it there or not. */
function leadsOut(path: string, root: string): boolean {
  try {
    return !isWithin(resolve(realpathSync(dirname(path)), readlinkSync(path)), root);
  } catch {
    return false;
  }
}

interface Resolved {
  readonly real: string;
  readonly is: Pick<Dirent, "isFile" | "isDirectory">;
}

/** Plain files, which most are, cost no look at the disk. */
function resolveEntry(entry: Dirent, path: string): Resolved {
  if (!entry.isSymbolicLink() && !entry.isDirectory()) return { real: path, is: entry };
  const real = realpathSync(path);
  return { real, is: statSync(real) };
}
