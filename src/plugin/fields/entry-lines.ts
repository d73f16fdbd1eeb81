import { type EntryPart, entryPartNames } from "../dialect/fields.ts";
import type { HeaderLine } from "../header/header.ts";

/** The lines of a header that one entry is made of. */
export type EntryLines = { readonly [Part in EntryPart]?: HeaderLine };

/** One entry of a menu that is written as a list. */
export interface ListedEntry extends EntryLines {
  /** In a block of `eleventyNavigation`: the Url of the page that the menu belongs to. */
  readonly parent?: HeaderLine;
}

/** The lines of an entry that are there. */
export function linesOf(entry: EntryLines): HeaderLine[] {
  return entryPartNames.flatMap((part) => entry[part] ?? []);
}

/** The lines of an entry, by its parts. */
export function linesNamed(lines: ReadonlyMap<string, HeaderLine>, nameOf: (part: EntryPart) => string): EntryLines {
  const own = entryPartNames.map((part) => [part, lines.get(nameOf(part))] as const);
  return Object.fromEntries(own.filter(([, line]) => line !== undefined));
}
