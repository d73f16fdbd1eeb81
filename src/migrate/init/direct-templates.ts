import { DIRECT_TEMPLATES } from "../../plugin/lists/direct-templates.ts";
import type { PelicanOptions } from "../../plugin/settings.ts";
import type { Literal } from "./literal.ts";

/** What themes have a template for and is built in here, with the option of its file and what that is named. */
const BUILT_IN: Readonly<Record<string, { readonly option: keyof PelicanOptions; readonly file: RegExp }>> = {
  "404": { option: "notFoundSaveAs", file: /\.html?$/ },
  search: { option: "searchSaveAs", file: /\.html?$/ },
  sitemap: { option: "sitemapSaveAs", file: /\.xml$/ },
  robots: { option: "robotsSaveAs", file: /\.txt$/ },
};

/** Whose `…_SAVE_AS` says where each page of a kind is: where a template is named so, too, it means both. */
const KINDS = new Set("article page draft tag category author year_archive month_archive day_archive".split(" "));

export interface DirectTemplates {
  readonly options: PelicanOptions;
  /** The settings that say where they, and nothing else, are written, each with the option that it became. */
  readonly became: ReadonlyMap<string, string>;
}

/**
 * DIRECT_TEMPLATES with the setting `…_SAVE_AS` of each that is not one of Pelican's five, as options. All are named, those
 * too that Pelican has by itself: it writes them even of no posts.
 */
export function directTemplates(
  settings: readonly { readonly name: string; readonly value: Literal }[],
): DirectTemplates {
  const values = new Map(settings.map(({ name, value }) => [name, value] as const).reverse());
  const valueIn = (name: string) => values.get(name);
  const given = valueIn("DIRECT_TEMPLATES");
  const names = Array.isArray(given) ? given.filter((one: Literal) => typeof one === "string") : DIRECT_TEMPLATES;
  const known: readonly string[] = DIRECT_TEMPLATES;
  const others = names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const setting = `${name.toUpperCase()}_SAVE_AS`;
      const value = valueIn(setting);
      const saveAs = value === undefined ? `${name}.html` : typeof value === "string" ? value : "";
      const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
      return {
        name,
        setting,
        isSet: value !== undefined,
        saveAs,
        option: builtIn?.file.test(saveAs) && builtIn.option,
      };
    });
  const own = others.filter(({ option }) => !option);
  const ofPackage = new Set(others.filter(({ option }) => option).map(({ name }) => name));
  const files = own.filter(({ isSet }) => isSet).map(({ name, saveAs }) => [name, saveAs] as const);
  return {
    options: {
      directTemplates: names.filter((name) => !ofPackage.has(name)),
      ...(files.length > 0 && { directTemplatesSaveAs: Object.fromEntries(files) }),
      ...Object.fromEntries(others.flatMap(({ option, saveAs }) => (option ? [[option, saveAs] as const] : []))),
    },
    became: new Map(
      others
        .filter(({ name }) => !KINDS.has(name))
        .map(({ setting, option }) => [setting, option || "directTemplatesSaveAs"]),
    ),
  };
}
