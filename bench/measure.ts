import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";

export interface Figures {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of work of all processors together, in the process and those that it started. */
  readonly cpu: number | undefined;
  /** The most memory that the process held, in MB. */
  readonly memory: number | undefined;
}

export interface Command {
  /** The program and its arguments. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly figures: Figures;
  /** Of a process that was killed, what a shell says of it. */
  readonly exitCode: number;
  /** What it printed, on both streams. */
  readonly printed: string;
}

/**
 * Runs a program, tells the id of its process, and then the time of its processors: both by what every POSIX shell has.
 * The inner shell becomes the program. Between this process and the program there has to be a small one, for Linux counts
 * the memory of the process that starts another one as if that had used it.
 */
const SCRIPT = `sh -c 'echo $$ >&3; exec "$@" 3>&-' sh "$@"; code=$?; times >&3; exit $code`;

/** Milliseconds between looks at the memory of a process that does not report it itself. */
const LOOK_EVERY = 5;

/**
 * Runs a program in a fresh process, and measures it.
 *
 * @param scratch a folder for the report of the process's memory
 */
export async function measure({ words, folder, environment }: Command, scratch: string): Promise<Ran> {
  const report = join(scratch, "memory");
  rmSync(report, { force: true });
  const hasShell = process.platform !== "win32";
  const [program = "", ...args] = hasShell ? ["sh", "-c", SCRIPT, "sh", ...words] : words;
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...rest } = process.env;
  const start = performance.now();
  const started = spawn(program, args, {
    cwd: folder,
    env: { ...rest, ...environment, BENCH_MEMORY: report },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, out, error, extra] = started.stdio;
  const printed = [collect(out), collect(error)];
  const told = collect(extra);
  const id = () => (hasShell ? Number.parseInt(told(), 10) : started.pid) || undefined;
  let most: number | undefined;
  const looking = setInterval(() => {
    most = peakOf(id()) ?? most;
  }, LOOK_EVERY);
  // Where this process is ended, the program must not go on and write into folders that are being removed.
  const stop = () => kill(id());
  process.prependOnceListener("exit", stop);
  try {
    const { exitCode, end } = await ended(started);
    const memory = existsSync(report) ? Number(readFileSync(report, "utf8")) : most;
    return {
      figures: { wall: (end - start) / 1000, cpu: readTimes(told()), memory: memory && memory / 1024 },
      exitCode,
      printed: printed.map((text) => text()).join(""),
    };
  } finally {
    clearInterval(looking);
    process.off("exit", stop);
  }
}

function ended(started: ReturnType<typeof spawn>): Promise<{ exitCode: number; end: number }> {
  let end = 0;
  return new Promise((resolve, reject) => {
    started.on("error", reject);
    // What it printed may come later.
    started.on("exit", () => {
      end = performance.now();
    });
    started.on("close", (code) => resolve({ exitCode: code ?? 1, end }));
  });
}

function kill(id: number | undefined): void {
  try {
    if (id !== undefined) process.kill(id);
  } catch {
    // It has ended by itself.
  }
}

function collect(stream: unknown): () => string {
  let text = "";
  if (!(stream instanceof Readable)) return () => text;
  stream.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  return () => text;
}

/**
 * Reads what the shell's `times` prints: a line of its own times, then one of those that it started, such as
 * `1m2.34s 0m0.56s`, with a comma in some languages. Undefined where there is no such line.
 *
 * @returns the seconds of those that it started
 */
export function readTimes(printed: string): number | undefined {
  const times = [...printed.matchAll(/(\d+)m(\d+(?:[.,]\d+)?)s/g)].slice(2);
  if (times.length !== 2) return undefined;
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds?.replace(",", ".")),
    0,
  );
}

/** The most memory that a process held so far, in KiB, where Linux tells it. */
function peakOf(id: number | undefined): number | undefined {
  if (id === undefined) return undefined;
  try {
    const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
    return peak === undefined ? undefined : Number(peak);
  } catch {
    // It has ended, or this is no Linux.
    return undefined;
  }
}
