import { posix } from "node:path";
import type { Page } from "../pages/page.ts";
import { splitPath } from "./split-path.ts";

/** The mark of a source file with the file's name, in Markdown or HTML. */
const FILE_MARK = /(?:\{|\|)(?:filename|static|attach)(?:\}|\|)[^\s<>()"']+/gi;

/**
 * How a text writes the mark of a source file that leads to a page, where it has such a link: in what is made of the text
 * there is the address of the page instead.
 *
 * @param link the address, with what follows the path
 */
export function markOf(link: string, page: Page, target: Page): string | undefined {
  const { suffix } = splitPath(link);
  return (page.header.body.match(FILE_MARK) ?? []).find((written) => {
    const { path, suffix: own } = splitPath(written.replace(/^[{|]\w+[}|]/, ""));
    return own === suffix && fileOf(path, page) === target.file;
  });
}

/** From the content folder where it begins with a slash, else from the folder of the page's own file. */
export function fileOf(path: string, page: Page): string {
  return posix.normalize(path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(page.file), path));
}
