import { DateTime } from "luxon";
import { toFindings } from "../../plugin/checks/index.ts";
import { unmade } from "../../plugin/checks/unmade.ts";
import type { SourceTree } from "../../plugin/files/source-file.ts";
import type { Finding } from "../../plugin/findings/finding.ts";
import { gatherTree } from "../../plugin/pages/read-pages.ts";
import type { Settings } from "../../plugin/settings.ts";
import { makeStructure } from "../../plugin/site.ts";

/** What a build would say of sources that no page is made of, and of a site without a home page. */
export function findUnmade(tree: SourceTree, settings: Settings): Finding[] {
  const { reports } = makeStructure(gatherTree(tree, settings, DateTime.now()), settings);
  return toFindings(reports.filter(({ code }) => Object.hasOwn(unmade, code)));
}
