import { lookupKey } from "../dialect/address.ts";
import { meantAddress } from "../dialect/meant-address.ts";
import { IN_SETTINGS } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { withoutPath } from "../html/below-path.ts";
import { resolveLink } from "../links/resolve.ts";
import type { List } from "../lists/list.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import type { Blog } from "../posts/blog.ts";
import { termKey } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";

/** A link in a menu that no page's header owns. */
export interface SiteLink {
  readonly title: string;
  readonly url: string;
  /** The page that it leads to. */
  readonly page: Page | undefined;
  /** The slug of the category whose posts it leads to. */
  readonly category: string | undefined;
}

/** The links of the settings: those of the top menu stand before its entries or behind them. */
export interface SiteLinks {
  readonly first: readonly SiteLink[];
  readonly top: readonly SiteLink[];
  readonly footerLeft: readonly SiteLink[];
  readonly footerRight: readonly SiteLink[];
}

/** What the links are made of. */
interface Sources {
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  readonly blog: Blog;
  readonly lists: readonly List[];
  readonly termHrefs: ReadonlyMap<string, string>;
  readonly settings: Settings;
}

/**
 * Makes the links of the settings, and those to categories. In a menu that pages ask for a place in, the pages come first;
 * else it is Pelican's: `MENUITEMS`, pages, categories. A link to nothing is shown, as in Pelican, and said.
 * Source: https://docs.getpelican.com/en/latest/settings.html (MENUITEMS, DISPLAY_CATEGORIES_ON_MENU)
 */
export function makeSiteLinks(sources: Sources): { links: SiteLinks; reports: readonly Report[] } {
  const reports: Report[] = [];
  const { pages, settings } = sources;
  const linksOf = (menu: keyof Settings["links"]) =>
    settings.links[menu].flatMap((link) => linkOf(link, `links.${menu}`, sources, reports));
  const isAskedFor = pages.some((page) => page.kind === "page" && page.status === "published" && page.topMenu);
  const top = linksOf("top");
  return {
    links: {
      first: isAskedFor ? [] : top,
      top: isAskedFor ? top : categoriesOnMenu(sources),
      footerLeft: linksOf("footerLeft"),
      footerRight: linksOf("footerRight"),
    },
    reports,
  };
}

function linkOf(
  { title, url: written }: Settings["links"]["top"][number],
  field: string,
  at: Sources,
  reports: Report[],
): SiteLink[] {
  const url = withoutPath(written, at.settings.pathPrefix) ?? written;
  const link = resolveLink(url, "", at.index);
  const made = { title, url: link.kind === "page" || link.kind === "file" ? link.href : url, category: undefined };
  switch (link.kind) {
    case "page":
      return [{ ...made, page: link.page }];
    case "unsafe":
      reports.push(report("menu-link-unsafe", IN_SETTINGS, { field, title, url, reason: link.reason }));
      return [];
    case "broken":
      // A site without posts has no blog.
      if (at.lists.length === 0 && isOfList(link.path, at.settings)) return [];
      reports.push(
        report("menu-link-broken", IN_SETTINGS, {
          field,
          title,
          path: link.path,
          url,
          near: meantAddress(written) ?? at.index.meant(link.path, { label: title })?.href,
          lines: [],
        }),
      );
      return [{ ...made, page: undefined }];
    default:
      return [{ ...made, page: undefined }];
  }
}

function isOfList(
  path: string,
  { indexSaveAs, archivesSaveAs, categoriesSaveAs, authorsSaveAs, tagsSaveAs }: Settings,
) {
  const files = [indexSaveAs, archivesSaveAs, categoriesSaveAs, authorsSaveAs, tagsSaveAs];
  return files.some((saveAs) => saveAs !== "" && lookupKey(saveAs) === lookupKey(path));
}

/** A category without a list of its own has no link. */
function categoriesOnMenu({ blog, termHrefs, settings }: Sources): SiteLink[] {
  if (!settings.displayCategoriesOnMenu) return [];
  return blog.categories.flatMap(({ name: title, slug }) => {
    const url = termHrefs.get(termKey("category", slug));
    return url === undefined ? [] : [{ title, url, page: undefined, category: slug }];
  });
}
