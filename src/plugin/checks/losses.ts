import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { groupBy } from "../maps/group-by.ts";
import type { Gathered } from "../pages/read-pages.ts";
import { isPassedBy, placeKind } from "../pages/sources.ts";
import { formatOf } from "../pages/unmade.ts";
import type { Settings } from "../settings.ts";

/** What is about no file in particular. */
const IN_CONTENT = placeIn("the content folder");

/**
 * What of a site would be lost, or published as nobody meant it, without a word: sources that are not read, a folder of them
 * without a page, a site without a home page.
 *
 * @param others the files that are written besides the pages
 * @param copied the files that are copied as they are
 */
export function findLosses(
  { pages, unmade, others: ofTemplates }: Gathered,
  settings: Settings,
  others: readonly string[],
  copied: ReadonlySet<string>,
): Report[] {
  const { unread = [], raw = [] } = unmade ?? {};
  const formats = groupBy(unread, (file) => formatOf(file)?.many ?? "");
  const isNamed = settings.content.length > 0;
  const written = [...pages.map(({ saveAs }) => saveAs), ...others];
  const isEmpty = isNamed && pages.length === 0 && ofTemplates.length === 0 && unread.length + raw.length > 0;
  const isHomeless = isNamed && pages.length > 0 && !written.includes("index.html");
  return [
    ...[...formats.values()].map((files) => report("source-unread", IN_CONTENT, { files })),
    ...rawReports(raw.filter((file) => copied.has(file))),
    ...(isEmpty ? [] : elsewhere(raw.filter((file) => !copied.has(file) && !isLeftOut(file, settings)))),
    ...(isEmpty ? [report("content-empty", IN_CONTENT, { files: [...unread, ...raw] })] : []),
    ...(isHomeless ? [report("home-missing", IN_CONTENT, {})] : []),
  ];
}

/** Whether settings say of a file, or of a folder that it is in, that no page is made of it. */
function isLeftOut(file: string, settings: Settings): boolean {
  const withoutExcludes = { ...settings, articleExcludes: [], pageExcludes: [] };
  return isPassedBy(file, settings) || placeKind(file, withoutExcludes) !== "none";
}

function elsewhere(files: readonly string[]): Report[] {
  return files.length === 0 ? [] : [report("source-elsewhere", IN_CONTENT, { files })];
}

/** Sources that are published as they are written, for a setting or a link. */
export function rawReports(files: readonly string[]): Report[] {
  return files.length === 0 ? [] : [report("source-published", IN_CONTENT, { files })];
}
