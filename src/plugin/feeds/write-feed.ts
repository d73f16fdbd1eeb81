import type { DateTime } from "luxon";
import { escapeHtml } from "../content/tags.ts";
import { type EntryView, type FeedSources, type FeedView, feedView } from "./feed-view.ts";
import type { FeedFile } from "./plan-feeds.ts";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
/** A post without a date is as old as can be. */
const NEVER = "1970-01-01T00:00:00Z";

/** Writes a feed out. Every address in it is absolute. */
export function writeFeed(file: FeedFile, sources: FeedSources): string {
  const view = feedView(file, sources);
  return file.type === "application/atom+xml" ? atom(view) : rss(view);
}

/** Atom 1.0 (RFC 4287). */
function atom(feed: FeedView): string {
  return `${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}">
<id>${xml(feed.self)}</id>
<title>${xml(feed.title)}</title>
<updated>${iso(feed.updated)}</updated>
<author><name>${xml(feed.author)}</name></author>
<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
${feed.entries.map(atomEntry).join("")}</feed>
`;
}

function atomEntry(entry: EntryView): string {
  return `<entry>
<id>${xml(entry.id)}</id>
<title>${xml(entry.title)}</title>
<link rel="alternate" type="text/html" href="${xml(entry.link)}"/>
<published>${iso(entry.published)}</published>
<updated>${iso(entry.updated)}</updated>
${entry.authors.map((name) => `<author><name>${xml(name)}</name></author>\n`).join("")}${entry.categories
  .map((name) => `<category term="${xml(name)}"/>\n`)
  .join("")}<summary type="html">${xml(entry.summary)}</summary>
<content type="html">${xml(entry.content)}</content>
</entry>
`;
}

/** RSS 2.0 (https://www.rssboard.org/rss-specification). Its `author` is a mail address; a name is `dc:creator`. */
function rss(feed: FeedView): string {
  const spaces =
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `${DECLARATION}<rss version="2.0" ${spaces}>
<channel>
<title>${xml(feed.title)}</title>
<link>${xml(feed.home)}</link>
<description>${xml(feed.title)}</description>
<language>${xml(feed.lang)}</language>
<lastBuildDate>${rfc822(feed.updated)}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${xml(feed.self)}"/>
${feed.entries.map(rssItem).join("")}</channel>
</rss>
`;
}

function rssItem(entry: EntryView): string {
  return `<item>
<title>${xml(entry.title)}</title>
<link>${xml(entry.link)}</link>
<guid isPermaLink="false">${xml(entry.id)}</guid>
<pubDate>${rfc822(entry.published)}</pubDate>
${entry.authors.map((name) => `<dc:creator>${xml(name)}</dc:creator>\n`).join("")}${entry.categories
  .map((name) => `<category>${xml(name)}</category>\n`)
  .join("")}<description>${xml(entry.summary)}</description>
<content:encoded>${xml(entry.content)}</content:encoded>
</item>
`;
}

/** Text as XML holds it: escaped, and without the characters that XML 1.0 does not know. */
function xml(text: string): string {
  return escapeHtml(
    text.replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "",
    ),
  );
}

function iso(date: DateTime | undefined): string {
  return date?.toISO({ suppressMilliseconds: true }) ?? NEVER;
}

function rfc822(date: DateTime | undefined): string {
  return date?.toRFC2822() ?? "Thu, 01 Jan 1970 00:00:00 +0000";
}
