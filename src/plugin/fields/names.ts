import { fieldNames, table } from "../dialect/fields.ts";
import { isNumbered, NUMBERED_NAMES } from "../dialect/numbered.ts";
import { placeIn } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import type { HeaderLine } from "../header/header.ts";
import { isReserved } from "../header/safe-data.ts";
import { countBy } from "../maps/group-by.ts";

const ALL_NAMES = [...Object.values(table).map((row) => row.name), ...NUMBERED_NAMES];

/** Names of fields that are misspelt, or written in another case than elsewhere. */
export function checkNames(lines: readonly HeaderLine[], file: string): Report[] {
  const named = lines.map((line) => {
    const name = properName(line.key);
    return { line, name, meant: name ?? meantName(line.key) };
  });
  // A name that the header has, or that two others are like, is not for us to choose.
  const counts = countBy(named.map(({ meant }) => meant?.toLowerCase()));
  return named.flatMap(({ line, name, meant }) => {
    const isSure = counts.get(meant?.toLowerCase()) === 1;
    return name === undefined ? unknown(line, meant, isSure, file) : oddCase(line, name, isSure, file);
  });
}

/** Whether a name that is no field is most like a numbered one. */
export function isLikeNumbered(key: string): boolean {
  const meant = /_\d+$/.test(key) && properName(key) === undefined ? meantName(key) : undefined;
  return meant !== undefined && isNumbered(meant);
}

/** The field that a misspelt name is most like. */
function meantName(key: string): string | undefined {
  const number = /_(\d+)$/.exec(key)?.[1];
  return nearest(key.replace(/_\d+$/, "_N"), ALL_NAMES)?.replace(/_N$/, `_${number ?? "N"}`);
}

/** A field's name as authors write it; undefined where there is no such field. */
function properName(key: string): string | undefined {
  if (isNumbered(key)) return key.charAt(0).toUpperCase() + key.slice(1).toLowerCase();
  const field = fieldNames.get(key.toLowerCase());
  return field && table[field].name;
}

/** @param isSure whether the name can be put in place of the misspelt one */
function unknown(line: HeaderLine, name: string | undefined, isSure: boolean, file: string): Report[] {
  const { key: field, value } = line;
  if (isReserved(field)) return [report("field-reserved", placeIn(file, line), { field })];
  if (name === undefined) return [];
  const values = { field, name, value, isSure: isSure && !name.endsWith("_N") };
  return [report("field-misspelt", placeIn(file, line), values)];
}

/** Case does not count, and many write all in lower case; `Top_Menu_order` is a slip. */
function oddCase(line: HeaderLine, name: string, isSure: boolean, file: string): Report[] {
  const { key: field, value } = line;
  if (field === name || field === field.toLowerCase()) return [];
  return [report("field-case", placeIn(file, line), { field, name, value, isSure })];
}
