import type { HeaderLine } from "../header/header.ts";

/** The only place where a numbered key is seen; past it there are lists. */
const NUMBERED = /^(dropdown|sidebar)_menu_elem_(name|url)_(\d+)$/i;

interface NumberedRow {
  /** The field's name, in which N stands for the number. */
  readonly name: string;
  /** In which N stands for the number, too. */
  readonly description: string;
  readonly example: string;
}

/** The numbered fields, as `table.ts` has the others; all of them are texts. */
export const numberedTable: readonly NumberedRow[] = [
  {
    name: "Dropdown_menu_elem_name_N",
    description: "The label of the dropdown's entry N; without one it bears the title of its page.",
    example: "History",
  },
  {
    name: "Dropdown_menu_elem_url_N",
    description: "Where the dropdown's entry N leads, from this page's own Url: history, ../extensions.",
    example: "history",
  },
  {
    name: "Sidebar_menu_elem_name_N",
    description: "The label of the sidebar's entry N; without one it bears the title of its page.",
    example: "History",
  },
  {
    name: "Sidebar_menu_elem_url_N",
    description: "Where the sidebar's entry N leads, from the site's root: about/history.",
    example: "about/history",
  },
];

export const NUMBERED_NAMES: readonly string[] = numberedTable.map(({ name }) => name);

/** The Nth entry of a menu, as far as the author wrote it. */
export interface NumberedEntry {
  readonly number: number;
  readonly name?: HeaderLine;
  readonly url?: HeaderLine;
}

export interface NumberedMenus {
  readonly dropdown: readonly NumberedEntry[];
  readonly sidebar: readonly NumberedEntry[];
  /** The lines that are no entries of menus. */
  readonly rest: readonly HeaderLine[];
}

interface Parts {
  readonly names: HeaderLine[];
  readonly urls: HeaderLine[];
}

export function isNumbered(key: string): boolean {
  return NUMBERED.test(key);
}

/** Takes the numbered fields out of a header: entries sorted by number; a number written twice gives two entries. */
export function splitNumbered(lines: readonly HeaderLine[]): NumberedMenus {
  const menus = { dropdown: new Map<number, Parts>(), sidebar: new Map<number, Parts>() };
  const rest: HeaderLine[] = [];
  for (const line of lines) {
    const match = NUMBERED.exec(line.key);
    if (!match) {
      rest.push(line);
      continue;
    }
    const menu = menus[match[1]?.toLowerCase() === "dropdown" ? "dropdown" : "sidebar"];
    const number = Number(match[3]);
    const parts = menu.get(number) ?? { names: [], urls: [] };
    (match[2]?.toLowerCase() === "name" ? parts.names : parts.urls).push(line);
    menu.set(number, parts);
  }
  return { dropdown: entriesOf(menus.dropdown), sidebar: entriesOf(menus.sidebar), rest };
}

function entriesOf(menu: ReadonlyMap<number, Parts>): NumberedEntry[] {
  return [...menu]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([number, { names, urls }]) =>
      Array.from({ length: Math.max(names.length, urls.length) }, (_, index) => {
        const [name, url] = [names[index], urls[index]];
        return { number, ...(name && { name }), ...(url && { url }) };
      }),
    );
}
