import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Project } from "./project.ts";

/** What a command talks to; the tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** What the project's Eleventy configuration says; undefined where there is none with this plugin. */
  readonly project?: Project | undefined;
  readonly colors: boolean;
  /** Tells that long work goes on, where somebody looks on. */
  readonly progress: (text: string) => void;
}

/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, found: 1, usage: 2 } as const;

export interface Command {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code */
  readonly run: (args: readonly string[], terminal: Terminal) => number;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

type ParsedArguments<Known extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: Known }>
>;

/**
 * Reads a command's arguments.
 *
 * @param most how many arguments that are no options the command takes
 * @throws {UsageError} where an option is unknown or lacks its value, or where there are too many arguments
 */
export function parseCommand<const Known extends Options>(
  args: readonly string[],
  options: Known,
  most: number,
): ParsedArguments<Known> {
  try {
    const parsed = parseArgs({ args: [...args], allowPositionals: true, options });
    const extra = parsed.positionals[most];
    if (extra === undefined) return parsed;
    throw new UsageError(`There is one argument too many: ${extra}.`);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** A call that was written wrongly: the message says what to write. */
export class UsageError extends Error {}
