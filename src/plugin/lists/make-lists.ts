import { hrefOf } from "../links/address.ts";
import type { Page } from "../pages/page.ts";
import { expandPattern, strftime } from "../pages/pattern.ts";
import type { Blog } from "../posts/blog.ts";
import { type Term, termSaveAs } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import type { List, TermLink } from "./list.ts";
import { paginate } from "./paginate.ts";

/**
 * All lists of posts, at Pelican's addresses. A list whose setting is empty is not made, nor is one whose file a page
 * of the site has taken; without posts there are none.
 *
 * @param isTaken whether a file is written by a page
 */
export function makeLists(blog: Blog, settings: Settings, isTaken: (saveAs: string) => boolean): List[] {
  if (blog.posts.length === 0) return [];
  const blogTitle = settings.blogTitle || settings.siteName;
  const title = (heading: string) => ({ heading, title: `${heading} | ${blogTitle}` });
  const lists = [
    ...postLists(
      { kind: "index", heading: blogTitle, title: blogTitle, term: undefined },
      settings.indexSaveAs,
      blog.posts,
      settings,
    ),
    ...termLists("category", blog.categories, settings.categorySaveAs, title, settings),
    ...termLists("author", blog.authors, settings.authorSaveAs, title, settings),
    ...termLists("tag", blog.tags, settings.tagSaveAs, title, settings),
    ...archives(blog.posts, title, settings),
    ...termIndex(
      "categories",
      title("Categories"),
      settings.categoriesSaveAs,
      blog.categories,
      settings.categorySaveAs,
    ),
    ...termIndex("authors", title("Authors"), settings.authorsSaveAs, blog.authors, settings.authorSaveAs),
    ...termIndex("tags", title("Tags"), settings.tagsSaveAs, blog.tags, settings.tagSaveAs),
  ];
  return withoutDoubles(lists).filter((list) => !isTaken(list.saveAs));
}

/** In a preview, every draft: the only way to them. */
export function makeDraftList(pages: readonly Page[], { showDrafts }: Settings): List[] {
  const drafts = pages.filter(({ status }) => status === "draft");
  const titles = { heading: "Drafts", title: "Drafts" };
  return showDrafts ? [{ ...archive(titles, "drafts/index.html", drafts), kind: "drafts" }] : [];
}

type Titles = Pick<List, "heading" | "title">;
type MakeTitles = (heading: string) => Titles;

function postLists(
  { kind, heading, title, term }: Pick<List, "kind" | "heading" | "title" | "term">,
  saveAs: string,
  posts: readonly Page[],
  { defaultPagination, defaultOrphans }: Settings,
): List[] {
  if (saveAs === "") return [];
  return paginate(saveAs, posts, defaultPagination, defaultOrphans).map((page) => ({
    kind,
    heading,
    title: page.pagination && page.pagination.number > 1 ? `${title}, page ${page.pagination.number}` : title,
    term,
    saveAs: page.saveAs,
    href: hrefOf(page.saveAs),
    posts: page.posts,
    terms: [],
    pagination: page.pagination,
  }));
}

function termLists(
  kind: List["kind"],
  terms: readonly Term[],
  pattern: string,
  title: MakeTitles,
  settings: Settings,
): List[] {
  return terms.flatMap(({ name, slug, posts }) =>
    postLists({ kind, ...title(name), term: name }, termSaveAs(pattern, slug) ?? "", posts, settings),
  );
}

function archives(posts: readonly Page[], title: MakeTitles, settings: Settings): List[] {
  const periods: readonly (readonly [string, string])[] = [
    [settings.yearArchiveSaveAs, "%Y"],
    [settings.monthArchiveSaveAs, "%B %Y"],
    [settings.dayArchiveSaveAs, "%-d %B %Y"],
  ];
  const ofPeriods = periods.flatMap(([pattern, label]) => periodArchives(posts, pattern, label, title));
  const all = settings.archivesSaveAs === "" ? [] : [archive(title("Archive"), settings.archivesSaveAs, posts)];
  return [...all, ...ofPeriods];
}

function periodArchives(posts: readonly Page[], pattern: string, label: string, title: MakeTitles): List[] {
  const byFile = new Map<string, Page[]>();
  for (const post of pattern === "" ? [] : posts) {
    if (!post.date) continue;
    const saveAs = expandPattern(pattern, {}, post.date);
    byFile.set(saveAs, [...(byFile.get(saveAs) ?? []), post]);
  }
  return [...byFile].map(([saveAs, ofPeriod]) => {
    const date = ofPeriod[0]?.date;
    return archive(title(date ? strftime(date, label) : ""), saveAs, ofPeriod);
  });
}

function archive(titles: Titles, saveAs: string, posts: readonly Page[]): List {
  return {
    kind: "archive",
    ...titles,
    term: undefined,
    saveAs,
    href: hrefOf(saveAs),
    posts,
    terms: [],
    pagination: undefined,
  };
}

function termIndex(
  kind: List["kind"],
  titles: Titles,
  saveAs: string,
  terms: readonly Term[],
  pattern: string,
): List[] {
  if (saveAs === "" || terms.length === 0) return [];
  const links: TermLink[] = terms.map(({ name, slug, posts }) => {
    const target = termSaveAs(pattern, slug);
    return { name, slug, count: posts.length, href: target === undefined ? undefined : hrefOf(target) };
  });
  return [
    { kind, ...titles, term: undefined, saveAs, href: hrefOf(saveAs), posts: [], terms: links, pagination: undefined },
  ];
}

/** Two settings may name one file, `archives.html` for the index say: the first is made. */
function withoutDoubles(lists: readonly List[]): List[] {
  return [...new Map(lists.toReversed().map((list) => [list.saveAs, list])).values()].reverse();
}
