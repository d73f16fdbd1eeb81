import { posix } from "node:path";
import type { Page } from "../pages/page.ts";
import { splitPath } from "./split-path.ts";

/** The addresses of what Eleventy builds, where its InputPathToUrlTransformPlugin makes addresses of paths. */
export interface InputPaths {
  /** The content folder as the project calls it, with a slash at its end: `content/`. */
  readonly folder: string;
  /** Addresses by files, relative to that folder. */
  readonly urls: ReadonlyMap<string, string>;
}

/**
 * Where a link leads that is the path of a source file: from the project's folder, from the content folder, or from the
 * page's own file, as Eleventy's plugin looks for it. Feeds have the address then, too, which the plugin leaves alone.
 * Source: https://www.11ty.dev/docs/plugins/inputpath-to-url/
 */
export function resolveInputPath(link: string, page: Page, { folder, urls }: InputPaths): string | undefined {
  if (/^(?:[#?]|\/\/|[a-z][a-z\d+.-]*:)/i.test(link)) return undefined;
  const { path, suffix } = splitPath(link);
  const ofProject = posix.normalize(path);
  const files = [
    ...(ofProject.startsWith(folder) ? [ofProject.slice(folder.length)] : []),
    posix.normalize(path.replace(/^\/+/, "")),
    ...(path.startsWith("/") ? [] : [posix.join(posix.dirname(page.file), path)]),
  ];
  const url = files.map((file) => urls.get(file)).find((known) => known !== undefined);
  return url === undefined ? undefined : url.split("/").map(encodeURIComponent).join("/") + suffix;
}
