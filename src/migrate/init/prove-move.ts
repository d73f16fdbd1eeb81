import { posix } from "node:path";
import { hrefOf } from "../../plugin/dialect/address.ts";
import { cutShort } from "../../plugin/findings/cut-short.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import { addressKey, fileKey, isPageFile } from "../compare/addresses.ts";
import { compareSites } from "../compare/compare.ts";
import type { BuiltSite, SitePage } from "../compare/site.ts";

/** What a site's sources say of its new addresses. */
export interface Sources {
  /** The content folder, as it is named to people. */
  readonly content: string;
  readonly pages: readonly { readonly file: string; readonly saveAs: string }[];
  /** Files in a format that is not read. */
  readonly unread: readonly string[];
}

/** A site built by Pelican beside the same built here. */
export interface MoveProof {
  readonly addresses: { readonly kept: number; readonly all: number };
  readonly titles: { readonly kept: number; readonly all: number };
  readonly texts: { readonly kept: number; readonly all: number };
  /** Each address that is gone, and why, or what leads there. */
  readonly lost: readonly { readonly address: string; readonly cause: string }[];
  /** Each page whose title or text is another, and how. */
  readonly changed: readonly { readonly address: string; readonly how: string }[];
  /** Each page with a source that has nothing to be compared with, and is at no other address than it was. */
  readonly added: readonly { readonly address: string; readonly file: string }[];
}

/**
 * Compares what Pelican built with what was built here: all addresses, and the titles and texts of what has a source. The words
 * of lists are a theme's.
 */
export function proveMove(old: BuiltSite, now: BuiltSite, sources: Sources): MoveProof {
  const report = compareSites(old, now);
  const all = old.files.size - report.notes.design.length;
  const ofSources = new Set(sources.pages.map(({ saveAs }) => fileKey(saveAs)));
  const compared = old.pages.filter(({ key }) => ofSources.has(key)).length;
  const isOfSource = (page: string) => ofSources.has(addressKey(page));
  const each = <One extends { readonly pages: readonly string[] }>(some: readonly One[]) =>
    new Map(some.flatMap((one) => one.pages.filter(isOfSource).map((page) => [page, one] as const)));
  const [titles, texts] = [each(report.titles), each(report.text)];
  const [pictures, links] = [each(report.media), each(report.links)];
  const other = new Set([...texts.keys(), ...pictures.keys(), ...links.keys()]);
  const causeOf = causes(old, now, sources);
  const gone = new Set(report.addresses.map(({ file }) => titleAt(file, old)));
  return {
    addresses: { kept: all - report.addresses.length, all },
    titles: { kept: compared - titles.size, all: compared },
    texts: { kept: compared - other.size, all: compared },
    lost: report.addresses.map(({ address, file, to }) => ({ address, cause: causeOf(file, to) })),
    changed: [
      ...Array.from(titles, ([address, one]) => ({
        address,
        how: `its ${one.what} was “${one.old}”, and is “${one.new}”`,
      })),
      ...Array.from(texts, ([address, { text }]) => ({ address, how: `it lacks “${cutShort(text)}”` })),
      ...Array.from(pictures, ([address, one]) => ({ address, how: `it does not show ${one.address}` })),
      ...Array.from(links, ([address, one]) => ({ address, how: `it does not link to ${one.address}` })),
    ],
    added: sources.pages
      .filter(({ saveAs }) => isNew(saveAs, old, now) && !gone.has(titleAt(saveAs, now)))
      .map(({ file, saveAs }) => ({ address: hrefOf(saveAs), file: `${sources.content}/${file}` })),
  };
}

function isNew(saveAs: string, old: BuiltSite, now: BuiltSite): boolean {
  const key = fileKey(saveAs);
  return now.files.has(key) && !old.files.has(key);
}

/** Why an address is gone. */
function causes(
  old: BuiltSite,
  now: BuiltSite,
  { content, pages, unread }: Sources,
): (file: string, to: string | null) => string {
  const files = new Map(pages.map(({ file, saveAs }) => [fileKey(saveAs), file]));
  const fresh = now.pages.filter(({ key }) => !old.files.has(key) && files.has(key));
  const byTitle = groupBy(fresh, titleOf);
  const stems = groupBy(unread, (file) => stemOf(file));
  return (file, to) => {
    if (to !== null) return `it redirects to ${to}, and nothing is there`;
    const page = old.pageAt(fileKey(file));
    const [moved, ...others] = (page && byTitle.get(titleOf(page))) ?? [];
    if (moved && others.length === 0) {
      const alias = decodeURI(addressOf(file));
      return `${content}/${files.get(moved.key)} is at ${moved.href} now: write “Aliases: ${alias}” into its header`;
    }
    const [source] = stems.get(stemOf(file)) ?? [];
    if (source !== undefined) return `${content}/${source} is not read`;
    const isFeed = /\.(?:xml|rss|atom)$/i.test(file);
    if (!isFeed && !isPageFile(file)) {
      const [, whole = ""] = /^[^/]+\/(.+)$/.exec(file) ?? [];
      if (now.files.has(fileKey(whole))) return `pages of that language show ${hrefOf(whole)}, which is the same`;
      return "this file is not copied";
    }
    if (unread.length > 0) return `most likely of the sources that are not read: there ${count(unread.length)}`;
    return isFeed ? "this feed is not made" : "nothing is made of what it was";
  };
}

const count = (number: number) => (number === 1 ? "is 1" : `are ${number}`);

const titleOf = ({ title, heading }: SitePage): string => addressKey(heading?.text ?? title);

function titleAt(saveAs: string, site: BuiltSite): string | undefined {
  const page = site.pageAt(fileKey(saveAs));
  return page && titleOf(page);
}

const stemOf = (path: string) =>
  posix
    .basename(path === "" ? "index" : path)
    .replace(/\.[^.]*$/, "")
    .toLowerCase();

/** An address as `Aliases` has it: from the site's root, without a slash before it. */
const addressOf = (file: string) => hrefOf(file).replace(/^\//, "");

/** More are only counted. */
const MOST = 20;

/** The proof in words; the first line is its sum. */
export function tellProof({ addresses, titles, texts, lost, changed, added }: MoveProof, against: string): string {
  const of = ({ kept, all }: { readonly kept: number; readonly all: number }, what: string) =>
    `${kept} of ${all} ${what}`;
  const rows = (heading: string, all: readonly (readonly [string, string])[]) => {
    const width = Math.max(...all.slice(0, MOST).map(([address]) => address.length));
    const lines = all.slice(0, MOST).map(([address, text]) => `  ${address.padEnd(width)}  ${text}`);
    const more = all.length > MOST ? [`  and ${all.length - MOST} more`] : [];
    return all.length === 0 ? [] : [[heading, ...lines, ...more].join("\n")];
  };
  return [
    `Compared with ${against}: ${of(addresses, "addresses")}, ${of(titles, "titles")}, ${of(texts, "texts")}.`,
    ...rows(
      "Lost addresses:",
      lost.map(({ address, cause }) => [address, cause]),
    ),
    ...rows(
      "Other titles and texts:",
      changed.map(({ address, how }) => [address, how]),
    ),
    ...rows(
      "New pages, with nothing to compare them with: are they meant to be published, or could Pelican not read them?",
      added.map(({ address, file }) => [address, file]),
    ),
  ].join("\n\n");
}

/** Whether all is as it was. Where there are pages, and none to compare them with, nothing is proved. */
export function isProved({ titles, lost, changed, added }: MoveProof): boolean {
  return lost.length === 0 && changed.length === 0 && (titles.all > 0 || added.length === 0);
}
