import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../plugin/files/decode.ts";
import { UsageError } from "../command.ts";
import type { NotTaken, PelicanSetting } from "./options.ts";
import { type PythonFile, readPython } from "./read-python.ts";

/** What a project's Pelican settings say. */
export interface Pelicanconf {
  /** The names of the files that were read. */
  readonly files: readonly string[];
  readonly settings: readonly PelicanSetting[];
  readonly unread: readonly NotTaken[];
}

/** Where Pelican's settings are; the second are those for publishing, and go before the first. */
const FILES = ["pelicanconf.py", "publishconf.py"] as const;

/**
 * Reads the literal settings of a folder's `pelicanconf.py` and `publishconf.py`. Neither is run.
 *
 * @throws {UsageError} where one of them cannot be read as text
 */
export function readPelicanconf(folder: string): Pelicanconf {
  const files = FILES.filter((file) => existsSync(join(folder, file)));
  const read = files.map((file) => ({ file, ...readPython(textOf(join(folder, file), file)) }));
  const settings = new Map(
    read.flatMap(({ file, settings }) =>
      settings.map(({ name, value, line }) => [name, { name, value, place: `${file}:${line}` }] as const),
    ),
  );
  return {
    files,
    settings: [...settings.values()],
    unread: read.flatMap(({ file, unread }, index) => placed(unread, file, read[index - 1])),
  };
}

/** Where the later file does not tell, the earlier one's value stands. */
function placed(unread: PythonFile["unread"], file: string, before: PythonFile | undefined): NotTaken[] {
  return unread.map(({ name, line, reason }) => {
    const earlier = before?.settings.some((setting) => setting.name === name);
    return {
      name,
      place: `${file}:${line}`,
      reason: earlier ? `${reason}; the value of ${FILES[0]} was taken` : reason,
    };
  });
}

function textOf(path: string, file: string): string {
  const result = decode(readFileSync(path), file);
  if ("text" in result) return result.text;
  throw new UsageError(`${file} cannot be read: ${result.finding.message} ${result.finding.fix ?? ""}`.trim());
}
