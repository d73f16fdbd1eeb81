import { type FieldKey, type FieldValues, fieldNames, type MenuList, menuListNames, table } from "../dialect/fields.ts";
import * as value from "../dialect/values.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type HeaderLine, type NestedField, valuePlace } from "../header/header.ts";
import { isReserved } from "../header/safe-data.ts";
import { pushAll } from "../maps/many.ts";
import { readEntries, readListedEntries, type WrittenEntry } from "./entries.ts";
import { linesOf } from "./entry-lines.ts";
import { htmlIn } from "./html-as-text.ts";
import { type ListedMenus, readListed } from "./listed.ts";
import { checkNames, misspeltMenus } from "./names.ts";
import { type NumberedMenus, splitNumbered } from "./numbered.ts";
import { quotedValue, yamlValue } from "./quoted.ts";

/** What a header says, and where it says it. */
export interface Fields {
  readonly values: FieldValues;
  readonly dropdown: readonly WrittenEntry[];
  readonly sidebar: readonly WrittenEntry[];
  readonly lines: ReadonlyMap<FieldKey, HeaderLine>;
  /** Fields that are not in the table, by their names in lower case: Pelican hands them to its templates, too. */
  readonly metadata: Readonly<Record<string, string>>;
}

const TEXTS: ReadonlySet<FieldKey> = new Set(["title", "menuName", "sidebarMenuTitle"]);

/**
 * Reads the fields of a header. Faults are reported; a field that has one is ignored.
 *
 * @param isStrict whether unknown names are looked at: Pelican's own headers may hold any, YAML's belong to Eleventy
 * @param menus the menus in a modern form
 */
export function readFields(
  lines: readonly HeaderLine[],
  file: string,
  isStrict: boolean,
  menus: readonly NestedField[] = [],
): { fields: Fields; reports: Report[] } {
  const numbered = splitNumbered(lines);
  const listed = readListed(menus, file);
  const { known, metadata, reports: repeated } = knownFields(numbered.rest, file);
  const { values, reports: wrongValues } = readValues(known, isStrict, file);
  const written = lines.filter(({ setting }) => setting === undefined);
  const reports = [...repeated, ...(isStrict ? checkNames(written, file) : []), ...wrongValues];
  const misspelt = isStrict ? misspeltMenus(lines) : new Set<MenuList>();
  const [dropdown, sidebar] = menuListNames.map((list) => {
    const size = known.get(`${list}MenuSize`);
    const own = listed[list];
    if (own) return readListedEntries(own, list, size, file);
    return readEntries(numbered[list], list, size, file, misspelt.has(list));
  });
  return {
    fields: { values, dropdown: dropdown?.entries ?? [], sidebar: sidebar?.entries ?? [], lines: known, metadata },
    reports: [
      ...reports,
      ...listed.reports,
      ...menuListNames.flatMap((list) => inBothForms(list, listed, numbered, file)),
      ...[...(dropdown?.reports ?? []), ...(sidebar?.reports ?? [])].filter((one) => !isMeantBy(reports, one)),
    ],
  };
}

/** The lines of the fields that are in the table, and all others as metadata. Of a field with one value the first line counts. */
function knownFields(
  lines: readonly HeaderLine[],
  file: string,
): {
  known: ReadonlyMap<FieldKey, HeaderLine>;
  metadata: Readonly<Record<string, string>>;
  reports: readonly Report[];
} {
  const reports: Report[] = [];
  const known = new Map<FieldKey, HeaderLine>();
  const metadata: Record<string, string> = {};
  for (const line of lines) {
    const key = fieldNames.get(line.key.toLowerCase());
    const first = key && known.get(key);
    if (first && isList(key)) known.set(key, { ...first, value: `${first.value}\n${line.value}` });
    else if (first) {
      const values = { field: line.key, firstLine: first.line, firstValue: first.value };
      reports.push(report("field-repeated", placeIn(file, line), values));
    } else if (key) known.set(key, line);
    else if (!isReserved(line.key)) metadata[line.key.toLowerCase()] = line.value;
  }
  return { known, metadata, reports };
}

function readValues(
  known: ReadonlyMap<FieldKey, HeaderLine>,
  isStrict: boolean,
  file: string,
): { values: FieldValues; reports: readonly Report[] } {
  const reports: Report[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, line] of known) {
    const result = table[key].kind.schema.safeParse(line.value);
    const quoted = isStrict ? quotedValue(line, TEXTS.has(key) || key === "summary", file) : [];
    pushAll(reports, quoted);
    if (isStrict) pushAll(reports, yamlValue(line, isList(key), file));
    if (result.success) values[key] = result.data;
    // A field that goes on with the value, by its blanks, is told of at its own line.
    else if (quoted.length === 0 && !goesOnWithField(line)) reports.push(badValue(key, line, file));
    if (TEXTS.has(key)) pushAll(reports, htmlIn(line, file));
    if (key === "author") pushAll(reports, listOfAuthors(line, !known.has("authors"), file));
  }
  return { values, reports };
}

/** Whether what an entry lacks is there, and misspelt, or indented below its name. */
function isMeantBy(reports: readonly Report[], one: Report): boolean {
  if (one.code !== "menu-name-missing" && one.code !== "menu-url-missing") return false;
  const { missing } = one.values;
  if ("name" in one.values && one.values.name.includes(missing)) return true;
  return reports.some(({ code, values }) => code === "field-misspelt" && values.name === missing);
}

/** Pelican splits `Authors` alone. @param isSure whether the line can be one of `Authors` */
function listOfAuthors(line: HeaderLine, isSure: boolean, file: string): Report[] {
  if (!line.value.includes(";")) return [];
  const place = line.setting === undefined ? placeIn(file, line) : valuePlace(line, file);
  return [report("author-list", place, { field: line.key, value: line.value, isSure })];
}

/** A menu that is a list and has numbered fields, too: the list is the whole menu. */
function inBothForms(list: MenuList, listed: ListedMenus, numbered: NumberedMenus, file: string): Report[] {
  const [first] = numbered[list];
  const [line] = first ? linesOf(first) : [];
  if (!line || !listed[list]) return [];
  return [report("menu-twice", placeIn(file, line), { field: line.key, menu: list })];
}

/** In Pelican a field that is repeated is a list; for these that is what they are. */
export function isList(key: FieldKey): boolean {
  const { kind } = table[key];
  return kind === value.names || kind === value.addresses;
}

function goesOnWithField({ value: written }: HeaderLine): boolean {
  const more = written.split("\n").slice(1);
  return more.some((line) => fieldNames.has(line.split(":")[0]?.toLowerCase() ?? "") && line.includes(":"));
}

function badValue(key: FieldKey, line: HeaderLine, file: string): Report {
  const { kind, name } = table[key];
  const values = { field: line.key, name, value: line.value, expected: kind.expects };
  return report("field-value", valuePlace(line, file), values);
}
