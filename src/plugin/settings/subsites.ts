import { z } from "zod";
import { isRecord } from "../maps/is-record.ts";

/** What is done with a page in the part of the site whose language it is not in, where nothing translates it. */
const untranslated = z.enum(["hide", "keep", "remove"]).default("hide");

/** Pelican's plugin i18n_subsites: https://github.com/getpelican/pelican-plugins/tree/master/i18n_subsites */
export const subsites = {
  i18nSubsites: z
    .record(
      z.string().regex(/^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i, "write a language such as fr or pt_BR"),
      z.record(z.string(), z.unknown()),
    )
    .superRefine((parts, { addIssue }) => {
      const names = Object.keys(parts);
      const same = names.filter((name, at) => names.findIndex((one) => isSameFolder(one, name)) < at);
      for (const name of same) addIssue({ code: "custom", path: [name], message: sameFolder(name, names) });
    })
    .default({})
    .describe(
      'Languages that have a part of the site of their own, at /fr/, each with its settings: { "fr": { "siteName": "Haricots" } }. Its lists, feeds and menus are made of its pages, and are not in those of others.',
    ),
  i18nUntranslatedArticles: untranslated.describe(
    "What becomes of a post without a translation in the parts of the site of other languages: hide makes it a draft there, keep leaves it, remove leaves it out.",
  ),
  i18nUntranslatedPages: untranslated.describe("The same for pages: hide takes them out of menus."),
};

/** Disks of macOS and Windows do not tell capitals from small letters. */
function isSameFolder(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function sameFolder(name: string, names: readonly string[]): string {
  const other = names.find((one) => isSameFolder(one, name));
  return `/${name}/ and /${other}/ are one folder on macOS and Windows: write one of the two`;
}

/** What concerns all parts of a site together, and no part can have otherwise. */
const WHOLE: ReadonlySet<string> = new Set([
  "i18nSubsites",
  "siteUrl",
  "pathPrefix",
  "content",
  "ignoreFiles",
  "readers",
  "staticExcludes",
  "staticExcludeSources",
  "staticUrl",
  "staticSaveAs",
  "addresses",
  "defaultMetadata",
  "defaultDate",
  "extraPathMetadata",
  "pathMetadata",
  "filenameMetadata",
  "formattedFields",
  "templatePages",
  "outputSources",
  "outputSourcesExtension",
  "withFutureDates",
  "markdown",
  "math",
  "typogrify",
  "typogrifyIgnoreTags",
  "typogrifyOmitFilters",
  "typogrifyDashes",
  "sitemapSaveAs",
  "robotsSaveAs",
  "notFoundSaveAs",
  "redirectsSaveAs",
  "redirectPages",
  "headersSaveAs",
  "contentSecurityPolicy",
  "manifestSaveAs",
  "theme",
  "minify",
  "socialImages",
  "images",
  "removeOld",
  "ledger",
  "showDrafts",
  "namePrefix",
  "runHeaders",
  "fastPages",
  "host",
  "relativeUrls",
  "strict",
  "allowFindings",
  "elsewhere",
]);

type Values = Readonly<Record<string, unknown>>;

/** The settings of one part, over those of the site. */
export interface PartInput {
  /** Its language as it is written, which is its folder, too. */
  readonly name: string;
  readonly values: Values;
  readonly faults: readonly string[];
}

/**
 * Lays the settings of each language over the site's.
 *
 * @param values the site's
 * @param spread puts the settings that groups hold beside all others
 */
export function layOver(
  values: Values,
  spread: (values: Values) => { readonly values: Values; readonly faults: readonly string[] },
): PartInput[] {
  const { i18nSubsites: parts, ...site } = values;
  if (!isRecord(parts)) return [];
  return Object.entries(parts).flatMap(([name, given]) => {
    if (!isRecord(given)) return [];
    const own = spread(given);
    const ofWhole = Object.keys(own.values).filter((one) => WHOLE.has(one));
    const at = `i18nSubsites.${name}`;
    return {
      name,
      // Files are linked where the site has them, unless a part wants its own.
      values: { ...site, defaultLang: name, staticPaths: [], ...own.values },
      faults: [
        ...own.faults.map((fault) => `${at}.${fault}`),
        ...ofWhole.map((one) => `${at}.${one}: it is for the whole site; write it beside i18nSubsites`),
      ],
    };
  });
}

/** The settings that say where lists and feeds are. Those of pages are put below a part's folder with their headers. */
const OF_LISTS =
  /^(?:index|archives|(?:year|month|day)Archive|categor(?:y|ies)|authors?|tags?|search)(?:SaveAs|Url)$|Feed|^feed/;

/** The settings of a part: its lists and feeds are below its folder, at the addresses that they would have without it. */
export function belowFolder<Settings extends Values>(settings: Settings, folder: string): Settings {
  const put = (path: string) => (path === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path) ? path : join(folder, path));
  const moved = Object.entries(settings).flatMap(([name, value]) =>
    typeof value === "string" && OF_LISTS.test(name) && name !== "feedDomain" ? [[name, put(value)] as const] : [],
  );
  const { directTemplates, directTemplatesSaveAs: files } = settings;
  const own = Array.isArray(directTemplates) ? directTemplates : [];
  const saved = own.map((name: string) => {
    const file = isRecord(files) && Object.hasOwn(files, name) ? String(files[name]) : `${name}.html`;
    return [name, put(file)] as const;
  });
  const patterns = (settings.paginationPatterns as readonly (readonly [number, string, string])[]).map(
    ([from, ...ofPage]) => [from, ...ofPage.map((path) => (IN_FOLDER.test(path) ? path : put(path)))],
  );
  return {
    ...settings,
    ...Object.fromEntries(moved),
    directTemplatesSaveAs: Object.fromEntries(saved),
    paginationPatterns: patterns,
  };
}

/** Each of these stands for a path that begins with the folder. */
const IN_FOLDER = /\{(?:name|base_name|save_as|url)\}/;

function join(folder: string, path: string): string {
  return `${folder}/${path.replace(/^\/+/, "")}`;
}
