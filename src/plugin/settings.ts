import { z } from "zod";
import { messageOf, plainError } from "./findings/plain-error.ts";
import { isRecord } from "./maps/is-record.ts";
import { general } from "./settings/general.ts";
import { type Group, isSame, spreadGroups } from "./settings/groups.ts";
import { saveAs } from "./settings/kinds.ts";
import { feeds, lists } from "./settings/lists.ts";
import { more } from "./settings/more.ts";
import { wrongPlaceholders } from "./settings/placeholders.ts";
import { checked, orThrow, readOptions, unwrapped } from "./settings/read-options.ts";
import {
  headers,
  images,
  manifest,
  minify,
  notFound,
  redirects,
  robots,
  search,
  sitemap,
  socialImages,
  theme,
} from "./settings/site-wide.ts";
import { belowFolder, layOver, subsites } from "./settings/subsites.ts";
import { words } from "./settings/words.ts";

/**
 * The site's settings, under Pelican's names in camelCase and, where nothing else is said, with Pelican's defaults.
 * Source: https://docs.getpelican.com/en/latest/settings.html
 */
export const settingsSchema = z.strictObject({
  ...general,
  ...subsites,
  ...lists,
  ...feeds,
  ...sitemap,
  ...robots,
  ...notFound,
  ...search,
  ...redirects,
  ...headers,
  ...manifest,
  ...theme,
  ...minify,
  ...socialImages,
  ...images,
  ...words,
  ...more,
});

/**
 * What a site has or has not as a whole: each is an option that holds the settings of its rows above. Where nobody gives
 * one, its settings have their defaults.
 */
export const groups = {
  lists: group("Lists of posts: all, by date, by category, by author and by tag.", lists),
  feeds: group("Feeds of posts.", feeds),
  sitemap: group("The sitemap.", sitemap),
  robots: group("What search engines may read.", robots),
  notFound: group("The page for addresses that are not there.", notFound),
  search: group("The page on which the site is searched, and its index.", search, {
    on: { searchSaveAs: "search/index.html" },
  }),
  redirects: group("Redirects from old addresses, those of Aliases.", redirects),
  headers: group("Netlify's headers.", headers, { on: { headersSaveAs: "_headers" } }),
  manifest: group("What a phone shows when the site is on its home screen.", manifest, {
    on: { manifestSaveAs: "manifest.webmanifest" },
  }),
  socialImages: group(
    "A picture of each page's title.",
    {},
    { on: { socialImages: true }, off: { socialImages: false } },
  ),
  images: group("Images of texts in the formats and widths that browsers ask for.", images.images.unwrap().shape, {
    on: { images: {} },
    off: { images: { formats: [], attributes: false } },
  }),
  theme: group(
    "The layouts, includes and assets of the package.",
    { themeColor: theme.themeColor },
    { on: { theme: true }, off: { theme: false } },
  ),
  minify: group("Small pages, stylesheets and scripts.", {}, { on: { minify: true }, off: { minify: false } }),
} satisfies Readonly<Record<string, Group>>;

export type GroupName = keyof typeof groups;

/** @param switches what the settings are where it is on or off, beyond their defaults and beyond files without a name */
function group<Rows extends z.ZodRawShape>(
  about: string,
  rows: Rows,
  switches: Partial<Pick<Group, "on" | "off">> = {},
) {
  const files = Object.entries(rows).filter(([, row]) => unwrapped(row) === saveAs);
  const off = { ...Object.fromEntries(files.map(([name]) => [name, ""])), ...switches.off };
  return { about, settings: z.strictObject(rows), on: switches.on ?? {}, off };
}

/** Whether a site has something of what a group is about. */
export function isOn(settings: Settings, name: GroupName): boolean {
  const off: Readonly<Record<string, unknown>> = groups[name].off;
  return Object.entries(settings).some(([setting, value]) => setting in off && !isSame(value, off[setting]));
}

export type Settings = z.output<typeof settingsSchema> & {
  /**
   * The groups that nobody gave, where what they are about is made for those who ask for it: beside pages of Eleventy's own,
   * without the theme, or, of feeds, without the site's address.
   */
  readonly unasked?: readonly GroupName[];
  /** The settings of each part of the site that is in a language of its own; of a part itself, none. */
  readonly subsites?: readonly Settings[];
  /** The folder of such a part; undefined for the site itself. */
  readonly subsite?: string;
  /** The language as it is written in the options, where that is otherwise: pt_br. */
  readonly writtenLang?: string;
  /** The language of the whole site, in such a part. */
  readonly siteLang?: string;
};

