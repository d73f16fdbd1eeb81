/** Sites of Pelican's that are moved here and built. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { command, plainEnvironment, pluginElsewhere, writeTree } from "./build-tree.ts";
import { run } from "./cli/project.ts";

/** Builds a folder with `init`, and the package as it is here, without an installation. Says what `init` said. */
export function buildMoved(folder: string): string {
  const { code, out, error } = run(folder, ["init"]);
  assert.is(code, 0, error);
  const config = readFileSync(join(folder, "eleventy.config.js"), "utf8");
  writeTree(folder, {
    "eleventy.config.js": config.replace('"eleventy-plugin-pelican"', JSON.stringify(pluginElsewhere)),
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "--quiet"], {
    cwd: folder,
    env: plainEnvironment(),
    encoding: "utf8",
  });
  assert.is(status, 0, stdout + stderr);
  return out;
}
