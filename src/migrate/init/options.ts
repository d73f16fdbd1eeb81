import nodePath from "node:path";
import { isWithin } from "../../plugin/files/is-within.ts";
import { relativePath } from "../../plugin/findings/relative-path.ts";
import { isRecord } from "../../plugin/maps/is-record.ts";
import { wordSet } from "../../plugin/maps/word-set.ts";
import { type PelicanOptions, type Settings, settingsSchema } from "../../plugin/settings.ts";
import { type Consequence, consequenceOf, namesWithConsequence } from "./consequences.ts";
import type { Converted, PelicanSetting } from "./converted.ts";
import { directTemplates } from "./direct-templates.ts";
import { faultOf } from "./fault-of.ts";
import type { Literal } from "./literal.ts";
import { convertMarkdown, readsFormulas } from "./markdown.ts";
import { dateOf, dictionaryOf, withoutNested } from "./metadata.ts";
import { namesOf, PAGE_HIERARCHY } from "./plugins.ts";
import { convertSubsites, SUBSITES } from "./subsites.ts";

/** What is one word in Pelican and two in the options. */
const RENAMED: Readonly<Record<string, string>> = { SITENAME: "siteName", SITEURL: "siteUrl" };

/** Pelican's lists of links, and the menus that have them here. */
const MENUS = new Map(Object.entries({ MENUITEMS: "top", LINKS: "footerLeft", SOCIAL: "footerRight" }));

/** The option of each of Pelican's settings. Those that are described as ours do not exist in Pelican. */
const OPTIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(settingsSchema.shape)
    .filter(([, { description }]) => !description?.endsWith("Ours."))
    .map(([option]) => [option.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase(), option] as const),
  ...Object.entries(RENAMED),
]);

/** Pelican's settings without an option here, and what takes their place. */
const UNSUPPORTED: readonly (readonly [names: string, instead: string])[] = [
  [
    "THEME THEME_TEMPLATES_OVERRIDES",
    "put your own layouts into _includes/layouts, and your own styles into _includes/assets/site.css",
  ],
  ["OUTPUT_PATH", "the site is written to _site"],
  ["PLUGINS PLUGIN_PATHS", "Pelican's plugins do not run here"],
  [
    "FILES_TO_COPY",
    "Pelican has not read it since 3.3: name the files in staticPaths, and where they go in extraPathMetadata",
  ],
  ["MARKUP", "Pelican has not read it since 3.3: a file is read by its ending"],
  [
    "MATH_JAX",
    "formulas are typeset as the site is built, without MathJax: equations have the numbers that \\tag gives them, and no others",
  ],
  ["SITESUBTITLE", "the package's layouts show none"],
];

/** For a text where one of these lists should be, Pelican takes its default. Source: `configure_settings` in its settings.py */
const LISTS = wordSet(
  "ARTICLE_EXCLUDES DEFAULT_METADATA DIRECT_TEMPLATES THEME_TEMPLATES_OVERRIDES IGNORE_FILES PLUGINS STATIC_EXCLUDES STATIC_PATHS THEME_STATIC_PATHS ARTICLE_PATHS PAGE_PATHS",
);

/** The option of one of Pelican's settings. */
export function optionOf(name: string): string | undefined {
  return OPTIONS.get(name);
}

/** The names of Pelican's settings. */
export function pelicansNames(): string[] {
  return [...new Set([...OPTIONS.keys(), ...MENUS.keys(), ...namesWithConsequence()])];
}

/**
 * The settings with paths from the content folder, where they are written out from the disk's root; Pelican takes both.
 *
 * @param content the content folder, absolute
 * @param path how the system writes paths
 */
export function withinContent(settings: readonly PelicanSetting[], content: string, path = nodePath): PelicanSetting[] {
  const within = (value: Literal): Literal => {
    if (typeof value === "string")
      return path.isAbsolute(value) && isWithin(value, content, path) ? relativePath(content, value, path) : value;
    return Array.isArray(value) ? value.map(within) : value;
  };
  return settings.map((setting) =>
    /_(?:PATHS|EXCLUDES)$/.test(setting.name) ? { ...setting, value: within(setting.value) } : setting,
  );
}

/** Converts the settings that have a counterpart here and a valid value. */
export function convert(settings: readonly PelicanSetting[]): Converted {
  const direct = directTemplates(settings);
  const converted = convertGiven(settings, direct.became);
  const ofFolders = addressesOfFolders(settings);
  const parts = convertSubsites(settings, converted.options, (own) => convertGiven(own, new Map()));
  return {
    options: {
      content: ["**/*"],
      // Pelican's defaults.
      pagePaths: ["pages"],
      articlePaths: [""],
      addresses: "url",
      withFutureDates: true,
      displayPagesOnMenu: true,
      displayCategoriesOnMenu: true,
      authorFeedAtom: "feeds/{slug}.atom.xml",
      authorFeedRss: "feeds/{slug}.rss.xml",
      translationFeedAtom: "feeds/all-{lang}.atom.xml",
      feedMaxItems: 0,
      ...direct.options,
      ...withPlugins(converted.options, settings),
      ...ofFolders,
      ...parts.options,
    },
    taken: [...converted.taken.filter(({ option }) => !(option in ofFolders)), ...parts.taken],
    notTaken: [...converted.notTaken, ...parts.notTaken],
  };
}

