/** The part of Eleventy's interface that this plugin uses. */

export interface Directories {
  /** With a leading `./`, or absolute, and a slash at the end; so are all of these. */
  readonly input: string;
  readonly includes: string;
  readonly data: string;
  readonly output: string;
  /** Where it is another than that of includes. */
  readonly layouts?: string | undefined;
  /** Where not all of the input folder is built. */
  readonly inputFile?: string | undefined;
  readonly inputGlob?: string | undefined;
}

export interface BuildEvent {
  readonly directories: Directories;
  readonly runMode: "build" | "serve" | "watch";
  /** `fs` where files are written; `json` and `ndjson` are printed. */
  readonly outputMode: "fs" | "json" | "ndjson";
  /** Eleventy itself builds no more than what a change calls for. */
  readonly incremental?: boolean;
  /** After a build: what Eleventy wrote. */
  readonly results?: readonly { readonly outputPath?: string | false }[];
}

/** Which files there are, as Eleventy remembers from build to build. */
export interface ExistsCache {
  readonly set: (path: string, isThere: boolean) => void;
}

/** Lists files once, and is told then of those that come and go. */
export interface FileSearch {
  /** What it has found, once it has searched. */
  readonly outputs?: Readonly<Record<string, Set<string>>>;
  readonly add: (path: string) => void;
}

/** What gray-matter hands to an `excerpt` function: the whole text, and a place for data and content. */
export interface MatterFile {
  data: Record<string, unknown>;
  content: string;
  excerpt?: string;
}

/** A place where Nunjucks looks for includes. */
export type NunjucksLoader = object;

export interface NunjucksEnvironment {
  /** Asked one after the other. */
  readonly loaders: NunjucksLoader[];
  getTemplate(name: string, callback: (error: unknown, template?: NunjucksTemplate) => void): void;
}

export interface NunjucksTemplate {
  render(context: object, frame: object, callback: (error: unknown, text: string | null) => void): void;
}

/** The part of Nunjucks, as Eleventy uses it, that this plugin uses. */
export interface Nunjucks {
  readonly Environment: new (loader: NunjucksLoader) => NunjucksEnvironment;
  readonly FileSystemLoader: new (folder: string) => NunjucksLoader;
  readonly Template: new (
    source: string,
    environment: NunjucksEnvironment,
    path: string,
    now: boolean,
  ) => NunjucksTemplate;
  readonly runtime: NunjucksLibrary["runtime"];
}

type Parse = (text: string, options?: MatterOptions) => unknown;
export type MatterEngine = Parse | { readonly parse: Parse };

/** What gray-matter is told: https://www.11ty.dev/docs/data-frontmatter-customize/ */
export interface MatterOptions {
  readonly [name: string]: unknown;
  /** Set by Eleventy: the path of the template, as in `page.inputPath`. */
  readonly filePath?: string;
  readonly engines?: Readonly<Record<string, MatterEngine>>;
  readonly delimiters?: string | readonly [string, string];
  readonly excerpt?: boolean | string | ((file: MatterFile, options: MatterOptions) => unknown);
  readonly excerpt_separator?: string;
}

export interface TransformContext {
  readonly page: { readonly inputPath: string; readonly outputPath: string | false };
}

/** What Eleventy knows of which files depend on which. */
export interface FileDependencies {
  /** @param changed the file that was saved; undefined where all is built */
  isFileRelevantTo(template: string, changed: string | undefined, includeLayouts?: boolean): boolean;
}

