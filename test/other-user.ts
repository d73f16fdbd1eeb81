import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { project } from "./build-tree.ts";

/** Root may write everywhere: what a permission keeps from being written is tried as nobody. */
const NOBODY = 65534;
export const isRoot = process.getuid?.() === 0;

/** The user for such a test, as `spawn` takes it; undefined for the one that runs the tests. */
export const otherUser = isRoot ? NOBODY : undefined;

/** Whether that user can run this program at all: it may lie in a folder that only root enters. */
export function canTryPermissions(): boolean {
  if (otherUser === undefined) return true;
  const read = `require("node:fs").readFileSync(${JSON.stringify(join(project, "package.json"))})`;
  return spawnSync(process.execPath, ["-e", read], { uid: otherUser, gid: otherUser }).status === 0;
}
