import { posix } from "node:path";
import { addressMatcher, decodeAddress, hrefOf, lookupKey } from "../dialect/address.ts";
import { meantAddress } from "../dialect/meant-address.ts";
import { type Candidate, limitedNearest, suggestAddresses } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import type { ReportValues } from "../findings/report-values.ts";
import { isServed } from "../hosts/served.ts";
import { markFinder } from "../links/file-marks.ts";
import { internalUrl } from "../links/internal-url.ts";
import { splitPath } from "../links/split-path.ts";
import { memoize } from "../maps/memoize.ts";
import { prefixTest } from "../maps/prefixes.ts";
import type { Page } from "../pages/page.ts";
import type { Fault } from "../pages/report-in-body.ts";
import type { Settings } from "../settings.ts";
import { THEME } from "../static/theme-addresses.ts";
import { inTexts } from "./in-texts.ts";
import type { CheckedSite } from "./rule.ts";

/** What is at an address: a page, or a file by its address. */
type Known = ReadonlyMap<string, Page | string>;

const IMAGE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i;

/** Looks up every internal link and anchor in the pages' texts among what the site holds: one walk for three rules. */
export function brokenLinks(site: CheckedSite): Report[] {
  const { scanned, others, sources, index, settings } = site;
  const { siteUrl, elsewhere, host } = settings;
  const known = knownAddresses(scanned.keys(), others);
  const drafts = draftsAmong(scanned.keys());
  const suggest = suggestAddresses(candidatesOf(known));
  const nearTo = (isFit: (at: string) => boolean) => memoize((key: string) => hrefAt(suggest(key, { isFit }), known));
  // Many pages have the same link.
  const [nearestImage, nearestAny] = [nearTo((at) => IMAGE.test(at)), nearTo(() => true)];
  const isElsewhere = addressMatcher(elsewhere);
  const isThere = servedTest(scanned.keys(), others, host);
  const isBegun = prefixTest(known.keys());
  const folderAt = memoize((url: string) => folderOf(new URL(url), isBegun));
  const idsOf = memoize((page: Page) => new Set(scanned.get(page)?.ids));
  const nearestId = limitedNearest();
  const markIn = memoize(markFinder);
  const local = (link: string): Fault => ({
    code: "link-local",
    shown: link,
    at: (place) => report("link-local", place, { link, isImage: IMAGE.test(link) }),
  });
  const broken = (shown: string, link: string, meant: () => Meant): Fault => ({
    code: "link-broken",
    shown,
    at: (place) => report("link-broken", place, { link, isImage: IMAGE.test(link), ...meant() }),
  });
  const faultsOf = (link: string, page: Page): Fault[] => {
    if (isLocal(link)) return [local(link)];
    const url = internalUrl(link, page, siteUrl);
    const meant = meantAddress(link);
    if (!url) return meant === undefined ? [] : [broken(link, link, () => ({ ...NOTHING, near: meant }))];
    const key = lookupKey(url.pathname);
    const target = known.get(key);
    if (target === undefined || !isThere(url.pathname, key)) {
      const draft = drafts.get(key);
      if (draft) return [broken(markIn(page)(link, draft) ?? link, link, () => ({ ...NOTHING, draft: draft.file }))];
      if (isElsewhere(url.pathname)) return [];
      if (isHome(link)) return [local(link)];
      const isImage = IMAGE.test(link);
      const what = (): Meant => {
        const source = sourceMeant(link, page, sources);
        const found = source?.link ?? meant ?? hrefAt(key, known) ?? index.moved(key)?.href;
        const like = found ?? (isImage ? nearestImage : nearestAny)(key);
        // Nobody means the page that the link is on.
        const near = found === undefined && like === page.href ? undefined : like;
        if (near === undefined && url.pathname.startsWith(THEME))
          return { ...NOTHING, ofTheme: decodeAddress(url.pathname) };
        const folder = near === undefined ? folderAt(url.origin + url.pathname) : undefined;
        return { folder, near, file: source?.file };
      };
      return [broken(link, link, what)];
    }
    const id = decodeAddress(url.hash.slice(1));
    // `#top` and the empty fragment lead to the top of any page; `#:~:text=` marks a text.
    if (typeof target !== "object" || id === "" || id === "top" || id.startsWith(":~:")) return [];
    const ids = idsOf(target);
    if (ids.has(id)) return [];
    const targetFile = target === page ? undefined : target.file;
    const values = () => ({ link, id, targetFile, near: nearestId(id, ids) });
    const shown = markIn(page)(link, target) ?? link;
    return [{ code: "anchor-broken", shown, at: (place) => report("anchor-broken", place, values()) }];
  };
  function* faultsOn(page: Page, links: readonly string[]): Generator<Fault> {
    for (const link of links) yield* faultsOf(link, page);
  }
  return inTexts(site, ({ links }, page) => (page.status === "draft" ? [] : faultsOn(page, links)));
}

