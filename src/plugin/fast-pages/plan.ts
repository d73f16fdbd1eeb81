import type { Build } from "../build.ts";
import { layoutOf } from "../front-matter.ts";
import type { Page } from "../pages/page.ts";
import { type PureLayout, pureLayoutFinder } from "./layouts.ts";
import { allPagesBut } from "./pass-over.ts";

/** A page that is made without Eleventy. */
export interface FastPage {
  readonly page: Page;
  readonly layout: PureLayout;
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
 * @param isTemplate whether a page's text is a template to Eleventy
 * @returns undefined where there are none, or too many others
 */
export function planPages(build: Build, isTemplate: (text: () => string) => boolean): Plan | undefined {
  const layouts = pureLayoutFinder(build.includes);
  const pages: FastPage[] = [];
  const others: string[] = [];
  for (const page of build.site.pages) {
    const isEleventys = !isPlain(page) || isTemplate(() => build.site.textOf(page));
    const layout = isEleventys ? undefined : layouts.get(layoutOf(page, build.layouts));
    if (layout) pages.push({ page, layout });
    else others.push(page.file);
  }
  const pattern = allPagesBut(others, build.directories.input);
  return pages.length === 0 || pattern === undefined ? undefined : { pages, pattern };
}

/** A front matter of Eleventy's own may say anything. */
function isPlain({ header, saveAs }: Page): boolean {
  return header.syntax !== "yaml" && saveAs.endsWith(".html");
}
