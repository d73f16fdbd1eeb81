import type { FrontMatter } from "./front-matter.ts";
import type { MatterFile, MatterOptions } from "./types.ts";

/** No file has these delimiters, so gray-matter leaves a header alone and asks `excerpt`, before Eleventy merges data. */
const OF_NO_FILE = ["\0pelican", "\0pelican"] as const;

/** What the theme's layouts are written in, whatever the site's own are. */
const OF_THEME = { delimiters: "---", delims: undefined, excerpt: false, language: "yaml", lang: undefined };

/** What gray-matter and Eleventy read of the options: a site may set any of them later than this. */
const NAMES = "delimiters delims excerpt excerpt_separator excerpt_alias language lang engines parsers".split(" ");

/** What reads the pages of the content, and which files are not the site's own. */
interface Reader {
  readonly isPage: (inputPath: string) => boolean;
  readonly isOfTheme: (inputPath: string) => boolean;
  readonly read: (inputPath: string, text: string) => FrontMatter | undefined;
}

/**
 * Options for front matter that are the site's own for every file, but for the pages of the content and the theme. Eleventy
 * sets `filePath` before it hands them to gray-matter, for each file. Undocumented: test/builds/ pins it.
 *
 * @param site what the site and its plugins have set, by reference
 */
export function matterOptionsFor(site: MatterOptions, { isPage, isOfTheme, read }: Reader): MatterOptions {
  const excerpt = (file: MatterFile, options: MatterOptions) => {
    Object.assign(file, read(options.filePath ?? "", file.content));
    setExcerpt(file, options, site);
  };
  const optionsFor = (filePath: string): MatterOptions => {
    if (isPage(filePath)) return { ...site, filePath, delimiters: OF_NO_FILE, delims: undefined, excerpt };
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
