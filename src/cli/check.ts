import type { SourceTree } from "../plugin/files/source-file.ts";
import { isFailure } from "../plugin/findings/codes.ts";
import type { Finding } from "../plugin/findings/finding.ts";
import { formatGithub, formatJson } from "../plugin/findings/format.ts";
import { report } from "../plugin/findings/report.ts";
import { imageReader } from "../plugin/images/image-file.ts";
import { type Command, EXIT, parseCommand, UsageError } from "./command.ts";
import { contentFolder, loadSite, loadTree, projectSettings, shownPath } from "./load.ts";

const HELP = `Usage: eleventy-pelican check [DIR] [--format text|json|github] [--strict]

Finds what is wrong in a content folder, without building it. DIR is the site's content folder by default.

  --format json    the findings for other programs
  --format github  the findings as annotations of a pull request
  --strict         warnings count as errors

Exits with 0 where there are no errors, with 1 where there are, with 2 where the call is wrong.
`;

/** All findings, without building. */
export const check: Command = {
  summary: "Find what is wrong in the content, without building.",
  help: HELP,
  run: (args, terminal) => {
    const { values, positionals } = parseCommand(
      args,
      { format: { type: "string", default: "text" }, strict: { type: "boolean", default: false } },
      1,
    );
    if (!["text", "json", "github"].includes(values.format)) {
      throw new UsageError(`There is no format “${values.format}”: write text, json or github.`);
    }
    const content = contentFolder(positionals[0], terminal);
    const settings = projectSettings(terminal, content);
    const tree = loadTree(content, settings);
    const { findings } = loadSite(tree, settings, terminal, imageReader(content));
    if (values.format === "json") terminal.out(formatJson(findings));
    else if (values.format === "github")
      terminal.out(githubFormat(findings, tree, shownPath(content, terminal.folder)));
    else {
      const texts = new Map(tree.files.map((file) => [file.path, file.text]));
      const text = report(findings, { sourceOf: (file) => texts.get(file), colors: terminal.colors });
      terminal.out(text === "" ? "No findings.\n" : `${text}\n`);
    }
    return findings.some((one) => isFailure(one, values.strict || settings.strict)) ? EXIT.found : EXIT.ok;
  },
};

/** The ledger and the settings are not in the content folder: their paths count from the project. */
function githubFormat(findings: readonly Finding[], tree: SourceTree, folder: string): string {
  const paths = new Set([
    ...tree.files.map(({ path }) => path),
    ...tree.assets,
    ...tree.findings.map(({ file }) => file),
  ]);
  const inside = findings.filter(({ file }) => paths.has(file));
  const outside = findings.filter(({ file }) => !paths.has(file));
  return formatGithub(outside, "") + formatGithub(inside, folder);
}
