import { join } from "node:path";
import type { Converted } from "../migrate/init/converted.ts";
import { withEditors } from "../migrate/init/editors.ts";
import { proposalLines, proposeElsewhere } from "../migrate/init/elsewhere.ts";
import { type ChosenHost, chooseHost, type Host, type HostPlan, planHost } from "../migrate/init/hosts.ts";
import { missingExtensions } from "../migrate/init/missing-extensions.ts";
import { convert, withinContent } from "../migrate/init/options.ts";
import { contentOf, type Plan, planFiles } from "../migrate/init/plan.ts";
import { besideProject } from "../migrate/init/project-root.ts";
import type { Pelicanconf } from "../migrate/init/settings-files.ts";
import { includesFolders } from "../plugin/eleventy/theme-folders.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { listOf } from "../plugin/findings/list-of.ts";
import { withPath } from "../plugin/settings/path-prefix.ts";
import { type PelicanOptions, readSettings, type Settings } from "../plugin/settings.ts";
import { loadedTree, loadTree } from "./load.ts";

/** A site as it is to be built here. */
export interface MovedSite {
  readonly conf: Pelicanconf;
  /** The content folder, as `contentOf` says it; and where it is on the disk. */
  readonly content: string;
  readonly folder: string;
  readonly converted: Converted;
  readonly host: ChosenHost;
  readonly forHost: HostPlan;
  readonly options: PelicanOptions;
  readonly settings: Settings;
  readonly tree: SourceTree;
  readonly elsewhere: ReturnType<typeof proposeElsewhere>;
}

/** @throws {UsageError} where there is no content */
export function moveSite(conf: Pelicanconf, asked: Host | undefined, project: string): MovedSite {
  const content = contentOf(conf.content, project, conf.files.length > 0);
  const folder = join(project, content);
  const given = withinContent(conf.settings, folder);
  const converted = convert(given);
  const own = content === "." ? besideProject(converted.options, given, project) : converted.options;
  const host = chooseHost(asked, project, own);
  const forHost = planHost(host, project, withPath(readSettings(own)).settings);
  const options = { ...own, ...forHost.options };
  const settings = readSettings(options);
  const tree = loadTree(folder, settings);
  const { site } = loadedTree(tree, settings, includesFolders(join(project, "_includes")), folder, project);
  const elsewhere = proposeElsewhere(site.findings);
  return { conf, content, folder, converted, host, forHost, options, settings, tree, elsewhere };
}

/** What is written of it, with what workflows and editors need. */
export function planMove(
  { conf, content, options, forHost, elsewhere }: MovedSite,
  ofWorkflows: HostPlan["files"],
  { folder, hasEditors }: { readonly folder: string; readonly hasEditors: boolean },
): Plan {
  const others = [...forHost.files, ...ofWorkflows];
  const plan = planFiles(folder, content, options, listOf(conf.files), others, proposalLines(elsewhere));
  return hasEditors ? withEditors(plan, folder) : plan;
}

/** What was converted, with what the texts use of Python-Markdown and is not here. */
export function withMissing({ conf, converted, tree }: MovedSite): Converted {
  const missing = missingExtensions(conf.settings, tree.files);
  return {
    ...converted,
    notTaken: [...converted.notTaken, ...missing.map((one) => ({ ...one, consequence: "looks" }) as const)],
  };
}
