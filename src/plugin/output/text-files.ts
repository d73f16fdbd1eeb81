import { DateTime } from "luxon";
import { escapeHtml } from "../content/tags.ts";
import type { FeedSources } from "../feeds/feed-view.ts";
import { writeFeed } from "../feeds/write-feed.ts";
import { headerRules, netlifyHeaders } from "../netlify/headers.ts";
import type { Page } from "../pages/page.ts";
import type { Redirect } from "../redirects/aliases.ts";
import { netlifyRedirects } from "../redirects/netlify.ts";
import type { Site } from "../site.ts";

/** A file that no template makes. */
export interface TextFile {
  readonly saveAs: string;
  readonly text: string;
}

/** Feeds, sitemap, robots.txt, redirects and headers, as the settings ask for them. */
export function textFiles(site: Site): TextFile[] {
  const { settings, redirects } = site;
  const sources: FeedSources = {
    settings,
    htmlOf: (post: Page) => site.html.get(post) ?? "",
    summaryOf: (post: Page) => site.summaries.get(post) ?? "",
  };
  const copied = new Set(site.files.map(({ to }) => to));
  const files = [
    ...site.feeds.map((feed) => ({ saveAs: feed.saveAs, text: writeFeed(feed, sources) })),
    { saveAs: settings.siteUrl === "" ? "" : settings.sitemapSaveAs, text: sitemap(site) },
    { saveAs: settings.robotsSaveAs, text: robots(site) },
    { saveAs: redirects.length === 0 ? "" : settings.redirectsSaveAs, text: netlifyRedirects(redirects) },
    { saveAs: settings.headersSaveAs, text: netlifyHeaders(headerRules(settings)) },
    ...(settings.redirectPages ? redirects.map(redirectPage) : []),
  ];
  return files.filter(({ saveAs }) => saveAs !== "" && !copied.has(saveAs));
}

/** Every page that search engines may list, with its last change. Source: https://www.sitemaps.org/protocol.html */
function sitemap({ settings, pages, lists }: Site): string {
  const ofPages = pages
    .filter(({ status }) => status === "published")
    .map(({ href, modified, date }) => ({ href, changed: (modified ?? date)?.toISO({ suppressMilliseconds: true }) }));
  const ofLists = lists
    .filter(({ kind }) => kind !== "drafts")
    .map(({ href, posts }) => {
      const changes = posts.flatMap(({ modified, date }) => modified ?? date ?? []);
      return { href, changed: DateTime.max(...changes)?.toISO({ suppressMilliseconds: true }) };
    });
  const urls = [...ofPages, ...ofLists]
    .sort((a, b) => (a.href < b.href ? -1 : 1))
    .map(({ href, changed }) => {
      const lastmod = changed ? `<lastmod>${changed}</lastmod>` : "";
      return `<url><loc>${escapeHtml(settings.siteUrl + href)}</loc>${lastmod}</url>`;
    });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}

/** Drafts are at addresses that nobody is told; search engines are asked to stay away from them all the same. */
function robots({ settings }: Site): string {
  const lines = ["User-agent: *", "Disallow: /drafts/"];
  if (settings.siteUrl !== "" && settings.sitemapSaveAs !== "") {
    lines.push("", `Sitemap: ${settings.siteUrl}/${settings.sitemapSaveAs}`);
  }
  return `${lines.join("\n")}\n`;
}

/** For hosts that know no redirects: a page that leads on by itself, and says so. */
function redirectPage({ from, to }: Redirect): TextFile {
  const address = escapeHtml(to);
  return {
    saveAs: /\.[a-z]{2,5}$/i.test(from) ? from : `${from}.html`,
    text:
      `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Moved</title>\n` +
      `<meta http-equiv="refresh" content="0; url=${address}">\n<link rel="canonical" href="${address}">\n` +
      `<p>This page has moved to <a href="${address}">${address}</a>.</p>\n</html>\n`,
  };
}
