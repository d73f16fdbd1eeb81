import type { Build } from "../build.ts";
import type { Page } from "../pages/page.ts";
import { fingerprinter } from "./fingerprint.ts";
import { type PureLayout, pureLayoutFinder } from "./layouts.ts";
import type { KeptPage, KeptPages } from "./pages-file.ts";
import { allPagesBut } from "./pass-over.ts";

/** A page that is made without Eleventy. */
export interface FastPage {
  readonly page: Page;
  readonly layout: PureLayout;
  readonly fingerprint: string;
  /** As it was written before, where it would come out the same. */
  readonly kept: KeptPage | undefined;
}

/** What a build makes without Eleventy. */
export interface Plan {
  readonly pages: readonly FastPage[];
  /** What Eleventy's search is to pass over. */
  readonly pattern: string;
}

/**
 * Finds the pages that are made of their own data alone: Eleventy need neither make them nor know of them.
 *
 * @param ground names all that the pages have in common
 * @param kept what an earlier build wrote on the same ground
 * @param isTemplate whether a page's text is a template to Eleventy
 * @returns undefined where there are none, or too many others
 */
export function planPages(
  build: Build,
  ground: string,
  kept: KeptPages,
  isTemplate: (text: string) => boolean,
): Plan | undefined {
  const layouts = pureLayoutFinder(build.includes);
  const fingerprintOf = fingerprinter(ground);
  const pages: FastPage[] = [];
  const others: string[] = [];
  for (const page of build.site.pages) {
    const frontMatter = build.frontMatters.get(page);
    const isEleventys = !isPlain(page) || isTemplate(frontMatter.content);
    const layout = isEleventys ? undefined : layouts.get(String(frontMatter.data.layout));
    if (!layout) others.push(page.file);
    else {
      const fingerprint = fingerprintOf(page.file, layout, frontMatter);
      const old = kept.get(page.file);
      pages.push({ page, layout, fingerprint, kept: old?.fingerprint === fingerprint ? old : undefined });
    }
  }
  const pattern = allPagesBut(others, build.directories.input);
  return pages.length === 0 || pattern === undefined ? undefined : { pages, pattern };
}

/** A front matter of Eleventy's own may say anything. */
function isPlain({ header, saveAs }: Page): boolean {
  return header.syntax !== "yaml" && saveAs.endsWith(".html");
}
