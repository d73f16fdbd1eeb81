/** A small site that is watched while files of it are saved. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { command, plainEnvironment, type Tree, temporaryFolder, writeTree } from "./build-tree.ts";
import { type SmallSiteOptions, writeProject } from "./small-site.ts";

/** Only against a wait that never ends. */
const LONGEST = 60_000;
/** Eleventy says that it watches before it does: a change that it missed is saved again. */
const AGAIN = 3_000;

export interface WatchedSite {
  readonly folder: string;
  readonly read: (path: string) => string;
  readonly printed: () => string;
  /** Waits until it is so. @throws where it is not in time */
  readonly until: (what: string, isSo: () => boolean) => Promise<void>;
  /** Saves files until it is so. */
  readonly save: (what: string, files: Tree, isSo: () => boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Runs `eleventy --watch` in a project of these files. */
export function watchSite(files: Tree, options: SmallSiteOptions = {}): WatchedSite {
  const folder = temporaryFolder();
  writeProject(folder, files, options);
  const args = ["--import", import.meta.resolve("tsx"), command, "--watch", ...(options.args ?? [])];
  const child = spawn(process.execPath, args, { cwd: folder, env: plainEnvironment() });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const until: WatchedSite["until"] = async (what, isSo) => {
    for (const end = Date.now() + LONGEST; Date.now() < end; ) {
      if (isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${what}: not in ${LONGEST} ms. It printed:\n${printed.slice(-2000)}`);
  };
  return {
    folder,
    read: (path) => {
      const file = join(folder, "_site", path);
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    },
    printed: () => printed,
    until,
    save: async (what, changed, isSo) => {
      let saved = 0;
      await until(what, () => {
        if (isSo()) return true;
        if (Date.now() - saved > AGAIN) {
          writeTree(folder, changed);
          saved = Date.now();
        }
        return false;
      });
    },
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
