import { wordSet } from "../../plugin/maps/word-set.ts";

/** What follows where a setting of Pelican's is not taken over, the worst first. */
export const CONSEQUENCES = ["publishes", "moves", "drops", "looks", "nothing"] as const;

export type Consequence = (typeof CONSEQUENCES)[number];

/** Pelican's settings by what follows from them. Source: https://docs.getpelican.com/en/latest/settings.html */
const NAMES: Readonly<Record<Consequence, ReadonlySet<string>>> = {
  publishes: wordSet(
    "PATH ARTICLE_PATHS ARTICLE_EXCLUDES PAGE_PATHS PAGE_EXCLUDES STATIC_PATHS STATIC_EXCLUDES STATIC_EXCLUDE_SOURCES IGNORE_FILES READERS DEFAULT_METADATA EXTRA_PATH_METADATA PATH_METADATA FILENAME_METADATA WITH_FUTURE_DATES I18N_UNTRANSLATED_ARTICLES I18N_UNTRANSLATED_PAGES",
  ),
  moves: wordSet(
    "STATIC_URL SLUGIFY_SOURCE SLUGIFY_USE_UNICODE SLUGIFY_PRESERVE_CASE SLUG_REGEX_SUBSTITUTIONS AUTHOR_REGEX_SUBSTITUTIONS CATEGORY_REGEX_SUBSTITUTIONS TAG_REGEX_SUBSTITUTIONS PAGINATION_PATTERNS DEFAULT_LANG DEFAULT_CATEGORY DEFAULT_DATE USE_FOLDER_AS_CATEGORY TIMEZONE ARTICLE_TRANSLATION_ID PAGE_TRANSLATION_ID I18N_SUBSITES PELICAN_CLASS",
  ),
  drops: wordSet(
    "SITEURL FILES_TO_COPY DIRECT_TEMPLATES PAGINATED_TEMPLATES TEMPLATE_PAGES DEFAULT_PAGINATION DEFAULT_ORPHANS FEED_MAX_ITEMS OUTPUT_SOURCES OUTPUT_SOURCES_EXTENSION TEMPLATE_EXTENSIONS",
  ),
  looks: wordSet(
    "SITENAME SITESUBTITLE SITETITLE AUTHOR THEME THEME_STATIC_DIR THEME_STATIC_PATHS THEME_TEMPLATES_OVERRIDES CSS_FILE MARKDOWN TYPOGRIFY TYPOGRIFY_DASHES TYPOGRIFY_IGNORE_TAGS SUMMARY_MAX_LENGTH SUMMARY_MAX_PARAGRAPHS SUMMARY_END_SUFFIX RSS_FEED_SUMMARY_ONLY FEED_APPEND_REF FEED_DOMAIN ARTICLE_ORDER_BY PAGE_ORDER_BY NEWEST_FIRST_ARCHIVES REVERSE_CATEGORY_ORDER DISPLAY_PAGES_ON_MENU DISPLAY_CATEGORIES_ON_MENU MENUITEMS LINKS SOCIAL DEFAULT_DATE_FORMAT DATE_FORMATS LOCALE FORMATTED_FIELDS INTRASITE_LINK_REGEX RELATIVE_URLS JINJA_ENVIRONMENT JINJA_FILTERS JINJA_GLOBALS JINJA_TESTS PLUGINS MATH_JAX",
  ),
  nothing: wordSet(
    "OUTPUT_PATH DELETE_OUTPUT_DIRECTORY OUTPUT_RETENTION CACHE_CONTENT CACHE_PATH CONTENT_CACHING_LAYER GZIP_CACHE CHECK_MODIFIED_METHOD LOAD_CONTENT_CACHE WRITE_SELECTED LOG_FILTER PLUGIN_PATHS PORT BIND STATIC_CREATE_LINKS STATIC_CHECK_IF_MODIFIED DOCUTILS_SETTINGS MARKUP PYGMENTS_RST_OPTIONS AUTORELOAD_IGNORE_CACHE",
  ),
};

/** The names that are written out here: all but those of addresses and feeds. */
export function namesWithConsequence(): string[] {
  return CONSEQUENCES.flatMap((consequence) => [...NAMES[consequence]]);
}

const ADDRESS =
  /^(?:(?:ARTICLE|PAGE|DRAFT|DRAFT_PAGE)(?:_LANG)?|STATIC|CATEGORY|TAG|AUTHOR|INDEX|CATEGORIES|TAGS|AUTHORS|ARCHIVES|(?:YEAR|MONTH|DAY)_ARCHIVE)_(?:URL|SAVE_AS)$/;
const FEED = /^(?:(?:ALL|CATEGORY|AUTHOR|TAG|TRANSLATION)_)?FEED(?:_ALL)?_(?:ATOM|RSS)(?:_URL)?$/;

/** Undefined for what is no setting of Pelican's: a theme, a plugin or the site's author has made it. */
export function consequenceOf(name: string): Consequence | undefined {
  if (ADDRESS.test(name)) return "moves";
  if (FEED.test(name)) return "drops";
  return CONSEQUENCES.find((consequence) => NAMES[consequence].has(name));
}

/**
 * Whether a setting decides an address, or what is published: then it must be known. Without SITEURL the sitemap is missing, and
 * feeds are less than they were: each build says so.
 */
export function isDecisive(name: string): boolean {
  if (name === "SITEURL") return false;
  const consequence = consequenceOf(name);
  return consequence === "publishes" || consequence === "moves" || consequence === "drops";
}
