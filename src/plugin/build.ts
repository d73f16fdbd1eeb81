import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { DateTime } from "luxon";
import type { Directories, MatterFile, MatterOptions } from "./eleventy.ts";
import { readTree } from "./files/read-tree.ts";
import { STOPPING } from "./findings/codes.ts";
import type { Finding } from "./findings/finding.ts";
import { report } from "./findings/report.ts";
import { type FrontMatter, frozenView, pageFrontMatter, templateFrontMatter } from "./front-matter.ts";
import { createMarkdown } from "./markdown/index.ts";
import type { Page } from "./pages/page.ts";
import { checkLedger, keepLedger } from "./redirects/keep-ledger.ts";
import type { Settings } from "./settings.ts";
import { makeSite, type Site } from "./site.ts";
import { copyFiles } from "./static/copy.ts";

/** One build of the site: all that was read before it began. */
export interface Build {
  readonly site: Site;
  readonly findings: readonly Finding[];
  /** The names of the layouts that there are. */
  readonly layouts: ReadonlySet<string>;
  /** By absolute path. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly directories: Directories;
}

/** Reads the whole content folder and makes the site of it. */
export function startBuild(directories: Directories, settings: Settings): Build {
  const input = resolve(directories.input);
  const others = [directories.output, directories.includes, directories.data].map((folder) => resolve(folder));
  const tree = readTree(input, (path) => others.some((folder) => isWithin(resolve(input, path), folder)));
  const layouts = layoutsIn(join(directories.includes, "layouts"));
  const site = makeSite(tree, settings, { layouts, markdown: createMarkdown(), now: DateTime.now() });
  return {
    site,
    findings: [...site.findings, ...checkLedger(site)],
    layouts,
    pages: new Map(site.pages.map((page) => [join(input, page.file), page])),
    directories,
  };
}

/**
 * Ends a build before it writes anything, where a file could not be read or an address would be lost.
 *
 * @throws {Error} after all findings were printed
 */
export function stopIfUnbuildable({ findings }: Build): void {
  if (!findings.some(({ code }) => STOPPING.has(code))) return;
  // Eleventy's command prints the message of an error twice; the findings are told once.
  console.error(`\n${report(findings)}\n`);
  // With this mark it prints no stack: the fault is not in the code.
  throw Object.assign(new Error("Nothing was written: see the findings above."), { skipOriginalStack: true });
}

/** After the templates: what is copied, and, where the site is built to be published, what the ledger keeps. */
export function finishBuild({ site, directories }: Build, isFinal: boolean): void {
  copyFiles(site.files, resolve(directories.input), resolve(directories.output));
  if (isFinal) keepLedger(site);
}

/** What a template's file says to Eleventy: its data and its text. */
export function frontMatterOf(file: MatterFile, options: MatterOptions, build: Build): FrontMatter {
  const path = resolve(options.filePath ?? "");
  const page = build.pages.get(path);
  if (page) return pageFrontMatter(page, build.site, build.layouts);
  const { data, content } = templateFrontMatter(file, options);
  // A layout's data goes into the data of every page that uses it.
  if (isWithin(path, resolve(build.directories.includes))) return { data, content };
  return { data: { pelican: frozenView(undefined, build.site), ...data }, content };
}

/** Whether a file of the content is no page: it is empty, or another page has its place. */
export function isLeftOut(inputPath: string, build: Build): boolean {
  const path = resolve(inputPath);
  return isWithin(path, resolve(build.directories.input)) && !build.pages.has(path);
}

function layoutsIn(folder: string): ReadonlySet<string> {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Set(files.filter((file) => file.endsWith(".njk")).map((file) => file.slice(0, -".njk".length)));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`);
}
