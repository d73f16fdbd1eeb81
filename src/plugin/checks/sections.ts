import { lookupKey, trimAddress } from "../dialect/address.ts";
import { compareText, type Edit, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { ReportValues } from "../findings/report-values.ts";
import type { HeaderLine } from "../header/header.ts";
import { internalUrl } from "../links/internal-url.ts";
import { groupBy } from "../maps/group-by.ts";
import { type MenuEntry, withAllBelow } from "../menus/entry.ts";
import { namedMenus } from "../menus/menu.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import { ancestorsOf, MOST_ABOVE, parentByField, parentOf } from "../pages/parents.ts";
import { inheritedSidebar, page, parent, SIDEBAR_ENTRY, sidebar } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";
import { didYouMean } from "./words.ts";

export const sections = {
  "sidebar-source-missing": {
    severity: "warning",
    about: "`Inherit_sidebar` names a page that is not there.",
    field: "Inherit_sidebar",
    message: ({ url }) => `The sidebar should come from “${url}”, and no page has that address.`,
    consequence: "The page shows its own entries, if it has any.",
    fix: ({ near }) => didYouMean(near, "Write the Url of a page that has a sidebar."),
    example: inheritedSidebar("Inherit_sidebar: abuot"),
  },
  "sidebar-source-empty": {
    severity: "warning",
    about: "A page should show a sidebar, but there are no entries for it.",
    message: ({ url }) =>
      url === undefined
        ? "The page should show a sidebar, but there are no entries for it."
        : `The sidebar should come from “${url}”, which has no entries.`,
    consequence: "The page shows no sidebar.",
    fix: ({ hasLists }) => {
      const entries = hasLists ? "entries in a list" : "Sidebar_menu_elem_name_1 and Sidebar_menu_elem_url_1";
      return `Write ${entries}, or name a page that has a sidebar in Inherit_sidebar.`;
    },
    example: sidebar([]),
  },
  "sidebar-loop": {
    severity: "warning",
    about: "A sidebar comes from a page that inherits it from this one.",
    field: "Inherit_sidebar",
    message: ({ urls }) => {
      const shown = urls.slice(0, 6).map((url) => `“${url}”`);
      return `The sidebar is inherited in a circle: ${shown.join(" → ")}${urls.length > 6 ? " → …" : ""}.`;
    },
    consequence: "The page shows its own entries, if it has any.",
    fix: "Name a page that writes out its sidebar itself.",
    example: sidebar("Inherit_sidebar: about"),
  },
  "sidebar-copied": {
    severity: "advice",
    about: "A sidebar is written out on several pages.",
    field: "Sidebar_menu_show",
    message: ({ others }) =>
      `This sidebar is also written out, word for word, on ${others} other ${others === 1 ? "page" : "pages"}.`,
    consequence: "Every change has to be made in every copy.",
    fix: ({ url }) => `Write “Inherit_sidebar: ${url}” instead of its entries.`,
    edits: inherit,
    look: copies,
    example: inheritedSidebar(SIDEBAR_ENTRY),
  },
  "parent-missing": {
    severity: "warning",
    about: "`Parent_id` names a page that is not there.",
    field: "Parent_id",
    message: ({ url }) => `Parent_id is “${url}”, and no page has that Url.`,
    consequence: "The page's section is still read from it; the breadcrumb follows the page's own address.",
    fix: ({ near }) => didYouMean(near, "Write the Url of the page above."),
    look: missingParents,
    example: parent("abuot"),
  },
  "parent-loop": {
    severity: "warning",
    about: "A page is above itself, or far too deep.",
    field: "Parent_id",
    message: ({ most }) =>
      most === undefined
        ? "Going up from page to page by Parent_id leads back to this page."
        : `More than ${most} pages are above this page.`,
    consequence: ({ most }) =>
      most === undefined
        ? "Its breadcrumb is cut short."
        : `Its breadcrumb, and those of the pages below it, begin with the ${most} nearest.`,
    fix: ({ most }) =>
      most === undefined
        ? "Name the page that is really above it, or leave Parent_id out."
        : "Write “Parent_id: …” with the Url of a page that is nearer to the home page.",
    look: (site) => [
      ...[...pagesInCircles(site)].map((page) => report("parent-loop", page.place("parentId"), {})),
      ...pagesTooDeep(site).map((page) => report("parent-loop", page.place("parentId"), { most: MOST_ABOVE })),
    ],
    example: parent("about/history"),
  },
  "page-unreached": {
    severity: "advice",
    about: "Nothing on the site leads to a page.",
    message: "No menu, no sidebar and no text leads to this page.",
    consequence: "Visitors find it only by a search engine or an old link.",
    fix: "Add it to a menu or link to it; if it is not for visitors, write “Status: hidden” or “Status: draft”.",
    look: (site) => unreachedPages(site).map(({ file }) => report("page-unreached", placeIn(file), {})),
    example: {
      file: "history.md",
      wrong: page("Title: History", "Url: history", "Save_as: history.html"),
      right: page("Title: History", "Url: history", "Save_as: history.html", "Footer_show: left"),
      beside: { "index.md": page("Title: Home", "Url:", "Save_as: index.html") },
    },
  },
} satisfies Rules;

/**
 * Sidebars that are written out on several pages, entry by entry the same. One of the pages keeps it, the one with the
 * shortest Url; the others can inherit it.
 */
function copies({ menus, index }: CheckedSite): Report[] {
  const own = [...menus.sidebars].filter(([{ sidebar, status }]) => sidebar.inherit === false && status !== "draft");
  const groups = groupBy(own, ([, { title, entries }]) =>
    JSON.stringify([title, entries.map((e) => [e.title, e.url])]),
  );
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      copiesIn(
        group.map(([page]) => page),
        index,
      ),
    );
}

