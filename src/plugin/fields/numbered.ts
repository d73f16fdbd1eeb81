import type { EntryPart, MenuList } from "../dialect/fields.ts";
import { parseNumbered } from "../dialect/numbered.ts";
import type { HeaderLine } from "../header/header.ts";
import type { EntryLines } from "./entry-lines.ts";

/** The Nth entry of a menu, as far as the author wrote it. */
export interface NumberedEntry extends EntryLines {
  readonly number: number;
}

export interface NumberedMenus extends Readonly<Record<MenuList, readonly NumberedEntry[]>> {
  /** The lines that are no entries of menus. */
  readonly rest: readonly HeaderLine[];
}

type LinesByPart = Map<EntryPart, HeaderLine[]>;

/** Takes the numbered fields out of a header: entries sorted by number; a number written twice gives two entries. */
export function splitNumbered(lines: readonly HeaderLine[]): NumberedMenus {
  const menus = { dropdown: new Map<number, LinesByPart>(), sidebar: new Map<number, LinesByPart>() };
  const rest: HeaderLine[] = [];
  for (const line of lines) {
    const parsed = parseNumbered(line.key);
    if (!parsed) {
      rest.push(line);
      continue;
    }
    const { list, part, number } = parsed;
    const parts = menus[list].get(number) ?? new Map<EntryPart, HeaderLine[]>();
    menus[list].set(number, parts);
    const same = parts.get(part);
    if (same) same.push(line);
    else parts.set(part, [line]);
  }
  return { dropdown: entriesOf(menus.dropdown), sidebar: entriesOf(menus.sidebar), rest };
}

function entriesOf(menu: ReadonlyMap<number, LinesByPart>): NumberedEntry[] {
  return [...menu]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([number, parts]) => {
      const count = Math.max(...[...parts.values()].map(({ length }) => length));
      return Array.from({ length: count }, (_, index) => {
        const own = [...parts].flatMap(([part, lines]) => (lines[index] ? [[part, lines[index]]] : []));
        return { number, ...(Object.fromEntries(own) as EntryLines) };
      });
    });
}
