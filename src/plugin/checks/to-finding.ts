import type { Finding } from "../findings/finding.ts";
import { foldMany } from "../findings/fold.ts";
import { counted } from "../findings/print-findings.ts";
import type { Kind } from "../findings/print-summary.ts";
import type { ReportOf } from "../findings/report.ts";
import type { FindingCode, ReportValues } from "../findings/report-values.ts";
import type { Rule } from "./rule.ts";

/** A report in the words of its rule, with its severity and its repair. */
export function inWords<Code extends FindingCode>(report: ReportOf<Code>, rule: Rule<Code>): Finding {
  const { code, values, count = 1, ...place } = report;
  const say = (words: Rule<Code>["message"]) => oneLine(typeof words === "string" ? words : words(values, place));
  const target = rule.target?.(values, place);
  const finding = {
    ...place,
    ...(target !== undefined && { target }),
    field: rule.field ?? fieldIn(values),
    code,
    severity: rule.isError?.(values) ? "error" : rule.severity,
    message: say(rule.message),
    consequence: say(rule.consequence),
    fix: say(rule.fix),
    edits: rule.edits?.(values, place) ?? [],
  };
  return count > 1 ? standingFor(count, finding, rule) : finding;
}

/**
 * The findings of which a file has thousands of a kind as one that says how many more there are.
 *
 * @param kindOf what the findings of a code have in common
 */
export function folded(findings: Iterable<Finding>, kindOf: (code: FindingCode) => Kind): Finding[] {
  const all = foldMany(
    findings,
    ({ code, file }) => `${code} ${file}`,
    ({ count = 1 }) => count,
  );
  return all.map(({ item, count }) => (count > 1 ? standingFor(count, item, kindOf(item.code)) : item));
}

/** The first of those that are not told one by one, in place of all of them. */
function standingFor(count: number, { target: _, ...first }: Finding, { about }: Kind): Finding {
  return {
    ...first,
    message: `From here on the file has ${counted(count, "finding")} of this kind: ${about}`,
    fix: "Mend those above: the next are then told one by one.",
    edits: [],
    count,
  };
}

function fieldIn(values: ReportValues[FindingCode]): string {
  return "field" in values ? values.field : "";
}

/** An author's value may go over several lines; quoted, it must not look like a finding of its own. */
function oneLine(text: string): string {
  const [first = "", ...more] = text.split(/[\r\n\u2028\u2029]+/);
  if (more.length === 0) return text;
  const last = more.pop() ?? "";
  const between = more.map((line) => line.trim()).filter((line) => line !== "");
  return [first.trimEnd(), ...between, last.trimStart()].join(" ");
}