function copiesIn(pages: readonly Page[], index: PageIndex): Report[] {
  const sorted = pages.toSorted((a, b) => depth(a) - depth(b) || compareText(a.url, b.url));
  // A page that its Url does not lead to, or whose Url means something else in the field, cannot be named.
  const source = sorted.find((page) => !["", "true", "false"].includes(page.url) && index.find(page.url) === page);
  if (!source) return [];
  const values = { url: source.url, others: pages.length - 1 };
  return sorted
    .filter((page) => page !== source)
    .map((page) => report("sidebar-copied", page.place("sidebarMenuShow"), { ...values, lines: linesOf(page) }));
}

function depth(page: Page): number {
  return page.url.split("/").length;
}

/** The lines that can go; none where the header is of another kind, or says from where the sidebar comes already. */
function linesOf({ header }: Page): readonly HeaderLine[] {
  const inherits = header.lines.some(({ key }) => key.toLowerCase() === "inherit_sidebar");
  if (header.syntax !== "pelican" || inherits) return [];
  const isPart = /^sidebar_menu_(?:title|size|elem_(?:name|url)_\d+)$/i;
  return header.lines.filter(({ key, value }) => isPart.test(key) && !value.includes("\n"));
}

/** The first line of the sidebar becomes the inheritance, the others go. */
function inherit({ url, lines: [first, ...others] }: ReportValues["sidebar-copied"]): Edit[] {
  if (!first) return [];
  return [
    { line: first.line, column: first.column, old: `${first.key}:`, text: "Inherit_sidebar:" },
    { line: first.line, column: first.valueColumn, old: first.value, text: url },
    ...others.map(({ line }) => ({ line, remove: true }) as const),
  ];
}

function missingParents({ pages, index }: CheckedSite) {
  return pages.flatMap((page) => {
    const url = trimAddress(page.parentId ?? "");
    if (url === "" || parentByField(page, index)) return [];
    const isBelow = belowTest(page, index);
    const isFit = (other: Page) => other.url !== "" && !isBelow(other);
    return report("parent-missing", page.place("parentId"), { url, near: index.meant(url, { isFit })?.url });
  });
}

/** Tells whether the way up from a page, by `Parent_id`, passes the one that is given. No page is passed twice. */
function belowTest(top: Page, index: PageIndex): (page: Page) => boolean {
  const known = new Map<Page, boolean>([[top, true]]);
  return (page) => {
    const way = new Set<Page>();
    let at: Page | undefined = page;
    for (; at && !known.has(at) && !way.has(at); at = parentByField(at, index)) way.add(at);
    const isBelow = at !== undefined && known.get(at) === true;
    for (const one of way) known.set(one, isBelow);
    return isBelow;
  };
}

/** The pages that are above themselves. Each page is passed once, however long the way up is. */
function pagesInCircles({ pages, index }: CheckedSite): Set<Page> {
  const inCircle = new Set<Page>();
  const done = new Set<Page>();
  for (const page of pages) {
    const way = new Set<Page>();
    let at: Page | undefined = page;
    for (; at && !done.has(at) && !way.has(at); at = parentByField(at, index)) way.add(at);
    const passed = [...way];
    if (at && way.has(at)) for (const one of passed.slice(passed.indexOf(at))) inCircle.add(one);
    for (const one of passed) done.add(one);
  }
  return inCircle;
}

/** The first page of each way down that has more pages above it than are shown: those below it are told with it. */
function pagesTooDeep({ pages, index }: CheckedSite): Page[] {
  return pages.filter((page) => {
    const [top, ...others] = ancestorsOf(page, index);
    const above = others.length + 1 === MOST_ABOVE && top && parentOf(top, index);
    if (!above || above === page || others.includes(above)) return false;
    return parentOf(above, index) === undefined;
  });
}

/** Published pages that no menu, no other page's sidebar and no text leads to: only a search finds them. */
function unreachedPages({ pages, translations, menus, links, scanned, index, settings }: CheckedSite): Page[] {
  const reached = new Set<Page | undefined>();
  const reach = (entries: readonly MenuEntry[], from?: Page) => {
    for (const { data } of withAllBelow(entries)) if (data.origin.page !== from) reached.add(data.origin.page);
  };
  for (const { entries } of namedMenus(menus)) reach(entries);
  for (const [page, { entries }] of menus.sidebars) if (page.status !== "draft") reach(entries, page);
  for (const { page } of Object.values(links).flat()) reached.add(page);
  for (const [from, { links }] of scanned) {
    if (from.status === "draft") continue;
    for (const link of links) {
      const url = internalUrl(link, from, settings.siteUrl);
      const to = url && index.find(url.pathname);
      if (to !== from) reached.add(to);
    }
  }
  // Each page leads to itself in other languages.
  const isFound = (page: Page) => reached.has(page) || !mustBeReached(page);
  return pages.filter((page) => !isFound(page) && !translations.of(page).some(isFound));
}

/** Lists lead to posts, and visitors come to the home page and those that servers show for errors by other ways. */
function mustBeReached(page: Page): boolean {
  const isServers = /^(?:|[45]\d\d|[45]xx|50x|offline)$/.test(lookupKey(page.saveAs));
  return page.kind === "page" && page.status === "published" && !isServers;
}