/** The settings that are given, and no defaults. */
function convertGiven(settings: readonly PelicanSetting[], ofTemplates: ReadonlyMap<string, string>): Converted {
  const path = pathOf(settings);
  const converted = settings.map((setting) => ({ ...setting, ...one(setting, ofTemplates, path) }));
  const links = converted.flatMap(({ links }) => (links ? [links] : []));
  return {
    options: {
      ...Object.fromEntries(converted.flatMap(({ option }) => (option ? [option] : []))),
      ...(links.length > 0 && { links: Object.fromEntries(links) }),
    },
    taken: converted.flatMap(({ name, place, became: option }) => (option ? [{ name, place, option }] : [])),
    notTaken: converted.flatMap(({ name, place, reason, consequence = consequenceOf(name) ?? "nothing" }) =>
      reason ? [{ name, place, reason, consequence }] : [],
    ),
  };
}

/** The texts of a setting that is a list. */
function textsOf(settings: readonly PelicanSetting[], setting: string): string[] {
  const value = settings.find(({ name }) => name === setting)?.value;
  return Array.isArray(value) ? value.filter((one: Literal) => typeof one === "string") : [];
}

/**
 * The addresses that the plugin page_hierarchy gives pages, whatever PAGE_URL says: the path that PATH_METADATA finds, else
 * that of the file.
 * Source: https://github.com/akhayyat/pelican-page-hierarchy
 */
function addressesOfFolders(settings: readonly PelicanSetting[]): PelicanOptions {
  if (!textsOf(settings, "PLUGINS").some((name) => namesOf(name).includes(PAGE_HIERARCHY))) return {};
  const found = settings.find(({ name }) => name === "PATH_METADATA")?.value;
  const hasPath = typeof found === "string" && found.includes("(?P<path>");
  const [url, saveAs] = ["{path}/", "{path}/index.html"];
  return {
    ...{ pageUrl: url, pageSaveAs: saveAs, pageLangUrl: url, pageLangSaveAs: saveAs },
    ...(!hasPath && { pathMetadata: "(?P<path>.*)\\..*" }),
  };
}

/** The options that stand for plugins, besides others. */
function withPlugins(options: PelicanOptions, settings: readonly PelicanSetting[]): PelicanOptions {
  const listed = (setting: string) => textsOf(settings, setting);
  const plugins = [...listed("PLUGINS"), ...listed("LIQUID_TAGS").map((tag) => `liquid_tags.${tag}`)];
  const hasTags = plugins.some((name) => /(?:^|\.)liquid[-_]tags(?:\.|$)|(?:ipynb|jupyter)\.liquid$/.test(name));
  // What shows notebooks typesets formulas as well.
  const hasMath =
    plugins.some((name) => /(?:^|[.-])(?:render[-_]math|latex|katex)$|notebook|ipynb|jupyter/.test(name)) ||
    settings.some(({ name, value }) => /^(?:MARKDOWN|MD_EXTENSIONS)$/.test(name) && readsFormulas(value));
  return {
    ...options,
    // What its authors saw is what Python-Markdown made of their texts.
    markdown: { exact: true, ...options.markdown, ...(hasTags && { liquid_tags: true }) },
    ...(hasMath && { math: true }),
  };
}

interface One {
  readonly option?: readonly [string, unknown];
  readonly links?: readonly [string, readonly object[]];
  /** The option's name, for people. */
  readonly became?: string;
  readonly reason?: string;
  /** Where it is another than that of the setting in general. */
  readonly consequence?: Consequence;
}

/** @param path the one that the site is below */
function one({ name, value }: PelicanSetting, became: ReadonlyMap<string, string>, path: string): One {
  if (LISTS.has(name) && typeof value === "string") {
    const reason = `it is a text where a list should be: as in Pelican, the default holds; write ["${value}"]`;
    return { reason, consequence: "nothing" };
  }
  const menu = MENUS.get(name);
  if (menu) return ofMenu(menu, value, path);
  if (name === "PATH" || name === SUBSITES) return {};
  if (name === "DIRECT_TEMPLATES") return { became: "directTemplates" };
  if (became.has(name)) return { became: became.get(name) ?? "" };
  if (name === "MARKDOWN" || name === "MD_EXTENSIONS") return ofMarkdown(value);
  const option = OPTIONS.get(name);
  if (option === undefined) return { reason: whyUnsupported(name) };
  const { value: adapted, left } = withoutNested(option, adapt(option, value));
  const fault = faultOf({ [option]: adapted });
  if (fault !== undefined) return { reason: fault };
  return { option: [option, adapted], became: option + caution(option, adapted, left) };
}

