import type { Settings } from "../settings.ts";
import type { Page } from "./page.ts";

type Sort = "article" | "draft" | "page" | "draftPage";

/** The settings that say where pages are. */
export type UrlSetting = `${Sort}${"" | "Lang"}${"Url" | "SaveAs"}` & keyof Settings;

/**
 * The two settings that say where a page is: drafts have their own, and so have pages in other languages than the site's.
 * Source: https://docs.getpelican.com/en/latest/settings.html#url-settings
 */
export function patternNames({
  kind,
  status,
  isOther,
}: Pick<Page, "kind" | "status"> & { readonly isOther: boolean }): {
  readonly Url: UrlSetting;
  readonly SaveAs: UrlSetting;
} {
  const isDraft = status === "draft";
  const sort: Sort = kind === "page" ? (isDraft ? "draftPage" : "page") : isDraft ? "draft" : "article";
  return isOther
    ? { Url: `${sort}LangUrl`, SaveAs: `${sort}LangSaveAs` }
    : { Url: `${sort}Url`, SaveAs: `${sort}SaveAs` };
}
