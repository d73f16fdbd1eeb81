import { statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { isPageFile } from "../migrate/compare/addresses.ts";
import { compareSites } from "../migrate/compare/compare.ts";
import { htmlReport } from "../migrate/compare/html-report.ts";
import { listFolder, readPageFile } from "../migrate/compare/read-folder.ts";
import { isLoss, type Report, withoutAllowed } from "../migrate/compare/report.ts";
import { textReport } from "../migrate/compare/sections.ts";
import { type BuiltSite, readSite } from "../migrate/compare/site.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { printable, printableJson } from "../plugin/findings/printable.ts";
import { command, EXIT, FLAG, type Terminal, UsageError } from "./command.ts";

const HELP = `Usage: eleventy-pelican compare OLD_OUTPUT NEW_OUTPUT [--json] [--html FILE] [--allow ADDRESS]

Compares two built sites, whatever built them, and shows first what visitors lose: pages and files, pictures and films,
downloads, links, text, headings, code, rows of tables, titles, entries of menus. Then it shows in short what only looks
different. What the old theme repeats on many pages, such as bylines, share buttons and “powered by”, is the theme's. Where the
new site is below a path of its host, addresses that leave that path are shown, too. What was added is not shown.

  --json           print the whole report as JSON
  --html FILE      also write the whole report as a page, with the old and the new menus side by side
  --allow ADDRESS  leave out what is gone on purpose; /tags/* stands for everything below it; may be repeated

Exits with 0 if nothing is lost, with 1 if something is, with 2 if the command was called wrongly.
`;

/** More pages than these take a moment. */
const MANY_PAGES = 1000;

/** Two built sites, page by page. Menus as they are written, before a build, are what `diff` compares. */
export const compare = command({
  summary: "Compare two built sites: pages, pictures, links, text, menus.",
  help: HELP,
  options: { json: FLAG, html: { type: "string" }, allow: { type: "string", multiple: true, default: [] } },
  most: 2,
  run: ({ values, positionals: [old, now] }, terminal) => {
    if (!old || !now) throw new UsageError(`Compare what with what?\n\n${HELP}`);
    const report = withoutAllowed(compareSites(siteIn(old, terminal), siteIn(now, terminal)), values.allow);
    if (values.html !== undefined) writeReport(values.html, htmlReport(report, old, now), terminal);
    terminal.out(values.json ? asJson(report) : printable(textReport(report)));
    return isLoss(report) ? EXIT.found : EXIT.ok;
  },
});

function siteIn(name: string, terminal: Terminal): BuiltSite {
  const folder = resolve(terminal.folder, name);
  const status = statSync(folder, { throwIfNoEntry: false });
  if (!status?.isDirectory()) {
    const what = status ? `${name} is not a folder` : `There is no folder ${name}`;
    throw new UsageError(`${what}. Name the folder that a site was built into.`);
  }
  const { files, unread } = listFolder(folder);
  const count = files.filter(isPageFile).length;
  if (count === 0) {
    throw new UsageError(`There is no HTML file in ${name}. Name the folder that a site was built into.`);
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
    throw new UsageError(`${name} cannot be written: ${messageOf(error)}.`);
  }
}

function asJson({ menus: _, ...report }: Report): string {
  return printableJson(report);
}
