import { listOf } from "../../plugin/findings/list-of.ts";
import { nearest } from "../../plugin/findings/nearest.ts";
import { greatest } from "../../plugin/maps/many.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import { CONSEQUENCES, type Consequence, consequenceOf, isDecisive } from "./consequences.ts";
import type { Converted, NotTaken } from "./converted.ts";
import type { Literal } from "./literal.ts";
import { optionOf, pelicansNames } from "./options.ts";
import { type PluginTold, pluginsTold } from "./plugins.ts";
import type { Pelicanconf } from "./settings-files.ts";

/** How many posts and pages there are: as many addresses may move. */
export interface Counts {
  readonly posts: number;
  readonly pages: number;
}

type Told = NotTaken & { readonly consequence: Consequence };

const HEADINGS: Readonly<Record<Exclude<Consequence, "nothing">, string>> = {
  publishes: "May publish what was kept back",
  moves: "May move addresses",
  drops: "May drop feeds or lists",
  looks: "Looks only",
};

/** What was taken over and what follows where it was not, the worst first, in paragraphs; the last one sums it up. */
export function tellSettings(conf: Pelicanconf, { taken, notTaken }: Converted, counts: Counts): string[] {
  // Where a setting is not taken over whatever its value, it does not matter that this is not known.
  const left = new Set(notTaken.map(({ name }) => name));
  const unknown = conf.unread.filter(({ name }) => !left.has(name));
  const unread = unknown.map((one) => ({ ...one, consequence: consequenceOf(one.name) ?? unreadConsequence(one) }));
  const named = conf.settings.find(({ name }) => name === "PLUGINS")?.value ?? [];
  // Plugins are told one by one, where they are a list.
  const isApart = ({ name }: NotTaken) => name === "THEME" || (name === "PLUGINS" && typeof named !== "string");
  const all: Told[] = [...unread, ...notTaken].filter((one) => !isApart(one));
  const plugins = pluginsTold(named);
  const theme = conf.settings.find(({ name }) => name === "THEME");
  const of = (consequence: Consequence) => all.filter((one) => one.consequence === consequence);
  const doubts = [...conf.doubts, ...misspelt(conf)];
  return [
    ...table(
      "Most likely not meant so:",
      doubts.map(({ place, name, reason }) => [place, name, reason]),
    ),
    ...table(
      "Taken over:",
      taken.map(({ place, name, option }) => [place, name, `is now ${option}`]),
    ),
    ...CONSEQUENCES.flatMap((consequence) =>
      consequence === "nothing" ? [] : told(consequence, of(consequence), counts),
    ),
    ...nothingToDo(of("nothing")),
    ...table(
      "Plugins, which do not run here:",
      plugins.map(({ name, text }) => [name, text]),
    ),
    ...(theme ? [tellTheme(theme.place, theme.value)] : []),
    summary(taken.length, all, plugins),
  ];
}

/** Settings that are none of Pelican's by a typing error; one that is there beside the right one is another. */
function misspelt({ settings }: Pelicanconf): NotTaken[] {
  const there = new Set(settings.map(({ name }) => name));
  return settings.flatMap(({ name, place }) => {
    const near = consequenceOf(name) || optionOf(name) ? undefined : nearest(name, pelicansNames(), TYPING_ERROR);
    return near === undefined || there.has(near)
      ? []
      : [{ name, place, reason: `Pelican has no such setting: did you mean ${near}?` }];
  });
}

/** One letter of six to eleven is wrong. */
const TYPING_ERROR = 6;

/** A line that is not understood may set anything; what a name of nobody's holds is nobody's loss. */
const unreadConsequence = ({ name }: NotTaken): Consequence => (name === "" ? "moves" : "nothing");

function told(consequence: Exclude<Consequence, "nothing">, all: readonly Told[], counts: Counts): string[] {
  const rows = all.map(({ place, name, reason }) => [place, name, reason] as const);
  const heading = HEADINGS[consequence];
  return table(consequence === "moves" ? `${heading} (${howMany(all, counts)}):` : `${heading}:`, rows);
}

