import { realpathSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Settings } from "../../plugin/settings.ts";
import type { Literal } from "../init/literal.ts";
import { askPython } from "./ask-python.ts";
import type { Conversion } from "./conversion.ts";
import { htmlEnding, htmlPage } from "./html-page.ts";
import { RST_PROGRAM } from "./rst-program.ts";

/** A setting of Pelican's own, as it is written there. */
export interface PelicanValue {
  readonly name: string;
  readonly value: Literal;
}

/** Where sources are, and what the site's settings say of them. */
export interface RstSite {
  /** The project's folder: what is outside of it is not included. */
  readonly folder: string;
  /** The content folder, absolute. */
  readonly content: string;
  readonly settings: Pick<Settings, "defaultLang" | "formattedFields" | "readers">;
  /** Pelican's own settings, of which two are about reStructuredText alone. */
  readonly pelicanconf: readonly PelicanValue[];
  /** For how many seconds a file is read. */
  readonly patience?: number;
}

/** What Python says of a file: its fields and its text, or why there are none. */
export const ANSWER = z.union([
  z.object({ error: z.string() }),
  z.object({ fields: z.record(z.string(), z.string()), body: z.string() }),
]);
export type Answer = z.infer<typeof ANSWER>;

const NO_DOCUTILS =
  "reStructuredText is read by Python's docutils, and there is no python3 that has it. Install both, as for Pelican: pip install docutils pygments";

/** In seconds, for a file. */
const PATIENCE = 60;
/** So many files may end Python itself; then it is not they. */
const MOST_ENDINGS = 5;

/**
 * Turns reStructuredText into pages in HTML with the same fields, all files in one process of Python's; after a file that
 * ends it the others are read in another.
 *
 * @param paths relative to the content folder
 * @throws {UsageError} where the site's settings let no page be in HTML
 */
export function convertRst(paths: readonly string[], site: RstSite): Conversion[] {
  if (paths.length === 0) return [];
  const ending = htmlEnding(site.settings);
  const answers = ask(paths, site);
  if (answers === undefined) {
    const failed = (source: string, reason: string): Conversion => ({ kind: "failed", source, line: 1, reason });
    return paths.map((source, index) => failed(source, index === 0 ? NO_DOCUTILS : "there is no docutils"));
  }
  return paths.map((path, index) => toConversion(path, ending, answers[index]));
}

function ask(paths: readonly string[], site: RstSite, endings = 0): Answer[] | undefined {
  const { folder, patience = PATIENCE } = site;
  const asked = { ...askedOf(paths, site), root: realpathSync(folder), patience };
  const timeout = (2 * patience + paths.length) * 1000;
  const run = askPython({ program: RST_PROGRAM, asked, folder, timeout });
  if (run === undefined) return undefined;
  const answers = run.answers.map((one) => ANSWER.parse(one));
  const { fault } = run;
  if (fault === undefined || answers.length >= paths.length) return answers;
  // It ended at the first that has no answer.
  const left = paths.slice(answers.length + 1);
  const others =
    endings < MOST_ENDINGS && left.length > 0
      ? (ask(left, site, endings + 1) ?? [])
      : left.map(() => ({ error: fault }));
  return [...answers, { error: fault }, ...others];
}

/** The files that are read, and the options of Pelican's reader. */
export function askedOf(paths: readonly string[], { content, settings, pelicanconf }: RstSite) {
  const said = (name: string) => pelicanconf.find((one) => one.name === name)?.value ?? {};
  return {
    files: paths.map((path) => join(content, path)),
    lang: settings.defaultLang,
    formatted: ["summary", ...settings.formattedFields.map((name) => name.toLowerCase())],
    docutils: said("DOCUTILS_SETTINGS"),
    pygments: said("PYGMENTS_RST_OPTIONS"),
  };
}

function toConversion(source: string, ending: string, answer: Answer | undefined): Conversion {
  if (answer === undefined) return { kind: "failed", source, line: 1, reason: "Python said nothing of it" };
  if ("error" in answer) return { kind: "failed", source, ...faultIn(answer.error) };
  return htmlPage(source, ending, answer);
}

/** `/site/content/a.rst:3: (WARNING/2) Title underline too short.`, and then the lines concerned. */
function faultIn(error: string): { readonly line: number; readonly reason: string } {
  const [begin = "", then = ""] = error.split("\n");
  const first = /: ?$/.test(begin) ? `${begin.trim()} ${then}`.trim() : begin;
  const [, line = "1", reason = first] = /^.*?:(\d+): \(\w+\/\d\) (.*)$/.exec(first) ?? [];
  return {
    line: Number(line),
    reason: /^Unknown (?:directive type|interpreted text role)/.test(reason) ? ofPlugin(reason) : reason,
  };
}

function ofPlugin(reason: string): string {
  return `${reason.replace(/\.$/, "")}: it is of a plugin's, or of Sphinx's. Write what it shows, in HTML below “.. raw:: html”`;
}
