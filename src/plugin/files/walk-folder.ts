import { type Dirent, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { compareText } from "../findings/finding.ts";
import { plainError } from "../findings/plain-error.ts";
import { printable } from "../findings/printable.ts";
import { isWithin } from "./is-within.ts";

/** Why a file or folder was left out: a pipe, a socket or a device is special, and who opens it may wait for ever. */
export type LeftOut = {
  /** Relative to the folder; empty for the folder itself. */
  readonly path: string;
} & (
  | { readonly why: "leads out" | "leads above" | "special" }
  /** With what the system said. */
  | { readonly why: "unreadable"; readonly error: unknown }
);

export interface Walked {
  /** All files below the folder, by their paths in it with forward slashes, sorted. */
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Of folders that links lead to so much more may be there than of others: seven that lead to each other make 13,000 paths. */
const MOST_BY_LINKS = { times: 10, more: 1000 } as const;

/**
 * Lists a folder that others have filled: links are followed as far as they stay in the folder and do not lead back to a
 * folder above.
 *
 * @param skip whether to pass over a file or folder, by its name and its path in the folder
 * @throws {Error} where links to folders with links make more of the folder than anybody could mean
 */
export function walkFolder(folder: string, skip: (name: string, path: string) => boolean): Walked {
  const root = realpathSync(folder);
  const files: string[] = [];
  const leftOut: LeftOut[] = [];
  /** Folders that links lead to, with those above them: they come after all others. */
  const linked: (readonly [path: string, above: ReadonlySet<string>])[] = [];
  let seen = 0;
  const attempt = <Result>(path: string, act: () => Result): Result | undefined => {
    try {
      return act();
    } catch (error) {
      leftOut.push(leadsOut(join(root, path), root) ? { path, why: "leads out" } : { path, why: "unreadable", error });
      return undefined;
    }
  };
  const walk = (at: string, above: ReadonlySet<string>): void => {
    for (const entry of attempt(at, () => readdirSync(join(root, at), { withFileTypes: true })) ?? []) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (skip(entry.name, path)) continue;
      seen++;
      const found = attempt(path, () => resolveEntry(entry, join(root, path)));
      if (!found) continue;
      if (!isWithin(found.real, root)) leftOut.push({ path, why: "leads out" });
      else if (found.is.isFile()) files.push(path);
      else if (!found.is.isDirectory()) leftOut.push({ path, why: "special" });
      else if (above.has(found.real)) leftOut.push({ path, why: "leads above" });
      else if (entry.isSymbolicLink()) linked.push([path, new Set([...above, found.real])]);
      else walk(path, new Set([...above, found.real]));
    }
  };
  walk("", new Set([root]));
  const most = seen * MOST_BY_LINKS.times + MOST_BY_LINKS.more;
  for (const [path, above] of linked) {
    if (seen > most) throw tangled(join(folder, path));
    walk(path, above);
  }
  return { files: files.sort(compareText), leftOut };
}

function tangled(path: string): Error {
  return plainError(
    `Symbolic links to folders lead to each other, so that what is there comes again and again: ${printable(path)} is one of them. ` +
      "Remove it, or put a copy of what it leads to in its place.",
  );
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
