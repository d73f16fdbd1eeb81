import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { isWithin } from "../files/is-within.ts";
import { plainError } from "../findings/plain-error.ts";
import type { Gatherer } from "./gatherer.ts";
import { OF_THEME, themeFolder } from "./theme-folders.ts";
import type { MatterFile, MatterOptions, MergedConfig } from "./types.ts";

/**
 * No file has these delimiters, so gray-matter leaves a header alone and asks `excerpt`, before Eleventy merges data. Nobody
 * can know them: behind one that a file begins with, gray-matter would run a header in JavaScript.
 */
const OF_NO_FILE = Array.from({ length: 2 }, () => `\0${randomBytes(16).toString("hex")}`) as [string, string];

/** What gray-matter and Eleventy read of the options: a site may set any of them later than this. */
const NAMES = "delimiters delims excerpt excerpt_separator excerpt_alias language lang engines parsers".split(" ");

/** What reads the pages of the content. */
type Reader = Pick<Gatherer, "fileOf" | "isLeftAlone" | "read">;

/**
 * Options for front matter that are the site's own for every file, but for the pages of the content and the theme. Eleventy
 * sets `filePath` before it hands them to gray-matter, for each file. Undocumented: test/builds/ pins it.
 *
 * @param site what the site and its plugins have set, by reference
 * @param reader that of the build that runs
 */
export function matterOptionsFor(site: MatterOptions, reader: () => Reader | undefined): MatterOptions {
  const theme = resolve(themeFolder());
  const isOurs = (path: string) => {
    const at = reader();
    return at !== undefined && (at.fileOf(path) !== undefined || at.isLeftAlone(path));
  };
  const isOfTheme = (path: string) => isWithin(resolve(path), theme);
  const excerpt = (file: MatterFile, options: MatterOptions) => {
    Object.assign(file, reader()?.read(options.filePath ?? "", file.content, options));
    setExcerpt(file, options, site);
  };
  const optionsFor = (filePath: string): MatterOptions => {
    if (isOurs(filePath)) return { ...site, filePath, delimiters: OF_NO_FILE, delims: undefined, excerpt };
    return isOfTheme(filePath) ? { ...site, filePath, ...OF_THEME } : site;
  };
  let ofFile = site;
  const readable = [...new Set([...Object.keys(site), ...NAMES])].map((name): [string, PropertyDescriptor] => [
    name,
    { enumerable: true, get: () => ofFile[name] },
  ]);
  const filePath: PropertyDescriptor = {
    enumerable: true,
    get: () => site.filePath,
    set: (path: string) => {
      Object.assign(site, { filePath: path });
      ofFile = optionsFor(path);
    },
  };
  return Object.defineProperties({}, { ...Object.fromEntries(readable), filePath });
}

/** What the site has set for excerpts holds for pages, too; with Eleventy's separator. */
function setExcerpt(file: MatterFile, options: MatterOptions, site: MatterOptions): void {
  const { excerpt, excerpt_separator: separator } = site;
  if (typeof excerpt === "function") {
    excerpt(file, { ...options, excerpt, delimiters: site.delimiters ?? ["---", "---"] });
  } else if (excerpt) {
    const end = file.content.indexOf(typeof excerpt === "string" ? excerpt : separator || "---");
    if (end >= 0) file.excerpt = file.content.slice(0, end);
  }
}

/** @throws {Error} where others have taken the place of these options: headers would be lost in silence */
export function failIfReplaced({ frontMatterParsingOptions }: MergedConfig, options: MatterOptions | undefined): void {
  if (frontMatterParsingOptions !== options) throw plainError(REPLACED);
}

const REPLACED =
  "Something has replaced how Eleventy reads front matter after the configuration was read, so the headers of Pelican's pages " +
  "would be lost. Call setFrontMatterParsingOptions in the configuration, or in a plugin that it adds.";
