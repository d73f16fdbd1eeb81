// JavaScript, for Node 20 reads no TypeScript.
import module from "node:module";
import { loadTypeScript } from "../site/load-typescript.js";

module.enableCompileCache?.(".cache/node");

const { runCommandLine } = await loadTypeScript(
  new URL("run.ts", import.meta.url),
  new URL("../../node_modules/.cache/pelican/", import.meta.url),
);
await runCommandLine();
