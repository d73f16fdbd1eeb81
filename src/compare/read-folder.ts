import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { compareText } from "../plugin/findings/finding.ts";

/** A file or folder that was not read, and why. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
}

/** The files of a built site by their paths, with forward slashes. */
export interface FolderListed {
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
}

/** Larger pages nobody serves; a text of this size would not fit into a string. */
const MOST_BYTES = 100 * 1024 * 1024;

/**
 * Lists what a web server would serve of a folder: hidden files are left out, but for `.well-known`. Links that lead out
 * of the folder or back to a folder above are not followed.
 */
export function listFolder(folder: string): FolderListed {
  const root = realpathSync(folder);
  const files: string[] = [];
  const unread: Unread[] = [];
  const walk = (at: string, above: ReadonlySet<string>) => {
    for (const entry of entriesIn(join(root, at), at, unread)) {
      if (entry.name.startsWith(".") && entry.name !== ".well-known") continue;
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      const real = entry.isSymbolicLink() ? targetIn(root, path, unread) : join(root, path);
      if (real === undefined) continue;
      const isFolder = entry.isSymbolicLink() ? statSync(real).isDirectory() : entry.isDirectory();
      if (!isFolder) {
        if (entry.isSymbolicLink() ? statSync(real).isFile() : entry.isFile()) files.push(path);
      } else if (!above.has(real)) walk(path, new Set([...above, real]));
    }
  };
  walk("", new Set([root]));
  return { files: files.sort(compareText), unread };
}

/** The text of a page, in whatever encoding it is; or the reason why there is none. */
export function readPageFile(folder: string, path: string): { readonly text: string } | Unread {
  try {
    const file = join(folder, path);
    if (statSync(file).size > MOST_BYTES) return { path, reason: "it is larger than 100 MB" };
    return { text: decodePage(readFileSync(file)) };
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
}

/** UTF-8 where it is that; else what the page itself says; else what browsers take old pages for. */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
    const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(start)?.[1] ?? "windows-1252";
    return decoder(/^utf-?8$/i.test(named) ? "utf-8" : named).decode(bytes);
  }
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

function entriesIn(folder: string, path: string, unread: Unread[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    unread.push({ path, reason: reasonOf(error) });
    return [];
  }
}

function targetIn(root: string, path: string, unread: Unread[]): string | undefined {
  try {
    const target = realpathSync(join(root, path));
    if (`${target}${sep}`.startsWith(`${root}${sep}`)) return target;
    unread.push({ path, reason: "it is a link that leads out of the folder" });
  } catch (error) {
    unread.push({ path, reason: reasonOf(error) });
  }
  return undefined;
}

/** The system's word for it; its message would name the whole path again. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const known: Readonly<Record<string, string>> = {
    EACCES: "it may not be read",
    EPERM: "it may not be read",
    ELOOP: "it is a link that leads in a circle",
    ENOENT: "it is a link to a file that is not there",
  };
  return known[code] ?? code;
}
