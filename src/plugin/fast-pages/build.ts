import type { DateTime } from "luxon";
import type { Gatherer } from "../eleventy/gatherer.ts";
import type { PrintedIncludes } from "../eleventy/include-cached.ts";
import type { Directories } from "../eleventy/types.ts";
import type { Layouts } from "../files/layouts.ts";
import type { OutputFolder } from "../files/output-folder.ts";
import type { FoundFiles } from "../files/read-tree.ts";
import type { Minifier } from "../html/minify/minifier.ts";
import type { Settings } from "../settings.ts";
import type { Site } from "../site.ts";
import type { Measure } from "../times/stopwatch.ts";
import type { Views } from "../views/views.ts";
import type { PageWorker } from "../worker/worker.ts";

/** A build before Eleventy reads anything, as far as it says which pages need no Eleventy. */
export interface BuildToPlan {
  readonly settings: Settings;
  readonly directories: Directories;
  readonly files: FoundFiles;
  readonly now: DateTime;
  readonly layouts: Layouts;
  readonly includes: readonly string[];
  readonly isFinal: boolean;
}

/** A build once its site is there, as far as pages are made of it. */
export interface BuildToWrite extends BuildToPlan {
  readonly site: Site;
  readonly views: Views;
  readonly gatherer: Gatherer;
  readonly printed: PrintedIncludes;
  readonly minifier: Minifier | undefined;
  readonly worker: PageWorker | undefined;
  readonly output: OutputFolder;
  readonly measure: Measure;
}
