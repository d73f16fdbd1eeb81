/** A small site that is watched while files of it are saved. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { command, plainEnvironment, type Tree, temporaryFolder, writeTree } from "./build-tree.ts";
import { type SmallSiteOptions, writeProject } from "./small-site.ts";

/** Only against a wait that never ends. */
const LONGEST = 60_000;
/** Eleventy says that it watches before it does: a change that it missed is saved again. */
const AGAIN = 3_000;

/** What Eleventy's server adds to a page. */
const RELOAD = /<script type="module" integrity="[^"]*" src="\/\.11ty\/reload-client\.js"><\/script>/;

export interface WatchedSite {
  readonly folder: string;
  readonly read: (path: string) => string;
  readonly printed: () => string;
  /** Waits until it is so. @throws where it is not in time */
  readonly until: (what: string, isSo: () => boolean) => Promise<void>;
  /** Saves files until it is so. */
  readonly save: (what: string, files: Tree, isSo: () => boolean) => Promise<void>;
  /** Asks its server for a file, where it has one; what a browser would hear of new builds by is taken out. */
  readonly request: (path: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly stop: () => Promise<void>;
}

/** Runs `eleventy --watch` in a project of these files, or what the arguments say. */
export function watchSite(files: Tree, options: SmallSiteOptions = {}): WatchedSite {
  const folder = temporaryFolder();
  writeProject(folder, files, options);
  const given = options.args ?? [];
  const way = given.some((arg) => /^--(?:watch|serve)$/.test(arg)) ? [] : ["--watch"];
  const args = [command, ...way, ...given];
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
    request: async (path) => {
      const answer = await answerOf(path, () => printed);
      const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
      return { status: answer.status, text: text.replace(RELOAD, "") };
    },
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server is another with each time that the configuration is read, and for a moment there is none. */
async function answerOf(path: string, printed: () => string): Promise<Response> {
  for (const late = Date.now() + LONGEST; ; ) {
    const address = /.*Server at (\S+)/s.exec(stripVTControlCharacters(printed()))?.[1] ?? "";
    try {
      return await fetch(new URL(path.split("/").map(encodeURIComponent).join("/"), address));
    } catch (error) {
      if (Date.now() > late) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
