import { posix } from "node:path";
import { textOf } from "./format.ts";
import { type Given, Unreadable } from "./values.ts";

/** What a settings file may ask of the machine: no more than the project's own folder. */
export interface World {
  /** The text of a file of the project; undefined where there is none, or it is outside. */
  readonly read: (path: string) => string | undefined;
  /** What is in a folder of the project; undefined where there is none, or it is outside. */
  readonly list: (folder: string) => readonly string[] | undefined;
  readonly isInside: (path: string) => boolean;
  /** The folder that Python would be run in. */
  readonly folder: string;
  /** Takes note of each environment variable that is asked for. All count as not set. */
  readonly asked: (variable: string) => void;
}

/** Paths are text or of `pathlib`. */
export const pathsIn = ({ values }: Given): string[] => values.map(textOf);
/** The first path that is given; empty where there is none. */
export const pathIn = (given: Given): string => pathsIn(given)[0] ?? "";

/** The path that is given, from the disk's root. @throws {Unreadable} where it is outside of the project */
export function insidePath(given: Given, { folder, isInside }: Pick<World, "folder" | "isInside">): string {
  const full = posix.resolve(folder, pathIn(given));
  if (!isInside(full)) throw new Unreadable("it is outside of this folder");
  return full;
}
