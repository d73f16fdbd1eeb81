import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GeneratedPage, generatePages } from "./generate.ts";
import { measure, type Ran } from "./measure.ts";
import { commandOf, freshen, OUTPUT, PEERS, type Peer, preparePeer } from "./peers.ts";
import type { Result } from "./table.ts";

/** A peer's build that failed: the message holds what it printed. */
export class BuildError extends Error {}

/** One peer, and the folder that it builds. */
interface Place {
  readonly name: string;
  readonly peer: Peer;
  readonly folder: string;
}

/** What to build, where, and whom to tell. */
export interface Bench {
  readonly pages: number;
  readonly rounds: number;
  readonly peers: readonly string[];
  /** An empty folder to work in. */
  readonly work: string;
  readonly progress: (text: string) => void;
}

/**
 * Builds the same pages with each peer in turn, round after round, so that what else the machine does falls on all. The
 * first round does not count: it fills the caches of disk, loaders and warm builds.
 *
 * @throws {BuildError} where a build fails, or writes fewer pages than there are
 */
export async function runBench({ pages: count, rounds, peers, work, progress }: Bench): Promise<Result> {
  const pages = generatePages(count);
  const places = prepare(peers, work, pages);
  const rows = places.map(({ name }) => ({ peer: name, runs: [] as Ran["figures"][] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [index, place] of places.entries()) {
      progress(`${count} pages, ${round === 0 ? "before the rounds" : `round ${round} of ${rounds}`}: ${place.name}`);
      const { figures } = await build(place, pages, work);
      if (round > 0) rows[index]?.runs.push(figures);
    }
  }
  return { pages: count, rows };
}

/**
 * Builds once with this project, and lets the build tell where the time went.
 *
 * @returns what it printed
 * @throws {BuildError} where the build fails
 */
export async function runForTimes(count: number, work: string): Promise<string> {
  const pages = generatePages(count);
  const [place] = prepare(["this"], work, pages);
  if (!place) return "";
  const peer = { ...place.peer, environment: { ...place.peer.environment, PELICAN_TIMES: "1" } };
  return (await build({ ...place, peer }, pages, work)).printed;
}

/** Each peer has a folder of its own, so that no cache is another's; they share the project's packages. */
function prepare(names: readonly string[], work: string, pages: readonly GeneratedPage[]): readonly Place[] {
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, "package.json"), '{ "private": true, "type": "module" }\n');
  const packages = fileURLToPath(new URL("../node_modules", import.meta.url));
  symlinkSync(packages, join(work, "node_modules"), "junction");
  return names.flatMap((name) => {
    const peer = PEERS.get(name);
    if (!peer) return [];
    const folder = join(work, name);
    preparePeer(peer, folder, pages);
    return [{ name, peer, folder }];
  });
}

async function build({ name, peer, folder }: Place, pages: readonly GeneratedPage[], work: string): Promise<Ran> {
  freshen(peer, folder, pages);
  const ran = await measure(commandOf(peer, folder), work);
  if (ran.exitCode !== 0) throw new BuildError(`${name} failed with exit code ${ran.exitCode}:\n\n${ran.printed}`);
  const written = countPages(join(folder, OUTPUT));
  if (written < pages.length) {
    throw new BuildError(`${name} wrote ${written} of ${pages.length} pages:\n\n${ran.printed}`);
  }
  return ran;
}

function countPages(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html")).length;
}
