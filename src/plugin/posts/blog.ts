import { compareText } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";
import type { SlugSettings } from "../pages/slug.ts";
import { type Term, termsOf } from "./terms.ts";
import type { Translations } from "./translations.ts";

/** The published posts of a site, in the order in which lists show them. */
export interface Blog {
  readonly posts: readonly Page[];
  /** The same with translations: the feed of all posts holds them, as Pelican's FEED_ALL_ATOM does. */
  readonly allPosts: readonly Page[];
  readonly categories: readonly Term[];
  readonly authors: readonly Term[];
  readonly tags: readonly Term[];
}

/** Gathers the posts that lists show: published ones, the newest first; of translations, the original. */
export function makeBlog(pages: readonly Page[], translations: Translations, settings: SlugSettings): Blog {
  const allPosts = pages
    .filter((page) => page.kind === "post" && page.status === "published")
    .sort((a, b) => (b.date?.toMillis() ?? 0) - (a.date?.toMillis() ?? 0) || compareText(a.file, b.file));
  const originals = new Set(translations.originals);
  const posts = allPosts.filter((post) => originals.has(post));
  return {
    posts,
    allPosts,
    categories: termsOf(posts, "category", settings, (post) => (post.category === undefined ? [] : [post.category])),
    authors: termsOf(posts, "author", settings, (post) => post.authors),
    tags: termsOf(posts, "tag", settings, (post) => post.tags),
  };
}
