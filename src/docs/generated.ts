import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pageSchema } from "../editors/page-schema.ts";
import { settingsJsonSchema } from "../editors/settings-schema.ts";
import { snippets } from "../editors/snippets.ts";
import { tasks } from "../editors/tasks.ts";
import { commandsPages } from "./pages/commands.ts";
import { fieldsPages } from "./pages/fields.ts";
import { findingsPages } from "./pages/findings.ts";
import { withOptions } from "./pages/options.ts";
import { settingsPages } from "./pages/settings.ts";
import { wordsPage } from "./pages/words.ts";

/**
 * Every file that is made of the tables of fields, settings, findings and commands, with its text, by its path in the
 * project. A test compares them with what is there.
 *
 * @param project the project's folder
 */
export function generatedFiles(project: string): Readonly<Record<string, string>> {
  const pages = { ...fieldsPages(), ...settingsPages(), ...commandsPages(), ...findingsPages(), words: wordsPage() };
  return {
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`src/content/docs/${name}.md`, text])),
    "README.md": withOptions(readFileSync(join(project, "README.md"), "utf8")),
    "schema/page.schema.json": json(pageSchema()),
    "schema/site.schema.json": json(settingsJsonSchema()),
    ".vscode/pelican.code-snippets": json(snippets()),
    ".vscode/tasks.json": json(tasks("npm run --silent pelican --")),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
