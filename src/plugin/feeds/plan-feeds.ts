import { hrefOf } from "../dialect/address.ts";
import type { Page } from "../pages/page.ts";
import type { Blog } from "../posts/blog.ts";
import { termSaveAs } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";

/** A feed and where it is written. */
export interface FeedFile {
  readonly title: string;
  /** The slug of the category whose posts it holds; undefined for the feed of all posts. */
  readonly category: string | undefined;
  readonly type: "application/atom+xml" | "application/rss+xml";
  readonly saveAs: string;
  readonly href: string;
  /** What the feed is made of; it is written out only when it is asked for. */
  readonly posts: readonly Page[];
}

/** The feeds that the settings ask for: Atom (RFC 4287) and RSS 2.0. They need the site's address. */
export function planFeeds(blog: Blog, settings: Settings): FeedFile[] {
  if (settings.siteUrl === "" || blog.posts.length === 0) return [];
  const title = settings.blogTitle || settings.siteName;
  const feeds = [
    { title, category: undefined, posts: blog.allPosts, atom: settings.feedAllAtom, rss: settings.feedAllRss },
    ...blog.categories.map(({ name, slug, posts }) => ({
      ...{ title: `${title}: ${name}`, category: slug, posts },
      atom: termSaveAs(settings.categoryFeedAtom, slug),
      rss: termSaveAs(settings.categoryFeedRss, slug),
    })),
  ];
  return feeds.flatMap(({ atom, rss, ...feed }): FeedFile[] => [
    ...(atom ? [{ ...feed, type: "application/atom+xml", saveAs: atom, href: hrefOf(atom) } as const] : []),
    ...(rss ? [{ ...feed, type: "application/rss+xml", saveAs: rss, href: hrefOf(rss) } as const] : []),
  ]);
}
