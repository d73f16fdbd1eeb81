import { posix } from "node:path";
import { lookupKey, trimAddress } from "../dialect/address.ts";
import type { WrittenEntry } from "../fields/entries.ts";
import { IN_SETTINGS, type Place, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { resolveLink } from "../links/resolve.ts";
import { groupBy } from "../maps/group-by.ts";
import { asOneFile } from "../pages/conflicts.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import { reasonAgainst, tidyPath } from "../pages/paths.ts";
import { unportable } from "../pages/portable.ts";
import { about, both, type Example, page, pageAt } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";
import { replace, shorten } from "./words.ts";

/** The form of a date that lacks its percent signs. */
const LETTERS_ALONE = /^\{\w+:[A-Za-z]/;

export const addresses = {
  "url-unsafe": {
    severity: "error",
    about: "`Url` leads away from the site.",
    field: "Url",
    message: ({ value, reason }) => `Url cannot be “${shorten(value)}”: ${reason}.`,
    consequence: "The page has the address that follows from Save_as instead.",
    fix: "Write an address from the site's root, such as “about/history”.",
    example: about("Url: https://example.org/about", "Url: about", "Save_as: about.html"),
  },
  "url-differs": {
    severity: "warning",
    about: "`Url` is one place and `Save_as` another, or there is no `Save_as`.",
    field: "Url",
    message: ({ url, saveAs, isDefault }) =>
      isDefault
        ? `Url is “${url}”, and there is no Save_as.`
        : `Url is “${url}”, and Save_as is “${saveAs}”: they are not the same place.`,
    consequence: ({ url, saveAs }) =>
      `The page is written as ${saveAs}; menus lead there, and the address “${url}” alone finds nothing.`,
    fix: ({ url, saveAs, isDefault }) => {
      const file = url === "" ? "index.html" : `${url.replace(/\.html?$/, "")}.html`;
      if (isDefault) return `Add “Save_as: ${file}”.`;
      return `Write “Url: ${saveAs.replace(/(?:(?:^|\/)index)?\.html$/, "")}”, or “Save_as: ${file}”.`;
    },
    example: about("Url: about", ["Url: about", "Save_as: about.html"]),
  },
  "url-taken": {
    severity: "error",
    about: "Two pages have the same `Url`.",
    field: "Url",
    message: ({ url, otherFile }) => `The Url “${url}” is also that of ${otherFile}.`,
    consequence: "Menus that name it lead to the other page.",
    fix: "Give one of the two another Url.",
    example: {
      file: "team.md",
      wrong: page("Title: Team", "Url: about", "Save_as: about.html"),
      right: page("Title: Team", "Url: team", "Save_as: team.html"),
      beside: { "about.md": page("Title: About", "Url: about", "Save_as: about/index.html") },
    },
  },
  "save-as-unsafe": {
    severity: "error",
    about: "`Save_as` leads out of the site.",
    field: "Save_as",
    message: ({ value, reason }) => `Save_as cannot be “${shorten(value)}”: ${reason}.`,
    consequence: "The page is written at its default address instead.",
    fix: ({ value }) => {
      const path = value.replaceAll("\\", "/");
      return path === value || reasonAgainst(path) !== undefined
        ? "Write a path inside the site, such as “about/history.html”."
        : `Write “Save_as: ${tidyPath(path)}”.`;
    },
    example: about("Save_as: ../about.html", "Save_as: about.html"),
  },
  "address-part-missing": {
    severity: "error",
    about: "A setting such as `articleSaveAs` asks for what the page does not say.",
    message: ({ setting, pattern, part }) => `${setting} is “${pattern}”, and the page says nothing for ${part}.`,
    consequence: ({ part }) =>
      LETTERS_ALONE.test(part)
        ? "It is in the address as it is written."
        : "The address of the page is without that part.",
    fix: ({ setting, part }) =>
      LETTERS_ALONE.test(part)
        ? `Write “${part.replace(/:.*/, (form) => form.replace(/[A-Za-z]/g, "%$&"))}” in ${setting}.`
        : `Write a field “${fieldOf(part)}” in the header, or leave ${part} out of ${setting}.`,
    example: {
      file: "_data/site.json",
      beside: { "about.md": page("Title: About") },
      settings: both((pageSaveAs) => ({ pageSaveAs }), "{place}/{slug}.html", "{slug}.html"),
    },
  },
  "page-unwritten": {
    severity: "advice",
    about: "No file is written for a page, as its `Save_as` is empty, or the setting that says where it goes.",
    message: "No file is written for the page: its Save_as, or the setting for it, is empty.",
    consequence: ({ href }) =>
      `Lists and feeds of posts lead to ${href} all the same, as in Pelican, where nothing is.`,
    fix: "Write a Save_as; if it is elsewhere, write its Url in full; if it is for nobody, write “Status: draft”.",
    example: about("Save_as:", "Save_as: about.html"),
  },
  "address-unsafe": {
    severity: "error",
    about: "The address that is made of a page's `Slug`, or of a field that a setting asks for, leads out of the site.",
    message: ({ setting, path, reason }) =>
      `The page would be written to “${shorten(path)}”, by ${setting}: ${reason}.`,
    consequence: "The page was left out, as Pelican does.",
    fix: "Write another Slug, or another text into the field that stands in the address.",
    example: about("Slug: ../../about", "Slug: about"),
  },
  "save-as-taken": {
    severity: "error",
    about: "Two pages would be written to the same file.",
    field: "Save_as",
    message: ({ saveAs, otherFile, otherSaveAs }) =>
      saveAs === otherSaveAs
        ? `The page would be written to ${saveAs}, and so is ${otherFile}.`
        : `The page would be written to ${saveAs}, which cannot be beside ${otherSaveAs} of ${otherFile}.`,
    consequence: "This page was left out; the other one is there.",
    fix: "Give one of the two another Save_as, or remove it.",
    example: team("Save_as: about.html"),
  },
  "save-as-case": {
    severity: "warning",
    about: "Two files differ in capitals only, or in how an accent is written.",
    field: "Save_as",
    message: ({ saveAs, otherFile, otherSaveAs }) => {
      const first = otherFile === undefined ? `${saveAs} is written` : `The page is written to ${saveAs}`;
      const other = otherFile === undefined ? `and so is ${otherSaveAs}` : `and ${otherFile} to ${otherSaveAs}`;
      const isCase = saveAs.toLowerCase() === otherSaveAs.toLowerCase();
      return `${first}, ${other}: they differ in ${isCase ? "case" : "how letters are written (Unicode)"} only.`;
    },
    consequence: ({ otherFile }) =>
      `On many disks and hosts they are one file, and one of the two ${otherFile === undefined ? "" : "pages "}is lost.`,
    fix: ({ otherFile }) => `Give one of the two another ${otherFile === undefined ? "name" : "Save_as"}.`,
    look: sameOnSomeDisks,
    example: team("Save_as: About.html"),
  },
  "save-as-unportable": {
    severity: "warning",
    about:
      "Windows allows no file of this name: it belongs to a device, holds a character that no name may hold, or ends in a dot or a space. Or the name of a page's file has no ending.",
    field: "Save_as",
    message: ({ saveAs, reason }) =>
      reason === undefined
        ? `${saveAs} is written, a name without an ending.`
        : `${saveAs} is written, and on Windows ${reason}.`,
    consequence: ({ reason }) =>
      reason === undefined
        ? "Servers do not know that it is a page, and browsers save it in place of showing it."
        : "There the site cannot be built, nor can what was built be copied there.",
    fix: ({ saveAs, reason }, { file }) => {
      if (reason !== undefined) return "Write another Slug or Save_as, or another name.";
      return file === IN_SETTINGS.file
        ? "Let articleSaveAs, pageSaveAs and the like end in .html, or in /index.html."
        : `Write “Save_as: ${saveAs}.html”, or “Save_as: ${saveAs}/index.html”.`;
    },
    look: unportableFiles,
    example: about("Save_as: aux.html", "Save_as: auxiliary.html"),
  },
  "address-form": {
    severity: "advice",
    about: "An address works and is not in the form that the page's own `Url` has.",
    message: ({ address, canonical }) => `“${address}” is another form of “${canonical}”.`,
    consequence: "It works, but a search of the files for the address misses it.",
    fix: ({ canonical }) => `Write “${canonical}”.`,
    edits: ({ address, canonical }, place) => replace(place, address, canonical),
    look: otherForms,
    example: about("Url: /about/", "Url: about", "Save_as: about.html"),
  },
  "relative-pretty": {
    severity: "advice",
    about: "Links lead from file to file, by `relativeUrls`, and `addresses` asks for links without `.html`.",
    message: "relativeUrls is on, and addresses is pretty.",
    consequence:
      "Links name files all the same: in a folder no server adds .html. Only feeds, the sitemap and canonical addresses are without.",
    fix: "Write “addresses: file”, or “relativeUrls: false” for a site that a server shows.",
    look: ({ settings: { relativeUrls, addresses: form } }) =>
      relativeUrls && form === "pretty" ? [report("relative-pretty", IN_SETTINGS, {})] : [],
    example: {
      file: "_data/site.json",
      settings: both((form: "pretty" | "file") => ({ relativeUrls: true, addresses: form }), "pretty", "file"),
      beside: { "about.md": pageAt("about") },
    },
  },
} satisfies Rules;

/** Addresses that lead to a page and are not written as that page's Url is: with a slash too many, or `index.html`. */
function otherForms({ pages, index }: CheckedSite): Report[] {
  return pages.flatMap((page) => [
    ...ownUrl(page),
    ...reference("Parent_id", page.parentId, page.place("parentId"), index),
    ...reference("Inherit_sidebar", page.sidebar.inherit, page.place("inheritSidebar"), index),
    ...(page.dropdown ?? []).flatMap((entry) => entryForm(entry, page.url, index)),
    ...page.sidebar.entries.flatMap((entry) => entryForm(entry, "", index)),
  ]);
}

function ownUrl(page: Page): Report[] {
  const address = page.fields.url;
  // A post's Url is in the ids of its feeds, which should not change.
  if (page.kind === "post" || !address || address === page.url || trimAddress(address) !== page.url) return [];
  return [report("address-form", page.place("url"), { field: "Url", address, canonical: page.url })];
}

function reference(field: string, address: string | boolean | undefined, place: Place, index: PageIndex): Report[] {
  if (typeof address !== "string" || address === "") return [];
  const target = index.find(address);
  if (!target || address === target.url || target.url === "" || lookupKey(address) !== lookupKey(target.url)) return [];
  if (index.find(target.url) !== target) return [];
  return [report("address-form", place, { field, address, canonical: target.url })];
}

/** @param base the Url that the entry's address is relative to */
function entryForm({ field, url: address, place }: WrittenEntry, base: string, index: PageIndex): Report[] {
  const link = resolveLink(address, base, index);
  if (link.kind !== "page" || link.page.url === "") return [];
  const [path = "", suffix = ""] = address.split(/(?=[?#])(.*)/s);
  const resolved = lookupKey(posix.join("/", path.startsWith("/") ? "" : base, path));
  if (resolved !== lookupKey(link.page.url)) return [];
  const canonical = posix.relative(`/${base}`, `/${link.page.url}`) + suffix;
  // A Url may hold what means something else in an address, such as a question mark.
  const same = canonical === "" ? undefined : resolveLink(canonical, base, index);
  if (same?.kind !== "page" || same.href !== link.href || canonical === address) return [];
  return [report("address-form", place, { field, address, canonical })];
}

/**
 * Pages, lists and copied files that are one file, where capitals do not count. Of two pages their reader tells, of lists and
 * files of another part of the site that.
 */
function sameOnSomeDisks({ pages, others, settings, sources }: CheckedSite): Report[] {
  const byFile = new Map(pages.filter(({ saveAs }) => saveAs !== "").map((page) => [asOneFile(page.saveAs), page]));
  const all = [...new Set(others)];
  const { subsite, i18nSubsites: parts } = settings;
  const isOwn = (path: string) =>
    subsite === undefined ? !Object.hasOwn(parts, path.split("/", 1)[0] ?? "") : path.startsWith(`${subsite}/`);
  const besides = [...groupBy(all.filter(isOwn), asOneFile).values()].flatMap(([otherSaveAs = "", ...alike]) =>
    alike.map((saveAs) => {
      const place = placeIn(sources.has(saveAs) ? saveAs : "the site's settings");
      return report("save-as-case", place, { saveAs, otherSaveAs });
    }),
  );
  const ofPages = all.flatMap((other) => {
    const page = byFile.get(asOneFile(other));
    if (!page || page.saveAs === other) return [];
    const values = { saveAs: page.saveAs, otherFile: "another file", otherSaveAs: other };
    return [report("save-as-case", page.place("saveAs"), values)];
  });
  return [...ofPages, ...besides];
}

/** What a server takes for no page; `CNAME` and `_headers` are none. */
const NO_ENDING = /(?:^|\/)(?=[^/]*\p{Ll})[^./_][^./]*$/u;

/** Pages, lists and copied files that Windows cannot hold. */
function unportableFiles({ pages, others }: CheckedSite): Report[] {
  const all = [
    ...pages.map(({ saveAs, place }) => ({ saveAs, place: place("saveAs") })),
    ...others.map((saveAs) => ({ saveAs, place: IN_SETTINGS })),
  ];
  const ofNames = all.flatMap(({ saveAs, place }) => {
    const reason = unportable(saveAs);
    return reason === undefined ? [] : [report("save-as-unportable", place, { saveAs, reason })];
  });
  return [...ofNames, ...withoutEnding(pages)];
}

/** Of pages whose addresses a setting makes, the first stands for all. */
function withoutEnding(pages: CheckedSite["pages"]): Report[] {
  const found = pages.filter(({ saveAs }) => NO_ENDING.test(saveAs));
  const made = found.find(({ fields }) => fields.saveAs === undefined);
  const told = ({ saveAs }: Page, place: Place) => report("save-as-unportable", place, { saveAs, reason: undefined });
  return [
    ...found.flatMap((page) => (page.fields.saveAs === undefined ? [] : [told(page, page.place("saveAs"))])),
    ...(made ? [told(made, IN_SETTINGS)] : []),
  ];
}

/** What a page writes for a placeholder: `{date:%Y}` is of Date. */
function fieldOf(part: string): string {
  const name = /\w+/.exec(part)?.[0] ?? "";
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: …`;
}

/** A page that is written where the page about.html is, or nearly. */
function team(saveAs: string): Example {
  const pages = both((line) => page("Title: Team", line), saveAs, "Save_as: team.html");
  return { file: "team.md", ...pages, beside: { "about.md": pageAt("about") } };
}
