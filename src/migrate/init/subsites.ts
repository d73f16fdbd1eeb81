import { isRecord } from "../../plugin/maps/is-record.ts";
import type { PelicanOptions } from "../../plugin/settings.ts";
import { consequenceOf } from "./consequences.ts";
import type { Converted, PelicanSetting } from "./converted.ts";
import { faultOf } from "./fault-of.ts";
import type { Literal } from "./literal.ts";

/** The setting of Pelican's plugin i18n_subsites: a language, and the settings that differ in it. */
export const SUBSITES = "I18N_SUBSITES";

/** What the plugin sets itself for each language, and what is of no meaning here. */
const ITS_OWN = new Set(["OUTPUT_PATH", "CACHE_PATH", "DEFAULT_LANG"]);

/**
 * I18N_SUBSITES as the option i18nSubsites: the settings of each language, converted as those of the site are.
 * Source: https://github.com/getpelican/pelican-plugins/tree/master/i18n_subsites
 *
 * @param site the options of the site, for menus that a language has only a part of
 * @param convert converts settings that are given
 */
export function convertSubsites(
  settings: readonly PelicanSetting[],
  site: PelicanOptions,
  convert: (settings: readonly PelicanSetting[]) => Converted,
): Converted {
  const setting = settings.find(({ name }) => name === SUBSITES);
  if (!setting) return NOTHING;
  const left = (reason: string): Converted => ({
    ...NOTHING,
    notTaken: [{ name: SUBSITES, place: setting.place, reason, consequence: "nothing" }],
  });
  if (!isLoaded(settings)) return left("as in Pelican, without the plugin i18n_subsites it has no effect");
  if (!isRecord(setting.value)) return left("it is not a dictionary of languages");
  const siteUrl = settings.find(({ name }) => name === "SITEURL")?.value;
  const parts = Object.entries(setting.value).map(([lang, value]) => {
    const given = isRecord(value) ? Object.entries(value) : [];
    const own = given.map(([name, one]) => ({ name, value: one, place: setting.place }));
    return partOf(lang, own, { site, siteUrl, convert, place: setting.place });
  });
  const named = parts.filter(({ fault }) => fault === undefined);
  return {
    options:
      named.length === 0 ? {} : { i18nSubsites: Object.fromEntries(named.map((one) => [one.lang, one.options])) },
    taken: [
      { name: SUBSITES, place: setting.place, option: `i18nSubsites: ${named.map(({ lang }) => lang).join(", ")}` },
    ],
    notTaken: parts.flatMap(({ notTaken }) => notTaken),
  };
}

const NOTHING: Converted = { options: {}, taken: [], notTaken: [] };

interface Around {
  readonly site: PelicanOptions;
  readonly siteUrl: Literal | undefined;
  readonly convert: (settings: readonly PelicanSetting[]) => Converted;
  readonly place: string;
}

function partOf(lang: string, given: readonly PelicanSetting[], { site, siteUrl, convert, place }: Around) {
  const told = (name: string, reason: string, consequence = consequenceOf(name) ?? "nothing") => {
    return { name: `${SUBSITES} ${lang}: ${name}`, place, reason, consequence };
  };
  const address = given.find(({ name }) => name === "SITEURL")?.value;
  const isElsewhere = typeof address === "string" && folderOf(address, siteUrl) !== lang;
  const converted = convert(given.filter(({ name }) => name !== "SITEURL" && !ITS_OWN.has(name)));
  const options = Object.entries(converted.options).map(([option, value]) => {
    return { option, value, fault: faultOf({ i18nSubsites: { [lang]: { [option]: value } } }) };
  });
  const nameOf = (option: string) => converted.taken.find((one) => one.option === option)?.name ?? option;
  const name = lang.toLowerCase();
  const links = converted.options.links && { ...site.links, ...converted.options.links };
  return {
    lang,
    fault: faultOf({ i18nSubsites: { [lang]: {} } }),
    options: {
      // Pelican compares languages in lower case.
      ...(name !== lang && { defaultLang: name }),
      ...Object.fromEntries(
        options.flatMap(({ option, value, fault }) => (fault === undefined ? [[option, value]] : [])),
      ),
      ...(links && { links }),
    },
    notTaken: [
      ...(isElsewhere ? [told("SITEURL", `this part of the site is at /${lang}/`, "moves")] : []),
      ...converted.notTaken.map((one) => told(one.name, one.reason)),
      ...options.flatMap(({ option, fault }) => (fault === undefined ? [] : [told(nameOf(option), fault)])),
    ],
  };
}

/** Without a list of plugins, Pelican loads what is installed. */
function isLoaded(settings: readonly PelicanSetting[]): boolean {
  const plugins = settings.find(({ name }) => name === "PLUGINS")?.value ?? null;
  return !Array.isArray(plugins) || plugins.some((one) => typeof one === "string" && /i18n[-_]subsites/.test(one));
}

/** The folder of an address, from that of the site, which may be another one while somebody writes. */
function folderOf(address: string, siteUrl: Literal | undefined): string {
  const below = typeof siteUrl === "string" && address.startsWith(siteUrl) ? address.slice(siteUrl.length) : address;
  return below.replace(/^https?:\/\/[^/]*/, "").replace(/^\/+|\/+$/g, "");
}
