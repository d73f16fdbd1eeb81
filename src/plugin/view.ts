import type { DateTime } from "luxon";
import { type Head, headOfList, headOfPage } from "./heads/head.ts";
import { showImages } from "./images/show-images.ts";
import type { List, Pagination, TermLink } from "./lists/list.ts";
import type { MenusView } from "./menus/current.ts";
import { type PageAids, pageAids } from "./page-aids.ts";
import type { Page } from "./pages/page.ts";
import { ancestorsOf } from "./pages/parents.ts";
import { slugify } from "./pages/slug.ts";
import { termSaveAs } from "./posts/terms.ts";
import type { Site } from "./site.ts";
import type { SiteView } from "./site-view.ts";

export interface LinkView {
  readonly label: string;
  /** Undefined where there is nothing to lead to. */
  readonly href: string | undefined;
}

/** Everything that a template prints. It is ready: templates look nothing up, sort nothing and join no paths. */
export interface View {
  readonly site: SiteView;
  readonly head: Head;
  readonly menus: MenusView;
  /** Undefined for what is no page of the content. */
  readonly page: PageView | undefined;
  /** Undefined for what is no list of posts. */
  readonly list: ListView | undefined;
}

/** ISO 8601 for machines, and a text for readers. */
export interface DateView {
  readonly iso: string;
  readonly text: string;
}

export interface PostView {
  readonly title: string;
  readonly href: string;
  readonly lang: string;
  readonly date: DateView | undefined;
  readonly modified: DateView | undefined;
  readonly authors: readonly LinkView[];
  readonly category: LinkView | undefined;
  readonly tags: readonly LinkView[];
  /** HTML. */
  readonly summary: string;
}

export interface PageView extends Omit<PostView, "summary">, PageAids {
  readonly kind: Page["kind"];
  readonly layout: Page["layout"];
  readonly isDraft: boolean;
  readonly metadata: Page["metadata"];
  /** The summary as text, for search engines. */
  readonly description: string | undefined;
  readonly translations: readonly { readonly lang: string; readonly title: string; readonly href: string }[];
  /** From the top of the site down to the page above. */
  readonly breadcrumb: readonly LinkView[];
}

export interface ListView {
  readonly kind: List["kind"];
  readonly title: string;
  readonly heading: string;
  readonly href: string;
  readonly posts: readonly PostView[];
  readonly terms: readonly TermLink[];
  readonly pagination: Pagination | undefined;
}

/** The view of a page, or, without one, of what is no page of the content. */
export function viewOf(page: Page | undefined, site: Site): View {
  const at = { href: page?.href, isBlog: page?.kind === "post", category: page?.category };
  const view = page && pageView(page, site);
  return {
    site: site.siteViews(at),
    head: page && view ? headOfPage(page, view, site) : headOfList(undefined, site),
    menus: site.menuViews(page),
    page: view,
    list: undefined,
  };
}

export function listViewOf(list: List, site: Site): View {
  const { kind, title, heading, href, terms, pagination } = list;
  const summary = (post: Page) => showImages(site.summaries.get(post) ?? "", post, site, "list");
  const posts = list.posts.map((post) => ({ ...postView(post, site), summary: summary(post) }));
  return {
    site: site.siteViews({ href, isBlog: true, category: list.kind === "category" ? list.term : undefined }),
    head: headOfList(list, site),
    menus: site.menuViews(undefined),
    page: undefined,
    list: { kind, title, heading, href, posts, terms, pagination },
  };
}

/** Each part by its name: made with `...`, objects of so many parts take several times as long. */
function pageView(page: Page, site: Site): PageView {
  const { title, href, lang, date, modified, authors, category, tags } = postView(page, site);
  const { contents, previous, next, editHref } = pageAids(page, site);
  return {
    title,
    href,
    lang,
    date,
    modified,
    authors,
    category,
    tags,
    contents,
    previous,
    next,
    editHref,
    kind: page.kind,
    layout: page.layout,
    isDraft: page.status === "draft",
    metadata: page.metadata,
    description: site.descriptions.get(page),
    translations: site.translations.of(page).map(({ lang, title, href }) => ({ lang, title, href })),
    breadcrumb: ancestorsOf(page, site.index).map((above) => ({ label: above.menuName, href: above.href })),
  };
}

function postView(page: Page, { settings, index }: Site): Omit<PostView, "summary"> {
  const { title, href, lang, date, modified, authors, category, tags } = page;
  const term = (pattern: string) => (label: string) => {
    const saveAs = termSaveAs(pattern, slugify(label));
    return { label, href: saveAs === undefined ? undefined : index.findOther(saveAs) };
  };
  return {
    title,
    href,
    lang,
    date: date && dateView(date, lang),
    modified: modified && dateView(modified, lang),
    authors: authors.map(term(settings.authorSaveAs)),
    category: category === undefined ? undefined : term(settings.categorySaveAs)(category),
    tags: tags.map(term(settings.tagSaveAs)),
  };
}

function dateView(date: DateTime, lang: string): DateView {
  return {
    iso: date.toISO({ suppressMilliseconds: true }) ?? "",
    text: date.setLocale(lang).toLocaleString({ dateStyle: "long" }),
  };
}
