import type { SourceFile } from "../files/source-file.ts";
import type { HeaderRead } from "./header.ts";
import { readHtmlHeader } from "./html-header.ts";
import { readPelicanHeader } from "./pelican-header.ts";
import { readYamlHeader } from "./yaml-header.ts";

/**
 * Splits a file into header and body. Three kinds of header are known:
 *
 * - `<meta>` elements, in an .html file that does not begin with a line of dashes;
 * - YAML, by the one rule in `yaml-header.ts`: where only YAML can read it;
 * - everything else is Pelican's `Key: value`.
 */
export function readHeader(file: SourceFile): HeaderRead {
  const text = file.text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const isHtml = /\.html?$/i.test(file.path) && !/^\s*---/.test(text);
  if (isHtml) return { header: readHtmlHeader(text), findings: [] };
  return readYamlHeader(text, file.path) ?? readPelicanHeader(text, file.path);
}
