import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { ALL_CONFIGS, OTHERS } from "../../plugin/files/project-files.ts";
import { walkFolder } from "../../plugin/files/walk-folder.ts";

/** The files that a site is made of, by their full paths, with what changes when they are written. */
export type Stamps = ReadonlyMap<string, string>;

/** Folders of a project that its pages are made with, where they have their usual names. */
const BESIDE = ["_data", "_includes"];

/** Looks at the files of a content folder, and at what configures the project. No text is read. */
export function stampsOf(content: string, project: string): Stamps {
  const files = [...filesIn(content), ...filesBeside(project)];
  return new Map(files.map((file) => [file, stampOf(file)]));
}

/** What configures a project, and what its pages are made with. */
export function filesBeside(project: string): string[] {
  const folders = BESIDE.map((name) => join(project, name)).filter((folder) => existsSync(folder));
  return [...folders.flatMap(filesIn), ...ALL_CONFIGS.map((name) => join(project, name))];
}

function filesIn(folder: string): string[] {
  const skip = (name: string, path: string) => name.startsWith(".") || name === "node_modules" || OTHERS.has(path);
  return walkFolder(folder, skip).files.map((path) => join(folder, path));
}

function stampOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return status ? `${status.mtimeMs} ${status.size}` : "";
}

/** The files that came, went, or were written. */
export function changedBetween(before: Stamps, now: Stamps): string[] {
  const all = new Set([...before.keys(), ...now.keys()]);
  return [...all].filter((file) => before.get(file) !== now.get(file));
}
