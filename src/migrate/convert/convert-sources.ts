import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { toFinding } from "../../plugin/checks/index.ts";
import { decode } from "../../plugin/files/decode.ts";
import { libraryFolder } from "../../plugin/files/libraries.ts";
import { MEGABYTE, MOST_OF_RST, MOST_OF_SOURCE } from "../../plugin/findings/bounds.ts";
import { messageOf } from "../../plugin/findings/plain-error.ts";
import type { Settings } from "../../plugin/settings.ts";
import { findWords } from "../../plugin/words/find-words.ts";
import { type AdocText, convertAdoc } from "./adoc.ts";
import { type Conversion, withEnding } from "./conversion.ts";
import { convertNotebook } from "./notebook.ts";
import { convertRst, type RstSite } from "./rst.ts";

export const ADOC = [".adoc", ".asciidoc", ".asc"];
export const ENDINGS = [".rst", ".ipynb", ...ADOC];

export const isOf =
  (...endings: readonly string[]) =>
  (path: string) =>
    endings.includes(extname(path).toLowerCase());

/** Where sources are, and all that is said of the site. */
export interface SourceSite extends RstSite {
  readonly settings: Settings;
}

/**
 * Converts sources by their formats. A notebook is read when it is asked for: with their pictures they are large.
 *
 * @param sources relative to the content folder
 */
export function* convertSources(sources: readonly string[], site: SourceSite): Generator<Conversion> {
  const { content, settings } = site;
  const { output } = findWords(settings.defaultLang, settings.words).words;
  const rst = sources.filter(isOf(".rst"));
  // What cannot be looked at is for Python to tell.
  const isLong = (path: string) => (statSync(join(content, path), { throwIfNoEntry: false })?.size ?? 0) > MOST_OF_RST;
  yield* convertRst(
    rst.filter((path) => !isLong(path)),
    site,
  );
  yield* rst.filter(isLong).map((path) => failed(path, tooLong(MOST_OF_RST)));
  for (const path of sources.filter(isOf(".ipynb"))) {
    const read = readSource(path, content);
    yield "text" in read ? convertNotebook(path, read.text, fieldsBeside(join(content, path)), output) : read;
  }
  const texts = sources.filter(isOf(...ADOC)).map((path) => readSource(path, content));
  const adoc = texts.filter((one): one is AdocText => "text" in one);
  yield* convertAdoc(adoc, { ...site, library: libraryFolder("@asciidoctor/core") });
  yield* texts.filter((one): one is Conversion => "kind" in one);
}

/** The text of a source, or why there is none. */
function readSource(path: string, content: string): AdocText | Conversion {
  const file = join(content, path);
  try {
    if (statSync(file).size > MOST_OF_SOURCE) return failed(path, tooLong(MOST_OF_SOURCE));
    const read = decode(readFileSync(file), path);
    return "text" in read ? { path, text: read.text } : failed(path, toFinding(read.report).message);
  } catch (error) {
    return failed(path, `it cannot be read: ${messageOf(error)}`);
  }
}

function failed(source: string, reason: string): Conversion {
  return { kind: "failed", source, line: 1, reason };
}

function tooLong(most: number): string {
  return `It has more than ${most / MEGABYTE} MB, the most that is read.`;
}

/** The file in which pelican-jupyter has the fields of a notebook. */
function fieldsBeside(file: string): string | undefined {
  const found = [".ipynb-meta", ".nbdata"].map((ending) => withEnding(file, ending)).find((path) => existsSync(path));
  return found === undefined ? undefined : readFileSync(found, "utf8").replace(/^\ufeff/, "");
}
