import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { cmsConfig, formNames } from "../editors/cms-config.ts";
import { pageSchema } from "../editors/page-schema.ts";
import { settingsJsonSchema } from "../editors/settings-schema.ts";
import { snippets } from "../editors/snippets.ts";
import { commandsPages } from "./pages/commands.ts";
import { fieldsPages } from "./pages/fields.ts";
import { findingsPages } from "./pages/findings.ts";
import { withOptions } from "./pages/options.ts";
import { settingsPages } from "./pages/settings.ts";
import { wordsPage } from "./pages/words.ts";

const NOTE = "Made by “npm run docs” of the plugin's own tables: do not edit.";

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
    "admin/config.yml": `# ${NOTE}\n${stringify(cmsConfig(foldersOf(join(project, "src/content"))), { lineWidth: 120 })}`,
    "admin/fields.js": `// ${NOTE}\nexport const FIELDS = [\n${formNames()
      .map((name) => `  "${name}",\n`)
      .join("")}];\n`,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The folders that hold pages, the content folder itself first. */
function foldersOf(content: string): string[] {
  const pages = readdirSync(content, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"));
  return [...new Set(pages.map((path) => dirname(path).replace(/^\.$/, "")))].sort();
}
