import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { Header } from "./header.ts";

/** Eleventy's names for front matter that is run (https://www.11ty.dev/docs/data-frontmatter/#javascript-front-matter). */
const RUN = /^(?:js|javascript|jslegacy)$/i;
/** Under this key a template engine reads the text, and what else of the header it takes for templates. */
const KEY = "templateEngineOverride";

/** What of a header would be run: nobody who writes a page is given the machine that builds it, unless the site says so. */
export function headerCode({ engine, data, lines }: Header, file: string): Report[] {
  if (engine !== undefined && RUN.test(engine)) {
    return [report("header-code", placeIn(file), { name: engine, isKey: false })];
  }
  if (!Object.hasOwn(data, KEY)) return [];
  const line = lines.find(({ key }) => key === KEY)?.line ?? 1;
  return [report("header-code", placeIn(file, { line, column: 1 }), { name: KEY, isKey: true })];
}
