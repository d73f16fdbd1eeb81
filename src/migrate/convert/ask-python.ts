import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { programsIn } from "../init/pelican.ts";
import { isTimeout, tooSlow } from "../run-build.ts";

/** A program that is needed is not there, or failed: the message says what to do. */
export class ProgramError extends Error {
  readonly code = "ENOENT";
}

/** The exit code by which a program says that this Python lacks what it imports. */
const LACKING = 3;

/** No site's texts are longer. */
const MOST_PRINTED = 1 << 30;

export interface PythonRun {
  /** The text of the program. It exits with 3 where the Python lacks what it imports. */
  readonly program: string;
  /** What it is given, as JSON. */
  readonly asked: unknown;
  /** The project's folder, in which it runs. */
  readonly folder: string;
  /** In milliseconds; without it the program may take as long as it does. */
  readonly timeout?: number;
}

/**
 * Runs a program in the first Python that has what it needs.
 *
 * @returns what it printed, read as JSON; undefined where no Python has what it needs
 * @throws {ProgramError} where it fails, or takes too long
 */
export function askPython({ program, asked, folder, timeout }: PythonRun): unknown {
  for (const python of pythonsIn(folder)) {
    const { status, stdout, stderr, error } = spawnSync(python, ["-c", program], {
      cwd: folder,
      input: JSON.stringify(asked),
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" },
      maxBuffer: MOST_PRINTED,
      timeout,
    });
    if (status === LACKING) continue;
    if (error && isTimeout(error)) throw new ProgramError(tooSlow("Python", timeout));
    if (error || status !== 0) throw new ProgramError(`${python} failed: ${error?.message ?? lastLine(stderr)}`);
    return JSON.parse(stdout);
  }
  return undefined;
}

/** The Pythons of this machine; the one that Pelican is installed for is the first: it has the versions that built the site. */
function pythonsIn(folder: string): ReadonlySet<string> {
  const besidePelican = programsIn("pelican", folder).map((program) => join(dirname(program), "python3"));
  return new Set([...besidePelican.filter((program) => existsSync(program)), ...programsIn("python3", folder)]);
}

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
