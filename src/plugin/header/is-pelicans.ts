import { parseNumbered } from "../dialect/numbered.ts";
import type { SourceFile } from "../files/source-file.ts";
import { isUnreadable } from "./header.ts";
import { isField } from "./pelican-header.ts";
import { readHeader } from "./read-header.ts";
import { MENU } from "./yaml-header.ts";

/** Fields that are about menus; no other dialect has them. */
const OF_MENUS = /^(?:(?:top|dropdown|sidebar)_menu_|footer_|inherit_sidebar$)/i;
/** What the head of an HTML file says, and no other HTML file's has. */
const OF_PELICANS_HTML = /^(?:save_as|slug|template|content_layout|parent_id|aliases|translation)$/i;

/**
 * Whether a file is a Pelican page by itself, in a site that does not say which files are: its header is unfenced and begins
 * with a known field, or has a menu. A fence with title, date and tags alone is Eleventy's.
 */
export function isPelicans(file: SourceFile): boolean {
  const { header, reports } = readHeader(file);
  const { syntax, lines, menus } = header;
  if (isUnreadable(reports)) return MENU.test(file.text);
  if (menus.length > 0 || lines.some(({ key }) => isOfMenus(key))) return true;
  if (syntax === "html") return lines.some(({ key }) => OF_PELICANS_HTML.test(key));
  const [first] = lines;
  return syntax === "pelican" && first !== undefined && first.line === 1 && isField(first.key);
}

function isOfMenus(key: string): boolean {
  return parseNumbered(key) !== undefined || (OF_MENUS.test(key) && isField(key));
}
