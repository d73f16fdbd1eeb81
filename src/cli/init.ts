import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { CI_TOLD, planCi } from "../migrate/init/ci-files.ts";
import { tellEditors, withEditors } from "../migrate/init/editors.ts";
import { proposalLines, proposeElsewhere, tellProposals } from "../migrate/init/elsewhere.ts";
import { chooseHost, HOSTS, type HostPlan, isHost, planHost, tellHost, tellOptions } from "../migrate/init/hosts.ts";
import { lookAt } from "../migrate/init/look.ts";
import { missingExtensions, otherTabLength } from "../migrate/init/missing-extensions.ts";
import { convert, withinContent } from "../migrate/init/options.ts";
import { contentOf, type Plan, type PlannedFile, planFiles } from "../migrate/init/plan.ts";
import { besideProject } from "../migrate/init/project-root.ts";
import { readPelicanconf } from "../migrate/init/settings-files.ts";
import { tellFaults, tellSettings, tellUnknown, unknownSettings } from "../migrate/init/tell.ts";
import { stopsBuild } from "../plugin/checks/index.ts";
import { includesFolders } from "../plugin/eleventy/theme-folders.ts";
import { CONFIGS } from "../plugin/files/project-files.ts";
import { pageBeside } from "../plugin/files/read-tree.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { createWhole, writeWhole } from "../plugin/files/write-whole.ts";
import { printFindings } from "../plugin/findings/print-findings.ts";
import { printable } from "../plugin/findings/printable.ts";
import { withPath } from "../plugin/settings/path-prefix.ts";
import { readSettings } from "../plugin/settings.ts";
import { command, EXIT, FLAG, type Terminal, UsageError } from "./command.ts";
import { loadedTree, loadTree } from "./load.ts";
import { canBeProved, canProveNow, prove, proveUnasked } from "./prove-move.ts";

const HELP = `Usage: eleventy-pelican init [--host NAME] [--ci github] [--editors] [--dry-run] [--settings FILE] [--force] [--no-prove]

Prepares the folder of a Pelican site for Eleventy: writes eleventy.config.js and what the host needs, and adds scripts to
package.json. Settings are taken from pelicanconf.py and publishconf.py, and from what they import: their values are worked
out without Python, and nothing is run. Nothing that exists is replaced, and the content is not touched. What is not taken
over is listed by what it means for the site, the worst first.

  --host NAME      what publishes the site: netlify, cloudflare, github, nginx, apache, caddy or none; it gets the files and
                   settings that it needs, and no other's. By itself, the one whose files are here, else netlify
  --ci github      also write workflows that comment on each pull request how it changes the menus, those from forks, too
  --editors        also write what editors need: VS Code's extension, snippets, settings and tasks, and the library of the
                   form at /admin/ into package.json. Where there is a configuration of Eleventy already, write that alone
  --dry-run        show what would be written, and write nothing
  --settings FILE  the file of Pelican's settings, where it is not pelicanconf.py, and no Makefile or tasks.py names it
  --force          go on where the settings are no valid Python, or those that decide addresses, or what is published,
                   cannot be worked out
  --no-prove       do not build the site as a trial. By itself, where Pelican is on this machine or an old build in output/,
                   it is built with Pelican, with its theme “simple” and without plugins, and with Eleventy, and it is
                   said how many addresses, titles and texts are as they were; two minutes are the limit of each
  --prove          do that without a limit, and exit with 1 if something is lost

Exits with 0; with 1 if the settings cannot be read or such a setting is not known, if no page would be made, or, with --prove, if something is
lost; with 2 if the settings or the content are not found, or if --prove has nothing to compare with.
`;