/** What comes from a repository has no times. */
const NO_TIMES = "; but git keeps no times of files: where a server fetches them, all have that of the fetching";

/** Adds to an option's name what its value does not do here, unlike in Pelican. */
function caution(option: string, value: Literal, left: readonly string[]): string {
  if (left.length > 0) return `; without ${left.join(" and ")}, for a field is a text`;
  if (option === "locale") return " for addresses; dates on pages follow these pages' languages, or DATE_FORMATS";
  return option === "defaultDate" && value === "fs" ? NO_TIMES : "";
}

/** Where an option is empty, Python has None or False. */
function adapt(option: string, value: Literal): Literal {
  if (option === "defaultPagination" || option === "feedMaxItems") return value || 0;
  // Pelican's own way to write it, and what {lang} is; some write the name of a locale, as in LOCALE.
  if (option === "defaultLang" && typeof value === "string") return value.replace(/[.@].*$/s, "").toLowerCase();
  if (option === "defaultMetadata" && Array.isArray(value)) return dictionaryOf(value);
  if (option === "locale") return value || "";
  if (option === "defaultDate") return Array.isArray(value) ? dateOf(value) : value || "";
  if (option.endsWith("nameMetadata") || option === "pathMetadata") return value || "";
  if (option === "paginatedTemplates" && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([list, size]) => [list, size || null]));
  }
  if (option.endsWith("TranslationId")) return value || null;
  // Without an order, Pelican leaves them as it has sorted them to find translations.
  if (option.endsWith("OrderBy")) return value || "slug";
  if (/SaveAs$|(?<!site|edit)Url$|Feed(?:All)?(?:Atom|Rss)$|^feedDomain$/i.test(option)) {
    // The placeholder of Pelican 3.
    const name = option.startsWith("translation") ? "{lang}" : "{slug}";
    return typeof value === "string" ? value.replaceAll("%s", name) : value || "";
  }
  return value;
}

/** A setting that is not Pelican's own belongs to a theme, to a plugin, or to the site's author. */
function whyUnsupported(name: string): string {
  const [, instead] = UNSUPPORTED.find(([names]) => wordSet(names).has(name)) ?? [];
  return instead ?? "it has no effect here";
}

/** The extensions that are not always on, and the options of those that are. */
function ofMarkdown(value: Literal): One {
  const { option, ignored } = convertMarkdown(value);
  return {
    ...(Object.keys(option).length > 0 && { option: ["markdown", option] as const, became: "markdown" }),
    ...(ignored.length > 0 && { reason: `without effect here: ${ignored.join(", ")}` }),
  };
}

/** Pairs of a title and an address. */
function ofMenu(menu: string, value: Literal, path: string): One {
  const pairs = Array.isArray(value) ? value : [];
  const links = pairs.flatMap((pair: Literal) => {
    const [title, url] = Array.isArray(pair) ? pair : [];
    return typeof title === "string" && typeof url === "string" && title && url ? [linkOf(title, url)] : [];
  });
  if (!Array.isArray(value) || pairs.length !== links.length)
    return { reason: "it is not a list of labels with addresses" };
  const beside =
    path === "" ? [] : links.filter(({ url }) => /^\/(?!\/)/.test(url) && !`${url}/`.startsWith(`${path}/`));
  const more = beside.length > 0 ? besidePath(beside[0]?.url ?? "", beside.length - 1, path) : "";
  return links.length === 0 ? {} : { links: [menu, links], became: `links.${menu}${more}` };
}

/** Pelican's themes link to such an address as it is written. */
function besidePath(url: string, others: number, path: string): string {
  const more = others === 0 ? "" : `, and so ${others === 1 ? "is 1 other" : `are ${others} others`}`;
  return `; “${url}” led to the root of the host and is ${path}${url} here${more}: write the address in full where the root is meant`;
}

/** The path of SITEURL, without a slash at its end. */
function pathOf(settings: readonly PelicanSetting[]): string {
  const value = settings.find(({ name }) => name === "SITEURL")?.value;
  return typeof value === "string" && URL.canParse(value) ? new URL(value).pathname.replace(/\/+$/, "") : "";
}

/** An address without a host is relative to the site's root. */
function linkOf(title: string, url: string): Settings["links"]["top"][number] {
  return { title, url: /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url) ? url : `/${url}` };
}
