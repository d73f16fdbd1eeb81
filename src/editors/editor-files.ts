import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { snippets } from "./snippets.ts";
import { tasks } from "./tasks.ts";

/** Compiled, the extension lies beside this module; in the repository it is the project's own. */
const PLACES = ["./vscode/", "../../.vscode/extensions/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

const EXTENSION = "pelican-headers";

/** VS Code offers nothing in Markdown by itself. */
const SETTINGS = { "[markdown]": { "editor.quickSuggestions": { other: "on", comments: "off", strings: "off" } } };

/** What VS Code reads in a project's folder, by paths in it: the extension, the snippets, settings and tasks. */
export function editorFiles(): Readonly<Record<string, string>> {
  const folder = join(PLACES.find((path) => existsSync(path)) ?? "", EXTENSION);
  const extension = readdirSync(folder).map((name) => {
    return [`.vscode/extensions/${EXTENSION}/${name}`, readFileSync(join(folder, name), "utf8")] as const;
  });
  return {
    ...Object.fromEntries(extension),
    ".vscode/pelican.code-snippets": json(snippets()),
    ".vscode/settings.json": json(SETTINGS),
    ".vscode/tasks.json": json(tasks("npx --no-install eleventy-pelican")),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
