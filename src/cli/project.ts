import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Directories } from "../plugin/eleventy.ts";
import type { Settings } from "../plugin/settings.ts";
import { CONFIGS } from "./init/plan.ts";

/** What a project's own Eleventy configuration says, so that the command line sees the site as a build does. */
export interface Project {
  readonly settings: Settings;
  /** Absolute. */
  readonly content: string;
  readonly includes: string;
}

interface Answer {
  readonly settings: Settings;
  readonly directories: Directories;
}

/** The part of Eleventy's programmatic interface that is used here. */
interface EleventyInstance {
  initializeConfig(): Promise<void>;
  readonly eleventyConfig: {
    readonly userConfig: { emit(event: string, answer: (project: Answer) => void): Promise<unknown> };
  };
}
type EleventyClass = new (
  input: undefined,
  output: undefined,
  options: { readonly quietMode: boolean; readonly configPath: string },
) => EleventyInstance;

/**
 * Reads the Eleventy configuration of this process's folder, and asks the plugin in it for its settings.
 *
 * @returns undefined where there is no configuration, or none with this plugin
 * @throws {Error} that says what is wrong with the configuration
 */
export async function readProject(folder: string): Promise<Project | undefined> {
  const configPath = [...CONFIGS, "eleventy.config.ts"].find((file) => existsSync(join(folder, file)));
  if (configPath === undefined) return undefined;
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as { Eleventy: EleventyClass };
  const eleventy = new Eleventy(undefined, undefined, { quietMode: true, configPath });
  await eleventy.initializeConfig();
  const answers: Answer[] = [];
  await eleventy.eleventyConfig.userConfig.emit("eleventy-pelican.project", (answer) => answers.push(answer));
  return answers.map(({ settings, directories }) => ({
    settings,
    content: resolve(folder, directories.input),
    includes: resolve(folder, directories.includes),
  }))[0];
}

/** What an error says first of all: Eleventy wraps those of a configuration. */
export function causeOf(error: unknown): unknown {
  const cause = error instanceof Error && "originalError" in error ? error.originalError : undefined;
  return cause === undefined ? error : causeOf(cause);
}