/** Of which sort the addresses are that would move. */
function howMany(all: readonly Told[], { posts, pages }: Counts): string {
  const isOf = (pattern: RegExp) => all.some(({ name }) => pattern.test(name));
  const ofPosts = isOf(/^(?:ARTICLE|DRAFT)_(?!PAGE)|^(?:DEFAULT_(?:CATEGORY|DATE)|USE_FOLDER)/);
  const ofPages = isOf(/^(?:PAGE|DRAFT_PAGE)_/);
  const ofLists = isOf(/^(?:TAG|CATEGORY|AUTHOR|INDEX|ARCHIVES|CATEGORIES|TAGS|AUTHORS|YEAR|MONTH|DAY|PAGINATION)_/);
  const isAll = !ofPosts && !ofPages && !ofLists;
  if (ofLists && !ofPosts && !ofPages) return "those of lists";
  const parts = [
    ...(ofPosts || isAll ? [`${posts} ${posts === 1 ? "post" : "posts"}`] : []),
    ...(ofPages || isAll ? [`${pages} ${pages === 1 ? "page" : "pages"}`] : []),
    ...(ofLists ? ["lists"] : []),
  ];
  return `of up to ${listOf(parts)}`;
}

/** More are only counted. */
const MOST_NAMES = 12;

function nothingToDo(all: readonly Told[]): string[] {
  const isPelicans = ({ name }: Told) => consequenceOf(name) !== undefined;
  const own = [...new Set(all.filter((one) => !isPelicans(one)).map(({ name }) => name))];
  const more = own.length - MOST_NAMES;
  const names = own.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
  const rows = all.filter(isPelicans).map(({ place, name, reason }) => [place, name, reason] as const);
  return [
    ...table("Nothing to do:", rows),
    ...(own.length > 0 ? [`Of a theme, a plugin or your own, and without effect here: ${names}.`] : []),
  ];
}

function tellTheme(place: string, value: Literal): string {
  const name = typeof value === "string" ? value.replace(/^.*\/(?=.)/, "") : "";
  return `Theme${name === "" ? "" : ` “${name}”`} (${place}): Pelican's themes are in Jinja, and do not run here. The package's layouts take its place;
put your own into _includes/layouts, and your own styles into _includes/assets/site.css.`;
}

function summary(taken: number, all: readonly Told[], plugins: readonly PluginTold[]): string {
  const count = (...of: readonly Consequence[]) => all.filter(({ consequence }) => of.includes(consequence)).length;
  const [grave, looks] = [count("publishes", "moves", "drops"), count("looks")];
  const moving = plugins.filter(({ kind }) => kind === "moves").length;
  const missing = plugins.filter(({ kind }) => kind === "missing").length + moving;
  const settings = `${taken} ${taken === 1 ? "setting is" : "settings are"} taken over`;
  const others =
    grave > 0
      ? `${grave} ${grave === 1 ? "is" : "are"} not and may change what is published, addresses, feeds or lists: read these above`
      : "none that is left out changes an address, a feed or what is published";
  const ofLooks =
    looks === 0 ? "Nothing else changes looks" : `${looks} more ${looks === 1 ? "changes" : "change"} looks only`;
  const ofMoving = moving === 0 ? "" : ` Addresses move with ${moving} of the plugins that are missed: read it above.`;
  const ofPlugins =
    missing === 0 ? "" : `; ${missing} of ${plugins.length} plugins ${missing === 1 ? "is" : "are"} missed`;
  return [
    `In short: ${settings}; ${others}.${ofMoving}`,
    `${ofLooks}${ofPlugins}.`,
    "See for yourself with: npx eleventy --serve, at http://localhost:8080/",
  ].join("\n");
}

/** The message where a file of settings is no Python: what is read behind the fault may not be what was meant. */
export function tellFaults(faults: Pelicanconf["faults"]): string {
  return [
    "Nothing was written: Pelican cannot read these settings, and what is in them is not known.",
    ...faults.map(({ place, reason }) => `${place}  This is not valid Python: ${reason}.`),
    "Mend that, and run eleventy-pelican init again; with --force it goes on, with as much as it can read.",
  ].join("\n\n");
}

/** What ends `init`: settings that decide addresses or what is published, and are not known. */
export function unknownSettings(unread: readonly NotTaken[]): NotTaken[] {
  return unread.filter(({ name }) => isDecisive(name) && optionOf(name) !== undefined);
}

/** The message about them. */
export function tellUnknown(unknown: readonly NotTaken[]): string {
  const parts = unknown.map(
    ({ place, name, reason }) =>
      `${place}  ${name}: ${reason}\n→ Write its value there as it is, or go on with --force and write ${optionOf(name)}: … in eleventy.config.js.`,
  );
  return [
    "Nothing was written: these settings decide addresses, or what is published, and their values cannot be worked out without running Python.",
    ...parts,
    "Then run eleventy-pelican init again; with --force it goes on, with what is said to be used or Pelican's defaults.",
  ].join("\n\n");
}

/** Rows in columns; nothing without rows. */
function table(heading: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const width = memoize((column: number) => greatest(rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `  ${row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(width(at)))).join("  ")}`,
  );
  return [[heading, ...lines].join("\n")];
}
