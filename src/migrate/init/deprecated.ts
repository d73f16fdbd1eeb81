import { isRecord } from "../../plugin/maps/is-record.ts";
import type { PelicanSetting } from "./converted.ts";
import type { Literal } from "./literal.ts";

type Renew = (value: Literal, settings: ReadonlyMap<string, Literal>) => Readonly<Record<string, Literal>>;

const asList = (value: Literal): Literal => [value];
const renamed =
  (name: string): Renew =>
  (value) => ({ [name]: value });

/**
 * Names of earlier Pelicans, and what Pelican itself makes of them.
 * Source: `handle_deprecated_settings` in Pelican's settings.py
 */
const RENEWED: Readonly<Record<string, Renew>> = {
  ARTICLE_DIR: (value) => ({ ARTICLE_PATHS: asList(value) }),
  PAGE_DIR: (value) => ({ PAGE_PATHS: asList(value) }),
  PLUGIN_PATH: renamed("PLUGIN_PATHS"),
  EXTRA_TEMPLATES_PATHS: renamed("THEME_TEMPLATES_OVERRIDES"),
  JINJA_EXTENSIONS: (value) => ({ JINJA_ENVIRONMENT: { extensions: value } }),
  FEED: renamed("FEED_ATOM"),
  TAG_FEED: renamed("TAG_FEED_ATOM"),
  CATEGORY_FEED: renamed("CATEGORY_FEED_ATOM"),
  TRANSLATION_FEED: renamed("TRANSLATION_FEED_ATOM"),
  SLUG_SUBSTITUTIONS: (value, settings) => ({
    SLUG_REGEX_SUBSTITUTIONS: asPatterns(value),
    // Those of terms begin with the ones of slugs, those of authors with nothing.
    AUTHOR_REGEX_SUBSTITUTIONS: asPatterns(settings.get("AUTHOR_SUBSTITUTIONS") ?? []),
  }),
  CATEGORY_SUBSTITUTIONS: ofTerms("CATEGORY"),
  TAG_SUBSTITUTIONS: ofTerms("TAG"),
  AUTHOR_SUBSTITUTIONS: (value) => ({ AUTHOR_REGEX_SUBSTITUTIONS: asPatterns(value) }),
  PAGINATED_DIRECT_TEMPLATES: (value, settings) => ({
    PAGINATED_TEMPLATES: {
      ...(dictionaryOf(settings.get("PAGINATED_TEMPLATES")) ?? { tag: null, category: null, author: null }),
      ...Object.fromEntries(textsOf(value).map((list) => [list, null])),
    },
  }),
  CLEAN_URLS: (value) => (value ? CLEAN : {}),
  ARTICLE_PERMALINK_STRUCTURE: (value, settings) =>
    typeof value === "string" && value !== "" ? below(value, settings) : {},
};

const CLEAN: Readonly<Record<string, string>> = {
  ARTICLE_URL: "{slug}/",
  ARTICLE_LANG_URL: "{slug}-{lang}/",
  PAGE_URL: "pages/{slug}/",
  PAGE_LANG_URL: "pages/{slug}-{lang}/",
};

/** All addresses that a structure for posts was put before, and Pelican's defaults for them. */
const STRUCTURED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ARTICLE: "", PAGE: "pages/", DRAFT: "drafts/" }).flatMap(([kind, folder]) =>
    ["", "LANG_"].flatMap((lang) =>
      ["URL", "SAVE_AS"].map((what) => [`${kind}_${lang}${what}`, `${folder}{slug}${lang && "-{lang}"}.html`]),
    ),
  ),
);

/** `/%Y/%(category)s` becomes `{date:%Y}/{category}`. */
function below(structure: string, settings: ReadonlyMap<string, Literal>): Readonly<Record<string, Literal>> {
  const folder = structure
    .replace(/%\((\w+)\)s/g, "{$1}")
    .replace(/%[A-Za-z]/g, "{date:$&}")
    .replace(/^\/|\/$/g, "");
  return Object.fromEntries(
    Object.entries(STRUCTURED).map(([name, usual]) => {
      const value = settings.get(name);
      return [name, `${folder}/${typeof value === "string" ? value : usual}`];
    }),
  );
}

function ofTerms(kind: string): Renew {
  return (value, settings) => {
    const before = settings.get("SLUG_SUBSTITUTIONS");
    return { [`${kind}_REGEX_SUBSTITUTIONS`]: asPatterns([...listOf(before), ...listOf(value)]) };
  };
}

const TRIM: readonly Literal[] = [
  ["(?u)\\A\\s*", ""],
  ["(?u)\\s*\\Z", ""],
];

/** Texts and what takes their places, as patterns; a third part that is true leaves other characters as they are. */
function asPatterns(value: Literal): Literal {
  const pairs = listOf(value).map(listOf);
  const isKept = pairs.some(([, , skip]) => Boolean(skip));
  const patterns = pairs.map(([from, to]) => [escaped(String(from ?? "")), String(to ?? "").replaceAll("\\", "\\\\")]);
  return isKept ? [...patterns, ...TRIM] : [...patterns, ["[^\\w\\s-]", ""], ...TRIM, ["[-\\s]+", "-"]];
}

/** Python's `re.escape`. */
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|\-#&~\s]/g, "\\$&");

const listOf = (value: Literal | undefined): readonly Literal[] => (Array.isArray(value) ? value : []);
const textsOf = (value: Literal) => listOf(value).filter((one: Literal) => typeof one === "string");

function dictionaryOf(value: Literal | undefined): Readonly<Record<string, Literal>> | undefined {
  return value !== undefined && isRecord(value) ? value : undefined;
}

/** The settings, those with names of earlier Pelicans under today's: Pelican, too, puts them over what is set under these. */
export function renewed(settings: readonly PelicanSetting[]): PelicanSetting[] {
  const values = new Map(settings.map(({ name, value }) => [name, value]));
  const isOld = ({ name }: PelicanSetting) => Object.hasOwn(RENEWED, name);
  const ofOld = settings.filter(isOld).flatMap((setting) => {
    const made = RENEWED[setting.name]?.(setting.value, values) ?? {};
    return Object.entries(made).map(([name, value]) => ({ name, value, place: setting.place }));
  });
  const all = [...settings.filter((setting) => !isOld(setting)), ...ofOld];
  return [...new Map(all.map((setting) => [setting.name, setting])).values()];
}
