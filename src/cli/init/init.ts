import { join } from "node:path";
import { printable } from "../../plugin/findings/printable.ts";
import { readSettings } from "../../plugin/settings.ts";
import { type Command, EXIT, parseCommand, type Terminal } from "../command.ts";
import { loadTree } from "../load.ts";
import { createFile, replaceFile } from "../replace-file.ts";
import { findLeftOut, tellLeftOut } from "./left-out.ts";
import { type Converted, convert, type NotTaken } from "./options.ts";
import { readPelicanconf } from "./pelicanconf.ts";
import { contentOf, type Plan, type PlannedFile, planFiles } from "./plan.ts";

const HELP = `Usage: eleventy-pelican init [--dry-run]

Makes the folder of a Pelican site one that Eleventy builds: writes eleventy.config.js, netlify.toml, and scripts in
package.json. The settings are those of pelicanconf.py and publishconf.py that are literals; neither is run. Nothing that
is there is replaced, and the content is not touched.

  --dry-run  tell what would be written, and write nothing

Exits with 0, with 1 where files would be published that Pelican keeps from visitors, and with 2 where the content is not
found.
`;

/** From a Pelican site's folder to one that Eleventy builds. */
export const init: Command = {
  summary: "Set up Eleventy in the folder of a Pelican site.",
  help: HELP,
  run: (args, terminal) => {
    const { values } = parseCommand(args, { "dry-run": { type: "boolean", default: false } }, 0);
    const conf = readPelicanconf(terminal.folder);
    const content = contentOf(conf.settings.find(({ name }) => name === "PATH")?.value, terminal.folder);
    const converted = convert(conf.settings);
    const settings = readSettings(converted.options);
    const leftOut = findLeftOut(conf.settings, loadTree(join(terminal.folder, content), settings), settings);
    if (leftOut.length > 0) {
      terminal.error(`${printable(tellLeftOut(leftOut))}\n`);
      return EXIT.found;
    }
    const plan = planFiles(terminal.folder, content, converted.options, conf.files.join(" and "));
    const isDry = values["dry-run"];
    if (!isDry) for (const file of plan.files) write(file, terminal);
    terminal.out(
      printable(
        [
          conf.files.length > 0
            ? `Read ${conf.files.join(" and ")}; nothing in there was run. The content is in ${content}.`
            : `There is no pelicanconf.py here: all settings are the defaults. The content is in ${content}.`,
          ...takenOver(converted),
          ...notTaken([...conf.unread, ...converted.notTaken]),
          ...written(plan, isDry),
          ...(isDry ? [] : ["See the site at http://localhost:8080/ with:\n  npx eleventy --serve"]),
        ].join("\n\n"),
      ).concat("\n"),
    );
    return EXIT.ok;
  },
};

function write({ path, text, isThere }: PlannedFile, { folder }: Terminal): void {
  if (isThere) replaceFile(join(folder, path), text);
  else createFile(join(folder, path), text);
}

function takenOver({ taken }: Converted): string[] {
  if (taken.length === 0) return [];
  return [
    section(
      "Taken over:",
      taken.map(({ name, place, option }) => [place, name, `is now ${option}`]),
    ),
  ];
}

function notTaken(unread: readonly NotTaken[]): string[] {
  if (unread.length === 0) return [];
  const rows = unread.map(({ name, place, reason }) => [place, name, reason] as const);
  return [section("Not taken over:", rows)];
}

function written({ files, left }: Plan, isDry: boolean): string[] {
  const verb = (past: string, conditional: string) => (isDry ? conditional : past);
  const created = files.filter(({ isThere }) => !isThere).map(({ path }) => path);
  const changed = files.filter(({ isThere }) => isThere);
  const lines = [
    ...(created.length > 0 ? [`${verb("Written", "Would be written")}: ${created.join(", ")}.`] : []),
    ...changed.map(({ path, added }) => `${verb("Added", "Would be added")} to ${path}: ${added.join(", ")}.`),
    ...(left.length > 0 ? [`Already there, and left as it is: ${left.join(", ")}.`] : []),
  ];
  return files.length === 0 ? [["Nothing to write.", ...lines].join("\n")] : [lines.join("\n")];
}

/** Rows in columns. */
function section(heading: string, rows: readonly (readonly [string, string, string])[]): string {
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    ([place, name, text]) => `  ${place.padEnd(first ?? 0)}  ${name.padEnd(second ?? 0)}  ${text}`,
  );
  return [heading, ...lines].join("\n");
}
