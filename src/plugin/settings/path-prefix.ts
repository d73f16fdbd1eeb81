import { IN_SETTINGS } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";

interface Where {
  readonly siteUrl: string;
  readonly pathPrefix: string;
}

/**
 * The path of its host that a site is below, without a slash at its end, and empty for none: the one that it names itself, or
 * that Eleventy was given, or else that of its address.
 *
 * @param eleventys Eleventy's own `pathPrefix`
 */
export function pathPrefixOf({ siteUrl, pathPrefix }: Where, eleventys = ""): string {
  return tidy(pathPrefix) || tidy(eleventys) || pathOf(siteUrl);
}

/** Settings in which the site's address has the path that the site is below: where the two differ, the path holds. */
export function withPath<Settings extends Where>(
  settings: Settings,
): { readonly settings: Settings; readonly reports: readonly Report[] } {
  const { siteUrl } = settings;
  const pathPrefix = pathPrefixOf(settings);
  if (siteUrl === "" || pathPrefix === pathOf(siteUrl)) return { settings: { ...settings, pathPrefix }, reports: [] };
  return {
    settings: { ...settings, pathPrefix, siteUrl: new URL(siteUrl).origin + pathPrefix },
    reports: [report("path-differs", IN_SETTINGS, { siteUrl, pathPrefix })],
  };
}

function pathOf(siteUrl: string): string {
  return siteUrl === "" ? "" : tidy(new URL(siteUrl).pathname);
}

/** Without a slash at its end, and with one at its start. */
function tidy(path: string): string {
  const bare = path.replace(/^\/+|(?<!\/)\/+$/g, "");
  return bare === "" ? "" : `/${bare}`;
}
