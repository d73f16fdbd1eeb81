import type { MatterEngine, MatterOptions } from "./types.ts";

/** What an engine has read; a JavaScript one has it later. */
export type MaybeLater<Data> = Data | Promise<Data>;

/** gray-matter's names for languages that engines have under another. */
const LONG_NAMES: Readonly<Record<string, string>> = { js: "javascript", yml: "yaml" };

/**
 * The data of a front matter, read as gray-matter reads it for Eleventy, which is not asked for these.
 *
 * @param options the site's own: engines, delimiters, the language of a front matter that names none
 */
export function templateFrontMatter(content: string, options: MatterOptions): MaybeLater<unknown> {
  const [open = "---", close = open] = [options.delims ?? options.delimiters ?? "---"].flat().map(String);
  const text = content.replace(/^\uFEFF/, "");
  if (!text.startsWith(open) || text[open.length] === open.at(-1)) return {};
  const [, named = "", code = ""] = /^([^\n]*)\n?([\s\S]*)$/.exec(text.slice(open.length)) ?? [];
  const end = `\n${code}`.indexOf(`\n${close}`);
  const name = named.trim() || String(options.language ?? options.lang ?? "yaml");
  const engines: Readonly<Record<string, MatterEngine>> = { json: (text) => JSON.parse(text), ...options.engines };
  // Of a name such as “constructor” every object has something.
  const engine = [name, LONG_NAMES[name] ?? name]
    .filter((one) => Object.hasOwn(engines, one))
    .map((one) => engines[one])[0];
  return (engine && parseWith(engine, code.slice(0, end < 0 ? undefined : Math.max(0, end - 1)), options)) ?? {};
}

function parseWith(engine: MatterEngine, code: string, options: MatterOptions): unknown {
  return typeof engine === "function" ? engine(code, options) : engine.parse(code, options);
}
