import { realpathSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Settings } from "../../plugin/settings.ts";
import type { Literal } from "../init/literal.ts";
import { askPython, ProgramError } from "./ask-python.ts";
import type { Conversion } from "./conversion.ts";
import { htmlEnding, htmlPage } from "./html-page.ts";
import { RST_PROGRAM } from "./rst-program.ts";

/** Where sources are, and what the site's settings say of them. */
export interface RstSite {
  /** The project's folder: what is outside of it is not included. */
  readonly folder: string;
  /** The content folder, absolute. */
  readonly content: string;
  readonly settings: Pick<Settings, "defaultLang" | "formattedFields" | "readers">;
  /** Pelican's own settings, of which two are about reStructuredText alone. */
  readonly pelicanconf: readonly { readonly name: string; readonly value: Literal }[];
}

/** What Python says of each file: its fields and its text, or why there are none. */
export const ANSWERS = z.array(
  z.union([z.object({ error: z.string() }), z.object({ fields: z.record(z.string(), z.string()), body: z.string() })]),
);
export type Answer = z.infer<typeof ANSWERS>[number];

/**
 * Turns reStructuredText into pages in HTML with the same fields, all files in one process of Python's.
 *
 * @param paths relative to the content folder
 * @throws {ProgramError} where there is no Python with docutils and Pygments
 * @throws {UsageError} where the site's settings let no page be in HTML
 */
export function convertRst(paths: readonly string[], site: RstSite): Conversion[] {
  if (paths.length === 0) return [];
  const ending = htmlEnding(site.settings);
  const answers = ask(paths, site);
  return paths.map((path, index) => toConversion(path, ending, answers[index]));
}

function ask(paths: readonly string[], site: RstSite): Answer[] {
  const asked = { ...askedOf(paths, site), root: realpathSync(site.folder) };
  const answers = askPython({ program: RST_PROGRAM, asked, folder: site.folder });
  if (answers !== undefined) return ANSWERS.parse(answers);
  throw new ProgramError(
    "reStructuredText is read by Python's docutils, and there is no python3 that has it. Install both, as for Pelican: pip install docutils pygments",
  );
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
  const [first = ""] = error.split("\n");
  const [, line = "1", reason = first] = /^.*?:(\d+): \(\w+\/\d\) (.*)$/.exec(first) ?? [];
  return { line: Number(line), reason };
}
