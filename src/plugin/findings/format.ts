import type { Finding } from "./finding.ts";
import { printable, printableJson } from "./printable.ts";

/** The findings as JSON, for other programs. */
export function formatJson(findings: readonly Finding[]): string {
  const names = [
    "file",
    "line",
    "column",
    "field",
    "code",
    "severity",
    "message",
    "consequence",
    "fix",
    "count",
  ] as const;
  const plain = findings.map((finding) => Object.fromEntries(names.map((name) => [name, finding[name]])));
  return printableJson({ findings: plain });
}

/**
 * The findings as workflow commands, which GitHub shows beside the lines concerned.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * Files count from the repository's root.
 */
export function formatGithub(findings: readonly Finding[]): string {
  const kinds = { error: "error", warning: "warning", advice: "notice" } as const;
  const lines = findings.map(({ file, line, column, code, severity, message, consequence, fix }) => {
    const place = `file=${printable(property(file))},line=${line},col=${column}`;
    return `::${kinds[severity]} ${place},title=${property(code)}::${printable(data(`${message} ${consequence} ${fix}`))}`;
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
