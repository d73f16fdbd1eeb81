import type { Diagnostic } from "vscode-languageserver-types";
import type { Finding, Severity } from "../plugin/findings/finding.ts";

const SEVERITIES: Readonly<Record<Severity, NonNullable<Diagnostic["severity"]>>> = { error: 1, warning: 2, advice: 3 };

/**
 * A finding as editors show it, in the words of `check`. What is underlined begins at its place, and goes to the end of the
 * line or, where that is known, of what is to be replaced.
 * Source: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#diagnostic
 *
 * @param source the line that it is on
 */
export function diagnosticOf(finding: Finding, source: string): Diagnostic {
  const { line, column, code, severity, message, consequence, fix, file, edits } = finding;
  const start = Math.min(column - 1, source.length);
  const replaced = edits.find((edit) => {
    return "old" in edit && edit.line === line && edit.column === column && (edit.file ?? file) === file;
  });
  const end = replaced && "old" in replaced ? start + replaced.old.length : source.trimEnd().length;
  return {
    range: {
      start: { line: line - 1, character: start },
      end: { line: line - 1, character: Math.max(Math.min(end, source.length), start + 1) },
    },
    severity: SEVERITIES[severity],
    code,
    source: "pelican",
    message: `${message} ${consequence}\n→ ${fix}`,
  };
}
