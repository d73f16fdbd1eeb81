import { type PelicanOptions, readSettings, settingsSchema } from "../../plugin/settings.ts";
import type { Literal } from "./literal.ts";
import { REPLACED } from "./without-effect.ts";

/** A setting of Pelican's, and where it is written. */
export interface PelicanSetting {
  readonly name: string;
  readonly value: Literal;
  /** The file and line, for messages. */
  readonly place: string;
}

/** A setting that is not taken over, and why. */
export interface NotTaken {
  readonly name: string;
  readonly place: string;
  readonly reason: string;
}

/** What the settings of a `pelicanconf.py` come to here. */
export interface Converted {
  readonly options: PelicanOptions;
  /** The settings that were taken over, each with the option it became. */
  readonly taken: readonly { readonly name: string; readonly place: string; readonly option: string }[];
  readonly notTaken: readonly NotTaken[];
}

/** What Pelican writes in two words and the options in one. */
const RENAMED: Readonly<Record<string, string>> = { SITENAME: "siteName", SITEURL: "siteUrl" };

/** Pelican's lists of links in menus, and the menus that have them here. */
const MENUS: Readonly<Record<string, "top" | "footerLeft" | "footerRight">> = {
  MENUITEMS: "top",
  LINKS: "footerLeft",
  SOCIAL: "footerRight",
};

/** The option of each of Pelican's settings; those that are described as ours Pelican does not know. */
const OPTIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(settingsSchema.shape)
    .filter(([, { description }]) => !description?.endsWith("Ours."))
    .map(([option]) => [option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), option] as const),
  ...Object.entries(RENAMED),
]);

/** The lists that Pelican writes unless DIRECT_TEMPLATES leaves them out. */
const DIRECT: Readonly<Record<string, string>> = {
  index: "indexSaveAs",
  categories: "categoriesSaveAs",
  authors: "authorsSaveAs",
  tags: "tagsSaveAs",
  archives: "archivesSaveAs",
};

/** Takes over what has a counterpart here and a value that holds. */
export function convert(settings: readonly PelicanSetting[]): Converted {
  const converted = settings.map((setting) => ({ setting, ...one(setting) }));
  const direct = settings.find(({ name }) => name === "DIRECT_TEMPLATES");
  const links = converted.flatMap(({ links }) => (links ? [links] : []));
  return {
    options: {
      // As Pelican has it, if it is not told otherwise.
      withFutureDates: true,
      displayPagesOnMenu: true,
      ...(direct && listsLeftOut(direct.value)),
      ...Object.fromEntries(converted.flatMap(({ option }) => (option ? [option] : []))),
      ...(links.length > 0 && { links: Object.fromEntries(links) }),
    },
    taken: converted.flatMap(({ setting: { name, place }, became }) =>
      became === undefined ? [] : [{ name, place, option: became }],
    ),
    notTaken: converted.flatMap(({ setting: { name, place }, reason }) =>
      reason === undefined ? [] : [{ name, place, reason }],
    ),
  };
}

interface One {
  readonly option?: readonly [string, unknown];
  readonly links?: readonly [string, readonly object[]];
  /** The option's name, for people. */
  readonly became?: string;
  readonly reason?: string;
}

function one({ name, value }: PelicanSetting): One {
  const menu = MENUS[name];
  if (menu) return ofMenu(menu, value);
  if (name === "PATH") return {};
  if (name === "DIRECT_TEMPLATES") return { became: "the …SaveAs of the lists" };
  const option = OPTIONS.get(name);
  if (option === undefined) return { reason: withoutEffect(name) };
  const adapted = adapt(option, value);
  const fault = faultOf({ [option]: adapted });
  return fault === undefined
    ? { option: [option, adapted], became: option + caution(option, adapted) }
    : { reason: fault };
}

/** What to know of an option's value, where it does not do all that it does in Pelican. */
function caution(option: string, value: Literal): string {
  const path = option === "siteUrl" && typeof value === "string" && value !== "" ? new URL(value).pathname : "/";
  return path === "/" ? "" : `; but links begin at the host's root, not at ${path}`;
}

/** Python says None or False where an option is empty. */
function adapt(option: string, value: Literal): Literal {
  if (option === "defaultPagination") return value || 0;
  if (/SaveAs$|^feedAll|Feed(?:Atom|Rss)$/.test(option)) {
    // As Pelican 3 wrote it.
    return typeof value === "string" ? value.replaceAll("%s", "{slug}") : value || "";
  }
  return value;
}

/** What is wrong with an option, in words. */
function faultOf(option: PelicanOptions | Readonly<Record<string, unknown>>): string | undefined {
  try {
    readSettings(option);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.split("\n").slice(1).join(" ").trim();
  }
}

/** Whatever is not Pelican's own is a theme's, a plugin's, or somebody's. */
function withoutEffect(name: string): string {
  const saveAs = name.replace(/_URL$/, "_SAVE_AS");
  const isAddress = saveAs !== name && OPTIONS.has(saveAs);
  return REPLACED.get(name) ?? (isAddress ? `the address follows from ${saveAs}` : "it has no effect here");
}

/** Pairs of a label and an address. */
function ofMenu(menu: string, value: Literal): One {
  const pairs = Array.isArray(value) ? value : [];
  const links = pairs.flatMap((pair: Literal) => {
    const [label, href] = Array.isArray(pair) ? pair : [];
    return typeof label === "string" && typeof href === "string" && label && href ? [linkOf(label, href)] : [];
  });
  if (pairs.length !== links.length || !Array.isArray(value))
    return { reason: "it is no list of labels with addresses" };
  return links.length === 0 ? {} : { links: [menu, links], became: `links.${menu}` };
}

/** An address without a host counts from the site's root. */
function linkOf(label: string, href: string): object {
  return { label, href: /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(href) ? href : `/${href}` };
}

function listsLeftOut(value: Literal): PelicanOptions {
  const kept: readonly Literal[] = Array.isArray(value) ? value : Object.keys(DIRECT);
  return Object.fromEntries(
    Object.entries(DIRECT).flatMap(([list, option]) => (kept.includes(list) ? [] : [[option, ""]])),
  );
}
