import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Build } from "../plugin/build/build.ts";
import type { ProjectAnswer } from "../plugin/build/running.ts";
import { storesInTurn } from "../plugin/cache/store.ts";
import { ALL_CONFIGS } from "../plugin/files/project-files.ts";
import { textReader } from "../plugin/files/read-text.ts";
import { imageReader } from "../plugin/images/image-file.ts";
import { memoizeByObject } from "../plugin/maps/memoize.ts";
import { gatherTree } from "../plugin/pages/read-pages.ts";
import { makeSite } from "../plugin/site.ts";
import { withLedger } from "./load.ts";
import type { LoadedSite, Project } from "./loaded-site.ts";

/** The part of Eleventy's programmatic interface that is used here. */
interface EleventyInstance {
  initializeConfig(): Promise<void>;
  disableLogger(): void;
  toJSON(): Promise<unknown>;
  /** As its own watching does. Undocumented: test/editors/language-server.test.ts pins it. */
  readonly watchTargets?: { clearImportCacheFor(files: readonly string[]): void };
  /** Undocumented, so it may be gone. */
  readonly bench?: { getAll(): Readonly<Record<string, { setIsVerbose(isVerbose: boolean): void }>> };
  readonly eleventyConfig: {
    getConfig(): { readonly dir: { readonly input: string } };
    readonly userConfig: { emit(event: string, answer: (project: ProjectAnswer) => void): Promise<unknown> };
  };
}
type EleventyClass = new (
  input: string | undefined,
  output: undefined,
  options: { readonly quietMode: boolean; readonly configPath: string | false; readonly source: "cli" | "script" },
) => EleventyInstance;

/**
 * Reads the Eleventy configuration of this process's folder, and asks whether this plugin is in it.
 *
 * @param input the content folder that is named by the command, where it is another than the project's
 * @returns undefined where there is no configuration, or none with this plugin
 * @throws {Error} that says what is wrong with the configuration
 */
export async function readProject(folder: string, input: string | undefined): Promise<Project | undefined> {
  const configPath = ALL_CONFIGS.find((file) => existsSync(join(folder, file)));
  if (configPath === undefined) return undefined;
  const started = await startEleventy(input, configPath);
  if (!started.answer) return undefined;
  const own = resolve(folder, started.eleventy.eleventyConfig.getConfig().dir.input);
  let unused: Started | undefined = started;
  const gather: Project["gather"] = async (content, root) => {
    if (root !== undefined) return gatherIn(root, content, folder, configPath);
    const isStarted = resolve(folder, started.answer?.directories.input ?? "") === content;
    const run = (isStarted && unused) || (await startEleventy(relative(folder, content), configPath));
    unused = undefined;
    return gatherSite(run, content, folder, own === content);
  };
  return { content: own, gather };
}

/** Eleventy looks for all that a configuration names from the current folder. */
async function gatherIn(root: string, content: string, folder: string, configPath: string): Promise<LoadedSite> {
  process.chdir(root);
  try {
    return await gatherSite(await startEleventy(undefined, configPath), content, root, false);
  } finally {
    process.chdir(folder);
  }
}

/**
 * Lets Eleventy load these modules anew the next time, those that could not be loaded, too.
 *
 * @param files from this process's folder
 */
export async function forgetModules(files: readonly string[]): Promise<void> {
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as { Eleventy: EleventyClass };
  const eleventy = new Eleventy(undefined, undefined, { quietMode: true, configPath: false, source: "script" });
  await eleventy.initializeConfig();
  eleventy.watchTargets?.clearImportCacheFor(files.map((file) => `./${file}`));
}

interface Started {
  readonly eleventy: EleventyInstance;
  readonly answer: ProjectAnswer | undefined;
}

async function startEleventy(input: string | undefined, configPath: string): Promise<Started> {
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as { Eleventy: EleventyClass };
  // As from its own command line, a given input takes precedence over that of the configuration.
  const source = input === undefined ? "script" : "cli";
  const eleventy = new Eleventy(input, undefined, { quietMode: true, configPath, source });
  await eleventy.initializeConfig();
  // Those that there are before it is quiet would say on a slow day how long a configuration takes.
  for (const group of Object.values(eleventy.bench?.getAll() ?? {})) group.setIsVerbose(false);
  const answers: ProjectAnswer[] = [];
  await eleventy.eleventyConfig.userConfig.emit("eleventy-pelican.project", (answer) => answers.push(answer));
  return { eleventy, answer: answers[0] };
}

async function gatherSite({ eleventy, answer }: Started, content: string, folder: string, isOwn: boolean) {
  let build: Build | undefined;
  const keep = (made: Build) => {
    build = made;
  };
  answer?.inspect(keep, isOwn ? {} : { ledger: "" });
  eleventy.disableLogger();
  try {
    await eleventy.toJSON();
  } catch (error) {
    // Eleventy is stopped as soon as the site is there.
    if (!build) throw error;
  }
  if (!build) throw new Error("Eleventy gathered no site: is the plugin switched off?");
  return loadedBuild(build, content, folder);
}

function loadedBuild(build: Build, content: string, folder: string): LoadedSite {
  const { site, findings, settings, gatherer, layouts, hasLayout, inputPaths, now, texts } = build;
  const [readImage, readText] = [imageReader(content), textReader(content)];
  const means = { layouts, hasLayout, inputPaths, markdown: build.markdown.render, readImage, readText };
  const { others, published = {} } = site.gathered;
  const built = new Map(site.gathered.pages.map(({ file, header }) => [file, texts.get(file) ?? header.body]));
  const [read, nextStore] = [memoizeByObject(gatherer.remake), storesInTurn()];
  const remake: LoadedSite["remake"] = (tree) => {
    const gathered = { ...gatherTree(tree, settings, now, read), others, published };
    // Of a text that is as it was, Eleventy's templates make what they made.
    const same = gathered.pages.filter(({ file, header }) => gatherer.sourceOf(file)?.header.body === header.body);
    const known = new Map(same.map(({ file, header }) => [file, built.get(file) ?? header.body]));
    return withLedger(makeSite(gathered, settings, { ...means, texts: known, store: nextStore() }), folder);
  };
  return { site: { ...site, findings }, settings, tree: gatherer.tree(), remake };
}
