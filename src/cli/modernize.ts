import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { FORMS, type Form } from "../migrate/modernize/menu-text.ts";
import { isUnchanged, type ModernizedFiles, modernizeTree, newTexts } from "../migrate/modernize/modernize-file.ts";
import { type Proof, prove } from "../migrate/modernize/prove.ts";
import { stopsBuild } from "../plugin/checks/index.ts";
import { isWithin } from "../plugin/files/is-within.ts";
import { CONTENT } from "../plugin/files/project-files.ts";
import { didYouMean } from "../plugin/findings/nearest.ts";
import { counted } from "../plugin/findings/print-findings.ts";
import { printable } from "../plugin/findings/printable.ts";
import { relativePath } from "../plugin/findings/relative-path.ts";
import type { Site } from "../plugin/site.ts";
import { patchOf, writeText } from "./changed-files.ts";
import { command, EXIT, FLAG, type Terminal, UsageError } from "./command.ts";
import { contentFolder, loadSite, tellUnreadable } from "./load.ts";

const HELP = `Usage: eleventy-pelican modernize [DIR] [--form menu|eleventyNavigation] [--dry-run]

Writes numbered menu fields as lists. Everything else in the files stays as it is, and so does the site: it is built with
the old headers and with the new ones, both in a temporary folder, and files are only changed if the output of both
builds is the same, byte for byte. DIR is the site's content folder by default; name a folder in it to change only the
files there.

  --form menu                a list under “menu” in the page's YAML front matter (the default)
  --form eleventyNavigation  “eleventyNavigation” blocks, as the plugin eleventy-navigation reads them
  --dry-run                  show the changes, prove them, and write nothing

Exits with 0 if no numbered field is left, with 1 if a page could not be changed or the site would not be the same, with 2
if the command was called wrongly.
`;

/** Numbered fields become lists; the site stays the same. */
export const modernize = command({
  summary: "Write numbered menu fields as lists, and prove that the site stays the same.",
  help: HELP,
  options: { form: { type: "string", default: "menu" }, "dry-run": FLAG },
  most: 1,
  run: ({ values, positionals }, terminal) => {
    const isDry = values["dry-run"];
    const form = formNamed(values.form);
    const { content, folder } = foldersOf(positionals[0], terminal);
    return loadSite(content, terminal, ({ site, tree, settings }) => {
      if (site.findings.some(stopsBuild)) {
        tellUnreadable(site, terminal);
        terminal.error("Nothing was changed: the site cannot be built as it is.\n");
        return EXIT.found;
      }
      const files = modernizeTree(tree, form, folder, settings);
      const texts = newTexts(files);
      if (texts.size > 0) {
        const pages = site.gathered.pages.map(({ saveAs }) => saveAs);
        const proof = prove({ project: terminal.folder, content, tree, pages }, texts, terminal.progress);
        if (proof.kind !== "same") {
          terminal.error(printable(disproved(proof, site)));
          return EXIT.found;
        }
        terminal.out(`The site is the same, byte for byte: ${counted(proof.files, "file")}, built before and after.\n`);
      }
      if (isDry) {
        for (const { path, text } of tree.files) {
          const after = texts.get(path);
          if (after !== undefined) terminal.out(patchOf(path, text, after, terminal));
        }
      }
      printNotes(files, terminal);
      const failed = [...(isDry ? [] : texts)].flatMap(([path, text]) => {
        if (isUnchanged(path, content, tree)) return writeText(join(content, path), text, path, terminal) ? [] : path;
        terminal.error(printable(`${path} was not written: it has changed in the meantime.\n`));
        return path;
      });
      terminal.out(outcome(files, failed, isDry));
      return failed.length > 0 || texts.size < files.size ? EXIT.found : EXIT.ok;
    });
  },
});

function formNamed(name: string): Form {
  const form = FORMS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (form) return form;
  throw new UsageError(`There is no form “${name}”.${didYouMean(name, FORMS)} Write menu or eleventyNavigation.`);
}

/** The content folder, and the folder in it to change; empty for all of it. */
function foldersOf(given: string | undefined, terminal: Terminal): { content: string; folder: string } {
  const whole = contentFolder(given, terminal);
  const all = terminal.project ? [terminal.project.content] : CONTENT.map((path) => resolve(terminal.folder, path));
  const content = all.find((path) => existsSync(path) && isWithin(whole, path)) ?? whole;
  return { content, folder: relativePath(content, whole) };
}

function disproved(proof: Exclude<Proof, { kind: "same" }>, site: Site): string {
  if (proof.kind === "failed") {
    const when =
      proof.when === "before" ? "the site cannot be built as it is" : "it cannot be built with the new headers";
    // Where in Eleventy it went wrong does not help people who write pages.
    const lines = proof.printed.split("\n").filter((line) => !/^(?:\[11ty\])?\s+at .+[:(]\d|node:internal/.test(line));
    return `${lines.join("\n").trim()}\n\nNothing was changed: ${when}.\n`;
  }
  const sources = new Map(site.gathered.pages.map(({ saveAs, file }) => [saveAs, file]));
  const shown = proof.files.slice(0, 10).map((path) => {
    const file = sources.get(path);
    return `  ${path}${file === undefined ? "" : ` (${file})`}\n`;
  });
  const more = proof.files.length > shown.length ? `  and ${proof.files.length - shown.length} more\n` : "";
  return `Nothing was changed: the site would not be the same. These files would differ:\n${shown.join("")}${more}`;
}

/** What has no effect and is kept, and what could not be changed: in the form that editors turn into links. */
function printNotes(files: ModernizedFiles, terminal: Terminal): void {
  for (const [path, one] of files) {
    if (one.kind === "refused") {
      const advice = `left as it is, because ${one.reason}. Write its menus as lists by hand.`;
      terminal.error(printable(`${path}:${one.line}: ${advice}\n`));
    } else for (const { line, text } of one.notes) terminal.out(printable(`${path}:${line}: ${text}\n`));
  }
}

/** @param failed the files that could not be written */
function outcome(files: ModernizedFiles, failed: readonly string[], isDry: boolean): string {
  if (files.size === 0) return "There are no numbered fields.\n";
  const written = [...files].filter(([path]) => !failed.includes(path));
  const rewritten = written.flatMap(([, one]) => (one.kind === "rewritten" ? one.entries : []));
  const entries = rewritten.reduce((sum, own) => sum + own, 0);
  const left = files.size - rewritten.length;
  const done = `${isDry ? "Would write" : "Wrote"} the menus of ${counted(rewritten.length, "page")} as lists, ${counted(entries, "entry", "entries")} in all.`;
  if (left > 0) return `${done} ${counted(left, "page")} could not be changed.\n`;
  return `${done}${isDry ? "" : " No numbered field is left."}\n`;
}
