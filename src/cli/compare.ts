import { statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { isPageFile } from "../compare/addresses.ts";
import { withoutAllowed } from "../compare/allow.ts";
import { compareSites } from "../compare/compare.ts";
import { htmlReport } from "../compare/html-report.ts";
import { listFolder, readPageFile } from "../compare/read-folder.ts";
import { isLoss, type Report } from "../compare/report.ts";
import { type BuiltSite, readSite } from "../compare/site.ts";
import { textReport } from "../compare/text-report.ts";
import { printable } from "../plugin/findings/printable.ts";
import { type Command, EXIT, parseCommand, type Terminal, UsageError } from "./command.ts";

const HELP = `Usage: eleventy-pelican compare OLD_OUTPUT NEW_OUTPUT [--json] [--html FILE] [--allow ADDRESS]

Compares two built sites, whatever built them, and tells what the new one lost: addresses that nothing answers any more,
titles that changed, links that are gone from the navigation, text that is gone. What is new is not told.

  --json           the same for other programs
  --html FILE      writes the report as a page, with the old and the new menus side by side
  --allow ADDRESS  leaves out what is meant to be gone; /tags/* stands for all below it; may be given several times

Exits with 0 where nothing is lost, with 1 where something is, with 2 where the call is wrong.
`;

/** More pages than these take a moment. */
const MANY_PAGES = 1000;

/** Two built sites, page by page. Menus as they are written, before a build, are what `diff` compares. */
export const compare: Command = {
  summary: "Compare two built sites: addresses, titles, navigation, text.",
  help: HELP,
  run: (args, terminal) => {
    const { values, positionals } = parseCommand(
      args,
      {
        json: { type: "boolean", default: false },
        html: { type: "string" },
        allow: { type: "string", multiple: true, default: [] },
      },
      2,
    );
    const [old, now] = positionals;
    if (!old || !now) throw new UsageError(`Compare what with what?\n\n${HELP}`);
    const [before, after] = [old, now].map((name) => siteIn(name, terminal));
    if (!before || !after) return EXIT.usage;
    const report = withoutAllowed(compareSites(before, after), values.allow);
    if (values.html !== undefined) writeReport(values.html, htmlReport(report, old, now), terminal);
    terminal.out(values.json ? asJson(report) : printable(textReport(report)));
    return isLoss(report) ? EXIT.found : EXIT.ok;
  },
};

function siteIn(name: string, terminal: Terminal): BuiltSite {
  const folder = resolve(terminal.folder, name);
  const status = statSync(folder, { throwIfNoEntry: false });
  if (!status?.isDirectory()) {
    const what = status ? `${name} is no folder` : `There is no folder ${name}`;
    throw new UsageError(`${what}. Write the folder that a site was built into.`);
  }
  const { files, unread } = listFolder(folder);
  const count = files.filter(isPageFile).length;
  if (count === 0) {
    throw new UsageError(`There is no HTML file in ${name}. Write the folder that a site was built into.`);
  }
  if (count > MANY_PAGES) terminal.progress(`Reading ${count} pages of ${name} …`);
  const site = readSite({ files, unread, read: (path) => readPageFile(folder, path) });
  for (const { path, reason } of site.unread) {
    terminal.error(printable(`${name}/${path} is left out: ${reason}.\n`));
  }
  return site;
}

function writeReport(name: string, html: string, { folder }: Terminal): void {
  try {
    writeFileSync(resolve(folder, name), html);
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${error instanceof Error ? error.message : error}.`);
  }
}

function asJson({ menus: _, ...report }: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
