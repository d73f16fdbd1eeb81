import type { Edit } from "../findings/edit.ts";
import { type Finding, finding, type Place } from "../findings/finding.ts";
import { type HeaderLine, valuePlace } from "../header/header.ts";
import { foreignParent, pageOfParent } from "./blocks.ts";
import { htmlIn } from "./html-as-text.ts";
import type { ListedEntry } from "./listed.ts";
import type { NumberedEntry } from "./numbered.ts";
import { type MenuList, menuLists } from "./table.ts";
import * as value from "./values.ts";

/** One entry of a page's dropdown or sidebar. */
export interface MenuEntry {
  /** Empty where the author gave none: then the title of the page that it leads to serves. */
  readonly label: string;
  readonly address: string;
  /** Where the address is written. */
  readonly place: Place;
  readonly field: string;
  /** Where a block of `eleventyNavigation` says whose menu it is in: that has to be the page's own. */
  readonly parent?: HeaderLine;
}

interface EntriesRead {
  readonly entries: readonly MenuEntry[];
  readonly findings: readonly Finding[];
}

/**
 * The entries that are there are the menu. The size is compared with them and has no other effect: on the site that
 * these fields come from, a wrong one hid entries for years.
 */
export function readEntries(
  numbered: readonly NumberedEntry[],
  menu: "Dropdown" | "Sidebar",
  size: HeaderLine | undefined,
  file: string,
): EntriesRead {
  const menuName = menu.toLowerCase();
  const made = numbered.map(({ number, name, url }) =>
    makeEntry(
      { ...(name && { name }), ...(url && { url }) },
      {
        entry: `Entry ${number} of the ${menuName}`,
        name: `Add “${menu}_menu_elem_name_${number}: …”.`,
        url: `Add “${menu}_menu_elem_url_${number}: …”.`,
      },
      file,
    ),
  );
  const entries = made.flatMap((one) => one.entries);
  const findings = [...wrongNumbers(numbered, file), ...made.flatMap((one) => one.findings)];
  return { entries, findings: [...findings, ...wrongSize(entries.length, menu, size, file)] };
}

/** The entries of a menu that is written as a list. */
export function readListedEntries(
  listed: readonly ListedEntry[],
  list: MenuList,
  size: HeaderLine | undefined,
  file: string,
): EntriesRead {
  const made = listed.map((entry, index) => {
    const nameKey = entry.parent ? "title" : "name";
    const words = { entry: `Entry ${index + 1} of the ${list}`, name: `Add “${nameKey}: …”.`, url: "Add “url: …”." };
    return makeEntry(entry, words, file);
  });
  const entries = made.flatMap((one) => one.entries);
  const findings = made.flatMap((one) => one.findings);
  return { entries, findings: [...findings, ...wrongSize(entries.length, menuLists[list].numbered, size, file)] };
}

/** The entries whose parent is a menu of the page itself, now that its Url is known. */
export function ownEntries(entries: readonly MenuEntry[], list: MenuList, url: string, file: string): EntriesRead {
  const isOwn = ({ parent }: MenuEntry) => parent === undefined || pageOfParent(parent.value) === url;
  const foreign = entries.filter((entry) => !isOwn(entry));
  return {
    entries: foreign.length === 0 ? entries : entries.filter(isOwn),
    findings: foreign.flatMap(({ parent }) => (parent ? [foreignParent(parent, menuLists[list].root, url, file)] : [])),
  };
}

/** How the findings name an entry, and what they tell to add to it. */
interface Words {
  readonly entry: string;
  readonly name: string;
  readonly url: string;
}

function makeEntry({ name, url, parent }: ListedEntry, words: Words, file: string): EntriesRead {
  const label = name ? value.text.schema.parse(name.value) : "";
  const address = url ? value.address.schema.parse(url.value) : "";
  const findings = name ? htmlIn(name, file) : [];
  if (url && address !== "") {
    const entry = { label, address, place: valuePlace(url, file), field: url.key, ...(parent && { parent }) };
    return { entries: [entry], findings: label === "" ? [...findings, noName(words, url, file)] : findings };
  }
  return { entries: [], findings: name ? [...findings, noUrl(words, name, file)] : findings };
}

function wrongSize(there: number, menu: string, size: HeaderLine | undefined, file: string): Finding[] {
  if (!size || !/^\d+$/.test(size.value.trim()) || Number(size.value) === there) return [];
  const text = size.value.trim();
  return [
    finding("menu-size", valuePlace(size, file), {
      field: size.key,
      message: `${size.key} is ${text.length > 12 ? `${text.slice(0, 12)}…` : text}, and the ${menu.toLowerCase()} has ${entriesOf(there)}.`,
      consequence: "All entries that are there are shown; Pelican would have gone by the number.",
      fix: `Write “${size.key}: ${there}”.`,
      edits: [{ line: size.valueLine ?? size.line, column: size.valueColumn, old: text, text: String(there) }],
    }),
  ];
}

function entriesOf(count: number): string {
  return count === 1 ? "1 entry" : `${count === 0 ? "no" : count} entries`;
}

/** Entries are numbered from 1 without gaps; each that is not says so once. */
function wrongNumbers(numbered: readonly NumberedEntry[], file: string): Finding[] {
  const findings: Finding[] = [];
  const edits = renumber(numbered);
  let before: number | undefined;
  for (const { number, name, url } of numbered) {
    const line = name ?? url;
    const isRepeat = number === before;
    if (line && number !== (before ?? 0) + 1) {
      findings.push(
        finding(
          "menu-number",
          { file, line: line.line, column: line.column },
          {
            field: line.key,
            message: misnumbered(number, before),
            consequence: isRepeat
              ? "Both are shown; Pelican shows one."
              : "It is shown in its order; Pelican stops at the gap or leaves a blank.",
            fix: "Number the entries 1, 2, 3 and so on, each number once.",
            // All entries of the menu get their numbers at once.
            edits: findings.length === 0 ? edits : [],
          },
        ),
      );
    }
    before = number;
  }
  return findings;
}

/** Gives every entry the number of its place. */
function renumber(numbered: readonly NumberedEntry[]): Edit[] {
  return numbered.flatMap(({ name, url }, index) =>
    [name, url].flatMap((line) => {
      const digits = /\d+$/.exec(line?.key ?? "")?.[0];
      if (!line || digits === undefined || digits === String(index + 1)) return [];
      const column = line.column + line.key.length - digits.length;
      return { line: line.line, column, old: digits, text: String(index + 1) };
    }),
  );
}

function misnumbered(number: number, before: number | undefined): string {
  if (before === undefined) return `The first entry has the number ${number}.`;
  if (number === before) return `There are two entries with the number ${number}.`;
  return `After entry ${before} comes entry ${number}.`;
}

function noName(words: Words, url: HeaderLine, file: string): Finding {
  return finding(
    "menu-name-missing",
    { file, line: url.line, column: url.column },
    {
      field: url.key,
      message: `${words.entry} has an address and no name.`,
      consequence: "It bears the title of its page; without a page it is left out.",
      fix: words.name,
    },
  );
}

function noUrl(words: Words, name: HeaderLine, file: string): Finding {
  return finding(
    "menu-url-missing",
    { file, line: name.line, column: name.column },
    {
      field: name.key,
      message: `${words.entry}, “${name.value}”, has no address.`,
      consequence: "The entry was left out.",
      fix: words.url,
    },
  );
}
