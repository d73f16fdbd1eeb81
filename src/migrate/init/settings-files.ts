import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { toFinding } from "../../plugin/checks/index.ts";
import { decode } from "../../plugin/files/decode.ts";
import { isWithin } from "../../plugin/files/is-within.ts";
import { UsageError } from "../usage-error.ts";
import type { NotTaken, PelicanSetting } from "./options.ts";
import type { World } from "./python/modules.ts";
import { readPython } from "./python/read.ts";

/** A project's Pelican settings. */
export interface Pelicanconf {
  /** The names of the files that were read. */
  readonly files: readonly string[];
  readonly settings: readonly PelicanSetting[];
  readonly unread: readonly NotTaken[];
  /** The environment variables that were asked for: they count as not set. */
  readonly variables: readonly string[];
}

/** Pelican's settings; those for publishing take precedence. */
const FILES = ["pelicanconf.py", "publishconf.py"] as const;

/**
 * Reads the settings of a folder's `pelicanconf.py` and `publishconf.py`, and of what they import. Nothing is run.
 *
 * @throws {UsageError} where one of them cannot be read as text
 */
export function readPelicanconf(folder: string): Pelicanconf {
  const world = worldOf(folder);
  const read = FILES.filter((file) => existsSync(join(folder, file))).map((file) =>
    readPython(join(folder, file), world),
  );
  const settings = new Map(read.flatMap((one) => one.settings.map((setting) => [setting.name, setting])));
  const unread = new Map(read.flatMap((one) => one.unread.map((its) => [`${its.place} ${its.name}`, its])));
  const [last] = read.slice(-1);
  const isSetAgain = ({ name, place }: NotTaken) =>
    last?.settings.some((one) => one.name === name && one.place !== place) &&
    last?.unread.every((one) => one.name !== name);
  return {
    files: [...new Set(read.flatMap(({ files }) => files))],
    settings: [...settings.values()],
    unread: [...unread.values()].filter((one) => !isSetAgain(one)),
    variables: [...new Set(read.flatMap(({ variables }) => variables))],
  };
}

/** Longer files are no settings. */
const LONGEST = 1_000_000;

/** The project's folder, and nothing else. */
function worldOf(folder: string): Omit<World, "asked"> {
  const root = realpathSync(folder);
  const isInside = (path: string) => {
    const real = existsSync(path) ? realpathSync(path) : undefined;
    return real === undefined ? path === root || path.startsWith(`${folder}/`) : isWithin(real, root);
  };
  const read = (path: string) => {
    const status = statSync(path, { throwIfNoEntry: false });
    return status?.isFile() && status.size <= LONGEST && isInside(path)
      ? textOf(path, path.slice(folder.length + 1))
      : undefined;
  };
  const list = (path: string) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() && isInside(path) ? readdirSync(path).sort() : undefined;
  return { read, list, isInside, folder };
}

function textOf(path: string, file: string): string {
  const result = decode(readFileSync(path), file);
  if ("text" in result) return result.text;
  const { message, fix } = toFinding(result.report);
  throw new UsageError(`${file} cannot be read: ${message} ${fix}`);
}
