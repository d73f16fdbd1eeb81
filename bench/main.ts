import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { arch, cpus, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { EXIT, UsageError } from "../src/cli/command.ts";
import { printable } from "../src/plugin/findings/printable.ts";
import { helpText, type Options, readOptions } from "./options.ts";
import { hasHugo } from "./peers.ts";
import { BuildError, runBench, runForTimes } from "./run.ts";
import { formatGrowth, formatResult, type Result } from "./table.ts";

/** Where the command prints. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Tells how far it is, where somebody looks on. */
  readonly progress: (text: string) => void;
}

/**
 * Runs `npm run bench -- …`.
 *
 * @returns the exit code: 0 where all is well, 1 where a peer failed, 2 where the call was wrong
 */
export async function main(args: readonly string[], output: Output): Promise<number> {
  try {
    const options = readOptions(args, hasHugo());
    if (options.help) output.out(helpText());
    else await inTemporaryFolder(options.keep, output, (work) => printTables(options, work, output));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof BuildError)) throw error;
    output.error(printable(`${error.message}\n`));
    return error instanceof UsageError ? EXIT.usage : EXIT.found;
  }
}

async function printTables(options: Options, work: string, { out, progress }: Output): Promise<void> {
  const { sizes, rounds, peers, times } = options;
  out(`Node.js ${process.version}, ${platform()} ${arch()}, ${cpus().length} processors; medians of ${rounds}\n\n`);
  const results: Result[] = [];
  for (const pages of sizes) {
    const result = await runBench({ pages, rounds, peers, work: join(work, String(pages)), progress });
    results.push(result);
    out(`${formatResult(result)}\n`);
  }
  const growth = formatGrowth(results);
  if (growth !== "") out(`${growth}\n`);
  const most = Math.max(...sizes);
  if (times) out(`Where a build of ${most} pages spent its time:\n${await runForTimes(most, join(work, "times"))}`);
}

/** The folder is removed at the end, and where somebody ends the command earlier. */
async function inTemporaryFolder(
  keep: boolean,
  { out }: Output,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pelican-bench-")));
  const remove = () => {
    if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once("exit", remove);
  try {
    await run(folder);
  } finally {
    if (keep) out(`What was built is in ${folder}\n`);
    remove();
    process.off("exit", remove);
  }
}
