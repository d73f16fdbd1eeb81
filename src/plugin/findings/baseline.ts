import { countBy } from "../maps/group-by.ts";
import { compareText, type Finding } from "./finding.ts";

/** A finding as it is known again, wherever its line has moved to. */
export interface Known {
  readonly file: string;
  readonly code: string;
  /** What is wrong, without the numbers of lines and the like. */
  readonly concerns: string;
}

/** What a finding is known by. Numbers that are told by the way change with lines elsewhere; quoted ones are an author's. */
export function known({ file, code, message }: Finding): Known {
  const concerns = message.replace(/“[^”]*”|(?<![\w/.-])\d+(?![\w/-]|\.\w)/g, (found) =>
    found.startsWith("“") ? found : "…",
  );
  return { file, code, concerns };
}

/** The findings as they are known, in an order that does not depend on their lines. */
export function baselineOf(findings: readonly Finding[]): Known[] {
  return findings.map(known).sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** What the others do not hold. Of those that are alike, as many as there are more. */
function without<One>(some: readonly One[], others: readonly Known[], knownOf: (one: One) => Known): One[] {
  const left = countBy(others.map(keyOf));
  return some.filter((one) => {
    const key = keyOf(knownOf(one));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** The findings that a baseline does not hold, and what it holds that is gone. */
export function compareBaseline(
  findings: readonly Finding[],
  accepted: readonly Known[],
): { readonly fresh: readonly Finding[]; readonly gone: readonly Known[] } {
  return {
    fresh: without(findings, accepted, known),
    gone: without(accepted, findings.map(known), (one) => one),
  };
}

function keyOf({ file, code, concerns }: Known): string {
  return JSON.stringify([file, code, concerns]);
}
