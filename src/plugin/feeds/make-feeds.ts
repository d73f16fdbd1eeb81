import { Feed } from "feed";
import { escapeHtml, mapUrls } from "../content/tags.ts";
import { hrefOf } from "../links/address.ts";
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
  const all = { title, category: undefined, posts: blog.posts };
  const ofCategories = blog.categories.flatMap(({ name, slug, posts }) => {
    const feed = { title: `${title}: ${name}`, category: slug, posts };
    return [
      ...at(termSaveAs(settings.categoryFeedAtom, slug), { ...feed, type: "application/atom+xml" }),
      ...at(termSaveAs(settings.categoryFeedRss, slug), { ...feed, type: "application/rss+xml" }),
    ];
  });
  return [
    ...at(settings.feedAllAtom, { ...all, type: "application/atom+xml" }),
    ...at(settings.feedAllRss, { ...all, type: "application/rss+xml" }),
    ...ofCategories,
  ];
}

function at(saveAs: string | undefined, feed: Omit<FeedFile, "saveAs" | "href">): FeedFile[] {
  return saveAs ? [{ ...feed, saveAs, href: hrefOf(saveAs) }] : [];
}

export interface FeedSources {
  readonly settings: Settings;
  /** The rendered body of a post. */
  readonly htmlOf: (post: Page) => string;
  readonly summaryOf: (post: Page) => string;
}

/** Writes a feed out. Every address in it is absolute. */
export function writeFeed(file: FeedFile, { settings, htmlOf, summaryOf }: FeedSources): string {
  const { siteUrl, feedMaxItems, defaultLang } = settings;
  const posts = file.posts.slice(0, feedMaxItems);
  const isAtom = file.type === "application/atom+xml";
  const list = file.category === undefined ? settings.indexSaveAs : termSaveAs(settings.categorySaveAs, file.category);
  const home = siteUrl + (list ? hrefOf(list) : "/");
  const feed = new Feed({
    id: home,
    title: escapeHtml(file.title),
    link: home,
    language: defaultLang,
    updated: newest(posts),
    generator: false,
    author: { name: settings.author || settings.siteName },
    feedLinks: isAtom ? { atom: siteUrl + file.href } : { rss: siteUrl + file.href },
  });
  for (const post of posts) {
    const link = siteUrl + post.href;
    const absolute = (html: string) =>
      mapUrls(html, (url) => (URL.canParse(url, link) ? new URL(url, link).href : undefined));
    const updated = (post.modified ?? post.date)?.toJSDate() ?? new Date(0);
    feed.addItem({
      id: tagUri(post, siteUrl),
      title: escapeHtml(post.title),
      link,
      date: updated,
      published: post.date?.toJSDate() ?? updated,
      description: absolute(summaryOf(post)),
      content: absolute(htmlOf(post)),
      author: post.authors.map((name) => ({ name })),
      category: [post.category, ...post.tags].flatMap((name) => (name === undefined ? [] : [{ name, term: name }])),
    });
  }
  return isAtom ? feed.atom1() : feed.rss2();
}

/** The ids that Pelican gives (RFC 4151), so that readers' programs know the posts that they have shown. */
function tagUri(post: Page, siteUrl: string): string {
  const date = post.date?.toFormat("yyyy-MM-dd") ?? "1970-01-01";
  return `tag:${siteUrl.replace(/^https?:\/\//, "")},${date}:/${post.url}`;
}

function newest(posts: readonly Page[]): Date {
  const times = posts.map((post) => (post.modified ?? post.date)?.toMillis() ?? 0);
  return new Date(Math.max(0, ...times));
}
