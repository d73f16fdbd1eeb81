import { fieldNames } from "../dialect/fields.ts";
import { isNumbered } from "../dialect/numbered.ts";
import type { SourceFile } from "../files/source-file.ts";
import { readHeader } from "./read-header.ts";

/** What the head of any HTML file may say, whether Pelican ever read it or not. */
const OF_ANY_HTML = new Set(["title", "author", "description", "summary", "keywords", "tags", "date", "lang"]);

/** Whether somebody wrote a header above a text, so that it was meant to be a page. */
export function hasHeader(file: SourceFile): boolean {
  const { syntax, lines, menus } = readHeader(file).header;
  if (syntax === "html") return menus.length > 0 || lines.some(({ key }) => isField(key) && !isOfAnyHtml(key));
  return syntax === "yaml" || syntax === "pelican-yaml" || lines.some(({ key }) => isField(key));
}

function isField(key: string): boolean {
  return fieldNames.has(key.toLowerCase()) || isNumbered(key);
}

function isOfAnyHtml(key: string): boolean {
  return OF_ANY_HTML.has(key.toLowerCase());
}
