import { existsSync, mkdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { type AdocText, convertAdoc } from "../migrate/convert/adoc.ts";
import { type Conversion, type NewFile, withEnding } from "../migrate/convert/conversion.ts";
import { convertNotebook } from "../migrate/convert/notebook.ts";
import { proveRst, tellTexts } from "../migrate/convert/prove-rst.ts";
import { convertRst, type RstSite } from "../migrate/convert/rst.ts";
import { readPelicanconf } from "../migrate/init/settings-files.ts";
import { toFinding } from "../plugin/checks/index.ts";
import { decode } from "../plugin/files/decode.ts";
import { isBelow } from "../plugin/files/is-below.ts";
import { isWithin } from "../plugin/files/is-within.ts";
import { libraryFolder } from "../plugin/files/libraries.ts";
import { CONTENT } from "../plugin/files/project-files.ts";
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

const ADOC = [".adoc", ".asciidoc", ".asc"];
const ENDINGS = [".rst", ".ipynb", ...ADOC];
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
    const stray = given.find((path) => !isWithin(path, content));
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
      const site = rstSite(content, loaded, terminal);
      const made = eachItsOwn(convertAll(sources, site), content).map((one) => withNamed(one, loaded));
      const done = made.map((one) => finish(one, content, values["dry-run"], terminal));
      const left = done.filter((isDone) => !isDone).length;
      terminal.out(outcome(done.length - left, left, values["dry-run"]));
      tellProof(made, site, terminal);
      return left > 0 ? EXIT.found : EXIT.ok;
    });
  },
});

function givenPath(path: string, { folder }: Terminal): string {
  const full = resolve(folder, path);
  const status = statSync(full, { throwIfNoEntry: false });
  if (!status) throw new UsageError(`There is no ${path}. Write a file or a folder of the site's content.`);
  if (status.isDirectory() || ENDINGS.includes(extname(full).toLowerCase())) return full;
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
  const isSource = (path: string) => ENDINGS.includes(extname(path).toLowerCase()) && !site.notebooks.has(path);
  const unread = tree.unmade?.unread.filter(isSource) ?? [];
  if (given.length === 0) return unread;
  const paths = given.map((path) => relative(content, path).replaceAll("\\", "/"));
  const found = paths.flatMap((path) =>
    statSync(join(content, path)).isDirectory() ? unread.filter((file) => isBelow(file, [path])) : [path],
  );
  return [...new Set(found)];
}

const MOST_OF_SOURCE = 100_000_000;

const isOf =
  (...endings: readonly string[]) =>
  (path: string) =>
    endings.includes(extname(path).toLowerCase());

function rstSite(content: string, { settings }: LoadedSite, { folder }: Terminal): RstSite {
  return { folder, content, settings, pelicanconf: readPelicanconf(folder).settings };
}

function convertAll(sources: readonly string[], site: RstSite): Conversion[] {
  const { content } = site;
  const texts = sources.filter(isOf(...ADOC)).map((path) => readSource(path, content));
  const adoc = texts.filter((one): one is AdocText => "text" in one);
  return [
    ...convertRst(sources.filter(isOf(".rst")), site),
    ...sources.filter(isOf(".ipynb")).map((path) => {
      const read = readSource(path, content);
      return "text" in read ? convertNotebook(path, read.text, fieldsBeside(join(content, path))) : read;
    }),
    ...convertAdoc(adoc, { ...site, library: libraryFolder("@asciidoctor/core") }),
    ...texts.filter((one): one is Conversion => "kind" in one),
  ];
}

/** The text of a source, or why there is none. */
function readSource(path: string, content: string): AdocText | Conversion {
  const file = join(content, path);
  const failed = (reason: string) => ({ kind: "failed", source: path, line: 1, reason }) as const;
  // An image in it takes a part of a notebook, and is none of the page's text.
  if (statSync(file).size > MOST_OF_SOURCE) return failed("It has more than 100 MB.");
  const read = decode(readFileSync(file), path);
  return "text" in read ? { path, text: read.text } : failed(toFinding(read.report).message);
}

/** The file in which pelican-jupyter has the fields of a notebook. */
function fieldsBeside(file: string): string | undefined {
  const found = [".ipynb-meta", ".nbdata"].map((ending) => withEnding(file, ending)).find((path) => existsSync(path));
  return found === undefined ? undefined : readFileSync(found, "utf8").replace(/^\ufeff/, "");
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

/** Nothing that exists is replaced, and no file is made of two sources; names that differ in case alone are one on some systems. */
function eachItsOwn(all: readonly Conversion[], content: string): Conversion[] {
  const makers = new Map<string, string>();
  return all.map((one) => {
    if (one.kind === "failed") return one;
    const failed = (reason: string) => ({ kind: "failed", source: one.source, line: 1, reason }) as const;
    const keys = one.files.map(({ path }) => path.normalize().toLowerCase());
    const there = one.files.find(({ path }) => existsSync(join(content, path)));
    if (there) return failed(`${there.path} is there already`);
    const taken = keys.findIndex((key) => makers.has(key));
    if (taken >= 0) return failed(`${one.files[taken]?.path} is made of ${makers.get(keys[taken] ?? "")}`);
    for (const key of keys) makers.set(key, one.source);
    return one;
  });
}

/** @returns whether the page is there now, or would be */
function finish(one: Conversion, content: string, isDry: boolean, terminal: Terminal): boolean {
  const { source } = one;
  if (one.kind === "failed") {
    terminal.error(printable(`${source}:${one.line}: left as it is: ${one.reason.replace(/\.$/, "")}.\n`));
    return false;
  }
  for (const note of one.notes) terminal.error(printable(`${source}:1: ${note}\n`));
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
function tellProof(made: readonly Conversion[], site: RstSite, terminal: Terminal): void {
  const ofRst = made.filter(({ kind, source }) => kind === "made" && isOf(".rst")(source));
  if (ofRst.length === 0) return;
  try {
    terminal.out(printable(tellTexts(proveRst(ofRst, site))));
  } catch (error) {
    terminal.out(printable(`They could not be compared: ${messageOf(error)}\n`));
  }
}