export type SettingsInput = Omit<z.input<typeof settingsSchema>, GroupName | "i18nSubsites"> & {
  readonly i18nSubsites?: Readonly<Record<string, PelicanOptions>>;
} & {
  readonly [Name in keyof typeof groups]?: boolean | z.input<(typeof groups)[Name]["settings"]> | undefined;
};

/** The plugin's options: the site's settings, under Pelican's names in camelCase. All have defaults. */
export interface PelicanOptions extends SettingsInput {}

/**
 * Checks the settings and fills in the defaults.
 *
 * @param isMixed whether pages of Eleventy's own are beside Pelican's: then what nobody asked for is not made
 * @throws {Error} that names every wrong setting, and for a misspelt one the nearest
 */
export function readSettings(input: unknown, isMixed = false): Settings {
  if (!isRecord(input)) return readOptions(settingsSchema, input);
  const { values, faults, unasked } = spreadGroups({ ...input }, groups);
  const names = (Object.keys(groups) as GroupName[]).filter((name) => unasked.includes(name));
  // Without the site's own address, feeds are for those who ask for them.
  const isLess = (name: GroupName) =>
    (values.theme === false && PRINTED.has(name)) || (name === "feeds" && !values.siteUrl);
  const notMade = isMixed ? names : names.filter(isLess);
  // Its layouts serve a page that has none, and its assets those.
  const isOff = (name: GroupName) => name !== "theme" && (isMixed || name !== "feeds");
  const off = notMade.filter(isOff).map((name) => groups[name].off);
  const ofMixed = isMixed ? { staticPaths: [] } : {};
  const all = { ...ofMixed, ...Object.assign({}, ...off), ...values };
  const parts = layOver(all, (own) => spreadGroups(own, groups));
  const ofAddresses = [...wrongPlaceholders(all), ...filesWithoutList(all)];
  const ofOwn = [...faults, ...ofAddresses, ...parts.flatMap((part) => part.faults)];
  const known = { faults: ofOwn, names: Object.keys(groups) };
  const whole = checked(settingsSchema, all, known);
  const ofEach = parts.map(({ name, values: own }) => {
    const ofPart = wrongPlaceholders(own).map((fault) => `i18nSubsites.${name}.${fault}`);
    return checked(settingsSchema, own, { faults: ofPart, names: known.names }, `i18nSubsites.${name}.`);
  });
  const isOwn = (fault: string) => !whole.faults.includes(fault.replace(/^i18nSubsites\.[^.]*\./, ""));
  const faultsOfParts = ofEach.flatMap(({ faults: its }) => its.filter(isOwn));
  const settings = orThrow(whole.data, [...whole.faults, ...faultsOfParts]);
  const unaskedFor = notMade.length > 0 && { unasked: notMade };
  const ofParts = parts.map(({ name, values: own }, index): Settings => {
    return {
      ...belowFolder(ofEach[index]?.data ?? settings, name),
      ...unaskedFor,
      ...writtenIn(own),
      subsite: name,
      siteLang: settings.defaultLang,
    };
  });
  return { ...settings, ...unaskedFor, ...writtenIn(all), ...(ofParts.length > 0 && { subsites: ofParts }) };
}

/** Files of lists of one's own that are not among the lists. */
function filesWithoutList({
  directTemplates,
  directTemplatesSaveAs: files,
}: Readonly<Record<string, unknown>>): string[] {
  const names = Array.isArray(directTemplates) ? directTemplates.map(String) : [];
  const odd = isRecord(files) ? Object.keys(files).filter((name) => !names.includes(name)) : [];
  return odd.map(
    (name) => `directTemplatesSaveAs.${name}: there is no such list in directTemplates; add “${name}” to it`,
  );
}

/** What addresses have in place of {lang}, as Pelican's have it. */
function writtenIn({ defaultLang: lang }: Readonly<Record<string, unknown>>): Pick<Settings, "writtenLang"> {
  return typeof lang === "string" && lang.includes("_") ? { writtenLang: lang } : {};
}

/** What the theme's layouts print. */
const PRINTED: ReadonlySet<GroupName> = new Set(["lists", "notFound", "search"]);

/**
 * Reads a file of settings.
 *
 * @throws {Error} that names the file, where it is not JSON or has faults
 */
export function parseSettings(text: string, file: string): Settings {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw plainError(`${file} is not JSON: ${messageOf(error)}.`);
  }
  return readSettings(input);
}
