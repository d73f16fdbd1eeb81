import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { libraryFolder } from "../files/libraries.ts";
import { cmsConfig, type FormSite, formNames } from "./config.ts";

/** Compiled, the form lies in `dist`; in the repository it is a folder of the project. */
const PLACES = ["../../admin/", "../../../admin/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** More than so many would be one file of half a megabyte, which nobody has to read; fewer, no reader refuses. */
const MOST_ALIASES = 90;

/** The library loads its fonts from elsewhere, and brings them along all the same. */
const FONTS = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/[\w-]+\.woff2/g;

/**
 * A file of the form by its name below `/admin/`: one of the project's own folder `admin` goes before the package's;
 * the configuration and the list of fields are made of the site. Nothing comes from the network.
 *
 * @param own the project's folder `admin`
 * @returns undefined for what is no file of the form, or where its library is not installed
 */
export function formFile(name: string, own: string, site: () => FormSite): Buffer | string | undefined {
  const library = libraryFolder("@sveltia/cms");
  if (library === undefined) return undefined;
  const read = (folder: string, path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined;
  if (name === "sveltia-cms.js") {
    return read(join(library, "dist"), name)?.toString("utf8").replace(FONTS, "/admin/fonts/$1.woff2");
  }
  if (/^chunks\/[a-z-]+\.js$/.test(name)) return read(join(library, "dist"), name);
  const [, font] = /^fonts\/([a-z0-9-]+)\.woff2$/.exec(name) ?? [];
  if (font !== undefined) {
    const fonts = join(library, "npm/assets");
    const file = readdirSync(fonts).find((one) => one.startsWith(`${font}-`) && one.endsWith(".woff2"));
    return file === undefined ? undefined : readFileSync(join(fonts, file));
  }
  if (!/^[a-z-]+\.(?:html|js|yml)$/.test(name)) return undefined;
  return [own, ...PLACES].map((folder) => read(folder, name)).find((bytes) => bytes !== undefined) ?? made(name, site);
}

/** What is made of the site as it is when it is asked for. */
function made(name: string, site: () => FormSite): string | undefined {
  if (name === "fields.js") return `export const FIELDS = ${JSON.stringify(formNames(site()), null, 2)};\n`;
  if (name !== "config.yml") return undefined;
  const about = site();
  return stringify(cmsConfig(about), { aliasDuplicateObjects: about.folders.length <= MOST_ALIASES, lineWidth: 0 });
}
