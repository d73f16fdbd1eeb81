/** This project's own site, for tests that only look at what was built. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Built, buildFolder, project, type Tree, temporaryFolder, writeTree } from "./build-tree.ts";

let builtOnce: Promise<Built> | undefined;

/**
 * Builds it, from a copy, so that the ledger of its addresses is not touched; without other files beside it once for all
 * tests of a process. It is gone when the process ends.
 */
export function ownSite(more: Tree = {}): Promise<Built> {
  if (Object.keys(more).length > 0) return buildWith(more);
  builtOnce ??= buildWith({});
  return builtOnce;
}

async function buildWith(more: Tree): Promise<Built> {
  const folder = temporaryFolder();
  cpSync(join(project, "src/content"), folder, { recursive: true });
  writeTree(folder, more);
  const built = await buildFolder(folder);
  process.once("exit", () => {
    built.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  return built;
}
