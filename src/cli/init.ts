import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { CI_TOLD, planCi } from "../migrate/init/ci-files.ts";
import { tellEditors, withEditors } from "../migrate/init/editors.ts";
import { tellProposals } from "../migrate/init/elsewhere.ts";
import { HOSTS, type HostPlan, isHost, tellHost, tellOptions } from "../migrate/init/hosts.ts";
import { lookAt } from "../migrate/init/look.ts";
import type { Plan, PlannedFile } from "../migrate/init/plan.ts";
import { type Pelicanconf, readPelicanconf } from "../migrate/init/settings-files.ts";
import { tellFaults, tellSettings, tellUnknown, unknownSettings } from "../migrate/init/tell.ts";
import { stopsBuild } from "../plugin/checks/index.ts";
import { CONFIGS } from "../plugin/files/project-files.ts";
import { pageBeside } from "../plugin/files/read-tree.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { createWhole, writeWhole } from "../plugin/files/write-whole.ts";
import { listOf } from "../plugin/findings/list-of.ts";
import { printFindings } from "../plugin/findings/print-findings.ts";
import { printable } from "../plugin/findings/printable.ts";
import { command, EXIT, FLAG, type Terminal, UsageError } from "./command.ts";
import { type MovedSite, moveSite, planMove, withMissing } from "./moved-site.ts";
import { canBeProved, canProveNow, type Move, prove, proveUnasked } from "./prove-move.ts";

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
    const refused = values.force ? undefined : refusalOf(conf);
    if (refused !== undefined) {
      terminal.error(`${printable(refused)}\n`);
      return EXIT.found;
    }
    const isDry = values["dry-run"];
    const moved = moveSite(conf, asked, terminal.folder);
    const plan = planMove(moved, ci.files, { folder: terminal.folder, hasEditors: values.editors });
    if (!isDry) for (const file of plan.files) write(file, terminal);
    const look = lookAt(moved.tree, moved.settings, moved.folder);
    const isProvable = canBeProved(terminal);
    const isUnasked = isProvable && !values.prove && !isDry && !values["no-prove"] && canProveNow(terminal);
    const parts = [
      tellSource(conf, moved.content),
      ...(conf.variables.length > 0 ? [`Environment variables count as not set: ${listOf(conf.variables)}.`] : []),
      ...written(plan, isDry),
      [
        tellHost(moved.host),
        ...tellOptions(moved.forHost, plan.left.find(isConfig)),
        ...moved.forHost.told,
        ...ci.told,
      ].join("\n"),
      ...(values.editors ? [tellEditors(terminal.folder)] : []),
      ...tellSettings(conf, withMissing(moved), look.counts),
      ...(plan.left.some(isConfig) ? [] : tellProposals(moved.elsewhere)),
      ...(isProvable && !isUnasked && !values.prove
        ? ["What Pelican made is here to compare with: npx eleventy-pelican init --prove"]
        : []),
    ];
    terminal.out(`${printable(parts.join("\n\n"))}\n`);
    if (look.findings.length > 0) terminal.error(`\n${printFindings(look.findings, { colors: terminal.colors })}\n`);
    if (look.findings.some(stopsBuild)) return EXIT.found;
    const trial = trialOf(moved, look.pages);
    if (isUnasked) proveUnasked(trial, terminal);
    return values.prove ? prove(trial, terminal) : EXIT.ok;
  },
});

/** What ends `init`, in words for people; undefined where nothing does. */
function refusalOf({ faults, unread }: Pelicanconf): string | undefined {
  if (faults.length > 0) return tellFaults(faults);
  const unknown = unknownSettings(unread);
  return unknown.length > 0 ? tellUnknown(unknown) : undefined;
}

function tellSource({ files }: Pelicanconf, content: string): string {
  if (files.length === 0) {
    return `There is no pelicanconf.py here: all settings have their defaults. The content is in ${content}.
If Pelican's settings are in another file, name it: npx eleventy-pelican init --settings FILE`;
  }
  const where = content === "." ? "this folder itself" : `in ${content}`;
  return `Read ${listOf(files)}; nothing in it was run. The content is ${where}.`;
}

/** What a trial build with Pelican has to know. */
function trialOf({ conf, content, options, tree }: MovedSite, pages: ReturnType<typeof lookAt>["pages"]): Move {
  const named = conf.settings.find(({ name }) => name === "DIRECT_TEMPLATES")?.value;
  return {
    settings: conf.main,
    sources: { content, pages, unread: tree.unmade?.unread ?? [] },
    hasSubsites: options.i18nSubsites !== undefined,
    templates: [...pages.flatMap(({ template }) => template ?? []), ...[named].flat().map(String)],
    converted: pagesOfRst(tree),
  };
}

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
  throw new UsageError(`There is no host “${name}” here: write ${listOf(HOSTS, "or")}.`);
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

/** The pages that were made of what Pelican reads itself: with both it would have two at one address. */
function pagesOfRst({ files, unmade }: SourceTree): string[] {
  const isPage = new Set(files.map(({ path }) => path));
  const sources = (unmade?.converted ?? []).filter((file) => /\.rst$/i.test(file));
  return sources.flatMap((file) => pageBeside(file, (path) => isPage.has(path)) ?? []);
}
