import type { Edit } from "../findings/edit.ts";
import { type Finding, finding } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import type { HeaderLine } from "../header/header.ts";
import { isReserved } from "../header/safe-data.ts";
import { isNumbered, NUMBERED_NAMES } from "./numbered.ts";
import { fieldNames, table } from "./table.ts";

const ALL_NAMES = [...Object.values(table).map((row) => row.name), ...NUMBERED_NAMES];

/** Names of fields that are misspelt, or written in another case than elsewhere. */
export function checkNames(lines: readonly HeaderLine[], file: string): Finding[] {
  const named = lines.map((line) => {
    const name = properName(line.key);
    return { line, name, meant: name ?? meantName(line.key) };
  });
  // A name that the header has, or that two others are like, is not for us to choose.
  const counts = new Map<string | undefined, number>();
  for (const { meant } of named) counts.set(meant?.toLowerCase(), (counts.get(meant?.toLowerCase()) ?? 0) + 1);
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
function unknown(line: HeaderLine, meant: string | undefined, isSure: boolean, file: string): Finding[] {
  const place = { file, line: line.line, column: line.column };
  if (isReserved(line.key)) {
    return [
      finding("field-reserved", place, {
        field: line.key,
        message: `${line.key} cannot be the name of a field.`,
        consequence: "The line was left out.",
        fix: "Give it another name, or remove it.",
      }),
    ];
  }
  if (meant === undefined) return [];
  return [
    finding("field-misspelt", place, {
      field: line.key,
      message: `There is no field ${line.key}: did you mean ${meant}?`,
      consequence: "The line has no effect.",
      fix: `Write “${meant}: ${line.value}”.`,
      edits: isSure && !meant.endsWith("_N") ? [renameKey(line, meant)] : [],
    }),
  ];
}

function renameKey(line: HeaderLine, name: string): Edit {
  return { line: line.line, column: line.column, old: line.key, text: name };
}

/** Case does not count, and many write all in lower case; `Top_Menu_order` is a slip. */
function oddCase(line: HeaderLine, name: string, isSure: boolean, file: string): Finding[] {
  if (line.key === name || line.key === line.key.toLowerCase()) return [];
  return [
    finding(
      "field-case",
      { file, line: line.line, column: line.column },
      {
        field: line.key,
        message: `${line.key} is written ${name} elsewhere.`,
        consequence: "It works; who searches the files for the field misses it.",
        fix: `Write “${name}: ${line.value}”.`,
        edits: isSure ? [renameKey(line, name)] : [],
      },
    ),
  ];
}
