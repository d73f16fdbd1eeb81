import { join } from "node:path";
import { missingExtensions } from "../migrate/init/missing-extensions.ts";
import { convert } from "../migrate/init/options.ts";
import { contentOf, type Plan, type PlannedFile, planFiles } from "../migrate/init/plan.ts";
import { readPelicanconf } from "../migrate/init/settings-files.ts";
import { findUnmade } from "../migrate/init/unmade.ts";
import { stopsBuild } from "../plugin/checks/index.ts";
import { createWhole, writeWhole } from "../plugin/files/write-whole.ts";
import { printFindings } from "../plugin/findings/print-findings.ts";
import { printable } from "../plugin/findings/printable.ts";
import { readSettings } from "../plugin/settings.ts";
import { command, EXIT, FLAG, type Terminal } from "./command.ts";
import { loadTree } from "./load.ts";

const HELP = `Usage: eleventy-pelican init [--dry-run]

Prepares the folder of a Pelican site for Eleventy: writes eleventy.config.js and netlify.toml, and adds scripts to
package.json. Settings are taken from pelicanconf.py and publishconf.py, and from what they import: their values are worked
out without Python, and nothing is run. Nothing that exists is replaced, and the content is not touched.

  --dry-run  show what would be written, and write nothing

Exits with 0, with 1 if no page would be made, or with 2 if the content is not found.
`;

/** From a Pelican site's folder to one that Eleventy builds. */
export const init = command({
  summary: "Set up Eleventy in the folder of a Pelican site.",
  help: HELP,
  options: { "dry-run": FLAG },
  most: 0,
  run: ({ values }, terminal) => {
    const conf = readPelicanconf(terminal.folder);
    const content = contentOf(conf.settings.find(({ name }) => name === "PATH")?.value, terminal.folder);
    const converted = convert(conf.settings);
    const settings = readSettings(converted.options);
    const tree = loadTree(join(terminal.folder, content), settings);
    const plan = planFiles(terminal.folder, content, converted.options, listOf(conf.files));
    const isDry = values["dry-run"];
    if (!isDry) for (const file of plan.files) write(file, terminal);
    const taken = converted.taken.map(({ name, place, option }) => [place, name, `is now ${option}`] as const);
    const missing = missingExtensions(conf.settings, tree.files);
    const notTaken = [...conf.unread, ...converted.notTaken, ...missing];
    const parts = [
      conf.files.length > 0
        ? `Read ${listOf(conf.files)}; nothing in it was run. The content is in ${content}.`
        : `There is no pelicanconf.py here: all settings have their defaults. The content is in ${content}.`,
      ...(conf.variables.length > 0 ? [`Environment variables count as not set: ${listOf(conf.variables)}.`] : []),
      ...section("Taken over:", taken),
      ...section(
        "Not taken over:",
        notTaken.map(({ name, place, reason }) => [place, name, reason] as const),
      ),
      ...written(plan, isDry),
      ...(isDry ? [] : ["See the site at http://localhost:8080/ with:\n  npx eleventy --serve"]),
    ];
    terminal.out(`${printable(parts.join("\n\n"))}\n`);
    const unmade = findUnmade(tree, settings);
    if (unmade.length > 0) terminal.error(`\n${printFindings(unmade, { colors: terminal.colors })}\n`);
    return unmade.some(stopsBuild) ? EXIT.found : EXIT.ok;
  },
});

function write({ path, text, isThere }: PlannedFile, { folder }: Terminal): void {
  (isThere ? writeWhole : createWhole)(join(folder, path), text);
}

function written({ files, left }: Plan, isDry: boolean): string[] {
  const verb = (past: string, conditional: string) => (isDry ? conditional : past);
  const created = files.filter(({ isThere }) => !isThere).map(({ path }) => path);
  const changed = files.filter(({ isThere }) => isThere);
  const lines = [
    ...(created.length > 0 ? [`${verb("Written", "Would be written")}: ${created.join(", ")}.`] : []),
    ...changed.map(({ path, added }) => `${verb("Added", "Would be added")} to ${path}: ${added.join(", ")}.`),
    ...(left.length > 0 ? [`Already there, and not changed: ${left.join(", ")}.`] : []),
  ];
  return files.length === 0 ? [["Nothing to write.", ...lines].join("\n")] : [lines.join("\n")];
}

/** `a, b and c`. */
function listOf(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " and $1");
}

/** Rows in columns; nothing without rows. */
function section(heading: string, rows: readonly (readonly [string, string, string])[]): string[] {
  if (rows.length === 0) return [];
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const lines = rows.map(([place, name, text]) => `  ${place.padEnd(width(0))}  ${name.padEnd(width(1))}  ${text}`);
  return [[heading, ...lines].join("\n")];
}
