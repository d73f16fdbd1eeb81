import { UsageError } from "../migrate/usage-error.ts";
import type { Project } from "./loaded-site.ts";
import { type Options, type ParsedArguments, parseCommand } from "./parse-command.ts";

export { UsageError };

/** What a command communicates through; tests pass their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** What the project's Eleventy configuration says; undefined where there is none with this plugin. */
  readonly project?: Project | undefined;
  readonly colors: boolean;
  /** Shows that long work is going on, if somebody is watching. */
  readonly progress: (text: string) => void;
}

/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, found: 1, usage: 2 } as const;

export interface Command {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code */
  readonly run: (args: readonly string[], terminal: Terminal) => Code;
}

export type Code = number | Promise<number>;

/** An option that is there or not. */
export const FLAG = { type: "boolean", default: false } as const;

/** @param definition `most` is how many arguments that are no options the command takes */
export function command<const Known extends Options>(definition: {
  readonly summary: string;
  readonly help: string;
  readonly options: Known;
  readonly most: number;
  readonly run: (given: ParsedArguments<Known>, terminal: Terminal) => Code;
}): Command {
  const { summary, help, options, most, run } = definition;
  return { summary, help, run: (args, terminal) => run(parseCommand(args, options, most), terminal) };
}
