import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import pc from "picocolors";
import { isFailure } from "../plugin/findings/codes.ts";
import { printable } from "../plugin/findings/printable.ts";
import { summary } from "../plugin/findings/report.ts";
import { fixTree } from "../plugin/fix/fix-tree.ts";
import { type Command, EXIT, parseCommand, type Terminal } from "./command.ts";
import { contentFolder, loadSite, loadTree, projectSettings } from "./load.ts";
import { replaceFile } from "./replace-file.ts";

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
    const fixed = fixTree(tree, (at) => loadSite(at, settings, terminal));
    const refused: string[] = [];
    const before = new Map(tree.files.map((file) => [file.path, file.text]));
    for (const [path, text] of fixed.texts) {
      terminal.out(
        colored(createTwoFilesPatch(path, path, before.get(path) ?? "", text, "", "", { context: 1 }), terminal),
      );
      if (!values["dry-run"] && !write(join(content, path), text, path, terminal)) refused.push(path);
    }
    const mended = fixed.mended.filter(({ file }) => !refused.includes(file));
    terminal.out(
      `${outcome(fixed.texts.size - refused.length, mended.length, values["dry-run"])} ${rest(summary(fixed.left))}\n`,
    );
    return refused.length > 0 || fixed.left.some((one) => isFailure(one, false)) ? EXIT.found : EXIT.ok;
  },
};

/**
 * The byte order mark was taken off when the file was read; a file that had one keeps it.
 *
 * @returns whether it was written; where it was not, the terminal says why, and the file is as it was
 */
function write(file: string, text: string, shown: string, terminal: Terminal): boolean {
  try {
    const hasMark = readFileSync(file)
      .subarray(0, 3)
      .equals(Buffer.from([0xef, 0xbb, 0xbf]));
    replaceFile(file, hasMark ? `\ufeff${text}` : text);
    return true;
  } catch (error) {
    terminal.error(printable(`${shown} was not written: ${error instanceof Error ? error.message : error}\n`));
    return false;
  }
}

function outcome(files: number, findings: number, isDry: boolean): string {
  if (files === 0) return "Nothing to mend.";
  const counts = `${findings} ${findings === 1 ? "finding" : "findings"} in ${files} ${files === 1 ? "file" : "files"}`;
  return isDry ? `Would mend ${counts}.` : `Mended ${counts}.`;
}

function rest(left: string): string {
  return left === "" ? "Nothing is left." : `Left for you: ${left}.`;
}

function colored(patch: string, { colors }: Terminal): string {
  const { green, red, bold } = pc.createColors(colors);
  const paint = (line: string) => {
    if (/^(?:---|\+\+\+|===)/.test(line)) return bold(line);
    return line.startsWith("+") ? green(line) : line.startsWith("-") ? red(line) : line;
  };
  return printable(patch).split("\n").map(paint).join("\n");
}
