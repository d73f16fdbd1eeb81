import { join } from "node:path";
import { rules } from "../plugin/checks/index.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { isFailure } from "../plugin/findings/finding.ts";
import { counted } from "../plugin/findings/print-findings.ts";
import { printSummary } from "../plugin/findings/print-summary.ts";
import { type Fixed, fixTree } from "../plugin/fix/fix-tree.ts";
import { patchOf, writeText } from "./changed-files.ts";
import { command, EXIT, FLAG, type Terminal } from "./command.ts";
import { contentFolder, loadSite } from "./load.ts";

const HELP = `Usage: eleventy-pelican fix [DIR] [--dry-run]

Fixes what has only one right answer: wrong sizes, gaps in numbering, misspelt fields, addresses in another form than the
page's own, sidebars that are copies of another page's; in files of which no page is made, too. Only the lines concerned change. What is
left for you is told below. DIR is the site's content folder by default.

  --dry-run  show the changes and write nothing

Exits with 0 if no errors are left, with 1 if there are errors that only you can fix.
`;

/** Mends what has one right answer, and shows it as a diff. */
export const fix = command({
  summary: "Fix what has only one right answer, and show it as a diff.",
  help: HELP,
  options: { "dry-run": FLAG },
  most: 1,
  run: ({ values, positionals }, terminal) => {
    const content = contentFolder(positionals[0], terminal);
    return loadSite(content, terminal, ({ tree, site, remake }) => {
      const result = fixTree(tree, site, remake);
      const refused: string[] = [];
      const before = new Map(tree.files.map((file) => [file.path, file.text]));
      for (const [path, text] of result.texts) {
        terminal.out(patchOf(path, before.get(path) ?? "", text, terminal));
        if (!values["dry-run"] && !writeText(join(content, path), text, path, terminal)) refused.push(path);
      }
      const fixed = result.fixed.filter(({ file }) => !refused.includes(file));
      const done = outcome(result.texts.size - refused.length, fixed.length, values["dry-run"]);
      terminal.out(`${done} ${rest(result, tree, terminal)}\n`);
      return refused.length > 0 || result.left.some((one) => isFailure(one, false)) ? EXIT.found : EXIT.ok;
    });
  },
});

function outcome(files: number, findings: number, isDry: boolean): string {
  if (files === 0) return "Nothing to fix.";
  const counts = `${counted(findings, "finding")} in ${counted(files, "file")}`;
  return isDry ? `Would fix ${counts}.` : `Fixed ${counts}.`;
}

/** What is left has no one right answer: it is told as a build does. */
function rest({ left, texts }: Fixed, { files }: SourceTree, { colors }: Terminal): string {
  if (left.length === 0) return "Nothing is left.";
  const sources = new Map([...files.map(({ path, text }) => [path, text] as const), ...texts]);
  const options = { sourceOf: (file: string) => sources.get(file), colors, kinds: rules };
  return `Left for you:\n\n${printSummary(left, options)}`;
}
