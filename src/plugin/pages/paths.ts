import { posix } from "node:path";
import { trimAddress } from "../dialect/address.ts";
import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";

export interface SafePath {
  /** Undefined where the author's path cannot be used. */
  readonly path: string | undefined;
  readonly reports: readonly Report[];
}

/** What most file systems take as one name, and, with room for the output folder, as a path, in bytes. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 900;

/**
 * A `Save_as` as a path inside the output folder. A slash at the start or `./` does no harm and is dropped, a folder
 * gets its `index.html`; a path that leads out of the folder, or that no file system takes, is not used.
 */
export function safeSaveAs(value: string, place: Place): SafePath {
  const reason = reasonAgainst(value);
  if (reason === undefined) return { path: tidyPath(value), reports: [] };
  return { path: undefined, reports: [report("save-as-unsafe", place, { value, reason })] };
}

/** A `Url` without slashes at its ends; one that is not an address of this site is not used. */
export function safeUrl(value: string, place: Place): SafePath {
  const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith("//");
  const reason = isElsewhere ? "it leads away from this site" : value === "" ? undefined : reasonAgainst(value);
  if (reason === undefined) return { path: trimAddress(value), reports: [] };
  return { path: undefined, reports: [report("url-unsafe", place, { value, reason })] };
}

/** Why a path cannot be that of a file of the site; undefined where it can. */
export function reasonAgainst(value: string): string | undefined {
  if (value.trim() === "") return "it is empty";
  if (Buffer.byteLength(value) > LONGEST_PATH) return "it is too long for a file";
  const parts = tidyPath(value).split("/");
  if (value.trim().includes("\n")) return "it is written over several lines";
  if (/[\0-\x1f\x7f]/.test(value)) return "it holds a control character";
  if (value.includes("\\")) return "folders are split by “/”, not by “\\”";
  if (/^(?:[a-z]:|[a-z][a-z\d+.-]*:\/\/)/i.test(value)) return "it names a drive or another site";
  if (parts.includes("..")) return "it leads out of the site";
  if (parts.some((part) => Buffer.byteLength(part) > LONGEST_NAME)) return "a name in it is too long for a file";
  if (parts.join("") === "") return "it names no file";
  return undefined;
}

/** A path as it is from the output folder: without `./`, a slash before it or `..`; a folder gets its `index.html`. */
export function tidyPath(value: string): string {
  const path = posix.normalize(value.trim().replace(/^\/+/, ""));
  if (path === ".") return "";
  return path.endsWith("/") ? `${path}index.html` : path;
}
