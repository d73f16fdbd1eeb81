import { DateTime } from "luxon";
import { hosts } from "../../plugin/checks/hosts.ts";
import { toFindings } from "../../plugin/checks/index.ts";
import { unmade } from "../../plugin/checks/unmade.ts";
import type { SourceTree } from "../../plugin/files/source-file.ts";
import { timesIn } from "../../plugin/files/times.ts";
import type { Finding } from "../../plugin/findings/finding.ts";
import { createPageReader } from "../../plugin/pages/read-page.ts";
import { gatherTree } from "../../plugin/pages/read-pages.ts";
import type { Settings } from "../../plugin/settings.ts";
import { allParts, makeStructure, type Structure } from "../../plugin/structure.ts";

/** What a build would make of the content, as far as a move is about it. */
export interface Looked {
  /** Sources that no page is made of, a site without a home page, and what its host does not do. */
  readonly findings: readonly Finding[];
  readonly pages: Structure["pages"];
  readonly counts: { readonly posts: number; readonly pages: number };
}

/** @param folder the content folder, absolute */
export function lookAt(tree: SourceTree, settings: Settings, folder: string): Looked {
  const read = createPageReader({ settings, timeOf: timesIn(folder) });
  const structure = makeStructure(gatherTree(tree, settings, DateTime.now(), read), settings, new Map());
  const { reports, gathered } = structure;
  const pages = allParts(structure).flatMap((part) => part.pages);
  const posts = gathered.pages.filter(({ kind }) => kind === "post").length;
  return {
    findings: toFindings(reports.filter(({ code }) => Object.hasOwn(unmade, code) || Object.hasOwn(hosts, code))),
    pages,
    counts: { posts, pages: gathered.pages.length - posts },
  };
}
