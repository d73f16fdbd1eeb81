import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { programsIn } from "../init/pelican.ts";
import { isTimeout, tooSlow } from "../run-build.ts";

/** The exit code by which a program says that this Python lacks what it imports. */
const LACKING = 3;

/** No site's texts are longer. */
export const MOST_PRINTED = 1 << 30;

export interface PythonRun {
  /** The text of the program. It prints each answer as a line of JSON, and exits with 3 where the Python lacks what it imports. */
  readonly program: string;
  /** What it is given, as JSON. */
  readonly asked: unknown;
  /** The project's folder, in which it runs. */
  readonly folder: string;
  /** In milliseconds. */
  readonly timeout: number;
}

/** What a program answered, and why it ended before its end, where it did. */
export interface PythonAnswers {
  readonly answers: readonly unknown[];
  readonly fault?: string;
}

/**
 * Runs a program in the first Python that has what it needs.
 *
 * @returns undefined where no Python has what it needs
 */
export function askPython({ program, asked, folder, timeout }: PythonRun): PythonAnswers | undefined {
  for (const python of pythonsIn(folder)) {
    const { status, stdout, stderr, error } = spawnSync(python, ["-c", program], {
      cwd: folder,
      input: JSON.stringify(asked),
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" },
      maxBuffer: MOST_PRINTED,
      timeout,
      killSignal: "SIGKILL",
    });
    if (status === LACKING) continue;
    // The last line may be a part of one.
    const lines = (stdout ?? "").split("\n").slice(0, -1);
    const answers = lines.map((line): unknown => JSON.parse(line));
    if (!error && status === 0) return { answers };
    const said = error?.message ?? (lastLine(stderr) || "it was ended");
    return { answers, fault: error && isTimeout(error) ? tooSlow("Python", timeout) : `${python} failed: ${said}` };
  }
  return undefined;
}

/** The Pythons of this machine; the one that Pelican is installed for is the first: it has the versions that built the site. */
function pythonsIn(folder: string): ReadonlySet<string> {
  const besidePelican = programsIn("pelican", folder).map((program) => join(dirname(program), "python3"));
  return new Set([...besidePelican.filter((program) => existsSync(program)), ...programsIn("python3", folder)]);
}

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
