import { type Finding, sortFindings, withoutRepeats } from "../findings/finding.ts";
import type { Report, ReportOf } from "../findings/report.ts";
import type { FindingCode } from "../findings/report-values.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import { addresses } from "./addresses.ts";
import { fields } from "./fields.ts";
import { files } from "./files.ts";
import { headers } from "./headers.ts";
import { hosts } from "./hosts.ts";
import { inHtml } from "./in-html.ts";
import { libraries } from "./libraries.ts";
import { lists } from "./lists.ts";
import { menuLists } from "./menu-lists.ts";
import { menus } from "./menus.ts";
import type { CheckedSite, Rule } from "./rule.ts";
import { sections } from "./sections.ts";
import { texts } from "./texts.ts";
import { folded, inWords } from "./to-finding.ts";
import { unmade } from "./unmade.ts";

/** The rules, a group for each page of the documentation, in its order. */
export const groups = {
  headers,
  fields,
  menus,
  sections,
  "menu-lists": menuLists,
  addresses,
  lists,
  files,
  hosts,
  unmade,
  texts,
  libraries,
};

export const rules: { readonly [Code in FindingCode]: Rule<Code> } = {
  ...headers,
  ...fields,
  ...menus,
  ...sections,
  ...menuLists,
  ...addresses,
  ...lists,
  ...files,
  ...hosts,
  ...unmade,
  ...texts,
  ...libraries,
};

/** What the rules find that look at the site as a whole. */
export function checkSite(site: CheckedSite): Report[] {
  return Object.values(rules).flatMap(({ look }) => look?.(site) ?? []);
}

/** Whether no site is made after a finding. */
export function stopsBuild({ code }: { readonly code: FindingCode }): boolean {
  return rules[code].stopsBuild ?? false;
}

/**
 * The findings of a site: each once, and of a kind of which a file has thousands the first of them, and how many more there are.
 *
 * @param fenced the files in HTML whose header is one of lines
 */
export function findingsOf(reports: readonly Report[], fenced: ReadonlySet<string>): Finding[] {
  return sortFindings(folded(withoutRepeats(eachFinding(reports, fenced)), (code) => rules[code]));
}

function* eachFinding(reports: readonly Report[], fenced: ReadonlySet<string>): Generator<Finding> {
  for (const report of reports) {
    const finding = toFinding(report);
    yield isHtmlFile(finding.file) && !fenced.has(finding.file) ? inHtml(finding) : finding;
  }
}

/** The reports as findings. */
export function toFindings(reports: readonly Report[]): Finding[] {
  return reports.map((report) => toFinding(report));
}

/** A report in words, with its severity and its repair. */
export function toFinding<Code extends FindingCode>(report: ReportOf<Code>): Finding {
  const rule: Rule<Code> = rules[report.code];
  return inWords(report, rule);
}
