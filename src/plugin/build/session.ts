import type { Gatherer } from "../eleventy/gatherer.ts";
import { createGatheringMemory } from "../eleventy/gathering-memory.ts";
import type { BuildEvent, CollectionItem } from "../eleventy/types.ts";
import { createFastPages, type FastPages } from "../fast-pages/fast-pages.ts";
import type { Engine } from "../fast-pages/print.ts";
import type { NavigationNode } from "../menus/entry.ts";
import type { Page } from "../pages/page.ts";
import type { Structure } from "../structure.ts";
import { createStopwatch, unmeasured } from "../times/stopwatch.ts";
import type { Build } from "./build.ts";
import { debug } from "./debug.ts";
import { createIgnores } from "./ignores.ts";
import type { Prepared } from "./prepare.ts";
import type { Inspection, Kept, ProjectAnswer, Running, SessionMeans } from "./running.ts";
import { loadKept, type Options, startBuild } from "./start-build.ts";
import { completeBuild, finishBuild, settleBuild } from "./steps.ts";
import { structureKnowing, structureOf } from "./structure.ts";

/** The builds of one run of Eleventy: one, or, while somebody writes, one after another. */
export interface Session {
  /** The next build ends as soon as its site is there: that is handed over, and nothing is rendered or written. */
  readonly inspect: ProjectAnswer["inspect"];
  /** Before Eleventy reads anything. */
  readonly start: (event: BuildEvent) => Promise<void>;
  /** Eleventy's list of what its search passes over, before it searches. */
  readonly takeIgnores: (patterns: string[]) => void;
  /** Eleventy has made its Nunjucks ready. */
  readonly takeEngine: (engine: Engine) => void;
  /** Follows Eleventy through the build that runs. */
  readonly gatherer: () => Gatherer | undefined;
  /** Eleventy asks for collections: what is made of the pages, once for all of them. */
  readonly structure: (items: CollectionItem[]) => Structure | undefined;
  /** The same, and again where there are templates by now that were not known when it was made. */
  readonly structureWith: (items: CollectionItem[]) => Structure | undefined;
  /** All menus as eleventy-navigation's entries, filled when there is a structure. */
  readonly navigation: () => readonly NavigationNode[];
  /**
   * Eleventy knows all addresses, and renders next.
   *
   * @param addresses all but those of what is generated
   * @param inputPaths what paths of source files in links stand for
   * @throws {Error} where the site must not be built
   */
  readonly complete: (addresses: readonly string[], inputPaths: Build["inputPaths"]) => Promise<void>;
  /** A template engine has changed a page's text. */
  readonly renderAgain: (page: Page, text: string) => void;
  /**
   * All texts are rendered, and layouts are next: what is to be said of texts that a template engine has changed.
   *
   * @throws {Error} where the site must not be built
   */
  readonly settle: () => void;
  /** Writes what no template stands for, and tells what was found. */
  readonly finish: (event: BuildEvent) => Promise<void>;
  /** The build that runs, once its pages are gathered. */
  readonly current: () => Build | undefined;
  readonly prepared: () => Prepared | undefined;
  /** What was in Eleventy's collections when it was asked last. */
  readonly items: () => readonly CollectionItem[];
}

/** The variable of the environment that asks where the time of a build went. */
const TIMES = "PELICAN_TIMES";

/** Begins a run of Eleventy: what its builds have in common is kept here. */
export function createSession(options: Options, means: SessionMeans): Session {
  const memory = createGatheringMemory();
  const ignores = createIgnores();
  let kept: Kept | undefined;
  let running: Running | undefined;
  let engine: Engine | undefined;
  let fastPages: FastPages | undefined;
  let inspected: Inspection | undefined;

  const start: Session["start"] = async (event) => {
    const times = process.env[TIMES] || debug.enabled ? createStopwatch("Eleventy and its templates") : undefined;
    const before = running?.build ?? running?.before;
    // It is there still where the build before came to no end.
    running?.prepared.worker?.end();
    running?.restoreWriting?.();
    running = undefined;
    kept ??= (times?.measure ?? unmeasured)("cache", () => loadKept(event.directories.input));
    kept.store.beginBuild();
    if (options.settings.fastPages) fastPages ??= createFastPages(kept.version, means.rules);
    running = await startBuild(event, { options, means, memory, ignores, kept, fastPages, inspected, before, times });
  };

  return {
    inspect: (use, changes) => {
      inspected = { use, settings: changes };
    },
    start,
    takeIgnores: ignores.take,
    takeEngine: (ready) => {
      engine = ready;
    },
    gatherer: () => running?.gatherer,
    structure: (items) => running && (running.structure ?? structureOf(running, items, [])),
    structureWith: (items) => running && structureKnowing(running, items),
    navigation: () => running?.navigation ?? [],
    complete: async (addresses, inputPaths) => {
      if (running) await completeBuild(running, addresses, inputPaths, means.rules.isTemplate());
    },
    renderAgain: (page, text) => {
      running?.build?.site.renderAgain(page, text);
      running?.texts.set(page.file, text);
    },
    settle: () => {
      if (running) settleBuild(running);
    },
    finish: async (event) => {
      if (running) await finishBuild(running, event, engine);
    },
    current: () => running?.build,
    prepared: () => running?.prepared,
    items: () => running?.items ?? [],
  };
}
