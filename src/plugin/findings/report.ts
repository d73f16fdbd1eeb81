import type { Severity } from "./codes.ts";
import type { Finding } from "./finding.ts";

/** The findings as a text for people, file by file; empty where there are none. They must be sorted. */
export function report(findings: readonly Finding[]): string {
  if (findings.length === 0) return "";
  const byFile = new Map<string, Finding[]>();
  for (const one of findings) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
  return [...[...byFile].map(([file, ofFile]) => fileReport(file, ofFile)), summary(findings)].join("\n\n");
}

function fileReport(file: string, findings: readonly Finding[]): string {
  const entries = findings.map(
    ({ line, column, severity, code, message, consequence, fix }) =>
      `  ${line}:${column}  ${severity}: ${message} [${code}]\n      ${consequence}\n      → ${fix}`,
  );
  return [file, ...entries].map(printable).join("\n");
}

/** “2 errors, 1 warning”. */
export function summary(findings: readonly Finding[]): string {
  const severities: readonly Severity[] = ["error", "warning", "advice"];
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 || severity === "advice" ? "" : "s"}`);
  return counts.join(", ");
}

/** A file's text may hold escape sequences; in a terminal they must not act. */
function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\u{fffd}");
}
