import { existsSync, mkdirSync, realpathSync, statSync, utimesSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type Conversion, type NewFile, withEnding } from "../migrate/convert/conversion.ts";
import { ADOC, convertSources, ENDINGS, isOf, type SourceSite } from "../migrate/convert/convert-sources.ts";
import { eachItsOwn } from "../migrate/convert/each-its-own.ts";
import { proveRst, tellTexts } from "../migrate/convert/prove-rst.ts";
import type { RstSite } from "../migrate/convert/rst.ts";
import { readPelicanconf } from "../migrate/init/settings-files.ts";
import { isBelow } from "../plugin/files/is-below.ts";
import { isWithin } from "../plugin/files/is-within.ts";
import { CONTENT } from "../plugin/files/project-files.ts";
import { removeUnfinishedFiles } from "../plugin/files/remove-unfinished.ts";
import { createWhole } from "../plugin/files/write-whole.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { counted } from "../plugin/findings/print-findings.ts";
import { printable } from "../plugin/findings/printable.ts";
import { patchOf } from "./changed-files.ts";
import { command, EXIT, FLAG, type Terminal, UsageError } from "./command.ts";
import { contentFolder, loadSite, shownPath } from "./load.ts";
import type { LoadedSite } from "./loaded-site.ts";

const HELP = `Usage: eleventy-pelican convert [FILE or DIR …] [--dry-run]

Makes pages of sources that are not read here, beside them: of reStructuredText (.rst) a page in HTML with the same fields
and the same text as Pelican makes of it, which Python's docutils reads with Pelican's own options; of Jupyter notebooks
(.ipynb) Markdown with what the cells have shown, with pictures as files of their own, for which nothing else is needed; of
AsciiDoc (.adoc, .asciidoc, .asc) a page in HTML, which Asciidoctor.js makes: npm install --save-dev @asciidoctor/core.
Without arguments all such sources of the content are converted. Nothing that exists is replaced, and the old files stay;
from then on they are not part of the site, and links to them lead to the new pages. Where Pelican is on the machine, the
pages of reStructuredText are compared with what its own reader makes of them, and what differs is named.

  --dry-run  show what would be written, and write nothing

Exits with 0; with 1 if a source could not be converted, or docutils is not there; with 2 if the command was called wrongly.
`;

const NAMED = `.rst, .ipynb and ${ADOC[0]}`;

/** Sources in other formats become pages that are read. */
export const convert = command({
  summary: "Make pages of reStructuredText, Jupyter notebooks and AsciiDoc, beside the sources.",
  help: HELP,
  options: { "dry-run": FLAG },
  most: Number.POSITIVE_INFINITY,
  run: ({ values, positionals }, terminal) => {
    const given = positionals.map((path) => givenPath(path, terminal));
    const content = contentOf(given[0], terminal);
    const stray = given.find(
      (path) => !isWithin(path, content) || !isWithin(realpathSync(path), realpathSync(content)),
    );
    if (stray !== undefined) {
      throw new UsageError(`${shownPath(stray, terminal.folder)} is not in ${shownPath(content, terminal.folder)}.`);
    }
    return loadSite(content, terminal, (loaded) => {
      const sources = sourcesIn(content, given, loaded);
      if (sources.length === 0) {
        terminal.out(`There is nothing to convert: no ${NAMED.replace("and", "or")} without a page beside it.\n`);
        return EXIT.ok;
      }
      terminal.progress(`Reading ${counted(sources.length, "source")} …`);
      if (!values["dry-run"]) tidy(sources, content);
      const site = rstSite(content, loaded, terminal);
      const own = eachItsOwn(content);
      const ofRst: Conversion[] = [];
      let done = 0;
      for (const one of convertSources(sources, site)) {
        const made = withNamed(own(one), loaded);
        if (made.kind === "made" && isOf(".rst")(made.source)) ofRst.push(made);
        if (finish(made, content, values["dry-run"], terminal)) done += 1;
      }
      const left = sources.length - done;
      terminal.out(outcome(done, left, values["dry-run"]));
      tellProof(ofRst, site, terminal);
      return left > 0 ? EXIT.found : EXIT.ok;
    });
  },
});

function givenPath(path: string, { folder }: Terminal): string {
  const full = resolve(folder, path);
  const status = statSync(full, { throwIfNoEntry: false });
  if (!status) throw new UsageError(`There is no ${path}. Write a file or a folder of the site's content.`);
  if (status.isDirectory() || isOf(...ENDINGS)(full)) return full;
  throw new UsageError(`${path} is not converted: only ${NAMED} are.`);
}

