import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { toFinding } from "../../plugin/checks/index.ts";
import { decode } from "../../plugin/files/decode.ts";
import { libraryFolder } from "../../plugin/files/libraries.ts";
import { MEGABYTE, MOST_OF_SOURCE } from "../../plugin/findings/bounds.ts";
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
  yield* convertRst(sources.filter(isOf(".rst")), site);
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
  const failed = (reason: string) => ({ kind: "failed", source: path, line: 1, reason }) as const;
  try {
    if (statSync(file).size > MOST_OF_SOURCE) return failed(`It has more than ${MOST_OF_SOURCE / MEGABYTE} MB.`);
    const read = decode(readFileSync(file), path);
    return "text" in read ? { path, text: read.text } : failed(toFinding(read.report).message);
  } catch (error) {
    return failed(`it cannot be read: ${messageOf(error)}`);
  }
}

/** The file in which pelican-jupyter has the fields of a notebook. */
function fieldsBeside(file: string): string | undefined {
  const found = [".ipynb-meta", ".nbdata"].map((ending) => withEnding(file, ending)).find((path) => existsSync(path));
  return found === undefined ? undefined : readFileSync(found, "utf8").replace(/^\ufeff/, "");
}
