import { EXIT, UsageError } from "../src/cli/command.ts";
import { parseCommand } from "../src/cli/parse-command.ts";
import { nearest } from "../src/plugin/findings/nearest.ts";
import { LEAST_PAGES } from "./generate.ts";
import { PEERS } from "./peers.ts";

export interface Options {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly peers: readonly string[];
  readonly keep: boolean;
  readonly times: boolean;
  readonly help: boolean;
}

const DEFAULT_SIZE = "1000";
const DEFAULT_ROUNDS = "3";

/** What `--help` prints. */
export function helpText(): string {
  const width = Math.max(...[...PEERS.keys()].map((name) => name.length));
  const peers = [...PEERS].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run bench -- [PAGES …] [--rounds N] [--peers NAME,NAME] [--times] [--keep]

Builds the same generated pages with each peer in turn, in fresh processes, and prints medians. PAGES is how many pages
(${DEFAULT_SIZE}); of several numbers you also read what each further page costs.

  --rounds N  how often each peer builds (${DEFAULT_ROUNDS}), after a first time that does not count
  --peers     the peers, in the order of the rows; all by default:
${peers.map((line) => `            ${line}`).join("\n")}
  --times     builds once more with this project, and prints where the time went
  --keep      leaves the folder that it worked in, and says where that is

Exits with ${EXIT.ok} where all is well, with ${EXIT.found} where a peer failed, with ${EXIT.usage} where the call was wrong.
`;
}

/**
 * Reads the command's arguments.
 *
 * @param hasHugo whether Hugo can be run
 * @throws {UsageError} that says what to write instead
 */
export function readOptions(args: readonly string[], hasHugo: boolean): Options {
  const { values, positionals } = parseCommand(
    args,
    {
      rounds: { type: "string", default: DEFAULT_ROUNDS },
      peers: { type: "string" },
      keep: { type: "boolean", default: false },
      times: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    Number.POSITIVE_INFINITY,
  );
  const sizes = positionals.length > 0 ? positionals : [DEFAULT_SIZE];
  const all = [...PEERS.keys()].filter((name) => name !== "hugo" || hasHugo);
  return {
    sizes: [...new Set(sizes.map((size) => wholeNumber("The number of pages", size, LEAST_PAGES)))],
    rounds: wholeNumber("--rounds", values.rounds, 1),
    peers: values.peers === undefined ? all : readPeers(values.peers, hasHugo),
    keep: values.keep,
    times: values.times,
    help: values.help,
  };
}

function wholeNumber(what: string, text: string, least: number): number {
  const isRight = /^\d{1,7}$/.test(text) && Number(text) >= least;
  if (!isRight) throw new UsageError(`${what} is “${text}”: write a whole number from ${least} to 9999999.`);
  return Number(text);
}

function readPeers(text: string, hasHugo: boolean): readonly string[] {
  const names = [...new Set(text.split(",").map((name) => name.trim()))];
  for (const name of names) {
    if (!PEERS.has(name)) {
      const near = nearest(name, PEERS.keys());
      const meant = near === undefined ? `Write some of ${[...PEERS.keys()].join(",")}.` : `Did you mean ${near}?`;
      throw new UsageError(`There is no peer “${name}”. ${meant}`);
    }
  }
  if (names.includes("hugo") && !hasHugo) {
    throw new UsageError("There is no hugo on the PATH. Install it, or leave it out of --peers.");
  }
  return names;
}
