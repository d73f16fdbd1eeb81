import { parseUrl } from "../../plugin/dialect/address.ts";
import { countBy, groupBy } from "../../plugin/maps/group-by.ts";
import { addressKey, fileKey, type OwnBase } from "./addresses.ts";
import type { Block } from "./blocks.ts";
import type { RawPage } from "./parse-page.ts";

/** The paths of files by the keys of their addresses. */
type Files = ReadonlyMap<string, readonly string[]>;

/** How many pages are enough to know a site. */
const SAMPLE = 60;

/**
 * What precedes the addresses of a site that is not at the root of its host, or that writes full addresses:
 * `https://example.org`, `/docs`. The pages may name it themselves; otherwise it is what makes most links lead to files.
 */
export function ownBases(pages: readonly string[], files: Files, parse: (path: string) => RawPage | undefined) {
  const step = Math.max(1, Math.ceil(pages.length / SAMPLE));
  const sample = pages
    .filter((_, index) => index % step === 0)
    .map((path) => ({ path, page: parse(path) }))
    .filter((one): one is { path: string; page: RawPage } => one.page !== undefined);
  const named = sample.flatMap(({ path, page }) => {
    return page.canonical === undefined ? [] : (baseBefore(page.canonical, fileKey(path)) ?? []);
  });
  const found = [...countBy(named)]
    .filter(([, count]) => count * 2 * step >= pages.length || count > 1)
    .map(([base]) => base);
  const links = sample.flatMap(({ page }) => page.blocks.flatMap((block) => linksOf(block, page)));
  for (const [origin, same] of groupBy(links, (link) => link.origin)) {
    // A site that writes full addresses does so in its menus, on most pages.
    if (new Set(same.map(({ page }) => page)).size * 2 < sample.length) continue;
    const best = bestPrefix([...new Set(same.map(({ path }) => path))], files);
    if (best !== undefined && (origin !== "" || best !== "")) found.push(origin + best);
  }
  // Links may leave out the host that the pages name.
  const withoutHost = found.map((base) => base.replace(/^https?:\/\/[^/]+/i, "")).filter((path) => path !== "");
  return [...new Set([...found, ...withoutHost])].sort((a, b) => b.length - a.length);
}

interface SiteLink {
  /** Empty where the link names no host. */
  readonly origin: string;
  readonly path: string;
  readonly page: RawPage;
}

/** The links with whole paths. */
function linksOf({ links }: Block, page: RawPage): SiteLink[] {
  return links.flatMap(({ href }) => {
    const [whole, origin = "", path = "/"] = /^(https?:\/\/[^/?#]+)?(\/[^?#]*)/i.exec(href.trim()) ?? [];
    return whole === undefined ? [] : [{ origin: origin.toLowerCase(), path, page }];
  });
}

function baseBefore(canonical: string, key: string): OwnBase | undefined {
  const url = parseUrl(canonical);
  if (!url) return undefined;
  const own = addressKey(url.pathname);
  if (own === key) return url.origin;
  if (key !== "" && !own.endsWith(`/${key}`)) return undefined;
  const prefix = key === "" ? own : own.slice(0, -key.length - 1);
  return `${url.origin}/${prefix}`;
}

/** A site is in so many folders of its host, and no more. */
const DEEPEST = 3;
/** So many of the commonest are tried. */
const MOST = 30;

/** The folders, or none, without which most of these paths are files of the site; undefined for another host. */
function bestPrefix(links: readonly string[], files: Files): string | undefined {
  const firsts = [...countBy(links.flatMap(foldersOf))].sort(([, a], [, b]) => b - a).map(([prefix]) => prefix);
  const isFile = (path: string, prefix: string) =>
    (path === prefix || path.startsWith(`${prefix}/`)) && files.has(addressKey(path.slice(prefix.length)));
  const counted = ["", ...firsts.slice(0, MOST)].map((prefix) => {
    return { prefix, found: links.filter((path) => isFile(path, prefix)).length };
  });
  const plain = counted[0]?.found ?? 0;
  const best = counted.reduce((a, b) => (b.found > a.found ? b : a));
  // The start page alone proves nothing: every host has one.
  if (best.found < 2 || best.found * 2 < links.length) return undefined;
  return best.found > plain * 2 ? best.prefix : "";
}

/** `/a`, `/a/b` and so on, of a path. */
function foldersOf(path: string): string[] {
  const parts = path
    .split("/")
    .slice(1, DEEPEST + 1)
    .filter((part) => part !== "");
  return parts.map((_, count) => `/${parts.slice(0, count + 1).join("/")}`);
}
