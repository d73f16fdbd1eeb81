import type { DateTime } from "luxon";
import { absoluteUrl, decodeAddress, hrefOf, NOWHERE, trimAddress } from "../dialect/address.ts";
import { escapeXml } from "../html/escape.ts";
import { mapUrls } from "../html/tags.ts";
import type { Memoized } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import { termKey } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import { type FeedFile, isPelicans } from "./plan-feeds.ts";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A post without a date is as old as can be. */
const NEVER = "1970-01-01T00:00:00Z";

/** What a feed is made of. */
interface Sources {
  readonly settings: Settings;
  /** Where the site, or the part of it, begins. */
  readonly home: string;
  readonly html: ReadonlyMap<Page, string>;
  readonly summaries: Memoized<Page, string>;
  readonly termHrefs: ReadonlyMap<string, string>;
}

/**
 * Writes a feed out. Every address in it is absolute; of a site whose own address is not known, they begin at its root, as in
 * Pelican.
 */
export function writeFeed(file: FeedFile, sources: Sources): string {
  const { feedMaxItems, indexSaveAs } = sources.settings;
  const { posts: all, term } = file;
  const list = term ? sources.termHrefs.get(termKey(term.kind, term.slug)) : indexSaveAs && hrefOf(indexSaveAs);
  const posts = feedMaxItems === 0 ? all : all.slice(0, feedMaxItems);
  const home = escapeXml(absoluteUrl(rootOf(sources.settings), list || sources.home));
  const updated = posts.map(changed).reduce((a, b) => (a && b && a > b ? a : (b ?? a)), undefined);
  return (file.type === "application/atom+xml" ? atom : rss)(file, posts, home, updated, sources);
}

type Write = (file: FeedFile, posts: readonly Page[], home: string, updated: When, sources: Sources) => string;
type When = DateTime | undefined;

/** Atom 1.0 (RFC 4287). */
const atom: Write = ({ title, href, lang }, posts, home, updated, sources) => {
  const { defaultLang, author, siteName } = sources.settings;
  const self = escapeXml(addressOf(href, sources.settings));
  return `${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(lang ?? defaultLang)}">
<id>${isPelicans(sources.settings) ? escapeXml(absoluteUrl(rootOf(sources.settings), sources.home)) : self}</id>
<title>${escapeXml(title)}</title>
<updated>${iso(updated)}</updated>
<author><name>${escapeXml(author || siteName)}</name></author>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
${posts.map((post) => atomEntry(post, sources)).join("")}</feed>
`;
};

function atomEntry(post: Page, { settings, summaries, html }: Sources): string {
  const link = absoluteUrl(rootOf(settings), post.href);
  return `<entry>
<id>${escapeXml(tagUri(post, settings))}</id>
<title>${escapeXml(post.title)}</title>
<link rel="alternate" type="text/html" href="${escapeXml(counted(link, settings))}"/>
<published>${iso(post.date)}</published>
<updated>${iso(changed(post))}</updated>
${post.authors.map((name) => `<author><name>${escapeXml(name)}</name></author>\n`).join("")}${categoriesOf(post)
  .map((name) => `<category term="${name}"/>\n`)
  .join("")}<summary type="html">${absolute(summaries(post), link, settings)}</summary>
<content type="html">${absolute(html.get(post), link, settings)}</content>
</entry>
`;
}

/** RSS 2.0 (https://www.rssboard.org/rss-specification). Its `author` is a mail address; a name is `dc:creator`. */
const rss: Write = ({ title, href, lang }, posts, home, updated, sources) => {
  const { defaultLang } = sources.settings;
  const spaces = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `${DECLARATION}<rss version="2.0" ${spaces}>
<channel>
<title>${escapeXml(title)}</title>
<link>${home}</link>
<description>${escapeXml(title)}</description>
<language>${escapeXml(lang ?? defaultLang)}</language>
<lastBuildDate>${rfc822(updated)}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${escapeXml(addressOf(href, sources.settings))}"/>
${posts.map((post) => rssItem(post, sources)).join("")}</channel>
</rss>
`;
};

function rssItem(post: Page, { settings, summaries, html }: Sources): string {
  const link = absoluteUrl(rootOf(settings), post.href);
  const text = settings.rssFeedSummaryOnly ? summaries(post) : html.get(post);
  return `<item>
<title>${escapeXml(post.title)}</title>
<link>${escapeXml(counted(link, settings))}</link>
<guid isPermaLink="false">${escapeXml(tagUri(post, settings))}</guid>
<pubDate>${rfc822(post.date)}</pubDate>
${post.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>\n`).join("")}${categoriesOf(post)
  .map((name) => `<category>${name}</category>\n`)
  .join("")}<description>${absolute(text, link, settings)}</description>
</item>
`;
}

/** Where a feed itself is. */
function addressOf(href: string, settings: Settings): string {
  return href.startsWith("/") ? (settings.feedDomain || rootOf(settings)) + href : href;
}

function counted(link: string, { feedAppendRef }: Settings): string {
  return feedAppendRef ? `${link}?ref=feed` : link;
}

function changed(post: Page): When {
  return post.modified ?? post.date;
}

function categoriesOf({ category, tags }: Page): string[] {
  return [category ?? [], tags].flat().map(escapeXml);
}

/** What an address from the site's root begins with: without the address of the site, the path that it is below. */
function rootOf({ siteUrl, pathPrefix }: Settings): string {
  return siteUrl || pathPrefix;
}

/** The ids that Pelican gives (RFC 4151), so that readers' programs know the posts that they have shown; “None” is Python's. */
function tagUri(post: Page, { siteUrl, addresses }: Settings): string {
  // As it is written: a slash at its end is part of the id.
  const written = post.fields.url?.replace(/^\/+/, "") ?? "";
  const url = trimAddress(written) === post.url ? written : post.url;
  const base = siteUrl || NOWHERE;
  const ofPart = post.subsite === undefined ? url : `${post.subsite}/${url}`;
  const { hostname, pathname } = new URL(addresses === "url" ? absoluteUrl(base, post.href) : `${base}/${ofPart}`);
  // Pelican writes paths as they are named, not as links have them.
  const path = decodeAddress(pathname);
  return `tag:${siteUrl === "" ? "None" : hostname},${post.date?.toFormat("yyyy-MM-dd") ?? "1970-01-01"}:${path}`;
}

/** Some HTML as a text of XML, with addresses that count from the page that it is of. */
function absolute(html: string | undefined, link: string, settings: Settings): string {
  const base = URL.canParse(link) ? link : NOWHERE + link;
  const root = rootOf(settings);
  const resolved = (url: string) => {
    // An address from the site's root does not begin at the host's, where the site is below a path.
    const address = root !== "" && /^\/(?!\/)/.test(url) ? root + url : url;
    return URL.canParse(address, base) ? new URL(address, base).href : undefined;
  };
  // Where the site's own address is not known, its addresses begin at its root.
  const shown = (url: string | undefined) => (url?.startsWith(`${NOWHERE}/`) ? url.slice(NOWHERE.length) : url);
  return escapeXml(mapUrls(html ?? "", (url) => shown(resolved(url))));
}

function iso(date: When): string {
  return date?.toISO({ suppressMilliseconds: true }) ?? NEVER;
}

function rfc822(date: When): string {
  return date?.toRFC2822() ?? "Thu, 01 Jan 1970 00:00:00 +0000";
}
