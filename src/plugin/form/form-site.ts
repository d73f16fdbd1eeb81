import { basename, posix, resolve } from "node:path";
import { properName } from "../fields/names.ts";
import { relativePath } from "../findings/relative-path.ts";
import { groupBy } from "../maps/group-by.ts";
import type { Page } from "../pages/page.ts";
import type { Gathered } from "../pages/read-pages.ts";
import type { Settings } from "../settings.ts";
import type { FormSite } from "./config.ts";

/** A field that one page alone has may be a slip. */
const HABIT = 2;

/**
 * What the form is made of: the folders that hold pages in Markdown, the languages that they are in, and the fields that the
 * site has beside those of the table.
 *
 * @param project the project's folder
 * @param content the content folder, from that
 */
export function formSite(
  project: string,
  content: string,
  { pages, assets }: Pick<Gathered, "pages" | "assets">,
  settings: Settings,
): FormSite {
  const { staticPaths, defaultLang, editUrl } = settings;
  const written = pages.filter(({ file, header }) => /\.md$/i.test(file) && header.syntax !== "yaml");
  const folders = written.map(({ file }) => posix.dirname(file).replace(/^\.$/, ""));
  return {
    project: basename(resolve(project)),
    content: relativePath(project, resolve(project, content)),
    // There may be no page yet.
    folders: [...new Set(folders.length === 0 ? [""] : folders)].sort(),
    media: mediaIn(staticPaths, assets),
    languages: [...new Set([defaultLang, ...pages.map(({ lang }) => lang)])].filter((lang) => lang !== "").sort(),
    others: othersIn(written),
    repository: repositoryOf(editUrl),
  };
}

/** Where the site has its pictures: a folder that is copied, and holds something. */
function mediaIn(staticPaths: readonly string[], assets: readonly string[]): string {
  const paths = staticPaths.map((path) => path.replace(/^\/+|(?<!\/)\/+$/g, ""));
  return paths.find((path) => path !== "" && assets.some((asset) => asset.startsWith(`${path}/`))) ?? "images";
}

function othersIn(pages: readonly Page[]): string[] {
  const keys = pages.flatMap(({ header }) => [...new Set(header.lines.map(({ key }) => key))]);
  const own = keys.filter((key) => properName(key) === undefined && key !== "body" && key !== "header");
  const same = groupBy(own, (key) => key.toLowerCase()).values();
  return [...same].flatMap((all) => (all.length >= HABIT ? all[0] : [])).sort();
}

/** As the links say that lead from pages to their sources. */
function repositoryOf(editUrl: string): FormSite["repository"] {
  const [, name, branch] = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:edit|blob)\/([^/]+)\//.exec(editUrl) ?? [];
  return name === undefined || branch === undefined ? undefined : { name, branch };
}
