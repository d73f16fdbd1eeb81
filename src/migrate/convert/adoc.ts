import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { z } from "zod";
import { textOf } from "../../plugin/html/text.ts";
import { type SlugSettings, slugify } from "../../plugin/pages/slug.ts";
import type { Settings } from "../../plugin/settings.ts";
import { isTimeout, tooSlow } from "../run-build.ts";
import { adocFields, writtenTitle } from "./adoc-fields.ts";
import { ADOC_PROGRAM } from "./adoc-program.ts";
import { MOST_PRINTED } from "./ask-python.ts";
import type { Conversion } from "./conversion.ts";
import { htmlEnding, htmlPage } from "./html-page.ts";
import type { PelicanValue } from "./rst.ts";

/** Where sources in AsciiDoc are, and what reads them. */
export interface AdocSite {
  /** The content folder, absolute: what is outside of it is not included. */
  readonly content: string;
  readonly settings: Pick<Settings, "readers"> & SlugSettings;
  readonly pelicanconf: readonly PelicanValue[];
  /** The folder of Asciidoctor.js; undefined where it is not installed. */
  readonly library: string | undefined;
}

/** The text of a source. */
export interface AdocText {
  /** Relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

const ANSWERS = z.array(
  z.object({
    title: z.string(),
    body: z.string(),
    told: z.array(z.object({ isError: z.boolean(), line: z.number(), text: z.string() })),
  }),
);
type Answer = z.infer<typeof ANSWERS>[number];

/** In milliseconds. */
const PATIENCE = 120_000;

/** Turns AsciiDoc into pages in HTML with the same fields, all files in one process. */
export function convertAdoc(texts: readonly AdocText[], site: AdocSite): Conversion[] {
  const { content, settings, library } = site;
  if (texts.length === 0) return [];
  const failed = (reason: string) =>
    texts.map(({ path }): Conversion => ({ kind: "failed", source: path, line: 1, reason }));
  if (library === undefined) {
    return failed(
      "AsciiDoc is read by Asciidoctor.js, which is not installed: run “npm install --save-dev @asciidoctor/core”",
    );
  }
  const ending = htmlEnding(settings);
  const timeout = PATIENCE + texts.length * 1000;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ["-e", ADOC_PROGRAM], {
    cwd: content,
    input: JSON.stringify({ library, root: realpathSync(content), texts, attributes: attributesIn(site.pelicanconf) }),
    encoding: "utf8",
    maxBuffer: MOST_PRINTED,
    timeout,
  });
  if (error && isTimeout(error)) return failed(tooSlow("Asciidoctor.js", timeout));
  if (error || status !== 0) {
    const said = /^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr.trim();
    return failed(`Asciidoctor.js failed: ${error?.message ?? said}`);
  }
  const answers = ANSWERS.parse(JSON.parse(stdout));
  return texts.map((one, index) => toConversion(one, ending, answers[index], settings));
}

/** These read files and other sites. */
const OF_FILES = /^(?:allow-uri-read|data-uri|docinfo)/;

/** Of ASCIIDOC_OPTIONS, the attributes: `-a name=value`, in one text or in two. */
function attributesIn(pelicanconf: AdocSite["pelicanconf"]): Record<string, string> {
  const options = pelicanconf.find(({ name }) => name === "ASCIIDOC_OPTIONS")?.value;
  const said = Array.isArray(options) ? options.join(" ") : "";
  const found = said.matchAll(/(?<!\S)(?:-a|--attribute)[= ]?([\w!-][\w@!-]*)(?:=(?:"([^"]*)"|'([^']*)'|(\S*)))?/g);
  return Object.fromEntries(
    [...found].flatMap(([, name = "", a, b, c]) => (OF_FILES.test(name) ? [] : [[name, a ?? b ?? c ?? ""]])),
  );
}

function toConversion(
  { path, text }: AdocText,
  ending: string,
  answer: Answer | undefined,
  settings: SlugSettings,
): Conversion {
  if (answer === undefined) return { kind: "failed", source: path, line: 1, reason: "nothing was said of it" };
  const fault = answer.told.find(({ isError }) => isError);
  if (fault) return { kind: "failed", source: path, line: fault.line, reason: fault.text };
  const own = adocFields(text);
  // A title with HTML in it is HTML in Pelican.
  const title = textOf(textOf(answer.title)) || (own.title ?? "");
  const fields = { ...slugOf(text, title, settings), ...own, title };
  const notes = answer.told.map((one) => `line ${one.line}: ${one.text}.`);
  return htmlPage(path, ending, { fields, body: answer.body, notes });
}

/** Pelican makes the address of the title as it is written, with its marks and the names of attributes. */
function slugOf(text: string, title: string, settings: SlugSettings): { readonly slug?: string } {
  if (settings.slugifySource !== "title") return {};
  const slug = slugify(writtenTitle(text) ?? title, settings);
  return slug === slugify(title, settings) ? {} : { slug };
}
