import type { DateTime } from "luxon";
import type { Assets } from "../assets/assets.ts";
import { manifest } from "../assets/manifest.ts";
import { absoluteUrl } from "../dialect/address.ts";
import { writeFeed } from "../feeds/write-feed.ts";
import { APACHE, apacheConfig } from "../hosts/apache.ts";
import { CADDY, caddyConfig } from "../hosts/caddy.ts";
import { hostRules } from "../hosts/host-rules.ts";
import { NGINX, nginxConfig } from "../hosts/nginx.ts";
import { escapeHtml } from "../html/escape.ts";
import { headerRules, netlifyHeaders } from "../netlify/headers.ts";
import { partsOf } from "../pages/subsites.ts";
import { type Redirect, redirectFile } from "../redirects/aliases.ts";
import { netlifyRedirects } from "../redirects/netlify.ts";
import type { Site } from "../site.ts";
import { allParts, type Structure } from "../structure.ts";
import { directionOf } from "../words/direction.ts";
import { findWords, splitWord } from "../words/find-words.ts";

/** A file that no layout prints. */
export interface TextFile {
  readonly saveAs: string;
  readonly text: (site: Site, assets: Assets) => string;
}

/** Feeds, sitemap, robots.txt, redirects and headers, as the settings ask for them. */
export function textFiles(structure: Structure): TextFile[] {
  const { settings, redirects, statics, gathered } = structure;
  const copied = new Set([...statics.copied].map((asset) => statics.targets.get(asset) ?? asset));
  const files: TextFile[] = [
    ...allParts(structure).flatMap(({ feeds, settings: { subsite } }) =>
      feeds.map((feed) => ({
        saveAs: feed.saveAs,
        text: (site: Site) => writeFeed(feed, allParts(site).find((one) => one.settings.subsite === subsite) ?? site),
      })),
    ),
    { saveAs: settings.siteUrl === "" ? "" : settings.sitemapSaveAs, text: sitemap },
    { saveAs: settings.robotsSaveAs, text: robots },
    ...hostFiles(structure),
    { saveAs: settings.manifestSaveAs, text: (_, assets) => manifest(settings, assets) },
    ...(settings.redirectPages ? redirects.map((redirect) => redirectPage(redirect, structure)) : []),
  ];
  const ofPages = new Set(gathered.pages.map(({ saveAs }) => saveAs));
  return files.filter(({ saveAs }) => saveAs !== "" && !copied.has(saveAs) && !ofPages.has(saveAs));
}

/** Redirects and headers, in the form of what publishes the site. */
function hostFiles(structure: Structure): TextFile[] {
  const { settings, redirects } = structure;
  const { host, redirectsSaveAs, headersSaveAs, siteUrl, pathPrefix } = settings;
  const parts = allParts(structure);
  const feeds = parts.flatMap((part) => part.feeds);
  const ruled = { settings, redirects, feeds, written: parts.flatMap(({ pages, lists }) => [...pages, ...lists]) };
  switch (host) {
    case "netlify":
    case "cloudflare":
      return [
        { saveAs: redirects.length === 0 ? "" : redirectsSaveAs, text: () => netlifyRedirects(redirects, pathPrefix) },
        { saveAs: headersSaveAs, text: () => netlifyHeaders(headerRules(settings)) },
      ];
    case "github":
      return [
        // Without it GitHub leaves out what begins with an underscore.
        { saveAs: ".nojekyll", text: () => "" },
        // A domain of one's own below whose root the site is belongs to another repository.
        {
          saveAs: ownHost(siteUrl) === undefined || pathPrefix !== "" ? "" : "CNAME",
          text: () => `${ownHost(siteUrl)}\n`,
        },
      ];
    case "nginx":
      return [{ saveAs: NGINX, text: () => nginxConfig(hostRules(ruled)) }];
    case "apache":
      return [{ saveAs: APACHE, text: () => apacheConfig(hostRules(ruled)) }];
    case "caddy":
      return [{ saveAs: CADDY, text: () => caddyConfig(hostRules(ruled)) }];
    case "none":
      return [];
  }
}

/** The host of a site that has one of its own; undefined where it is a part of GitHub's. */
function ownHost(siteUrl: string): string | undefined {
  const host = siteUrl === "" ? "" : new URL(siteUrl).hostname;
  return host === "" || host.endsWith(".github.io") || host === "localhost" ? undefined : host;
}

/** Every page that search engines may list, with its last change. Source: https://www.sitemaps.org/protocol.html */
function sitemap(site: Site): string {
  const { settings } = site;
  const lists = allParts(site).flatMap((part) => part.lists);
  const ofPages = site.gathered.pages
    .filter(({ status }) => status === "published")
    .map((page) => ({ href: page.href, of: [page] }));
  const ofLists = lists.filter(({ kind }) => kind !== "drafts").map(({ href, posts }) => ({ href, of: posts }));
  const sorted = [...ofPages, ...ofLists].sort((a, b) => (a.href < b.href ? -1 : 1));
  const urls = sorted.map(({ href, of }) => {
    const changes = of.flatMap(({ modified, date }) => modified ?? date ?? []);
    const last = changes.reduce<DateTime | undefined>((last, one) => (last && last >= one ? last : one), undefined);
    const changed = last?.toISO({ suppressMilliseconds: true });
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : "";
    return `<url><loc>${escapeHtml(absoluteUrl(settings.siteUrl, href))}</loc>${lastmod}</url>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}

/** Drafts are at addresses that are not published; search engines are asked to stay away from them all the same. */
function robots({ settings }: Site): string {
  const drafts = partsOf(settings).map(({ subsite }) => (subsite === undefined ? "/drafts/" : `/${subsite}/drafts/`));
  const lines = ["User-agent: *", ...drafts.map((path) => `Disallow: ${settings.pathPrefix}${path}`)];
  if (settings.siteUrl !== "" && settings.sitemapSaveAs !== "") {
    lines.push("", `Sitemap: ${settings.siteUrl}/${settings.sitemapSaveAs}`);
  }
  return `${lines.join("\n")}\n`;
}

/** For hosts that know no redirects: a page that leads on by itself, and says so. */
function redirectPage({ from, to, lang: ofPage }: Redirect, { settings, placeUrls }: Structure): TextFile {
  const { pathPrefix, relativeUrls, words: own } = settings;
  const { lang, words } = findWords(ofPage, own);
  const isRight = directionOf(lang) === "rtl";
  const dir = isRight ? ' dir="rtl"' : "";
  const [before = "", behind = ""] = splitWord(words.movedTo).map(escapeHtml);
  const address = escapeHtml(to);
  // What is no attribute of an address is not below the path by itself.
  const whole = escapeHtml(absoluteUrl(pathPrefix, to));
  const saveAs = redirectFile(from);
  const [, there = whole] = (relativeUrls && /"(.*)"/.exec(placeUrls(`<a href="${address}">`, saveAs))) || [];
  return {
    saveAs,
    text: () =>
      `<!doctype html>\n<html lang="${lang}"${dir}>\n<meta charset="utf-8">\n<title>${escapeHtml(words.moved)}</title>\n` +
      `<meta http-equiv="refresh" content="0; url=${there}">\n<link rel="canonical" href="${address}">\n` +
      `<p>${before}<a href="${address}"${isRight ? ' dir="ltr"' : ""}>${whole}</a>${behind}</p>\n</html>\n`,
  };
}
