import type { Assets } from "../assets/assets.ts";
import { includeCached, type PrintedIncludes } from "./include-cached.ts";
import type { Names } from "./names.ts";

/**
 * The filters and the tag that layouts print with.
 *
 * @param current what a build has before anything is printed
 */
export function themeNames(
  current: () => { readonly assets: Assets; readonly printed: PrintedIncludes } | undefined,
): Names {
  const assets = () => current()?.assets;
  return {
    filters: {
      assetData: (source) => assets()?.dataUriOf(source) ?? source,
      hasAsset: (source) => assets()?.has(source) ?? false,
      asset: (source) => assets()?.hrefOf(source) ?? source,
    },
    tags: {
      includeCached: (library, environment, name) =>
        includeCached(library, environment, () => current()?.printed, name),
    },
  };
}