/** From a Pelican site's folder to one that Eleventy builds. */
export const init = command({
  summary: "Set up Eleventy in the folder of a Pelican site.",
  help: HELP,
  options: {
    host: { type: "string" },
    ci: { type: "string" },
    editors: FLAG,
    "dry-run": FLAG,
    settings: { type: "string" },
    force: FLAG,
    prove: FLAG,
    "no-prove": FLAG,
  },
  most: 0,
  run: ({ values }, terminal) => {
    if (values.prove && values["dry-run"]) throw new UsageError("With --dry-run nothing is built: leave out --prove.");
    if (values.prove && values["no-prove"]) throw new UsageError("Of --prove and --no-prove, leave one out.");
    const asked = hostOf(values.host);
    const ci = ciOf(values.ci);
    const isMore = asked !== undefined || values.ci !== undefined;
    if (values.editors && !isMore && CONFIGS.some((path) => existsSync(join(terminal.folder, path)))) {
      return initEditors(values["dry-run"], terminal);
    }
    const conf = readPelicanconf(terminal.folder, values.settings);
    if (conf.faults.length > 0 && !values.force) {
      terminal.error(`${printable(tellFaults(conf.faults))}\n`);
      return EXIT.found;
    }
    const unknown = values.force ? [] : unknownSettings(conf.unread);
    if (unknown.length > 0) {
      terminal.error(`${printable(tellUnknown(unknown))}\n`);
      return EXIT.found;
    }
    const content = contentOf(conf.content, terminal.folder, conf.files.length > 0);
    const given = withinContent(conf.settings, join(terminal.folder, content));
    const converted = convert(given);
    const moved = content === "." ? besideProject(converted.options, given, terminal.folder) : converted.options;
    const host = chooseHost(asked, terminal.folder, moved);
    const forHost = planHost(host, terminal.folder, withPath(readSettings(moved)).settings);
    const options = { ...moved, ...forHost.options };
    const settings = readSettings(options);
    const tree = loadTree(join(terminal.folder, content), settings);
    const { site } = loadedTree(
      tree,
      settings,
      includesFolders(join(terminal.folder, "_includes")),
      join(terminal.folder, content),
      terminal.folder,
    );
    const elsewhere = proposeElsewhere(site.findings);
    const others = [...forHost.files, ...ci.files];
    const proposed = proposalLines(elsewhere);
    const forSite = planFiles(terminal.folder, content, options, listOf(conf.files), others, proposed);
    const plan = values.editors ? withEditors(forSite, terminal.folder) : forSite;
    const isDry = values["dry-run"];
    if (!isDry) for (const file of plan.files) write(file, terminal);
    const { findings, counts, pages } = lookAt(tree, settings, join(terminal.folder, content));
    const missing = [...missingExtensions(conf.settings, tree.files), ...otherTabLength(conf.settings, tree.files)].map(
      (one) => ({ ...one, consequence: "looks" }) as const,
    );
    const isProvable = canBeProved(terminal);
    const isUnasked = isProvable && !values.prove && !isDry && !values["no-prove"] && canProveNow(terminal);
    const told = { ...converted, notTaken: [...converted.notTaken, ...missing] };
    const parts = [
      conf.files.length > 0
        ? `Read ${listOf(conf.files)}; nothing in it was run. The content is ${content === "." ? "this folder itself" : `in ${content}`}.`
        : `There is no pelicanconf.py here: all settings have their defaults. The content is in ${content}.
If Pelican's settings are in another file, name it: npx eleventy-pelican init --settings FILE`,
      ...(conf.variables.length > 0 ? [`Environment variables count as not set: ${listOf(conf.variables)}.`] : []),
      ...written(plan, isDry),
      [tellHost(host), ...tellOptions(forHost, plan.left.find(isConfig)), ...forHost.told, ...ci.told].join("\n"),
      ...(values.editors ? [tellEditors(terminal.folder)] : []),
      ...tellSettings(conf, told, counts),
      ...(plan.left.some(isConfig) ? [] : tellProposals(elsewhere)),
      ...(isProvable && !isUnasked && !values.prove
        ? ["What Pelican made is here to compare with: npx eleventy-pelican init --prove"]
        : []),
    ];
    terminal.out(`${printable(parts.join("\n\n"))}\n`);
    if (findings.length > 0) terminal.error(`\n${printFindings(findings, { colors: terminal.colors })}\n`);
    if (findings.some(stopsBuild)) return EXIT.found;
    const sources = { content, pages, unread: tree.unmade?.unread ?? [] };
    const named = conf.settings.find(({ name }) => name === "DIRECT_TEMPLATES")?.value;
    const templates = [...pages.flatMap(({ template }) => template ?? []), ...[named].flat().map(String)];
    const hasSubsites = options.i18nSubsites !== undefined;
    const move = { settings: conf.main, sources, hasSubsites, templates, converted: pagesOfRst(tree) };
    if (isUnasked) proveUnasked(move, terminal);
    return values.prove ? prove(move, terminal) : EXIT.ok;
  },
});

/** For a site that Eleventy builds already. */
function initEditors(isDry: boolean, terminal: Terminal): number {
  const plan = withEditors({ files: [], left: [] }, terminal.folder);
  if (!isDry) for (const file of plan.files) write(file, terminal);
  terminal.out(`${printable([...written(plan, isDry), tellEditors(terminal.folder)].join("\n\n"))}\n`);
  return EXIT.ok;
}

function isConfig(path: string): boolean {
  return CONFIGS.some((name) => name === path);
}

function hostOf(name: string | undefined) {
  if (name === undefined || isHost(name)) return name;
  throw new UsageError(`There is no host “${name}” here: write ${listOf(HOSTS).replace(" and ", " or ")}.`);
}

function ciOf(name: string | undefined): Pick<HostPlan, "files" | "told"> {
  if (name === undefined) return { files: [], told: [] };
  if (name === "github") return { files: planCi(), told: [CI_TOLD] };
  throw new UsageError(`Workflows are written for GitHub alone, and not for “${name}”: write --ci github.`);
}

function write({ path, text, isThere }: PlannedFile, { folder }: Terminal): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  (isThere ? writeWhole : createWhole)(file, text);
}

function written({ files, left }: Plan, isDry: boolean): string[] {
  const verb = (past: string, conditional: string) => (isDry ? conditional : past);
  const created = files.filter(({ isThere }) => !isThere).map(({ path }) => path);
  const changed = files.filter(({ isThere }) => isThere);
  const lines = [
    ...(created.length > 0 ? [`${verb("Written", "Would be written")}: ${created.join(", ")}.`] : []),
    ...changed.map(({ path, added }) => `${verb("Added", "Would be added")} to ${path}: ${added.join(", ")}.`),
    ...(left.length > 0 ? [`Already there, and not changed: ${left.join(", ")}.`] : []),
  ];
  return files.length === 0 ? [["Nothing to write.", ...lines].join("\n")] : [lines.join("\n")];
}

/** `a, b and c`. */
function listOf(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " and $1");
}

/** The pages that were made of what Pelican reads itself: with both it would have two at one address. */
function pagesOfRst({ files, unmade }: SourceTree): string[] {
  const isPage = new Set(files.map(({ path }) => path));
  const sources = (unmade?.converted ?? []).filter((file) => /\.rst$/i.test(file));
  return sources.flatMap((file) => pageBeside(file, (path) => isPage.has(path)) ?? []);
}
