import type { SourceTree } from "../plugin/files/source-file.ts";
import type { Settings } from "../plugin/settings.ts";
import type { Site } from "../plugin/site.ts";

/** A site as a build sees it, and what it is made of. */
export interface LoadedSite {
  readonly site: Site;
  readonly settings: Settings;
  readonly tree: SourceTree;
  /** The site of the same files with other texts. */
  readonly remake: (tree: SourceTree) => Site;
}

/** A project of Eleventy's with this plugin, so that the command line sees the site as a build does. */
export interface Project {
  /** The content folder, absolute. */
  readonly content: string;
  /**
   * Lets Eleventy gather the pages of a content folder, and nothing more: no layout is rendered, no file written.
   *
   * @param content absolute; the project's own, or another that is built with its configuration
   * @param root a copy of the project's folder, where it is the content of that
   * @throws {Error} where Eleventy cannot
   */
  readonly gather: (content: string, root?: string) => Promise<LoadedSite>;
}
