import { type EntryPart, entryPartNames, entryParts, type MenuList, menuListNames, menuLists } from "./fields.ts";

/** A numbered key; nowhere else is one seen. */
const NUMBERED = new RegExp(
  `^(${menuListNames.join("|")})_menu_elem_(${entryPartNames.map((part) => entryParts[part].written).join("|")})_(\\d+)$`,
  "i",
);

interface NumberedRow {
  /** The field's name, in which N stands for the number. */
  readonly name: string;
  /** In which N stands for the number, too. */
  readonly description: string;
  readonly example: string;
}

/** The numbered fields, as `fields.ts` has the others; all of them are texts. */
export const numberedTable: readonly NumberedRow[] = menuListNames.flatMap((list) =>
  entryPartNames.map((part) => ({ name: numberedName(list, part, "N"), ...entryParts[part].numbered[list] })),
);

/** The names of the numbered fields, in which N stands for the number. */
export const NUMBERED_NAMES: readonly string[] = numberedTable.map(({ name }) => name);

/** The name of a numbered field. */
export function numberedName(list: MenuList, part: EntryPart, number: number | "N"): string {
  return `${menuLists[list].numbered}_menu_elem_${entryParts[part].written}_${number}`;
}

/** What a numbered key says; undefined for a key that is none. */
export function parseNumbered(key: string): { list: MenuList; part: EntryPart; number: number } | undefined {
  const [, list, written, digits] = NUMBERED.exec(key.toLowerCase()) ?? [];
  const part = entryPartNames.find((one) => entryParts[one].written === written);
  return part && { list: list as MenuList, part, number: Number(digits) };
}

/** Whether a key is a numbered one. */
export function isNumbered(key: string): boolean {
  return NUMBERED.test(key);
}

/** A numbered key as authors write it; undefined for a key that is none. */
export function numberedForm(key: string): string | undefined {
  return isNumbered(key) ? key.charAt(0).toUpperCase() + key.slice(1).toLowerCase() : undefined;
}
