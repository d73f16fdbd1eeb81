import type { z } from "zod";

const HEAD = `# Settings

All options of the plugin, with their defaults. Their names are Pelican's in camelCase: \`SITENAME\` is \`siteName\`,
\`ARTICLE_SAVE_AS\` is \`articleSaveAs\`. Those that are marked as ours Pelican does not know. Paths of what is written count
from the output folder, those of content from the content folder, with slashes. A setting that is misspelt, or of the wrong
kind, ends the build with its name.

| Setting | Default | |
| --- | --- | --- |
`;

/** The page of the documentation that lists all settings. */
export function settingsDoc(schema: z.ZodObject): string {
  const defaults = schema.parse({});
  const rows = Object.entries(schema.shape).map(
    ([name, { description = "" }]) =>
      `| \`${name}\` | \`${JSON.stringify(defaults[name])}\` | ${description.replaceAll("|", "\\|")} |\n`,
  );
  return HEAD + rows.join("");
}
