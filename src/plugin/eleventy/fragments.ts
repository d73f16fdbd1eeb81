import type { Fragments } from "../html/minify/fragments.ts";
import type { Page } from "../pages/page.ts";
import type { Site } from "../site.ts";
import type { PrintedIncludes } from "./include-cached.ts";

interface Printing {
  readonly site: Site;
  readonly printed: PrintedIncludes;
}

/**
 * The parts of a page that are minified apart from it.
 *
 * @param page undefined for what is no page of the content
 */
export function fragmentsOf(page: Page | undefined, outputPath: string, { site, printed }: Printing): Fragments {
  const isUnbalanced = page && !site.scanned.get(page)?.isBalanced;
  return { balanced: printed.takeOf(outputPath), unbalanced: isUnbalanced ? site.textOf(page) : undefined };
}
