import { linesOf } from "../fields/entry-lines.ts";
import type { Edit, Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { ReportValues } from "../findings/report-values.ts";
import type { MenuEntry } from "../menus/entry.ts";
import { DROPDOWN_ENTRY, dropdown, page, pageWithSidebar, SIDEBAR_ENTRY, sidebar } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";
import { unshownMenus } from "./unshown.ts";
import { didYouMean, replace, shorten } from "./words.ts";

export const menus = {
  "menu-size": {
    severity: "warning",
    about: "The number of a menu's entries is wrong.",
    message: ({ field, size, menu, entries }) =>
      `${field} is ${shorten(size, 12)}, and the ${menu} has ${some(entries)}.`,
    consequence: "All entries that are there are shown; Pelican would have gone by the number.",
    fix: ({ field, entries, isMisspelt }) =>
      isMisspelt
        ? "Mend the field that is misspelt first; then write how many entries there are."
        : `Write “${field}: ${entries}”.`,
    edits: ({ size, entries, isMisspelt }, place) => (isMisspelt ? [] : replace(place, size, String(entries))),
    example: dropdown(["Dropdown_menu_size: 3", ...DROPDOWN_ENTRY], ["Dropdown_menu_size: 1", ...DROPDOWN_ENTRY]),
  },
  "menu-number": {
    severity: "warning",
    about: "A number is missing, or used twice.",
    message: (values) => {
      if ("order" in values) return `There are two entries of the ${values.menu} with the order ${values.order}.`;
      if ("free" in values) {
        const { part, taken, free, isAlone } = values;
        if (isAlone) {
          const other = part === "name" ? "address" : "name";
          return `Entry ${taken} has only ${withArticle(part)}, and entry ${free} only ${withArticle(other)}.`;
        }
        return `Entry ${taken} has two ${part === "name" ? "names" : "addresses"}, and entry ${free} has no ${part}.`;
      }
      const { number, before } = values;
      if (before === undefined) return `The first entry has the number ${number}.`;
      if (number === before) return `There are two entries with the number ${number}.`;
      return `After entry ${before} comes entry ${number}.`;
    },
    consequence: (values) => {
      if ("order" in values) return "Both are shown, in the order in which they are written.";
      if ("free" in values)
        return "It is shown as it was most likely meant; Pelican shows an entry that leads nowhere.";
      return values.number === values.before
        ? "Both are shown; Pelican shows one."
        : "It is shown in its order; Pelican stops at the gap or leaves an empty entry.";
    },
    fix: (values) => {
      if ("order" in values) return "Give each entry an order of its own.";
      return "free" in values
        ? `Write “${numberedAs(values.field, values.free)}: ${shorten(values.value)}”.`
        : "Number the entries 1, 2, 3 and so on, each number once.";
    },
    edits: renumber,
    example: dropdown(["Dropdown_menu_elem_name_2: History", "Dropdown_menu_elem_url_2: history"]),
  },
  "menu-name-missing": {
    severity: "error",
    about: "An entry has an address and no label.",
    message: ({ number, menu }) => `Entry ${number} of the ${menu} has an address and no name.`,
    consequence: "It gets the title of its page; without a page it is left out.",
    fix: ({ missing }) => `Add “${missing}: …”.`,
    example: dropdown("Dropdown_menu_elem_url_1: history"),
  },
  "menu-url-missing": {
    severity: "error",
    about: "An entry has a label and no address.",
    message: ({ number, menu, name }) => `Entry ${number} of the ${menu}, “${name}”, has no address.`,
    consequence: "The entry was left out.",
    fix: ({ missing }) => `Add “${missing}: …”.`,
    example: dropdown("Dropdown_menu_elem_name_1: History"),
  },
  "menu-link-unsafe": {
    severity: "error",
    about: "An entry has an address that a menu cannot link to.",
    message: ({ title, url, reason }) =>
      `${title === "" ? "The entry" : `“${title}”`} cannot lead to “${url}”: ${reason}.`,
    consequence: "The entry was left out.",
    fix: "Write the Url of a page, or an address with http:, https:, mailto:, tel: or xmpp:.",
    example: dropdown(entry("Files", "file:///home/ann"), entry("Files", "https://example.org/")),
  },
  "menu-link-broken": {
    severity: "warning",
    about: "An entry leads to a page that is not there. A dropdown's addresses count from the page's own `Url`.",
    message: ({ title, path }) =>
      `${title === "" ? "The entry" : `“${title}”`} leads to “${path}”, and no page has that address.`,
    consequence: ({ url }) => `The link is made and leads to ${url}, where there is nothing.`,
    fix: ({ near, lines }) =>
      near === undefined
        ? `Write the Url of a page, or, if the page is gone, remove ${linesInWords(lines)}.`
        : `${didYouMean(near, "")} If the page is gone, remove ${linesInWords(lines)}.`,
    example: dropdown(entry("History", "about/history")),
  },
  "menu-unshown": {
    severity: "advice",
    about: "A page writes out the entries of a menu, or a place in it, and no field asks for the menu; or a post does.",
    isError: ({ missing }) => missing.length === 0,
    message: ({ menu, missing, field }) => {
      if (missing.length === 0) return `${field} is in the header of a post, and posts are in no menu.`;
      const none = `there is no “${missing.join("” and no “")}”`;
      return field === undefined
        ? `The ${menu} of this page is shown nowhere: ${none}.`
        : `${field} is a place in the ${menu}, and ${none}.`;
    },
    consequence: ({ field, menu }) =>
      field === undefined ? "Visitors see none of its entries." : `The page is not in the ${menu}.`,
    fix: ({ missing, field }) => {
      if (missing.length === 0) return "Move it into a folder of pagePaths, or remove the line.";
      return `Write “${missing.join("” and “")}”, or remove the ${field === undefined ? "entries" : "line"}.`;
    },
    look: unshownMenus,
    example: {
      ...sidebar(SIDEBAR_ENTRY),
      wrong: page("Title: About", "Url: about", "Save_as: about/index.html", ...SIDEBAR_ENTRY),
      right: pageWithSidebar(SIDEBAR_ENTRY),
    },
  },
  "menu-double": {
    severity: "warning",
    about: "A menu links to the same page twice.",
    message: ({ title, url, otherTitle }) => `“${title}” leads to ${url}, and so does “${otherTitle}” above it.`,
    consequence: "Visitors see two entries for the same page.",
    fix: "Remove one of the two, or give one another address.",
    look: entriesOfOnePage,
    example: dropdown([...DROPDOWN_ENTRY, ...entry("The past", "history", 2)]),
  },
} satisfies Rules;

/** “lines 12 and 13”; where a setting has the entry, none is known. */
function linesInWords(lines: readonly number[]): string {
  if (lines.length === 0) return "it";
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}

function withArticle(part: "name" | "address"): string {
  return part === "name" ? "a name" : "an address";
}

function some(entries: number): string {
  return entries === 1 ? "1 entry" : `${entries === 0 ? "no" : entries} entries`;
}

function numberedAs(key: string, number: number): string {
  return key.replace(/(?<!\d)\d+$/, String(number));
}

/** Gives every entry the number of its place. */
function renumber(values: ReportValues["menu-number"], place: Place): Edit[] {
  if ("order" in values) return [];
  if ("free" in values) return replace(place, values.field, numberedAs(values.field, values.free));
  return values.entries.flatMap((entry, index) =>
    linesOf(entry).flatMap((line) => {
      const digits = /(?<!\d)\d+$/.exec(line.key)?.[0];
      if (digits === undefined || digits === String(index + 1)) return [];
      const column = line.column + line.key.length - digits.length;
      return { line: line.line, column, old: digits, text: String(index + 1) };
    }),
  );
}

/** Entries of one menu that lead to one place. */
function entriesOfOnePage({ menus }: Pick<CheckedSite, "menus">): Report[] {
  const tops = [menus, ...menus.byLang.values()].map(({ top }) => top);
  const dropdowns = [...new Set(tops)].flatMap((top) => top.map(({ children }) => children));
  const sidebars = [...new Set(menus.sidebars.values())].map(({ entries }) => entries);
  const found = [...dropdowns, ...sidebars].flatMap(doubles);
  // One entry may be in several sidebars that are put together of the same parts.
  return [...new Map(found.map((one) => [`${one.file}:${one.line}`, one])).values()];
}

function doubles(entries: readonly MenuEntry[]): Report[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ title, url, data }) => {
    const { field, place } = data.origin;
    const otherTitle = first.get(url);
    if (otherTitle !== undefined) return [report("menu-double", place, { field, title, url, otherTitle })];
    first.set(url, title);
    return [];
  });
}

function entry(name: string, url: string, number = 1): string[] {
  return [`Dropdown_menu_elem_name_${number}: ${name}`, `Dropdown_menu_elem_url_${number}: ${url}`];
}
