import { groupBy } from "../maps/group-by.ts";
import { compareText, countOf, type Finding } from "./finding.ts";

/** A finding as it is known again, wherever its line has moved to. */
export interface Known {
  readonly file: string;
  readonly code: string;
  /** What is wrong, without the numbers of lines and the like. */
  readonly concerns: string;
  /** For how many it stands; one, where nothing is said. */
  readonly count?: number | undefined;
}

/** What a finding is known by. Numbers that are told by the way change with lines elsewhere; quoted ones are an author's. */
export function known({ file, code, message, count }: Finding): Known {
  const concerns = message.replace(/“[^”]*”|(?<![\w/.-])\d+(?![\w/-]|\.\w)/g, (found) =>
    found.startsWith("“") ? found : "…",
  );
  return { file, code, concerns, ...(count !== undefined && { count }) };
}

/** The findings as they are known, in an order that does not depend on their lines. */
export function baselineOf(findings: readonly Finding[]): Known[] {
  return findings.map(known).sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** What the others do not hold. Of those that are alike, as many as there are more. */
function without<One>(some: readonly One[], others: readonly Known[], knownOf: (one: One) => Known): One[] {
  const left = new Map([...groupBy(others, keyOf)].map(([key, same]) => [key, countOf(same)]));
  return some.flatMap((one) => {
    const { count = 1, ...concerning } = knownOf(one);
    const key = keyOf(concerning);
    const there = left.get(key) ?? 0;
    left.set(key, there - Math.min(there, count));
    if (there >= count) return [];
    return there === 0 ? [one] : [{ ...one, count: count - there }];
  });
}

/** The findings that a baseline does not hold, and what it holds that is gone. */
export function compareBaseline(
  findings: readonly Finding[],
  accepted: readonly Known[],
): { readonly fresh: readonly Finding[]; readonly gone: readonly Known[] } {
  const now = findings.map(known);
  // Which of thousands stand behind others changes with each that is mended: they are known by their number.
  const many = new Set([...now, ...accepted].filter(({ count }) => count !== undefined).map(kindOf));
  const asOne = (one: Known) => (many.has(kindOf(one)) ? { ...one, concerns: "" } : one);
  return {
    fresh: without(findings, accepted.map(asOne), (one) => asOne(known(one))),
    gone: without(accepted, now.map(asOne), asOne),
  };
}

function kindOf({ file, code }: Known): string {
  return JSON.stringify([file, code]);
}

function keyOf({ file, code, concerns }: Known): string {
  return JSON.stringify([file, code, concerns]);
}