/** The content folder that a file or folder is in: the project's, else the folder itself. */
function contentOf(given: string | undefined, terminal: Terminal): string {
  if (given === undefined) return contentFolder(undefined, terminal);
  const all = terminal.project ? [terminal.project.content] : CONTENT.map((path) => resolve(terminal.folder, path));
  const own = all.find((path) => existsSync(path) && isWithin(given, path));
  return own ?? (statSync(given).isDirectory() ? given : dirname(given));
}

/** The files that are named, and those of the folders that nothing reads. What a text shows of a notebook is there already. */
function sourcesIn(content: string, given: readonly string[], { tree, site }: LoadedSite): string[] {
  const isSource = (path: string) => isOf(...ENDINGS)(path) && !site.notebooks.has(path);
  const unread = tree.unmade?.unread.filter(isSource) ?? [];
  if (given.length === 0) return unread;
  const paths = given.map((path) => relative(content, path).replaceAll("\\", "/"));
  const found = paths.flatMap((path) =>
    statSync(join(content, path)).isDirectory() ? unread.filter((file) => isBelow(file, [path])) : [path],
  );
  return [...new Set(found)];
}

/** Removes what a call that was ended has left beside sources, and among the pictures of notebooks. */
function tidy(sources: readonly string[], content: string): void {
  const pictures = sources.filter(isOf(".ipynb")).map((path) => withEnding(path, "_files"));
  for (const folder of new Set([...sources.map(dirname), ...pictures])) removeUnfinishedFiles(join(content, folder));
}

function rstSite(content: string, { settings }: LoadedSite, { folder }: Terminal): SourceSite {
  return { folder, content, settings, pelicanconf: readPelicanconf(folder).settings };
}

/** What settings say of a source by its name they do not say of the page. */
function withNamed(one: Conversion, { settings }: LoadedSite): Conversion {
  if (one.kind === "failed") return one;
  const { extraPathMetadata, pagePaths, articlePaths } = settings;
  const names = { extraPathMetadata: Object.keys(extraPathMetadata), pagePaths, articlePaths: articlePaths ?? [] };
  const naming = Object.entries(names).filter(([, paths]) => paths.includes(one.source));
  const page = one.files[0]?.path;
  return { ...one, notes: [...one.notes, ...naming.map(([name]) => `${name} names it: name ${page} there instead.`)] };
}

/** @returns whether the page is there now, or would be */
function finish(one: Conversion, content: string, isDry: boolean, terminal: Terminal): boolean {
  const { source } = one;
  if (one.kind === "failed") {
    terminal.error(printable(`${source}:${one.line}: left as it is: ${one.reason.replace(/\.$/, "")}.\n`));
    return false;
  }
  for (const note of one.notes) {
    const [, line = "1", text = note] = /^line (\d+): (.*)$/s.exec(note) ?? [];
    terminal.error(printable(`${source}:${line}: ${text}\n`));
  }
  if (isDry) {
    for (const file of one.files) terminal.out(preview(file, terminal));
    return true;
  }
  try {
    // The page is the last: where it is, all of it is.
    for (const file of [...one.files].reverse()) write(file, source, content);
  } catch (error) {
    terminal.error(printable(`${source}:1: left as it is: ${messageOf(error)}\n`));
    return false;
  }
  terminal.out(printable(`${source} → ${one.files.map(({ path }) => path).join(", ")}\n`));
  return true;
}

function preview({ path, content }: NewFile, terminal: Terminal): string {
  if (typeof content === "string") return patchOf(path, "", content, terminal);
  return printable(`${path}: ${content.length} bytes\n`);
}

/** A new file is as old as its source: where settings say so, that is its date. */
function write({ path, content: text }: NewFile, source: string, content: string): void {
  const file = join(content, path);
  mkdirSync(dirname(file), { recursive: true });
  createWhole(file, typeof text === "string" ? text : [text]);
  const { atime, mtime } = statSync(join(content, source));
  utimesSync(file, atime, mtime);
}

function outcome(done: number, left: number, isDry: boolean): string {
  const written = `${isDry ? "Would write" : "Wrote"} ${counted(done, "page")}.`;
  const then = done === 0 || isDry ? "" : " The old files are not part of the site any more, and may go.";
  return `${written}${then}${left > 0 ? ` ${counted(left, "source")} could not be converted.` : ""}\n`;
}

/** Says what is other than Pelican's own reader has it. The pages are there, whatever comes of it. */
function tellProof(ofRst: readonly Conversion[], site: RstSite, terminal: Terminal): void {
  if (ofRst.length === 0) return;
  try {
    terminal.out(printable(tellTexts(proveRst(ofRst, site))));
  } catch (error) {
    terminal.out(printable(`They could not be compared: ${messageOf(error)}\n`));
  }
}
