import { fieldNames, type MenuList, menuListNames, menuLists, table } from "../../plugin/dialect/fields.ts";
import { isNumbered } from "../../plugin/dialect/numbered.ts";
import { linesOf } from "../../plugin/fields/entry-lines.ts";
import { type ListedMenus, readListed } from "../../plugin/fields/listed.ts";
import { isLikeNumbered } from "../../plugin/fields/names.ts";
import { splitNumbered } from "../../plugin/fields/numbered.ts";
import { pairUp } from "../../plugin/fields/pair-up.ts";
import type { Header, HeaderLine } from "../../plugin/header/header.ts";
import type { Entries } from "./menu-text.ts";

/** What an author should know about a rewritten page. */
export interface Note {
  readonly line: number;
  readonly text: string;
}

/** What becomes of the fields of a header. */
export interface Plan {
  readonly entries: Entries;
  /** Fields that go into a list. */
  readonly moved: ReadonlySet<HeaderLine>;
  /** Fields that lists do not need: the correct number of their entries. */
  readonly dropped: ReadonlySet<HeaderLine>;
  /** Fields without effect, which are kept as comments, with the reasons. */
  readonly commented: ReadonlyMap<HeaderLine, string>;
}

/** @returns undefined where a header has no numbered fields */
export function planOf(header: Header, file: string): Plan | undefined {
  const { lines } = header;
  if (!lines.some(({ key }) => isNumbered(key))) return undefined;
  const numbered = splitNumbered(lines);
  const listed = readListed(header.menus, file);
  const commented = new Map<HeaderLine, string>();
  for (const line of lines) {
    const list = menuListNames.find((one) => line.key.toLowerCase().startsWith(`${one}_menu_elem_`));
    if (list && isNumbered(line.key) && listed[list]) commented.set(line, `the ${list} is a list already`);
    else if (header.syntax !== "yaml" && isLikeNumbered(line.key)) commented.set(line, "there is no such field");
  }
  const ownEntries = (list: MenuList) => (listed[list] ? [] : pairUp(numbered[list], file).entries);
  const entries = { dropdown: ownEntries("dropdown"), sidebar: ownEntries("sidebar") };
  const moved = menuListNames.flatMap((list) => entries[list]).flatMap(linesOf);
  const dropped = new Set<HeaderLine>();
  for (const list of menuListNames) {
    const size = sizeOf(list, lines);
    const count = countOf(list, entries, listed);
    if (!size || count === undefined) continue;
    if (size.value.trim() === String(count)) dropped.add(size);
    else commented.set(size, `the ${list} has ${count} ${count === 1 ? "entry" : "entries"}`);
  }
  return { entries, moved: new Set(moved.filter((line) => line !== undefined)), dropped, commented };
}

function sizeOf(list: MenuList, lines: readonly HeaderLine[]): HeaderLine | undefined {
  const name = table[`${list}MenuSize`].name;
  return lines.find(({ key }) => fieldNames.get(key.toLowerCase()) === fieldNames.get(name.toLowerCase()));
}

/** The number of entries of a menu; undefined if it has none here. */
function countOf(list: MenuList, entries: Entries, listed: ListedMenus): number | undefined {
  const all = listed[list] ?? entries[list];
  return all.length === 0 ? undefined : all.filter(({ url }) => url && url.value.trim() !== "").length;
}

/** What never was in the menus, and is kept as a comment or in a list. */
export function notesOf({ entries, commented }: Plan): Note[] {
  const kept = [...commented].map(([{ key, value, line }, reason]) => ({
    line,
    text: `“${key}: ${value.replaceAll("\n", " ")}” has no effect (${reason}): it is kept as a comment.`,
  }));
  const incomplete = menuListNames.flatMap((list) =>
    entries[list].flatMap((entry) => {
      const { title: name, url } = entry;
      const [line] = linesOf(entry);
      if (!line || (url && url.value.trim() !== "")) return [];
      return {
        line: line.line,
        text: `“${name?.value ?? ""}” of the ${menuLists[list].numbered.toLowerCase()} has no address: it is kept in the list, and still not shown.`,
      };
    }),
  );
  return [...kept, ...incomplete].toSorted((a, b) => a.line - b.line);
}
