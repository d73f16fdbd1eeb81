import type { DateTime } from "luxon";
import { groupBy } from "../maps/group-by.ts";
import { orderByDate } from "../pages/order.ts";
import type { Page } from "../pages/page.ts";
import { expandPattern } from "../pages/pattern.ts";
import { strftime } from "../pages/strftime.ts";
import type { Blog } from "../posts/blog.ts";
import { type Term, termSaveAs } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import { type List, list, termHrefs, termKey } from "./list.ts";
import { paginate } from "./paginate.ts";

/**
 * All lists of posts, at Pelican's addresses. A list whose setting is empty is not made, nor is one whose file a page
 * of the site has taken; without posts there are none.
 *
 * @param isTaken whether a file is written by a page
 */
export function makeLists(blog: Blog, settings: Settings, isTaken: (saveAs: string) => boolean): List[] {
  const { posts, categories, authors, tags } = blog;
  const dates = settings.newestFirstArchives ? blog.dates : orderByDate(posts, false);
  if (posts.length === 0) return [];
  const blogTitle = settings.blogTitle || settings.siteName;
  // The site's name stands behind each title as it is.
  const ownTitle = blogTitle === settings.siteName ? [] : [blogTitle];
  const titled = (kind: List["kind"], heading: string) => ({
    kind,
    heading,
    title: [heading, ...ownTitle].join(" | "),
  });
  const index = { kind: "index", heading: blogTitle, title: ownTitle.join(), saveAs: settings.indexSaveAs } as const;
  const ofTerms = (kind: List["kind"], terms: readonly Term[], pattern: string) =>
    terms.flatMap(({ name, slug, posts }) =>
      paginate(
        list({ ...titled(kind, name), saveAs: termSaveAs(pattern, slug), term: { name, slug }, posts }),
        kind,
        settings,
      ),
    );
  const archives = (pattern: string, label: string) =>
    byPeriod(dates, pattern).flatMap(([saveAs, posts, date]) =>
      paginate(list({ ...titled("archive", strftime(date, label)), saveAs, posts }), "period_archives", settings),
    );
  const ofPosts = [
    ...paginate(list({ ...index, posts }), "index", settings),
    ...ofTerms("category", categories, settings.categorySaveAs),
    ...ofTerms("author", authors, settings.authorSaveAs),
    ...ofTerms("tag", tags, settings.tagSaveAs),
    ...paginate(
      list({ ...titled("archive", "Archive"), saveAs: settings.archivesSaveAs, posts: dates }),
      "archives",
      settings,
    ),
    ...archives(settings.yearArchiveSaveAs, "%Y"),
    ...archives(settings.monthArchiveSaveAs, "%B %Y"),
    ...archives(settings.dayArchiveSaveAs, "%-d %B %Y"),
  ];
  const lists = [
    ...ofPosts,
    ...(["categories", "authors", "tags"] as const).map((kind) => {
      const urls = termHrefs(ofPosts);
      const terms = blog[kind].map(({ name, slug, posts }) => {
        return { name, slug, count: posts.length, url: urls.get(termKey(KIND_OF_TERMS[kind], slug)) };
      });
      const heading = { categories: "Categories", authors: "Authors", tags: "Tags" }[kind];
      return list({ ...titled(kind, heading), saveAs: terms.length === 0 ? "" : settings[`${kind}SaveAs`], terms });
    }),
  ];
  // Two settings may name one file, `archives.html` for the index say: the first is made.
  const files = new Map(lists.toReversed().map((one) => [one.saveAs, one]));
  return [...files.values()].reverse().filter(({ saveAs }) => saveAs !== "" && !isTaken(saveAs));
}

const KIND_OF_TERMS = { categories: "category", authors: "author", tags: "tag" } as const;

/** In a preview, every draft: the only way to them. */
export function makeDraftList(pages: readonly Page[], { showDrafts }: Settings): List[] {
  const posts = pages.filter(({ status }) => status === "draft");
  const names = { kind: "drafts", heading: "Drafts", title: "Drafts", saveAs: "drafts/index.html" } as const;
  return showDrafts ? [list({ ...names, posts })] : [];
}

/** The posts by the archives that they are in: the archive's file, its posts, and a date in its period. */
function byPeriod(posts: readonly Page[], pattern: string): [string, Page[], DateTime][] {
  const dated = posts.flatMap((post) => (post.date && pattern !== "" ? [{ post, date: post.date }] : []));
  const files = groupBy(dated, ({ date }) => expandPattern(pattern, {}, date));
  return [...files].map(([saveAs, all]) => [saveAs, all.map(({ post }) => post), all[0].date]);
}
