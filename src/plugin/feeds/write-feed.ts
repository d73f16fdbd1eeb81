import type { DateTime } from "luxon";
import { hrefOf, trimAddress } from "../dialect/address.ts";
import { escapeHtml } from "../html/escape.ts";
import { mapUrls } from "../html/tags.ts";
import type { Memoized } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import { termSaveAs } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import type { FeedFile } from "./plan-feeds.ts";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
/** A post without a date is as old as can be. */
const NEVER = "1970-01-01T00:00:00Z";

/** What a feed is made of. */
interface Sources {
  readonly settings: Settings;
  readonly html: ReadonlyMap<Page, string>;
  readonly summaries: Memoized<Page, string>;
}

/** Writes a feed out. Every address in it is absolute. */
export function writeFeed(file: FeedFile, sources: Sources): string {
  const { feedMaxItems, siteUrl, indexSaveAs, categorySaveAs } = sources.settings;
  const list = file.category === undefined ? indexSaveAs : termSaveAs(categorySaveAs, file.category);
  const posts = file.posts.slice(0, feedMaxItems);
  const home = xml(siteUrl + (list ? hrefOf(list) : "/"));
  const updated = posts.map(changed).reduce((a, b) => (a && b && a > b ? a : (b ?? a)), undefined);
  return (file.type === "application/atom+xml" ? atom : rss)(file, posts, home, updated, sources);
}

type Write = (file: FeedFile, posts: readonly Page[], home: string, updated: When, sources: Sources) => string;
type When = DateTime | undefined;

/** Atom 1.0 (RFC 4287). */
const atom: Write = ({ title, href }, posts, home, updated, sources) => {
  const { siteUrl, defaultLang, author, siteName } = sources.settings;
  const self = xml(siteUrl + href);
  return `${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(defaultLang)}">
<id>${self}</id>
<title>${xml(title)}</title>
<updated>${iso(updated)}</updated>
<author><name>${xml(author || siteName)}</name></author>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
${posts.map((post) => atomEntry(post, sources)).join("")}</feed>
`;
};

function atomEntry(post: Page, { settings: { siteUrl }, summaries, html }: Sources): string {
  const link = siteUrl + post.href;
  return `<entry>
<id>${xml(tagUri(post, siteUrl))}</id>
<title>${xml(post.title)}</title>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
<published>${iso(post.date)}</published>
<updated>${iso(changed(post))}</updated>
${post.authors.map((name) => `<author><name>${xml(name)}</name></author>\n`).join("")}${categoriesOf(post)
  .map((name) => `<category term="${name}"/>\n`)
  .join("")}<summary type="html">${absolute(summaries(post), link)}</summary>
<content type="html">${absolute(html.get(post), link)}</content>
</entry>
`;
}

/** RSS 2.0 (https://www.rssboard.org/rss-specification). Its `author` is a mail address; a name is `dc:creator`. */
const rss: Write = ({ title, href }, posts, home, updated, sources) => {
  const { siteUrl, defaultLang } = sources.settings;
  const spaces =
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `${DECLARATION}<rss version="2.0" ${spaces}>
<channel>
<title>${xml(title)}</title>
<link>${home}</link>
<description>${xml(title)}</description>
<language>${xml(defaultLang)}</language>
<lastBuildDate>${rfc822(updated)}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${xml(siteUrl + href)}"/>
${posts.map((post) => rssItem(post, sources)).join("")}</channel>
</rss>
`;
};

function rssItem(post: Page, { settings: { siteUrl }, summaries, html }: Sources): string {
  const link = siteUrl + post.href;
  return `<item>
<title>${xml(post.title)}</title>
<link>${xml(link)}</link>
<guid isPermaLink="false">${xml(tagUri(post, siteUrl))}</guid>
<pubDate>${rfc822(post.date)}</pubDate>
${post.authors.map((name) => `<dc:creator>${xml(name)}</dc:creator>\n`).join("")}${categoriesOf(post)
  .map((name) => `<category>${name}</category>\n`)
  .join("")}<description>${absolute(summaries(post), link)}</description>
<content:encoded>${absolute(html.get(post), link)}</content:encoded>
</item>
`;
}

function changed(post: Page): When {
  return post.modified ?? post.date;
}

function categoriesOf({ category, tags }: Page): string[] {
  return [category ?? [], tags].flat().map(xml);
}

/** The ids that Pelican gives (RFC 4151), so that readers' programs know the posts that they have shown. */
function tagUri(post: Page, siteUrl: string): string {
  // As it is written: a slash at its end is part of the id.
  const written = post.fields.url?.replace(/^\/+/, "") ?? "";
  const url = trimAddress(written) === post.url ? written : post.url;
  const { hostname, pathname } = new URL(`${siteUrl}/${url}`);
  return `tag:${hostname},${post.date?.toFormat("yyyy-MM-dd") ?? "1970-01-01"}:${pathname}`;
}

/** Some HTML as a text of XML, with addresses that count from the page that it is of. */
function absolute(html = "", link: string): string {
  return xml(mapUrls(html, (url) => (URL.canParse(url, link) ? new URL(url, link).href : undefined)));
}

/** Text as XML holds it: escaped, and without the characters that XML 1.0 does not know. */
function xml(text: string): string {
  const unknown =
    /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return escapeHtml(text.replace(unknown, ""));
}

function iso(date: When): string {
  return date?.toISO({ suppressMilliseconds: true }) ?? NEVER;
}

function rfc822(date: When): string {
  return date?.toRFC2822() ?? "Thu, 01 Jan 1970 00:00:00 +0000";
}
