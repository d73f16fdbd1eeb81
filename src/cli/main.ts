import pc from "picocolors";
import { didYouMean } from "../plugin/findings/nearest.ts";
import { printable } from "../plugin/findings/printable.ts";
import { check } from "./check.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { compare } from "./compare.ts";
import { convert } from "./convert.ts";
import { diff } from "./diff.ts";
import { explain } from "./explain.ts";
import { failure } from "./failure.ts";
import { fix } from "./fix.ts";
import { init } from "./init.ts";
import { lsp } from "./lsp.ts";
import { menus } from "./menus.ts";
import { modernize } from "./modernize.ts";
import { ownVersion } from "./own-version.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ init, check, fix, menus, explain, diff, compare, convert, modernize, lsp }),
);

/**
 * Runs `eleventy-pelican COMMAND …`.
 *
 * @returns the exit code: 0 where all is well, 1 where errors were found, 2 where the call was wrong
 */
export function main(args: readonly string[], terminal: Terminal): number | Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.error(overview());
    return EXIT.usage;
  }
  if (name === "--version" || name === "-v") {
    terminal.out(`${ownVersion()}\n`);
    return EXIT.ok;
  }
  if (isHelp(name) || rest.some(isHelpOption)) return help(isHelp(name) ? rest.find(isName) : name, terminal);
  const command = COMMANDS.get(name);
  if (!command) return noCommand(name, terminal);
  const fail = (error: unknown) => {
    terminal.error(failure(error, terminal.folder));
    return error instanceof UsageError ? EXIT.usage : EXIT.found;
  };
  try {
    const code = command.run(rest, terminal);
    return typeof code === "number" ? code : code.catch(fail);
  } catch (error) {
    return fail(error);
  }
}

function isHelpOption(word: string): boolean {
  return word === "--help" || word === "-h";
}

function isHelp(word: string): boolean {
  return word === "help" || isHelpOption(word);
}

function isName(word: string): boolean {
  return !word.startsWith("-");
}

/** `help check`, `check --help`, `--help check`; without a command, what commands there are. */
function help(name: string | undefined, terminal: Terminal): number {
  const command = COMMANDS.get(name ?? "");
  if (name !== undefined && !command) return noCommand(name, terminal);
  terminal.out(command?.help ?? overview());
  return EXIT.ok;
}

function noCommand(name: string, terminal: Terminal): number {
  const what = isName(name) ? `There is no command “${name}”.` : `There is no option ${name} before a command.`;
  const meant = didYouMean(name, isName(name) ? COMMANDS.keys() : ["--help", "--version"]);
  terminal.error(printable(`${what}${meant}\n\n${overview()}`));
  return EXIT.usage;
}

/** They work where there is no project yet, or load it themselves. */
const LOADS_NOTHING: ReadonlySet<Command | undefined> = new Set([init, lsp]);

/** Whether a call asks for what depends on the project's configuration. */
export function needsProject([name = "", ...rest]: readonly string[]): boolean {
  return COMMANDS.has(name) && !LOADS_NOTHING.has(COMMANDS.get(name)) && !rest.some(isHelpOption);
}

function overview(): string {
  const width = Math.max(...[...COMMANDS.keys()].map((name) => name.length));
  const lines = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: eleventy-pelican COMMAND\n\n${lines.join("\n")}\n\neleventy-pelican help COMMAND shows more about each; --version, which version this is.\n`;
}

/** The terminal of this process. Colours only where somebody looks on, and never against NO_COLOR. */
export function processTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    folder: process.cwd(),
    colors: pc.isColorSupported && process.stdout.isTTY === true,
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
    },
  };
}
