/** A build that is killed at any moment leaves no torn file, and the next one leaves what a build from nothing does. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { command, plainEnvironment, snapshot, type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { randomFrom, SEED, times } from "../hostile/seed.ts";
import { buildSite, runEleventy } from "../small-site.ts";

const PAGES = 60;
const STATES = ["old", "new"] as const;

/** Every page has another text in each state; one page, one tag and one file are in one state only. */
function contentIn(state: string): Tree {
  const pages = Array.from({ length: PAGES }, (_, index) => [
    `content/posts/${index}.md`,
    `Title: Post ${index}\nDate: 2020-01-${String((index % 28) + 1).padStart(2, "0")}\nTags: ${state}\n\n${`Words of ${state}. `.repeat(500)}\n`,
  ]);
  return {
    ...Object.fromEntries(pages),
    [`content/only-${state}.md`]: `Title: Only ${state}\nSave_as: only-${state}.html\n\n<a href="/">Text</a>\n`,
    [`content/images/${state}.txt`]: state,
  };
}

function change(folder: string, state: string): void {
  rmSync(join(folder, "content"), { recursive: true, force: true });
  writeTree(folder, contentIn(state));
}

const SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT"] as const;

/** Runs a build, and ends it, or it and all that it has begun, after some time. @returns whether it was still running */
async function killed(folder: string, after: number, round: number): Promise<boolean> {
  const args = [command, "--quiet"];
  const options = { cwd: folder, env: plainEnvironment(), stdio: "ignore", detached: true } as const;
  const child = spawn(process.execPath, args, options);
  const { pid = 0 } = child;
  const signal = SIGNALS[round % SIGNALS.length] ?? "SIGKILL";
  const timer = setTimeout(() => process.kill(round % 2 === 0 ? pid : -pid, signal), after);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(timer);
  return code !== 0;
}

const output = (folder: string) =>
  Object.fromEntries(
    Object.entries(snapshot(join(folder, "_site"))).filter(([path]) => !path.startsWith(".unfinished")),
  );

for (const fastPages of [false, true]) {
  const kills = suite(`builds that are killed, ${fastPages ? "with" : "without"} fastPages`);

  kills("leave whole files, and the next one mends all", async () => {
    const settings = { fastPages, siteUrl: "https://example.org", minify: false };
    const cold = new Map<string, Record<string, string>>();
    let took = 0;
    for (const state of STATES) {
      const start = Date.now();
      const site = await buildSite(contentIn(state), { settings, by: "command" });
      took = Date.now() - start;
      assert.is(site.exitCode, 0, site.printed);
      cold.set(state, output(site.folder));
      site.dispose();
    }
    const folder = temporaryFolder();
    const random = randomFrom(SEED);
    const first = await buildSite(contentIn("old"), { settings, by: "command", folder });
    assert.is(first.exitCode, 0);
    let brokenOff = 0;
    for (let round = 0; round < times(20); round++) {
      const state = STATES[(round + 1) % 2] ?? "old";
      const where = `round ${round}`;
      change(folder, state);
      if (!(await killed(folder, took * (0.5 + random() * 0.5), round))) continue;
      brokenOff++;
      const [old, now] = STATES.map((one) => cold.get(one) ?? {});
      for (const [path, text] of Object.entries(output(folder))) {
        const isWhole = text === old?.[path] || text === now?.[path];
        assert.ok(isWhole, `${where}: ${path} is torn`);
      }
      const { exitCode, printed } = await runEleventy(folder, ["--quiet"]);
      assert.is(exitCode, 0, printed);
      assert.equal(output(folder), cold.get(state), where);
    }
    assert.ok(brokenOff > 0);
    rmSync(folder, { recursive: true, force: true });
  });

  kills.run();
}
