import { join } from "node:path";
import { isFailure } from "../plugin/findings/codes.ts";
import { summary } from "../plugin/findings/report.ts";
import { fixTree } from "../plugin/fix/fix-tree.ts";
import { imageReader } from "../plugin/images/image-file.ts";
import { type Command, EXIT, parseCommand } from "./command.ts";
import { contentFolder, loadSite, loadTree, projectSettings } from "./load.ts";
import { patchOf } from "./patch.ts";
import { writeText } from "./write-text.ts";

const HELP = `Usage: eleventy-pelican fix [DIR] [--dry-run]

Mends what has one right answer: wrong sizes, gaps in numbering, misspelt fields, addresses in another form than the
page's own, sidebars that are copies of another page's. Only the lines concerned change. DIR is the site's content folder by default.

  --dry-run  show the changes and write nothing

Exits with 0 where no errors are left, with 1 where some are that only you can mend.
`;

/** Mends what has one right answer, and shows it as a diff. */
export const fix: Command = {
  summary: "Mend what has one right answer, and show it as a diff.",
  help: HELP,
  run: (args, terminal) => {
    const options = { "dry-run": { type: "boolean", default: false } } as const;
    const { values, positionals } = parseCommand(args, options, 1);
    const content = contentFolder(positionals[0], terminal);
    const settings = projectSettings(terminal, content);
    const tree = loadTree(content, settings);
    const readImage = imageReader(content);
    const fixed = fixTree(tree, (at) => loadSite(at, settings, terminal, readImage));
    const refused: string[] = [];
    const before = new Map(tree.files.map((file) => [file.path, file.text]));
    for (const [path, text] of fixed.texts) {
      terminal.out(patchOf(path, before.get(path) ?? "", text, terminal));
      if (!values["dry-run"] && !writeText(join(content, path), text, path, terminal)) refused.push(path);
    }
    const mended = fixed.mended.filter(({ file }) => !refused.includes(file));
    terminal.out(
      `${outcome(fixed.texts.size - refused.length, mended.length, values["dry-run"])} ${rest(summary(fixed.left))}\n`,
    );
    return refused.length > 0 || fixed.left.some((one) => isFailure(one, false)) ? EXIT.found : EXIT.ok;
  },
};

function outcome(files: number, findings: number, isDry: boolean): string {
  if (files === 0) return "Nothing to mend.";
  const counts = `${findings} ${findings === 1 ? "finding" : "findings"} in ${files} ${files === 1 ? "file" : "files"}`;
  return isDry ? `Would mend ${counts}.` : `Mended ${counts}.`;
}

function rest(left: string): string {
  return left === "" ? "Nothing is left." : `Left for you: ${left}.`;
}