/** What is set for all templates. */
export interface MergedConfig {
  /** What reads the text of pages before they are rendered; false for nothing. */
  readonly markdownTemplateEngine: string | false;
  readonly htmlTemplateEngine: string | false;
  readonly dataTemplateEngine: string | false;
  readonly templateFormats: readonly string[];
  /** The path of the host that the site is below: `/`, where nobody says. */
  pathPrefix: string;
  /** What the site has set instead of Eleventy's own. Undocumented. */
  readonly libraryOverrides: { readonly md?: MarkdownLibrary };
  /** What the site changes of a library, whichever it is. Undocumented. */
  readonly libraryAmendments: { readonly md?: readonly ((library: never) => unknown)[] };
  /** Makes HTML of code, as markdown-it's option `highlight`. Undocumented. */
  readonly markdownHighlighter?: ((code: string, language: string) => string) | null;
  /** What front matter is read with. Undocumented. */
  frontMatterParsingOptions: MatterOptions;
  /** What Eleventy calls the data that mean something to it. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Templates that no files stand for: a copy of what was added before. Undocumented. */
  readonly virtualTemplates: Record<string, unknown>;
  /** Undocumented. */
  readonly uses: FileDependencies;
}

/** What is added to Eleventy of one kind, by name. */
export type Additions = Readonly<Record<string, unknown>>;

/** Which files are templates. */
export interface ExtensionMap {
  /** What Eleventy searches for in its input folder. */
  readonly getGlobs: (folder: string) => readonly string[];
  /** Whether a file is a template by its name. */
  readonly hasEngine: (path: string) => boolean;
}

export interface NunjucksLibrary {
  readonly runtime: { readonly SafeString: new (text: string) => object; readonly Frame: new () => object };
}

/** A tag of one's own: https://mozilla.github.io/nunjucks/api.html#custom-tags */
export interface NunjucksTag {
  readonly tags: readonly string[];
  readonly parse: (
    parser: NunjucksParser,
    nodes: { readonly CallExtensionAsync: new (tag: NunjucksTag, method: string, args: object) => object },
  ) => object;
  /** @param rest the tag's arguments, and a function that takes an error or what is printed */
  readonly run: (context: NunjucksContext, ...rest: unknown[]) => void;
}

export interface NunjucksParser {
  nextToken(): { readonly value: string };
  parseSignature(tolerant: null, noParens: true): object;
  advanceAfterBlockEnd(name: string): void;
}

export interface NunjucksContext {
  /** All data of the template. */
  readonly ctx: object & { readonly page?: { readonly outputPath: string | false } };
}

/** What renders Markdown for Eleventy: its own markdown-it, or what a site has set. */
export interface MarkdownLibrary {
  render: (text: string, data: RenderData) => string;
}

export type RenderData = { readonly page?: { readonly inputPath: string } } | undefined;

/** A template's merged data. `url` and `outputPath` are there once Eleventy has made out where it goes. */
export interface TemplateData {
  [name: string]: unknown;
  readonly page: {
    readonly inputPath: string;
    readonly date?: Date;
    readonly url?: string | false;
    readonly outputPath?: string | false;
    /** The text after all preprocessors. */
    readonly rawInput?: string;
  };
}

/** A page as collections hold it. */
export interface CollectionItem {
  readonly inputPath: string;
  readonly page: object;
  readonly outputPath?: string | false;
  readonly url?: string | false;
  readonly fileSlug?: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly collections?: Readonly<Record<string, unknown>> };
  /** Undocumented: test/builds/dry-run.test.ts, conflicts.test.ts and whole-files.test.ts pin it. */
  readonly template?: {
    readonly isDryRun?: boolean;
    readonly behavior?: { write: boolean };
    readonly fsManager?: FileSystemManager;
    readonly templateData?: { readonly fileSystemSearch?: FileSearch };
  };
}

/** What writes a template's file. */
export interface FileSystemManager {
  writeFileSync(this: FileSystemManager, path: string, content: string | Uint8Array): void;
}

/** What Eleventy hands to a collection's function: https://www.11ty.dev/docs/collections-api/ */
export interface CollectionsApi {
  /** All of them, as they are looked for in; undocumented. */
  readonly items: CollectionItem[];
  getAll(): CollectionItem[];
  getAllSorted(): CollectionItem[];
  getFilteredByTag(tag: string): CollectionItem[];
  getFilteredByTags(...tags: readonly string[]): CollectionItem[];
  getFilteredByGlob(globs: string | readonly string[]): CollectionItem[];
}
