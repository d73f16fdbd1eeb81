import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFolder, readPageFile } from "../migrate/compare/read-folder.ts";
import { type BuiltSite, readSite } from "../migrate/compare/site.ts";
import { buildWithPelican, pelicanIn, withoutThemesWords } from "../migrate/init/pelican.ts";
import { isProved, proveMove, type Sources, tellProof } from "../migrate/init/prove-move.ts";
import { findEleventy, isFailed, runBuild } from "../migrate/run-build.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { printable } from "../plugin/findings/printable.ts";
import { EXIT, type Terminal, UsageError } from "./command.ts";

/** Where Pelican writes, unless OUTPUT_PATH says otherwise. */
const OUTPUT = "output";

/** In milliseconds: who has not asked for a proof waits no longer, for Pelican and for Eleventy each. */
const PATIENCE = 120_000;

/** What is proved. */
export interface Move {
  /** The file of Pelican's settings, from the project's folder. */
  readonly settings: string | undefined;
  readonly sources: Sources;
  /** Whether languages have parts of the site of their own, by the one plugin of Pelican's that is then run. */
  readonly hasSubsites: boolean;
  /** The templates that are asked for. */
  readonly templates: readonly string[];
  /** The pages that were made of sources in another format. */
  readonly converted: readonly string[];
  /** In milliseconds; without it both may take as long as they do. */
  readonly timeout?: number;
}

/** Whether there is anything to compare with: an old build, or Pelican itself. */
export function canBeProved({ folder }: Terminal): boolean {
  return pelicanIn(folder) !== undefined || existsSync(join(folder, OUTPUT, "index.html"));
}

/** Whether it can be done at once, because Eleventy is installed. */
export function canProveNow({ folder }: Terminal): boolean {
  return findEleventy(folder) !== undefined;
}

/** What nobody asked for is announced, and fails nothing: that the site is set up holds whatever comes of it. */
export function proveUnasked(move: Move, terminal: Terminal): void {
  const program = pelicanIn(terminal.folder);
  const runs = program === undefined ? "" : " Pelican runs its settings as it always does.";
  terminal.out(
    `\nNow the site is built as a trial, and compared with ${program === undefined ? `the old build in ${OUTPUT}` : "what Pelican makes of it"}; --no-prove leaves that out.${runs}\n`,
  );
  try {
    prove({ ...move, timeout: PATIENCE }, terminal);
  } catch (error) {
    terminal.out(printable(`\nIt could not be compared: ${messageOf(error)}\n`));
  }
}

/** Builds a site with Pelican and here, and says what is other than it was. @returns the exit code */
export function prove(
  { settings, sources, hasSubsites, templates, converted, timeout }: Move,
  terminal: Terminal,
): number {
  const { folder } = terminal;
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "pelican-prove-")));
  const [old, now] = [join(scratch, "old"), join(scratch, "new")];
  const content = join(folder, sources.content);
  try {
    const program = pelicanIn(folder);
    terminal.progress("Building the site with Pelican …");
    const file = settings === undefined ? undefined : join(folder, settings);
    const fault =
      program === undefined
        ? undefined
        : buildWithPelican({
            program,
            folder,
            settings: file,
            content,
            output: old,
            scratch,
            templates,
            converted,
            timeout,
          });
    const isOld = program === undefined || fault !== undefined;
    const before = isOld ? join(folder, OUTPUT) : old;
    if (isOld && !existsSync(before)) throw new UsageError(whyNot(fault));
    if (fault !== undefined)
      terminal.error(printable(`Pelican failed, and the old build in ${OUTPUT} is taken: ${fault}\n`));
    terminal.progress("Building it with Eleventy …");
    const built = runBuild(folder, content, now, timeout);
    if (isFailed(built)) {
      terminal.error(printable(`Nothing can be proved: the build failed.\n\n${built.printed}`));
      return EXIT.found;
    }
    const proof = proveMove(siteIn(before), siteIn(now), sources);
    const against = isOld
      ? `the old build in ${OUTPUT}`
      : `what Pelican makes, with its theme “simple” and ${hasSubsites ? "no plugin but i18n_subsites" : "without plugins"}`;
    terminal.out(`\n${printable(tellProof(proof, against))}\n`);
    return isProved(proof) ? EXIT.ok : EXIT.found;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function whyNot(fault: string | undefined): string {
  return fault === undefined
    ? `There is nothing to compare with: neither is Pelican installed here, nor is there an old build in ${OUTPUT}.`
    : `There is nothing to compare with: Pelican failed, and there is no old build in ${OUTPUT}.\n\n${fault}`;
}

function siteIn(folder: string): BuiltSite {
  const read = (path: string) => {
    const page = readPageFile(folder, path);
    return "text" in page ? { text: withoutThemesWords(page.text) } : page;
  };
  return readSite({ ...listFolder(folder), read });
}
