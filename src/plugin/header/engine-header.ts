import { fieldDataOf } from "./data-lines.ts";
import type { Header } from "./header.ts";
import { safeData } from "./safe-data.ts";

/** Front matter that names its language: `---js`, `---json`, `---toml`. https://www.11ty.dev/docs/data-frontmatter/ */
const FENCED = /^---[ \t]*([A-Za-z]\w*)[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/**
 * The header of a file whose front matter an engine of Eleventy's reads; it says nothing before that has read it.
 *
 * @param text with line ends of one kind
 * @returns undefined for any other file
 */
export function engineHeader(text: string): Header | undefined {
  const match = FENCED.exec(text);
  if (!match) return undefined;
  const [all, engine = ""] = match;
  const said = { lines: [], menus: [], data: {} };
  return { syntax: "yaml", ...said, engine, body: text.slice(all.length), bodyLine: all.split("\n").length };
}

/** Whether a text's front matter names an engine that reads it, such as `---json`. */
export function hasEngine(text: string): boolean {
  return engineHeader(text.replaceAll("\r\n", "\n")) !== undefined;
}

/** The header with what its engine has read. */
export function withEngineData(header: Header, read: unknown, text: string): Header {
  const data = typeof read === "object" && read !== null ? (safeData({ ...read }) as Header["data"]) : {};
  const { lines, menus } = fieldDataOf(data, () => text);
  const ofMenus = new Set(menus.map(({ key }) => key));
  return {
    ...header,
    lines,
    menus,
    data: Object.fromEntries(Object.entries(data).filter(([key]) => !ofMenus.has(key))),
  };
}
