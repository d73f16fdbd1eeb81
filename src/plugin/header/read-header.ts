import type { SourceFile } from "../files/source-file.ts";
import { MEGABYTE, MOST_FIELDS, MOST_OF_HEADER } from "../findings/bounds.ts";
import { placeIn } from "../findings/finding.ts";
import { report } from "../findings/report.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import { engineHeader } from "./engine-header.ts";
import type { HeaderRead } from "./header.ts";
import { readHtmlHeader } from "./html-header.ts";
import { isField, readPelicanHeader } from "./pelican-header.ts";
import { readYamlHeader } from "./yaml-header.ts";

/**
 * Splits a file into header and body. Three kinds of header are known:
 *
 * - `<meta>` elements, in an .html file that does not begin with a line of dashes;
 * - YAML, by the one rule in `yaml-header.ts`: where only YAML can read it;
 * - everything else is Pelican's `Key: value`.
 *
 * Of one that would take too much memory nothing is read.
 */
export function readHeader(file: SourceFile): HeaderRead {
  const read = readWhole(file);
  const { lines } = read.header;
  const size = lines.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  if (lines.length <= MOST_FIELDS && size <= MOST_OF_HEADER) return read;
  const values = { mostFields: MOST_FIELDS, mostOfHeader: MOST_OF_HEADER / MEGABYTE };
  return {
    header: { ...read.header, lines: [], menus: [] },
    reports: [report("file-too-large", placeIn(file.path), values)],
  };
}

function readWhole(file: SourceFile): HeaderRead {
  const text = file.text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const isHtml = isHtmlFile(file.path) && !/^\s*---/.test(text);
  if (isHtml) return { header: readHtmlHeader(text), reports: [] };
  const ofEngine = engineHeader(text);
  if (ofEngine) return { header: ofEngine, reports: [] };
  return readYamlHeader(text, file.path) ?? readPelicanHeader(text, file.path);
}

/** What the head of any HTML file may say, whether Pelican ever read it or not. */
const OF_ANY_HTML = new Set(["title", "author", "description", "summary", "keywords", "tags", "date", "lang"]);

/** Whether somebody wrote a header above a text, so that it was meant to be a page. */
export function hasHeader(file: SourceFile): boolean {
  const { syntax, lines, menus } = readHeader(file).header;
  if (syntax === "html")
    return menus.length > 0 || lines.some(({ key }) => isField(key) && !OF_ANY_HTML.has(key.toLowerCase()));
  return syntax === "yaml" || syntax === "pelican-yaml" || lines.some(({ key }) => isField(key));
}
