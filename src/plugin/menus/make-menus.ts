import type { Report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import { treeOf } from "./entry.ts";
import { makeFooter } from "./footer.ts";
import type { Menus, MenusOfLanguage } from "./menu.ts";
import { makeSidebars } from "./sidebar.ts";
import { makeTopMenu } from "./top.ts";

/** What menus are made with, besides the pages. */
interface MenuMeans {
  readonly siteName: string;
  /** Where the site, or the part of it, begins. */
  readonly home?: string;
  /** What stands behind the names of a part's menus; empty for the site's own. */
  readonly name?: string;
  /** The language of the site's own menus: pages of another one make those of that language. Without it, there is one for all. */
  readonly defaultLang?: string;
  /** The pages of a top menu that none asks for a place in. */
  readonly otherwise?: readonly Page[];
}

/** Makes all menus of a site. Drafts have no place in them; hidden pages show menus and are entries of none. */
export function makeMenus(
  pages: readonly Page[],
  index: PageIndex,
  { siteName, home = "/", name = "", defaultLang, otherwise = [] }: MenuMeans,
): { menus: Menus; reports: Report[] } {
  const ofPages = pages.filter((page) => page.kind === "page");
  const published = ofPages.filter((page) => page.status === "published");
  const asking = published.filter(({ topMenu, footer }) => topMenu ?? footer);
  const langs = defaultLang === undefined ? [] : [...new Set(asking.map(({ lang }) => lang))].sort();
  const others = langs.filter((lang) => lang !== defaultLang);
  const sidebars = makeSidebars(ofPages, index, name);
  const root = { title: siteName, url: home };
  const madeFor = (some: readonly Page[], lang: string, at: number) => {
    const top = makeTopMenu(some, index, root, { key: `top${lang}`, otherwise: lang === name ? otherwise : [] });
    const halves = (["left", "right"] as const).map((side, half) => {
      const key = `footer-${side}${lang}`;
      return { key, nodes: makeFooter(some, side, root, { key, order: at + half }) };
    });
    return { top, halves };
  };
  const after = sidebars.roots + 2;
  const site = madeFor(
    published.filter(({ lang }) => !others.includes(lang)),
    name,
    after,
  );
  const own = others.map((lang, at) => {
    const some = published.filter((page) => page.lang === lang);
    return { lang, made: madeFor(some, `${name}-${lang}`, after + 2 * (at + 1)) };
  });
  const all = [site, ...own.map(({ made }) => made)];
  const menusOf = ({ top, halves: [left, right] }: typeof site, lang: string): MenusOfLanguage => ({
    top: treeOf(top.nodes, `top${lang}`),
    footerLeft: treeOf(left?.nodes ?? [], `footer-left${lang}`),
    footerRight: treeOf(right?.nodes ?? [], `footer-right${lang}`),
  });
  const ofSite = menusOf(site, name);
  return {
    menus: {
      nodes: [
        ...site.top.nodes,
        ...sidebars.nodes,
        ...site.halves.flatMap(({ nodes }) => nodes),
        ...own.flatMap(({ made }) => [...made.top.nodes, ...made.halves.flatMap(({ nodes }) => nodes)]),
      ],
      ...ofSite,
      byLang: new Map(own.map(({ lang, made }) => [lang, orOfSite(menusOf(made, `${name}-${lang}`), ofSite)])),
      sidebars: sidebars.sidebars,
    },
    reports: [...all.flatMap(({ top }) => top.reports), ...sidebars.reports],
  };
}

function orOfSite(own: MenusOfLanguage, site: MenusOfLanguage): MenusOfLanguage {
  const isNone = own.footerLeft.length + own.footerRight.length === 0;
  return {
    top: own.top.length > 0 ? own.top : site.top,
    footerLeft: isNone ? site.footerLeft : own.footerLeft,
    footerRight: isNone ? site.footerRight : own.footerRight,
  };
}
