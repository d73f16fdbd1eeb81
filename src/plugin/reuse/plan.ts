import type { Build } from "../build.ts";
import type { Page } from "../pages/page.ts";
import { fingerprinter } from "./fingerprint.ts";
import type { KeptPage, KeptPages } from "./pages-file.ts";
import { allPagesBut } from "./pass-over.ts";
import { pureLayoutFinder } from "./pure-layouts.ts";

/** Which pages of a build come out as before. */
export interface Plan {
  /** Of the pages of which that can be told. */
  readonly fingerprints: ReadonlyMap<Page, string>;
  readonly reused: ReadonlyMap<Page, KeptPage>;
  /** The pages that were printed before, and would come out otherwise. */
  readonly changed: readonly Page[];
  /** What Eleventy's search is to pass over; undefined where nothing is reused. */
  readonly pattern: string | undefined;
}

/**
 * Finds the pages whose data, text and ground are what they were. Eleventy need not make them, nor know of them.
 *
 * @param ground names all that the pages have in common
 * @param kept what an earlier build printed on the same ground
 */
export function planReuse(build: Build, ground: string, kept: KeptPages): Plan {
  const { pages } = build.site;
  const fingerprints = fingerprintsOf(build, ground);
  const reused = new Map<Page, KeptPage>();
  for (const [page, fingerprint] of fingerprints) {
    const old = kept.get(page.file);
    if (old?.fingerprint === fingerprint) reused.set(page, old);
  }
  const others = pages.filter((page) => !reused.has(page));
  const pattern =
    reused.size === 0
      ? undefined
      : allPagesBut(
          others.map(({ file }) => file),
          build.directories.input,
        );
  if (pattern === undefined) return { fingerprints, reused: new Map(), changed: [], pattern };
  const changed = others.filter((page) => fingerprints.has(page) && kept.has(page.file));
  return { fingerprints, reused, changed, pattern };
}

function fingerprintsOf(build: Build, ground: string): Map<Page, string> {
  const isPure = pureLayoutFinder(build.includes);
  const fingerprintOf = fingerprinter(ground);
  const fingerprints = new Map<Page, string>();
  for (const page of build.site.pages) {
    // A front matter of Eleventy's own may say anything.
    if (page.header.syntax === "yaml" || !page.saveAs.endsWith(".html")) continue;
    const frontMatter = build.frontMatters.get(page);
    if (isPure(String(frontMatter.data.layout))) fingerprints.set(page, fingerprintOf(page.file, frontMatter));
  }
  return fingerprints;
}
