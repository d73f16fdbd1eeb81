import type { Store } from "../cache/store.ts";
import type { FrontMatterMeans } from "../eleventy/front-matter.ts";
import type { Gatherer } from "../eleventy/gatherer.ts";
import type { SiteMarkdown } from "../eleventy/site-markdown.ts";
import type { CollectionItem, Directories } from "../eleventy/types.ts";
import type { FastPages, Rules } from "../fast-pages/fast-pages.ts";
import type { NavigationNode } from "../menus/entry.ts";
import type { UnderWay } from "../output/under-way.ts";
import type { SearchIndex } from "../search/search-index.ts";
import type { Settings } from "../settings.ts";
import type { Structure } from "../structure.ts";
import type { Stopwatch } from "../times/stopwatch.ts";
import type { Build } from "./build.ts";
import type { Prepared } from "./prepare.ts";

/** What goes with a build until it is finished. */
export interface Running {
  readonly prepared: Prepared;
  readonly kept: Kept;
  /** Undefined where it is a build to be written. */
  readonly inspected: Inspection | undefined;
  readonly gatherer: Gatherer;
  /** The build before. */
  readonly before: Build | undefined;
  isWritten: boolean;
  /** Eleventy renders no more than what a change calls for. */
  readonly isIncremental: boolean;
  /** Whether it has a search index. */
  isIndexed?: boolean;
  readonly times: Stopwatch | undefined;
  /** Undefined where Eleventy makes all pages. */
  readonly fastPages: FastPages | undefined;
  readonly stopMeasuring: () => void;
  /** Says that it has come to its end. */
  readonly isAtEnd: () => void;
  readonly navigation: NavigationNode[];
  /** What a template engine has made of pages' texts, by their files. */
  readonly texts: Map<string, string>;
  items?: CollectionItem[];
  structure?: Structure;
  build?: Build;
  /** A build before that did not come to its end. */
  broken?: UnderWay | undefined;
  /** Lets Eleventy write as it does by itself. */
  restoreWriting?: () => void;
  searchIndex?: Promise<SearchIndex> | undefined;
  /** Until what the worker keeps is kept. */
  keeping?: Promise<void> | undefined;
}

/** What was made of texts before, and where it is kept. */
export interface Kept {
  readonly file: string;
  readonly version: string;
  readonly store: Store;
}

/** A build that is wanted for its site alone. */
export interface Inspection {
  readonly use: (build: Build) => void;
  readonly settings: Partial<Settings>;
}

/** What the command line is told by the plugin of a project. */
export interface ProjectAnswer {
  readonly settings: Settings;
  readonly directories: Directories;
  /** The next run ends as soon as its site is there, and nothing is rendered, drawn or written. */
  readonly inspect: (use: Inspection["use"], settings: Inspection["settings"]) => void;
}

/** What the configuration knows and a build asks for. */
export interface SessionMeans {
  /** The front matter of a layout and of those around it. */
  readonly layoutData: (layout: string, folders: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  readonly layoutAliases: () => Readonly<Record<string, string>>;
  readonly layoutEndings: () => readonly string[];
  readonly templateFormats: () => readonly string[];
  readonly htmlEngine: () => FrontMatterMeans["htmlEngine"];
  readonly viewOf: (file: string) => object;
  /** Eleventy's own, which it was given in its configuration or on its command line. */
  readonly pathPrefix: () => string | undefined;
  /** @throws {Error} where the configuration wants what cannot be */
  readonly markdown: () => SiteMarkdown;
  readonly rules: Rules;
}
