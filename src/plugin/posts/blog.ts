import { orderAgain, orderByDate, orderPages } from "../pages/order.ts";
import type { Page } from "../pages/page.ts";
import type { Translations } from "../pages/translations.ts";
import type { Settings } from "../settings.ts";
import { type Term, termsOf } from "./terms.ts";

/** The published posts of a site, in the order in which lists show them. */
export interface Blog {
  readonly posts: readonly Page[];
  /** The same, the newest first. */
  readonly dates: readonly Page[];
  /**
   * The same with translations: the feed of all posts holds them, as Pelican's FEED_ALL_ATOM does. Of one moment, all
   * originals come before all translations (`generate_feeds` in Pelican's generators.py).
   */
  readonly allPosts: readonly Page[];
  /** These without translations that are in another part of the site. */
  readonly own: readonly Page[];
  readonly categories: readonly Term[];
  readonly authors: readonly Term[];
  readonly tags: readonly Term[];
}

/**
 * Gathers the posts that lists show: published ones, in the order that the settings ask for; of translations, the original.
 *
 * @param elsewhere translations that are in another part of the site
 */
export function makeBlog(
  pages: readonly Page[],
  translations: Translations,
  settings: Settings,
  elsewhere: readonly Page[],
): Blog {
  const publishedIn = (some: readonly Page[]) =>
    some.filter((page) => page.kind === "post" && page.status === "published");
  const order = settings.articleOrderBy;
  const published = publishedIn(pages);
  const others = publishedIn(elsewhere);
  const originals = new Set(translations.originals);
  const all = [...published, ...others];
  const posts = orderPages(
    all.filter((post) => originals.has(post)),
    order,
  );
  const translated = new Set(
    orderPages(
      all.filter((post) => !originals.has(post)),
      order,
    ),
  );
  const ofPosts = posts.flatMap(translations.of).filter((post) => translated.has(post));
  const allPosts = orderAgain([...new Set([...posts, ...ofPosts, ...translated])], order);
  const isOwn = new Set(published);
  const categories = termsOf(posts, "category", settings, (post) =>
    post.category === undefined ? [] : [post.category],
  );
  return {
    posts,
    dates: orderByDate(posts, true),
    allPosts,
    own: others.length === 0 ? allPosts : allPosts.filter((post) => isOwn.has(post)),
    categories: settings.reverseCategoryOrder ? categories.reverse() : categories,
    authors: termsOf(posts, "author", settings, (post) => post.authors),
    tags: termsOf(posts, "tag", settings, (post) => post.tags),
  };
}
