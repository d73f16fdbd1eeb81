import { posix } from "node:path";
import { rules } from "../plugin/checks/index.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { type Finding, isFailure } from "../plugin/findings/finding.ts";
import { formatGithub, formatJson } from "../plugin/findings/format.ts";
import { printFindings } from "../plugin/findings/print-findings.ts";
import { printSummary } from "../plugin/findings/print-summary.ts";
import { formatSarif } from "../plugin/findings/sarif.ts";
import { waitingLine } from "../plugin/pages/read-pages.ts";
import { accept, besideAccepted, tellNote } from "./baseline.ts";
import { command, EXIT, FLAG, UsageError } from "./command.ts";
import { contentFolder, loadSite, shownPath } from "./load.ts";

const HELP = `Usage: eleventy-pelican check [DIR] [--summary] [--format text|json|github|sarif] [--strict]
                              [--accept FILE | --accepted FILE]

Finds what is wrong in a content folder, without building it. DIR is the site's content folder by default.

  --summary        what a build prints: a screen at most, grouped
  --format json    the findings for other programs
  --format github  the findings as annotations of a pull request
  --format sarif   the same for code hosts and editors that read SARIF 2.1.0
  --strict         warnings count as errors
  --accept FILE    keep today's findings in FILE, by what they are about: lines may move
  --accepted FILE  show only what FILE does not hold, and which of those that it holds are gone

Exits with 0 if there are no errors, with 1 if there are, with 2 if the command was called wrongly.
`;

/** All findings, without building. */
export const check = command({
  summary: "Find what is wrong in the content, without building.",
  help: HELP,
  options: {
    format: { type: "string", default: "text" },
    strict: FLAG,
    summary: FLAG,
    accept: { type: "string" },
    accepted: { type: "string" },
  },
  most: 1,
  run: ({ values, positionals }, terminal) => {
    if (!["text", "json", "github", "sarif"].includes(values.format)) {
      throw new UsageError(`There is no format “${values.format}”: write text, json, github or sarif.`);
    }
    const { accept: kept, accepted } = values;
    if (kept !== undefined && accepted !== undefined) throw new UsageError("Write --accept or --accepted, not both.");
    const content = contentFolder(positionals[0], terminal);
    return loadSite(content, terminal, ({ site, settings, tree }) => {
      const [folder] = positionals;
      // Else a folder that is mistyped in a workflow would pass for ever.
      if (folder !== undefined && site.gathered.pages.length === 0 && site.findings.length === 0) {
        throw new UsageError(`There is no page in “${folder}”, so nothing was checked.`);
      }
      const beside =
        kept === undefined
          ? accepted !== undefined && besideAccepted(site.findings, accepted, terminal)
          : accept(site.findings, kept, terminal);
      const { findings } = beside || site;
      const located = () => fromProject(findings, tree, shownPath(content, terminal.folder));
      if (values.format === "json") terminal.out(formatJson(findings));
      else if (values.format === "github") terminal.out(formatGithub(located()));
      else if (values.format === "sarif") terminal.out(formatSarif(located(), rules));
      else {
        const texts = new Map(tree.files.map((file) => [file.path, file.text]));
        const options = { sourceOf: (file: string) => texts.get(file), colors: terminal.colors };
        const text = values.summary
          ? printSummary(findings, { ...options, kinds: rules })
          : printFindings(findings, options);
        const isNothing = site.gathered.pages.length === 0 && site.gathered.others.length === 0;
        const where = shownPath(content, terminal.folder);
        const none = isNothing
          ? `There is no page in ${where} yet.\n`
          : accepted === undefined
            ? "No findings.\n"
            : "No new findings.\n";
        if (text !== "" || kept === undefined) terminal.out(text === "" ? none : `${text}\n`);
        const waiting = waitingLine(site.gathered);
        if (waiting !== "") terminal.out(`${waiting}\n`);
      }
      if (beside) tellNote(beside.note, values.format === "text", terminal);
      return findings.some((one) => isFailure(one, values.strict || settings.strict)) ? EXIT.found : EXIT.ok;
    });
  },
});

/** The findings with paths from the project: the ledger and the settings are not in the content folder. */
function fromProject(findings: readonly Finding[], tree: SourceTree, folder: string): Finding[] {
  const [read, unread] = [tree.files.map(({ path }) => path), tree.reports.map(({ file }) => file)];
  const paths = new Set([...read, ...unread, ...tree.assets]);
  return findings.map((one) => (paths.has(one.file) ? { ...one, file: posix.join(folder, one.file) } : one));
}
