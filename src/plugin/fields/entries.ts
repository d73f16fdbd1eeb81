import { type EntryTexts, entryPartNames, entryParts, type MenuList, menuLists } from "../dialect/fields.ts";
import { numberedName } from "../dialect/numbered.ts";
import { type Place, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type HeaderLine, valuePlace } from "../header/header.ts";
import { foreignParent, pageOfParent } from "./blocks.ts";
import { type ListedEntry, linesOf } from "./entry-lines.ts";
import { htmlIn } from "./html-as-text.ts";
import type { NumberedEntry } from "./numbered.ts";
import { pairUp } from "./pair-up.ts";

/** One entry of a page's dropdown or sidebar. */
export interface WrittenEntry extends EntryTexts {
  /** Empty where the author gave none: then the title of the page that it leads to serves. */
  readonly title: string;
  /** As it is written: relative to the page or to the site. */
  readonly url: string;
  /** Where the address is written. */
  readonly place: Place;
  readonly field: string;
  /** The lines that the entry is made of, counted from 1. */
  readonly lines: readonly number[];
  /** Where a block of `eleventyNavigation` says whose menu it is in: that has to be the page's own. */
  readonly parent?: HeaderLine;
}

interface EntriesRead {
  readonly entries: readonly WrittenEntry[];
  readonly reports: readonly Report[];
}

/**
 * The entries that are there are the menu. The size is compared with them and has no other effect: on the site that
 * these fields come from, a wrong one hid entries for years.
 *
 * @param isMisspelt whether a field of the same menu is misspelt, so that an entry may be missing
 */
export function readEntries(
  numbered: readonly NumberedEntry[],
  list: MenuList,
  size: HeaderLine | undefined,
  file: string,
  isMisspelt: boolean,
): EntriesRead {
  const { entries: paired, reports: ofPairs } = pairUp(numbered, file);
  const made = paired.map((entry) => {
    const { number } = entry;
    const [title, url] = [numberedName(list, "title", number), numberedName(list, "url", number)];
    return makeEntry(entry, { menu: list, number, title, url }, file);
  });
  const entries = made.flatMap((one) => one.entries);
  const reports = [
    ...ofPairs,
    ...wrongNumbers(paired, file, ofPairs.length === 0 && !isMisspelt),
    ...made.flatMap((one) => one.reports),
  ];
  return { entries, reports: [...reports, ...wrongSize(entries.length, list, size, file, isMisspelt)] };
}

/** The entries of a menu that is written as a list. */
export function readListedEntries(
  listed: readonly ListedEntry[],
  list: MenuList,
  size: HeaderLine | undefined,
  file: string,
): EntriesRead {
  const made = listed.map((entry, index) => {
    const title = entry.parent ? "title" : entryParts.title.written;
    return makeEntry(entry, { menu: list, number: index + 1, title, url: "url" }, file);
  });
  const entries = made.flatMap((one) => one.entries);
  const reports = made.flatMap((one) => one.reports);
  return { entries, reports: [...reports, ...wrongSize(entries.length, list, size, file)] };
}

/** The entries whose parent is a menu of the page itself, now that its Url is known. */
export function ownEntries(entries: readonly WrittenEntry[], list: MenuList, url: string, file: string): EntriesRead {
  const isOwn = ({ parent }: WrittenEntry) => parent === undefined || pageOfParent(parent.value) === url;
  const foreign = entries.filter((entry) => !isOwn(entry));
  return {
    entries: foreign.length === 0 ? entries : entries.filter(isOwn),
    reports: foreign.flatMap(({ parent }) => (parent ? [foreignParent(parent, menuLists[list].root, url, file)] : [])),
  };
}

/** Which entry of which menu it is, and what its label and its address are called. */
interface Which {
  readonly menu: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

function makeEntry({ parent, ...lines }: ListedEntry, { menu, number, ...called }: Which, file: string): EntriesRead {
  const texts = entryPartNames.map((part) => {
    const line = lines[part];
    return [part, line ? entryParts[part].kind.schema.parse(line.value) : undefined] as const;
  });
  const { title = "", url: address = "", ...more }: EntryTexts = Object.fromEntries(texts);
  const reports = lines.title ? htmlIn(lines.title, file) : [];
  const { title: name, url } = lines;
  if (url && address !== "") {
    const own = [...new Set(linesOf(lines).map(({ line }) => line))].sort((a, b) => a - b);
    const from = { place: valuePlace(url, file), field: url.key, lines: own, ...(parent && { parent }) };
    const values = { field: url.key, menu, number, missing: called.title };
    if (title === "") reports.push(report("menu-name-missing", placeIn(file, url), values));
    return { entries: [{ ...more, title, url: address, ...from }], reports };
  }
  if (name) {
    const values = { field: name.key, menu, number, missing: called.url, name: name.value };
    reports.push(report("menu-url-missing", placeIn(file, name), values));
  }
  return { entries: [], reports };
}

/** @param isMisspelt whether there may be an entry more */
function wrongSize(
  there: number,
  menu: MenuList,
  size: HeaderLine | undefined,
  file: string,
  isMisspelt = false,
): Report[] {
  if (!size || !/^\d+$/.test(size.value.trim()) || Number(size.value) === there) return [];
  const values = { field: size.key, size: size.value.trim(), menu, entries: there, isMisspelt };
  return [report("menu-size", valuePlace(size, file), values)];
}

/**
 * Entries are numbered from 1 without gaps; each that is not is reported once.
 *
 * @param canRenumber whether they can get their numbers: each is under the one that it is written under
 */
function wrongNumbers(numbered: readonly NumberedEntry[], file: string, canRenumber: boolean): Report[] {
  const reports: Report[] = [];
  let before: number | undefined;
  for (const entry of numbered) {
    const { number } = entry;
    const [line] = linesOf(entry);
    if (line && number !== (before ?? 0) + 1) {
      // All entries of the menu get their numbers at once.
      const entries = canRenumber && reports.length === 0 ? numbered : [];
      reports.push(report("menu-number", placeIn(file, line), { field: line.key, number, before, entries }));
    }
    before = number;
  }
  return reports;
}
