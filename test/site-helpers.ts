/** Sites and builds with settings of their own, and XML read and checked. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { DomUtils, parseDocument } from "htmlparser2";
import { DateTime } from "luxon";
import { validateXML } from "xmllint-wasm";
import type { EleventyConfig } from "../src/plugin/eleventy/config.ts";
import { compareText } from "../src/plugin/findings/finding.ts";
import pelican from "../src/plugin/index.ts";
import { createMarkdown } from "../src/plugin/markdown/index.ts";
import type { Page } from "../src/plugin/pages/page.ts";
import { gatherTree } from "../src/plugin/pages/read-pages.ts";
import { readSettings, type SettingsInput } from "../src/plugin/settings.ts";
import { makeSite, type Site } from "../src/plugin/site.ts";
import {
  captureConsole,
  command,
  type EleventyClass,
  filesIn,
  page,
  pluginElsewhere,
  project,
  type Ran,
  runNode,
  type TemplateCache,
  type Tree,
  temporaryFolder,
  writeTree,
} from "./build-tree.ts";
import { pageOf } from "./make.ts";

export type XmlDocument = ReturnType<typeof parseDocument>;
export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type XmlParent = XmlDocument | XmlElement;

const markdown = createMarkdown();

/** What a real build with settings of its own came to. */
export interface BlogBuilt {
  readonly folder: string;
  readonly output: string;
  readonly exitCode: number;
  readonly printed: string;
  /** The paths of all files in the output folder, sorted. */
  readonly written: readonly string[];
  /** The files of the content that Eleventy itself made pages of, sorted; empty where the command ran. */
  readonly made: readonly string[];
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
  readonly dispose: () => void;
}

export interface BlogOptions {
  /** In this process, which is faster, or by the command itself. */
  readonly by?: "api" | "command";
  /** Files of an includes folder that take the place of the project's own of the same name. */
  readonly includes?: Tree;
  /** What a site's own configuration does besides, in this process only. */
  readonly configure?: (config: EleventyConfig) => void;
  /** What it returns besides. */
  readonly returned?: object;
  /** Where the tree, a ledger and the output are; a folder that an earlier build made. */
  readonly folder?: string;
  /** Eleventy's option of this name, in this process only. */
  readonly dryRun?: boolean;
  /** More arguments, where the command runs. */
  readonly args?: readonly string[];
}

/** By path: a whole text, or the fields of its header, of which `body` is the text below it. */
export type Posts = Readonly<Record<string, string | Readonly<Record<string, string | number>>>>;
/** The same with files that are no pages. */
export type PostsAndFiles = Readonly<Record<string, Posts[string] | Uint8Array>>;

function textsOf(posts: Posts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(posts).map(([path, text]) => {
      if (typeof text === "string") return [path, text];
      const { body, ...fields } = text;
      const title = fields.Title === undefined ? { Title: path } : {};
      return [path, page({ ...title, ...fields }, body === undefined ? "Text." : String(body))];
    }),
  );
}

interface SiteOptions {
  readonly settings?: SettingsInput;
  readonly assets?: readonly string[];
  readonly layouts?: readonly string[];
  readonly now?: string;
}

/**
 * A site of these files, without a disk; they come in the order in which they are read from one. Its findings are what
 * is wrong, without advice.
 */
export function siteOf(posts: Posts, { settings = {}, assets = [], layouts = [], now }: SiteOptions = {}): Site {
  const files = Object.entries(textsOf(posts))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => compareText(a.path, b.path));
  const all = readSettings(settings);
  const today = DateTime.fromISO(now ?? "2030-01-01", { zone: settings.timezone ?? "UTC" });
  const gathered = gatherTree({ files, assets: [...assets], reports: [] }, all, today);
  const site = makeSite(gathered, all, { layouts: new Map(layouts.map((name) => [name, name])), markdown });
  return { ...site, findings: site.findings.filter(({ severity }) => severity !== "advice") };
}

/** The rendered body of a site's file. */
export function bodyOf(site: Site, file: string): string {
  const found = site.pages.find((one) => one.file === file);
  const html = found && site.html.get(found);
  if (html === undefined) throw new Error(`${file} became no page`);
  return html.trim();
}

/** Posts numbered from 1, the newest first. */
export function postsOf(count: number, settings: SettingsInput = {}): Page[] {
  return Array.from({ length: count }, (_, index) =>
    pageOf(
      { Title: `Post ${index + 1}`, Date: `2020-01-${String(28 - index).padStart(2, "0")}` },
      "posts/a.md",
      settings,
    ),
  );
}

