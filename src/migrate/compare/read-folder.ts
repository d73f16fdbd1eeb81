import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { walkFolder } from "../../plugin/files/walk-folder.ts";
import { MEGABYTE, MOST_OF_PAGE } from "../../plugin/findings/bounds.ts";
import { codeOf } from "../../plugin/findings/plain-error.ts";

/** A file or folder that was not read, and why. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
}

const REASONS = {
  "leads out": "it is a link that leads out of the folder",
  special: "it is a pipe, a socket or a device",
} as const;

/**
 * Lists what a web server would serve from a folder: no hidden files, except for `.well-known`. Symbolic links that lead
 * out of the folder or back to a folder above are not followed.
 */
export function listFolder(folder: string): { files: readonly string[]; unread: readonly Unread[] } {
  const { files, leftOut } = walkFolder(folder, (name) => name.startsWith(".") && name !== ".well-known");
  const unread = leftOut.flatMap((one) => {
    // What it leads to is listed where it is.
    if (one.why === "leads above") return [];
    return { path: one.path, reason: one.why === "unreadable" ? reasonOf(one.error) : REASONS[one.why] };
  });
  return { files, unread };
}

/** The text of a page in whatever encoding, or the reason why there is none. */
export function readPageFile(folder: string, path: string): { readonly text: string } | Unread {
  try {
    const file = join(folder, path);
    if (statSync(file).size > MOST_OF_PAGE)
      return { path, reason: `it has more than ${MOST_OF_PAGE / MEGABYTE} MB, the most that is compared` };
    return { text: decodePage(readFileSync(file)) };
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
}

/** As UTF-8 if it is valid; otherwise in the encoding that the page names, or that browsers assume for old pages. */
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

/** In words; the system's own message would repeat the whole path. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const known: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ELOOP: "it is a link that leads in a circle",
    ENOENT: "it is a link to a file that is not there",
  };
  return known[code] ?? code;
}
