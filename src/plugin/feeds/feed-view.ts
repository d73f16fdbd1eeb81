import type { DateTime } from "luxon";
import { mapUrls } from "../content/tags.ts";
import { hrefOf, trimAddress } from "../links/address.ts";
import type { Page } from "../pages/page.ts";
import { termSaveAs } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import type { FeedFile } from "./plan-feeds.ts";

/** What stands in a feed, in either format: every address is absolute. */
export interface FeedView {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** The list of posts that the feed is of. */
  readonly home: string;
  readonly self: string;
  readonly updated: DateTime | undefined;
  readonly entries: readonly EntryView[];
}

export interface EntryView {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly published: DateTime | undefined;
  readonly updated: DateTime | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** HTML. */
  readonly summary: string;
  readonly content: string;
}

export interface FeedSources {
  readonly settings: Settings;
  /** The rendered body of a post. */
  readonly htmlOf: (post: Page) => string;
  readonly summaryOf: (post: Page) => string;
}

export function feedView(file: FeedFile, sources: FeedSources): FeedView {
  const { settings } = sources;
  const { siteUrl, feedMaxItems, defaultLang, author, siteName } = settings;
  const list = file.category === undefined ? settings.indexSaveAs : termSaveAs(settings.categorySaveAs, file.category);
  const posts = file.posts.slice(0, feedMaxItems);
  return {
    title: file.title,
    author: author || siteName,
    lang: defaultLang,
    home: siteUrl + (list ? hrefOf(list) : "/"),
    self: siteUrl + file.href,
    updated: posts.map(changed).reduce((a, b) => (a && b && a > b ? a : (b ?? a)), undefined),
    entries: posts.map((post) => entryView(post, sources)),
  };
}

function entryView(post: Page, { settings, htmlOf, summaryOf }: FeedSources): EntryView {
  const link = settings.siteUrl + post.href;
  const absolute = (html: string) =>
    mapUrls(html, (url) => (URL.canParse(url, link) ? new URL(url, link).href : undefined));
  return {
    id: tagUri(post, settings.siteUrl),
    title: post.title,
    link,
    published: post.date,
    updated: changed(post),
    authors: post.authors,
    categories: [...(post.category === undefined ? [] : [post.category]), ...post.tags],
    summary: absolute(summaryOf(post)),
    content: absolute(htmlOf(post)),
  };
}

function changed(post: Page): DateTime | undefined {
  return post.modified ?? post.date;
}

/** The ids that Pelican gives (RFC 4151), so that readers' programs know the posts that they have shown. */
function tagUri(post: Page, siteUrl: string): string {
  // As it is written: a slash at its end is part of the id.
  const written = post.fields.url?.replace(/^\/+/, "") ?? "";
  const url = trimAddress(written) === post.url ? written : post.url;
  const { hostname, pathname } = new URL(`${siteUrl}/${url}`);
  return `tag:${hostname},${post.date?.toFormat("yyyy-MM-dd") ?? "1970-01-01"}:${pathname}`;
}