/** Builds files below `content/` of a folder of its own, with these settings; a ledger is relative to that folder. */
export async function buildBlog(
  posts: PostsAndFiles,
  settings: SettingsInput,
  options: BlogOptions = {},
): Promise<BlogBuilt> {
  const folder = options.folder ?? temporaryFolder();
  const [input, output] = [join(folder, "content"), join(folder, "site")];
  mkdirSync(input, { recursive: true });
  writeTree(input, filesOf(posts));
  const includes = prepareIncludes(folder, options.includes ?? {});
  const own = settings.ledger ? { ...settings, ledger: join(folder, settings.ledger) } : settings;
  const { exitCode, printed, made } =
    options.by === "command"
      ? { ...(await runCommand(folder, includes, own, options.args)), made: [] }
      : await runHere(folder, includes, own, options);
  return {
    folder,
    output,
    exitCode,
    printed: stripVTControlCharacters(printed),
    written: filesIn(output),
    made: made.map((path) => relative(input, path)).sort(),
    has: (path) => existsSync(join(output, path)),
    read: (path) => readFileSync(join(output, path), "utf8"),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function filesOf(posts: PostsAndFiles): Tree {
  return Object.fromEntries(
    Object.entries(posts).map(([path, text]) =>
      text instanceof Uint8Array ? [path, text] : [path, textsOf({ [path]: text })[path] ?? ""],
    ),
  );
}

/** The project's own includes, or a copy of them in which some files are others. */
function prepareIncludes(folder: string, own: Tree): string {
  if (Object.keys(own).length === 0) return join(project, "_includes");
  const includes = join(folder, "includes");
  for (const path of filesIn(join(project, "_includes"))) {
    writeTree(includes, { [path]: readFileSync(join(project, "_includes", path)) });
  }
  writeTree(includes, own);
  return includes;
}

async function runHere(
  folder: string,
  includes: string,
  settings: SettingsInput,
  options: BlogOptions,
): Promise<Ran & { readonly made: readonly string[] }> {
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as { Eleventy: EleventyClass };
  const configPath = join(folder, "eleventy.config.mjs");
  writeFileSync(configPath, "export default () => ({});\n");
  const before = process.exitCode;
  const console_ = captureConsole();
  let exitCode = 0;
  let made: readonly string[] = [];
  try {
    const [, templates] = await new Eleventy(join(folder, "content"), join(folder, "site"), {
      configPath: relative(process.cwd(), configPath),
      quietMode: true,
      source: "script",
      dryRun: options.dryRun ?? false,
      config: (config: EleventyConfig & TemplateCache) => {
        // Eleventy keeps texts for as long as the process lives, and an earlier build of this folder was in this one.
        config.setUseTemplateCache(options.folder === undefined);
        config.setIncludesDirectory(relative(join(folder, "content"), includes));
        config.setDataDirectory(relative(join(folder, "content"), join(folder, "data")));
        config.setUseGitIgnore(false);
        config.setTemplateFormats(["md", "markdown", "mkd", "mdown", "html", "htm", "njk"]);
        config.addPlugin(pelican, { content: ["**/*"], ...settings });
        options.configure?.(config);
        return { markdownTemplateEngine: false, htmlTemplateEngine: false, ...options.returned };
      },
    }).write();
    made = templates.map(({ inputPath }) => resolve(inputPath));
  } catch (error) {
    exitCode = 1;
    console_.lines.push(String(error));
  } finally {
    console_.stop();
    process.exitCode = before;
  }
  return { exitCode, printed: console_.lines.join("\n"), made };
}

/** A configuration in a file, for the command. */
function runCommand(
  folder: string,
  includes: string,
  settings: SettingsInput,
  more: readonly string[] = [],
): Promise<Ran> {
  const toInput = (path: string) => JSON.stringify(relative(join(folder, "content"), path));
  writeFileSync(
    join(folder, "eleventy.config.mjs"),
    `import pelican from ${JSON.stringify(pluginElsewhere)};
export default function (config) {
  config.setIncludesDirectory(${toInput(includes)});
  config.setDataDirectory(${toInput(join(folder, "data"))});
  config.setUseGitIgnore(false);
  config.setTemplateFormats(["md", "markdown", "mkd", "mdown", "html", "htm", "njk"]);
  config.addPlugin(pelican, ${JSON.stringify({ content: ["**/*"], ...settings })});
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
`,
  );
  const args = [command, "--quiet", "--config=eleventy.config.mjs", "--input=content", "--output=site", ...more];
  return runNode(args, { cwd: folder });
}

/** The faults that an XML schema of the fixtures finds in documents; empty where they are valid. */
export async function faultsIn(schema: string, ...documents: readonly string[]): Promise<string[]> {
  const contents = readFileSync(join(project, "test/fixtures/schemas", schema), "utf8");
  const { errors, valid, rawOutput } = await validateXML({
    xml: documents.map((text, index) => ({ fileName: `document${index}.xml`, contents: text })),
    schema: { fileName: schema, contents },
    extension: schema.endsWith(".rng") ? "relaxng" : "schema",
  });
  return valid ? [] : errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : [rawOutput];
}

/** An XML document, its entities read. */
export function readXml(text: string): XmlDocument {
  return parseDocument(text, { xmlMode: true, decodeEntities: true });
}

export function elements(root: XmlParent, name: string): XmlElement[] {
  return DomUtils.getElementsByTagName(name, root.childNodes, true);
}

/** The element of this name right below another. @throws where there is none */
export function childOf(root: XmlParent, name: string): XmlElement {
  const found = root.childNodes.filter(DomUtils.isTag).find((child) => child.name === name);
  if (!found) throw new Error(`there is no <${name}>`);
  return found;
}

export function childText(root: XmlParent, name: string): string {
  return DomUtils.textContent(childOf(root, name));
}
