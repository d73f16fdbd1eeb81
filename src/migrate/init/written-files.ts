import { posix } from "node:path";
import type { PelicanOptions } from "../../plugin/settings.ts";
import { grouped } from "./grouped.ts";

/** What kind of modules a project's `.js` files are. */
export type ModuleKind = "module" | "commonjs";

/**
 * The text of `eleventy.config.js`.
 *
 * @param content the content folder, relative to the project's, with forward slashes
 * @param source the files that the options come from, for the comment; empty for none
 * @param comments lines below the options
 */
export function configFile(
  content: string,
  options: PelicanOptions,
  source: string,
  kind: ModuleKind,
  comments: readonly string[],
): string {
  const isModule = kind === "module";
  const up = posix.relative(content, "");
  const { general, ofPelican, ours } = grouped(options);
  const entriesOf = (some: PelicanOptions) =>
    Object.entries(some)
      .map(([name, value]) => `    ${name}: ${literal(value, "    ")},\n`)
      .join("");
  const plugin = isModule
    ? 'import pelican from "eleventy-plugin-pelican";'
    : 'const pelican = require("eleventy-plugin-pelican");';
  const settings = source === "" ? "The site's settings" : `The settings of ${source}`;
  return `${plugin}

${isModule ? "export default" : "module.exports ="} function (eleventy) {
  // ${settings}. All settings: node_modules/eleventy-plugin-pelican/docs/settings.md
  eleventy.addPlugin(pelican, {
${entriesOf(general)}    // What Pelican writes.
${entriesOf(ofPelican)}    // What it does not; false leaves it out.
${entriesOf(ours)}${comments.map((line) => `    ${line}\n`).join("")}  });
}${isModule ? "" : ";"}

${isModule ? "export const config" : "module.exports.config"} = {
  dir: {
    input: ${literal(content)},
    output: "_site",
    // Relative to the input. A layout or include in it replaces the package's one of the same name.
    includes: ${literal(posix.join(up, "_includes"))},
    data: ${literal(posix.join(up, "_data"))},
  },
  templateFormats: ["md", "markdown", "mkd", "mdown", "html", "htm", "njk"],
  // What authors write is text, never a template.
  markdownTemplateEngine: false,
  htmlTemplateEngine: false,
};
`;
}

/** A value as JavaScript source. */
function literal(value: unknown, indent = ""): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, deeper));
    const line = `[${items.join(", ")}]`;
    return line.length <= 90 ? line : `[\n${items.map((item) => `${deeper}${item},\n`).join("")}${indent}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${keyOf(key)}: ${literal(one, deeper)}`);
  const line = `{ ${entries.join(", ")} }`;
  return line.length <= 90 ? line : `{\n${entries.map((entry) => `${deeper}${entry},\n`).join("")}${indent}}`;
}

/** An identifier needs no quotes; `__proto__` would set the prototype. */
function keyOf(key: string): string {
  if (key === "__proto__") return `[${JSON.stringify(key)}]`;
  return /^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key);
}

/** What does not belong in a repository. */
const IGNORED = ["node_modules/", "_site/", ".cache/"] as const;

/** The lines that a `.gitignore` lacks; folders may be written with slashes or without. */
export function gitignoreLines(text: string): string[] {
  const known = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, "")));
  return IGNORED.filter((line) => !known.has(line.slice(0, -1)));
}
