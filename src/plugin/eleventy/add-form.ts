import { existsSync } from "node:fs";
import { join } from "node:path";
import { formFile } from "../form/form-files.ts";
import { formSite } from "../form/form-site.ts";
import { serveForm } from "../form/serve-form.ts";
import type { Gathered } from "../pages/read-pages.ts";
import type { Settings } from "../settings.ts";
import type { EleventyConfig } from "./config.ts";

type FormPages = Pick<Gathered, "pages" | "assets">;

/**
 * Adds the form to Eleventy's server. A page of the site's own at its address holds.
 *
 * @param gathered what the site is made of; undefined where it has nothing of ours
 */
export function addForm(config: EleventyConfig, settings: Settings, gathered: () => FormPages | undefined): void {
  const fileOf = (name: string) => {
    const { input, output } = config.directories;
    const all = gathered();
    // Eleventy's server sends what is copied from where it lies.
    if (!all || [output, input].some((folder) => existsSync(join(folder, "admin/index.html")))) return undefined;
    return formFile(name, "admin", () => formSite(".", input, all, settings));
  };
  // A configuration of the project's own may name a service to sign in to.
  const isAlone = () => !existsSync("admin/config.yml");
  config.setServerOptions({ middleware: [serveForm(fileOf, isAlone)] });
}
