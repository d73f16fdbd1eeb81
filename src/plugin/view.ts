import { type MenusView, menusOn } from "./menus/current.ts";
import type { Page } from "./pages/page.ts";
import { ancestorsOf } from "./pages/parents.ts";
import type { Settings } from "./settings.ts";
import type { Site } from "./site.ts";

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** Everything that a template prints. It is ready: templates look nothing up, sort nothing and join no paths. */
export interface View {
  readonly site: Pick<Settings, "siteName" | "siteUrl" | "defaultLang" | "links">;
  readonly menus: MenusView;
  /** Undefined for what is no page of the content. */
  readonly page: PageView | undefined;
}

export interface PageView {
  readonly title: string;
  readonly href: string;
  readonly kind: Page["kind"];
  readonly layout: Page["layout"];
  readonly lang: string;
  readonly summary: string | undefined;
  readonly authors: readonly string[];
  readonly category: string | undefined;
  readonly tags: readonly string[];
  /** ISO 8601 for machines, and a text for readers. */
  readonly date: { readonly iso: string; readonly text: string } | undefined;
  /** From the top of the site down to the page above. */
  readonly breadcrumb: readonly LinkView[];
}

/** @param page undefined for what is no page of the content, such as a list of posts */
export function viewOf(page: Page | undefined, site: Site): View {
  const { siteName, siteUrl, defaultLang, links } = site.settings;
  return {
    site: { siteName, siteUrl, defaultLang, links },
    menus: menusOn(page, site.menus),
    page: page && pageView(page, site),
  };
}

function pageView(page: Page, site: Site): PageView {
  const { title, href, kind, layout, lang, summary, authors, category, tags, date } = page;
  const breadcrumb = ancestorsOf(page, site.index).map((above) => ({ label: above.menuName, href: above.href }));
  const shown = date && { iso: date.toISO() ?? "", text: date.setLocale(lang).toFormat("d MMMM yyyy") };
  return { title, href, kind, layout, lang, summary, authors, category, tags, date: shown, breadcrumb };
}
