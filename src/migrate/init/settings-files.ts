import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import nodePath, { join, posix, resolve } from "node:path";
import { toFinding } from "../../plugin/checks/index.ts";
import { decode } from "../../plugin/files/decode.ts";
import { isFolder } from "../../plugin/files/is-file.ts";
import { isWithin } from "../../plugin/files/is-within.ts";
import { MOST_OF_SETTINGS } from "../../plugin/findings/bounds.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import { UsageError } from "../usage-error.ts";
import type { NotTaken, PelicanSetting } from "./converted.ts";
import { renewed } from "./deprecated.ts";
import { findSettings } from "./find-settings.ts";
import type { Literal } from "./literal.ts";
import { readPython } from "./python/read.ts";
import type { World } from "./python/world.ts";

/** A project's Pelican settings. */
export interface Pelicanconf {
  /** The file that Pelican is called with for publishing. */
  readonly main: string | undefined;
  /** The content folder that they name, from the project's folder. */
  readonly content: Literal | undefined;
  /** The names of the files that were read. */
  readonly files: readonly string[];
  readonly settings: readonly PelicanSetting[];
  readonly unread: readonly NotTaken[];
  /** What is most likely not meant, and taken as it stands. */
  readonly doubts: readonly NotTaken[];
  /** Where a file is no Python, and Pelican cannot read it either. */
  readonly faults: readonly { readonly place: string; readonly reason: string }[];
  /** The environment variables that were asked for: they count as not set. */
  readonly variables: readonly string[];
}

/**
 * Reads the settings of a folder's `pelicanconf.py` and `publishconf.py`, or of others, and of what they import. Nothing is
 * run.
 *
 * @param given the file of settings, where another than the usual one is asked for
 * @throws {UsageError} where one of them is not there, is too long, or cannot be read as text
 */
export function readPelicanconf(folder: string, given?: string): Pelicanconf {
  const world = worldOf(folder);
  const found = findSettings(folder, given);
  for (const file of found.files) {
    if (statSync(join(folder, file)).size > MOST_OF_SETTINGS) {
      throw new UsageError(`${file} has more than 1 MB: no settings are so long. Name the file of Pelican's settings.`);
    }
  }
  const read = found.files.map((file) => readPython(posix.join(world.folder, file), world));
  const settings = new Map(read.flatMap((one) => one.settings.map((setting) => [setting.name, setting])));
  const address = ofPublished(read.map((one) => one.settings));
  if (address) settings.set("SITEURL", address);
  const faults = new Map(read.flatMap((one) => one.faults.map((its) => [its.place, its])));
  const unread = new Map(
    [...read.flatMap((one) => one.unread), ...[...faults.values()].map(asUnread)].map((its) => [
      its.name || its.place,
      its,
    ]),
  );
  const [last] = read.slice(-1);
  const lastSet = groupBy(last?.settings ?? [], ({ name }) => name);
  const lastUnread = new Set(last?.unread.map(({ name }) => name));
  const isSetAgain = ({ name, place }: NotTaken) =>
    lastSet.get(name)?.some((one) => one.place !== place) && !lastUnread.has(name);
  const path = settings.get("PATH");
  const [base = ""] = found.files;
  return {
    main: found.files.at(-1),
    content: folderOf(path?.value, posix.dirname(base), folder) ?? found.content ?? path?.value,
    files: [...new Set(read.flatMap(({ files }) => files))],
    settings: renewed([...settings.values()]),
    unread: [...[...unread.values()].filter((one) => !isSetAgain(one)), ...(address ? [emptied(read, address)] : [])],
    doubts: [...new Map(read.flatMap((one) => one.doubts.map((its) => [its.place + its.reason, its]))).values()],
    faults: [...faults.values()],
    variables: [...new Set(read.flatMap(({ variables }) => variables))],
  };
}

/**
 * An address that the file for publishing makes empty: pelican-quickstart writes it so, for its owner to fill in. Pelican then
 * publishes addresses without a host; the one that stands in the other file is what was meant.
 */
function ofPublished(files: readonly (readonly PelicanSetting[])[]): PelicanSetting | undefined {
  const all = files.flatMap((settings) => settings.filter(({ name }) => name === "SITEURL"));
  return all.at(-1)?.value === "" ? all.findLast(({ value }) => isPublic(value)) : undefined;
}

function isPublic(address: Literal): boolean {
  return typeof address === "string" && /^https?:\/\/(?!localhost\b|127\.|0\.0\.0\.0|\[)/i.test(address);
}

function emptied(read: readonly { readonly settings: readonly PelicanSetting[] }[], address: PelicanSetting): NotTaken {
  const [last] = read.flatMap(({ settings }) => settings.filter(({ name }) => name === "SITEURL")).slice(-1);
  const reason = `it is empty there, and Pelican publishes no addresses in full; that of ${address.place} is taken`;
  return { name: "SITEURL", place: last?.place ?? address.place, reason };
}

/** Nobody knows which settings it is about. */
function asUnread({ place, reason }: Pelicanconf["faults"][number]): NotTaken {
  return { name: "", place, reason: `this is not valid Python: ${reason}` };
}

/** PATH counts from the folder of its file. The folder that a script names is meant where there is no such folder. */
function folderOf(path: Literal | undefined, beside: string, folder: string): string | undefined {
  if (typeof path !== "string") return undefined;
  const full = posix.isAbsolute(path) ? path : posix.join(beside, path);
  return isFolder(resolve(folder, full)) ? full : undefined;
}

/** The project's folder, and nothing else. */
function worldOf(folder: string): Omit<World, "asked"> {
  const root = realpathSync(folder);
  const ofPython = pythonsPath(folder);
  // Python's paths have no drive: it is the project's.
  const onDisk = (path: string) => resolve(folder, path);
  const isInside = (path: string) => {
    const full = onDisk(path);
    return existsSync(full) ? isWithin(realpathSync(full), root) : isWithin(full, folder);
  };
  const read = (path: string) => {
    const status = statSync(onDisk(path), { throwIfNoEntry: false });
    return status?.isFile() && status.size <= MOST_OF_SETTINGS && isInside(path)
      ? textOf(onDisk(path), path.slice(ofPython.length + 1))
      : undefined;
  };
  const list = (path: string) =>
    isFolder(onDisk(path)) && isInside(path) ? readdirSync(onDisk(path)).sort() : undefined;
  return { read, list, isInside, folder: ofPython };
}

/** A folder's path as settings are read with it, on Windows too: with `/`, and without the drive. */
export function pythonsPath(folder: string, { sep } = nodePath): string {
  return sep === "/" ? folder : folder.replace(/^[a-z]:/i, "").replaceAll(sep, "/");
}

function textOf(path: string, file: string): string {
  const result = decode(readFileSync(path), file);
  if ("text" in result) return result.text;
  const { message, fix } = toFinding(result.report);
  throw new UsageError(`${file} cannot be read: ${message} ${fix}`);
}
