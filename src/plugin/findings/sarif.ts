import { known } from "./baseline.ts";
import type { Finding, Severity } from "./finding.ts";
import { printableJson } from "./printable.ts";
import type { FindingCode } from "./report-values.ts";

/** What each kind of finding is about, in a sentence of Markdown. */
type Kinds = { readonly [Code in FindingCode]?: { readonly about: string; readonly severity: Severity } };

const LEVELS = { error: "error", warning: "warning", advice: "note" } as const;

/**
 * The findings as SARIF, which code hosts and editors read. Files count from the repository's root.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(findings: readonly Finding[], kinds: Kinds): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules = codes.map((id) => {
    const { about = id, severity = "warning" } = kinds[id] ?? {};
    const shortDescription = { text: escaped(about.replaceAll("`", "")) };
    return { id, shortDescription, defaultConfiguration: { level: LEVELS[severity] } };
  });
  const driver = { name: "eleventy-pelican", rules };
  return printableJson({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        results: findings.map((one) => result(one, codes.indexOf(one.code))),
      },
    ],
  });
}

function result(finding: Finding, ruleIndex: number): object {
  const { file, line, column, code, severity, message, consequence, fix, count } = finding;
  const artifactLocation = { uri: file.split("/").map(encodePart).join("/") };
  const physicalLocation = { artifactLocation, region: { startLine: line, startColumn: column } };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: escaped(`${message} ${consequence} ${fix}`) },
    locations: [{ physicalLocation }],
    // Lines may move: it is the same one all the same.
    ...(count !== undefined && { occurrenceCount: count }),
    partialFingerprints: { "concerns/v1": known(finding).concerns },
  };
}

/** In a message `[…](…)` is a link and `{…}` stands for another text; what authors wrote is neither. */
function escaped(text: string): string {
  return text.replace(/[\\[\]]/g, "\\$&").replace(/[{}]/g, "$&$&");
}

function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\u{fffd}"));
}
