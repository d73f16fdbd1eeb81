import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { stopsBuild } from "../plugin/checks/index.ts";
import { writeWhole } from "../plugin/files/write-whole.ts";
import { baselineOf, compareBaseline, type Known } from "../plugin/findings/baseline.ts";
import { countOf, type Finding } from "../plugin/findings/finding.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { counted } from "../plugin/findings/print-findings.ts";
import { printable, printableJson, printableName } from "../plugin/findings/printable.ts";
import { type Terminal, UsageError } from "./command.ts";

const baseline = z.object({
  findings: z.array(
    z.object({ file: z.string(), code: z.string(), concerns: z.string(), count: z.number().optional() }),
  ),
});

/** What is told beside a baseline: the findings that are not in it, and what became of those that are. */
export interface BesideBaseline {
  readonly findings: readonly Finding[];
  /** In words, for people. */
  readonly note: string;
}

/** Keeps the findings in a file. After some of them no site is made: these nobody can accept. */
export function accept(findings: readonly Finding[], name: string, { folder }: Terminal): BesideBaseline {
  const accepted = findings.filter((one) => !stopsBuild(one));
  try {
    writeWhole(resolve(folder, name), printableJson({ findings: baselineOf(accepted) }));
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${messageOf(error)}.`);
  }
  const count = counted(countOf(accepted), "finding is", "findings are");
  return {
    findings: findings.filter(stopsBuild),
    note: `${count} in ${name}: “check --accepted ${name}” shows others.`,
  };
}

/** The findings that a file does not hold. */
export function besideAccepted(findings: readonly Finding[], name: string, { folder }: Terminal): BesideBaseline {
  const accepted = readBaseline(resolve(folder, name), name);
  const { fresh, gone } = compareBaseline(findings, accepted);
  const left = counted(countOf(accepted) - countOf(gone), "accepted finding is", "accepted findings are");
  const told = gone.map((one) => `  ${printableName(one.file)}: ${one.concerns} [${one.code}]`);
  const past = `${counted(countOf(gone), "accepted finding is", "accepted findings are")} gone; “check --accept ${name}” forgets ${countOf(gone) === 1 ? "it" : "them"}:`;
  return { findings: fresh, note: [`${left} left.`, ...(gone.length === 0 ? [] : [past, ...told])].join("\n") };
}

function readBaseline(file: string, name: string): readonly Known[] {
  const write = `Write it with “check --accept ${name}”.`;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${messageOf(error)}. ${write}`);
  }
  const { success, data } = baseline.safeParse(parsed(text));
  if (!success) throw new UsageError(`${name} holds no accepted findings. ${write}`);
  return data.findings;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A note goes where it is no part of what another program reads. */
export function tellNote(note: string, isForPeople: boolean, terminal: Terminal): void {
  const text = printable(`${note}\n`);
  if (isForPeople) terminal.out(text);
  else terminal.error(text);
}
