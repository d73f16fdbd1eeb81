import { posix } from "node:path";
import type { Page } from "../pages/page.ts";
import { splitPath } from "./split-path.ts";

/** The mark of a source file with the file's name, in Markdown or HTML. */
const FILE_MARK = /(?:\{|\|)(?:filename|static|attach)(?:\}|\|)[^\s<>()"']+/gi;

/**
 * Finds how a text writes the mark of a source file that leads to a page, where it has such a link: in what is made of the text
 * there is the address of the page instead.
 *
 * @returns of a link, with what follows its path, and the page that it leads to
 */
export function markFinder(page: Page): (link: string, target: Page) => string | undefined {
  const marks = new Map<string, string>();
  for (const written of page.header.body.match(FILE_MARK) ?? []) {
    const { path, suffix } = splitPath(written.replace(/^[{|]\w+[}|]/, ""));
    const key = `${fileOf(path, page)} ${suffix}`;
    if (!marks.has(key)) marks.set(key, written);
  }
  return (link, target) => marks.get(`${target.file} ${splitPath(link).suffix}`);
}

/** From the content folder where it begins with a slash, else from the folder of the page's own file. */
export function fileOf(path: string, page: Page): string {
  return posix.normalize(path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(page.file), path));
}
