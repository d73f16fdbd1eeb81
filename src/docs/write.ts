/** `npm run docs`: writes the files that are made of the plugin's tables. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generated.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

for (const [path, text] of Object.entries(generatedFiles(project))) {
  const file = join(project, path);
  if (textOf(file) === text) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
