import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { decode } from "../plugin/files/decode.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { STOPPING } from "../plugin/findings/codes.ts";
import { nearest } from "../plugin/findings/nearest.ts";
import { printable } from "../plugin/findings/printable.ts";
import { FORMS, type Form } from "../plugin/modernize/menu-text.ts";
import { type ModernizedTree, modernizeTree } from "../plugin/modernize/modernize-tree.ts";
import type { Site } from "../plugin/site.ts";
import { type Command, EXIT, parseCommand, type Terminal, UsageError } from "./command.ts";
import { CONTENT, contentFolder, loadSite, loadTree, projectSettings, tellUnreadable } from "./load.ts";
import { patchOf } from "./patch.ts";
import { type Proof, prove } from "./prove.ts";
import { writeText } from "./write-text.ts";

const HELP = `Usage: eleventy-pelican modernize [DIR] [--form menu|eleventyNavigation] [--dry-run]

Writes the numbered fields of menus as lists. Everything else in the files stays as it is, and so does the site: it is
built with the old headers and with the new ones, both in a temporary folder, and only if all that is written is the
same, byte for byte, the files are changed. DIR is src/content by default; a folder in it limits what is changed to that
folder.

  --form menu                a list under “menu” in the page's YAML front matter (the default)
  --form eleventyNavigation  blocks in the manner of the plugin eleventy-navigation
  --dry-run                  show the changes, prove them, and write nothing

Exits with 0 where no numbered field is left, with 1 where a page could not be changed or the site would be another, with
2 where the call was wrong.
`;

/** Numbered fields become lists; the site stays the same. */
export const modernize: Command = {
  summary: "Write numbered menu fields as lists, and prove that the site stays the same.",
  help: HELP,
  run: (args, terminal) => {
    const { values, positionals } = parseCommand(
      args,
      { form: { type: "string", default: "menu" }, "dry-run": { type: "boolean", default: false } },
      1,
    );
    const form = formNamed(values.form);
    const { content, folder } = foldersOf(positionals[0], terminal);
    const settings = projectSettings(terminal, content);
    const tree = loadTree(content, settings);
    const site = loadSite(tree, settings, terminal);
    if (site.findings.some(({ code }) => STOPPING.has(code))) {
      tellUnreadable(site, terminal);
      terminal.error("Nothing was changed: the site cannot be built as it is.\n");
      return EXIT.found;
    }
    const made = modernizeTree(tree, form, folder, settings);
    const refused = [...made.files].filter(([, one]) => one.kind === "refused");
    if (made.texts.size > 0) {
      const written = site.pages.map(({ saveAs }) => saveAs);
      const proof = prove(content, tree, made.texts, written, terminal);
      if (proof.kind !== "same") {
        terminal.error(printable(disproved(proof, site)));
        return EXIT.found;
      }
      terminal.out(`The site is the same, byte for byte: ${count(proof.files, "file")}, built before and after.\n`);
    }
    const isDry = values["dry-run"];
    if (isDry) tellChanges(tree, made, terminal);
    tellNotes(made, terminal);
    const failed = isDry ? [] : write(content, tree, made.texts, terminal);
    terminal.out(outcome(made, failed, isDry));
    return refused.length + failed.length > 0 ? EXIT.found : EXIT.ok;
  },
};

function formNamed(name: string): Form {
  const form = FORMS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (form) return form;
  const near = nearest(name, FORMS);
  throw new UsageError(
    `There is no form “${name}”.${near === undefined ? "" : ` Did you mean ${near}?`} Write menu or eleventyNavigation.`,
  );
}

/** The content folder, and the folder in it that is meant; empty for all. */
function foldersOf(given: string | undefined, terminal: Terminal): { content: string; folder: string } {
  const whole = contentFolder(given, terminal);
  const all = terminal.project ? [terminal.project.content] : CONTENT.map((path) => resolve(terminal.folder, path));
  const around = all.find((path) => existsSync(path) && whole.startsWith(path + sep));
  if (!around) return { content: whole, folder: "" };
  return { content: around, folder: relative(around, whole).replaceAll("\\", "/") };
}

function disproved(proof: Exclude<Proof, { kind: "same" }>, site: Site): string {
  if (proof.kind === "failed") {
    const when =
      proof.when === "before" ? "the site cannot be built as it is" : "with the new headers it cannot be built";
    // Where in Eleventy it went wrong says nothing to whoever writes pages.
    const told = proof.printed.split("\n").filter((line) => !/^(?:\[11ty\])?\s+at .+[:(]\d|node:internal/.test(line));
    return `${told.join("\n").trim()}\n\nNothing was changed: ${when}.\n`;
  }
  const sources = new Map(site.pages.map(({ saveAs, file }) => [saveAs, file]));
  const shown = proof.files.slice(0, 10).map((path) => {
    const file = sources.get(path);
    return `  ${path}${file === undefined ? "" : ` (${file})`}\n`;
  });
  const more = proof.files.length > shown.length ? `  and ${proof.files.length - shown.length} more\n` : "";
  return `Nothing was changed: the site would be another. These files would differ:\n${shown.join("")}${more}`;
}

function tellChanges(tree: SourceTree, { texts }: ModernizedTree, terminal: Terminal): void {
  for (const { path, text } of tree.files) {
    const after = texts.get(path);
    if (after !== undefined) terminal.out(patchOf(path, text, after, terminal));
  }
}

/** What has no effect and is kept, and what could not be changed: in the form that editors make links of. */
function tellNotes({ files }: ModernizedTree, terminal: Terminal): void {
  for (const [path, one] of files) {
    if (one.kind === "refused") {
      terminal.error(
        printable(`${path}:${one.line}: left as it is, for ${one.reason}. Write its menus as lists by hand.\n`),
      );
    } else for (const { line, text } of one.notes) terminal.out(printable(`${path}:${line}: ${text}\n`));
  }
}

/** @returns the files that could not be written */
function write(
  content: string,
  tree: SourceTree,
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): readonly string[] {
  const read = new Map(tree.files.map(({ path, text }) => [path, text]));
  return [...texts].flatMap(([path, text]) => {
    const file = join(content, path);
    if (textNow(file, path) !== read.get(path)) {
      terminal.error(printable(`${path} was not written: it was changed meanwhile.\n`));
      return path;
    }
    return writeText(file, text, path, terminal) ? [] : path;
  });
}

function textNow(file: string, path: string): string | undefined {
  try {
    const decoded = decode(readFileSync(file), path);
    return "text" in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}

/** @param failed the files that could not be written */
function outcome({ files }: ModernizedTree, failed: readonly string[], isDry: boolean): string {
  if (files.size === 0) return "There are no numbered fields.\n";
  const rewritten = [...files].flatMap(([path, one]) =>
    one.kind === "rewritten" && !failed.includes(path) ? one.entries : [],
  );
  const entries = rewritten.reduce((sum, own) => sum + own, 0);
  const left = files.size - rewritten.length;
  const done = `${isDry ? "Would write" : "Wrote"} the menus of ${count(rewritten.length, "page")} as lists, ${count(entries, "entry", "entries")} in all.`;
  if (left > 0) return `${done} ${count(left, "page")} could not be changed.\n`;
  return `${done}${isDry ? "" : " No numbered field is left."}\n`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
