import type { Finding } from "../findings/finding.ts";
import type { ReportOf } from "../findings/report.ts";
import type { FindingCode, ReportValues } from "../findings/report-values.ts";
import type { Rule } from "./rule.ts";

/** A report in the words of its rule, with its severity and its repair. */
export function inWords<Code extends FindingCode>(report: ReportOf<Code>, rule: Rule<Code>): Finding {
  const { code, values, ...place } = report;
  const say = (words: Rule<Code>["message"]) => oneLine(typeof words === "string" ? words : words(values, place));
  const target = rule.target?.(values, place);
  return {
    ...place,
    ...(target !== undefined && { target }),
    field: rule.field ?? fieldIn(values),
    code,
    severity: rule.severity,
    message: say(rule.message),
    consequence: say(rule.consequence),
    fix: say(rule.fix),
    edits: rule.edits?.(values, place) ?? [],
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
