/** Small sites that are built and written nowhere, by Eleventy's own interface: https://www.11ty.dev/docs/programmatic/ */
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { captureConsole, type Tree, temporaryFolder } from "./build-tree.ts";
import { causesOf, type SmallSiteOptions, writeProject } from "./small-site.ts";

export interface InMemory {
  /** What would be written, by address. */
  readonly pages: Readonly<Record<string, string>>;
  readonly printed: string;
}

interface ToJson {
  toJSON(): Promise<readonly { readonly url: string | false; readonly content: string }[]>;
}

export async function inMemory(files: Tree, options: SmallSiteOptions = {}): Promise<InMemory> {
  const folder = temporaryFolder();
  writeProject(folder, files, { ...options, by: "api" });
  const at = (path: string) => relative(process.cwd(), join(folder, path));
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as {
    Eleventy: new (input: string, output: string, options: object) => ToJson;
  };
  const captured = captureConsole();
  try {
    const how = { configPath: at("eleventy.config.js"), quietMode: true };
    const items = await new Eleventy(at("content"), at("_site"), how).toJSON();
    const pages = items.flatMap(({ url, content }) => (url === false ? [] : [[url, content] as const]));
    return { pages: Object.fromEntries(pages), printed: stripVTControlCharacters(captured.lines.join("\n")) };
  } catch (error) {
    return { pages: {}, printed: stripVTControlCharacters([...captured.lines, ...causesOf(error)].join("\n")) };
  } finally {
    captured.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What a configuration elsewhere imports of a library of the project's.
 *
 * @param names as in a pattern: `default: webc`
 */
export function imported(library: string, names: string): string {
  return `const { ${names} } = await import(${JSON.stringify(import.meta.resolve(library))});`;
}
