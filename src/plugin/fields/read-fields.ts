import { type Finding, finding } from "../findings/finding.ts";
import { type HeaderLine, type NestedField, valuePlace } from "../header/header.ts";
import { isReserved } from "../header/safe-data.ts";
import { type MenuEntry, readEntries, readListedEntries } from "./entries.ts";
import { htmlIn } from "./html-as-text.ts";
import { type ListedMenus, readListed } from "./listed.ts";
import { checkNames } from "./names.ts";
import { type NumberedMenus, splitNumbered } from "./numbered.ts";
import {
  type FieldKey,
  type FieldValues,
  fieldNames,
  type MenuList,
  menuListNames,
  menuLists,
  table,
} from "./table.ts";
import * as value from "./values.ts";

/** What a header says, and where it says it. */
export interface Fields {
  readonly values: FieldValues;
  readonly dropdown: readonly MenuEntry[];
  readonly sidebar: readonly MenuEntry[];
  readonly lines: ReadonlyMap<FieldKey, HeaderLine>;
  /** Fields that are not in the table, by their names in lower case: Pelican hands them to its templates, too. */
  readonly metadata: Readonly<Record<string, string>>;
}

const TEXTS: ReadonlySet<FieldKey> = new Set(["title", "menuName", "sidebarMenuTitle"]);

/**
 * Reads the fields of a header. Faults are findings; the field that has one counts as not written.
 *
 * @param isStrict whether unknown names are looked at: Pelican's own headers may hold any, YAML's belong to Eleventy
 * @param menus the menus in a modern form
 */
export function readFields(
  lines: readonly HeaderLine[],
  file: string,
  isStrict: boolean,
  menus: readonly NestedField[] = [],
): { fields: Fields; findings: Finding[] } {
  const findings: Finding[] = [];
  const numbered = splitNumbered(lines);
  const listed = readListed(menus, file);
  const known = new Map<FieldKey, HeaderLine>();
  const metadata: Record<string, string> = {};
  for (const line of numbered.rest) {
    const key = fieldNames.get(line.key.toLowerCase());
    const first = key && known.get(key);
    if (first && isList(key)) known.set(key, { ...first, value: `${first.value}\n${line.value}` });
    else if (first) findings.push(repeated(line, first, file));
    else if (key) known.set(key, line);
    else if (!isReserved(line.key)) metadata[line.key.toLowerCase()] = line.value;
  }
  if (isStrict) findings.push(...checkNames(lines, file));
  const values: Record<string, unknown> = {};
  for (const [key, line] of known) {
    const result = table[key].kind.schema.safeParse(line.value);
    if (result.success) values[key] = result.data;
    else findings.push(badValue(key, line, file));
    if (TEXTS.has(key)) findings.push(...htmlIn(line, file));
  }
  const [dropdown, sidebar] = menuListNames.map((list) => {
    const size = known.get(`${list}MenuSize`);
    const own = listed[list];
    if (own) return readListedEntries(own, list, size, file);
    return readEntries(numbered[list], menuLists[list].numbered, size, file);
  });
  return {
    fields: {
      values,
      dropdown: dropdown?.entries ?? [],
      sidebar: sidebar?.entries ?? [],
      lines: known,
      metadata,
    },
    findings: [
      ...findings,
      ...listed.findings,
      ...menuListNames.flatMap((list) => inBothForms(list, listed, numbered, file)),
      ...(dropdown?.findings ?? []),
      ...(sidebar?.findings ?? []),
    ],
  };
}

/** A menu that is a list and has numbered fields, too: the list is the whole menu. */
function inBothForms(list: MenuList, listed: ListedMenus, numbered: NumberedMenus, file: string): Finding[] {
  const first = numbered[list][0];
  const line = first?.name ?? first?.url;
  if (!line || !listed[list]) return [];
  return [
    finding(
      "menu-twice",
      { file, line: line.line, column: line.column },
      {
        field: line.key,
        message: `The ${list} is written twice: as a list, and as numbered fields.`,
        consequence: "The list is shown; the numbered fields are left out.",
        fix: "Put what is missing into the list, and remove the numbered fields.",
      },
    ),
  ];
}

/** In Pelican a field that is repeated is a list; for these that is what they are. */
export function isList(key: FieldKey): boolean {
  const { kind } = table[key];
  return kind === value.names || kind === value.addresses;
}

function repeated(line: HeaderLine, first: HeaderLine, file: string): Finding {
  return finding(
    "field-repeated",
    { file, line: line.line, column: line.column },
    {
      field: line.key,
      message: `${line.key} is written twice; the first is on line ${first.line}.`,
      consequence: `The first one counts: “${first.value}”.`,
      fix: "Remove one of the two.",
    },
  );
}

function badValue(key: FieldKey, line: HeaderLine, file: string): Finding {
  const { kind, name } = table[key];
  return finding("field-value", valuePlace(line, file), {
    field: line.key,
    message: `${name} cannot be “${line.value}”.`,
    consequence: key === "status" ? "To be safe, the page counts as a draft." : "The field counts as not written.",
    fix: `Write ${kind.expects}.`,
  });
}