/** What a link that leads nowhere may mean. */
type Meant = Omit<ReportValues["link-broken"], "link" | "isImage">;

const NOTHING: Meant = { folder: undefined, near: undefined, file: undefined };

/** Where drafts are: nobody is to be led there. */
function draftsAmong(pages: Iterable<Page>): ReadonlyMap<string, Page> {
  const drafts = [...pages].filter(({ status }) => status === "draft");
  return new Map(drafts.flatMap((page) => [page.saveAs, page.href].map((at) => [lookupKey(at), page] as const)));
}

function knownAddresses(pages: Iterable<Page>, others: readonly string[]): Known {
  const known = new Map<string, Page | string>(
    others.map((at) => [lookupKey(at), at.startsWith("/") ? at : hrefOf(at)]),
  );
  for (const page of pages) {
    if (page.status === "draft") continue;
    // In a part of the site, a page's Url counts from there.
    const ofWhole = page.subsite === undefined ? [page.url] : [];
    for (const address of [...page.aliases, ...ofWhole, page.saveAs, page.href]) known.set(lookupKey(address), page);
  }
  return known;
}

/** Tells whether visitors find what the site has at an address, in the form in which a link says it. */
function servedTest(pages: Iterable<Page>, others: readonly string[], host: Settings["host"]) {
  const files = new Set(others.filter((at) => !at.startsWith("/")));
  const [hrefs, moved] = [new Set(others.filter((at) => at.startsWith("/")).map(decodeAddress)), new Set<string>()];
  for (const page of pages) {
    files.add(page.saveAs);
    hrefs.add(decodeAddress(page.href));
    for (const alias of page.aliases) moved.add(lookupKey(alias));
  }
  const isFile = (file: string) => files.has(file);
  return (pathname: string, key: string) => {
    const path = decodeAddress(pathname);
    return moved.has(key) || hrefs.has(path) || isServed(path.slice(1), isFile, host);
  };
}

function candidatesOf(known: Known): Candidate[] {
  return [...known].map(([address, at]) =>
    typeof at === "string" ? { address } : { address, names: [at.file.replace(/\.\w+$/, "")] },
  );
}

function hrefAt(key: string | undefined, known: Known): string | undefined {
  const at = key === undefined ? undefined : known.get(key);
  return typeof at === "object" ? at.href : at;
}

/**
 * What of an address others may publish: its first folder, where the site has nothing in it, or what numbered documents in
 * a folder begin with: `/extensions/xep-`.
 *
 * @param isBegun whether one of the site's own addresses begins so
 */
function folderOf({ pathname }: URL, isBegun: (text: string) => boolean): string | undefined {
  const [, folder, numbered] = /^\/([^/]+\/)([a-z]+[-_]?(?=\d))?/i.exec(decodeAddress(pathname)) ?? [];
  const candidates = [folder, folder && numbered && folder + numbered];
  const found = candidates.find((one) => one !== undefined && one !== "" && !isBegun(one));
  return found && `/${found}`;
}

/** A file of the author's computer, by its scheme or by the letter of a drive. */
function isLocal(link: string): boolean {
  return /^\s*(?:file:|[a-z]:(?:[\\/]|%5c)|\\\\)/i.test(link);
}

/** Where people have their files on other systems. */
function isHome(link: string): boolean {
  return /^\/(?:home|Users)\/[^/]+\//.test(link);
}

/**
 * The file of the content that a link names as it lies there, beside the text's own file or from the content folder, and
 * how to write that: on the site the two are elsewhere.
 */
function sourceMeant(link: string, page: Page, sources: ReadonlySet<string>) {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return undefined;
  // What stands in place of a mark: {file}, {filname}, %filename%, “filename}”.
  const { path, suffix } = splitPath(decodeAddress(link).replace(/^(?:[{%|][a-z]+[}%|]?|[a-z]+[}|])[ \t]*(?=\S)/i, ""));
  const beside = path.startsWith("/") ? "" : posix.join(posix.dirname(page.file), path);
  if (sources.has(beside)) {
    return { file: beside, link: `{${isPage(beside) ? "filename" : "attach"}}${path.replace(/^\.\//, "")}${suffix}` };
  }
  const fromTop = posix.normalize(path).replace(/^(?:\.\.\/|\/)+/, "");
  const file = [fromTop, fromTop.replace(/^(?:src\/)?content\//, "")].find((one) => sources.has(one));
  return file === undefined ? undefined : { file, link: `{${isPage(file) ? "filename" : "static"}}/${file}${suffix}` };
}

function isPage(file: string): boolean {
  return /\.(?:md|markdown|mkd|mdown|html?)$/i.test(file);
}
