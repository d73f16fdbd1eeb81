import { fieldNames, type MenuList, table } from "../dialect/fields.ts";
import { foreignNames } from "../dialect/foreign-names.ts";
import { isNumbered, NUMBERED_NAMES, numberedForm, parseNumbered } from "../dialect/numbered.ts";
import { placeIn } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import type { HeaderLine } from "../header/header.ts";
import { linesLikeFields } from "../header/pelican-header.ts";
import { isReserved } from "../header/safe-data.ts";
import { countBy } from "../maps/group-by.ts";
import { memoize } from "../maps/memoize.ts";

const PLAIN_NAMES = Object.values(table).map((row) => row.name);
const ALL_NAMES = [...PLAIN_NAMES, ...NUMBERED_NAMES];

/** Names of fields that are misspelt. */
export function checkNames(lines: readonly HeaderLine[], file: string): Report[] {
  const there = new Set(lines.map(({ key }) => key.toLowerCase()));
  const firstFree = memoize((name: string | undefined) => withNumber(name, there));
  const named = lines.map((line) => {
    const name = properName(line.key);
    return { line, name, meant: name ?? firstFree(meantName(line.key)) };
  });
  // A name that the header has, or that two others are like, is not for us to choose.
  const firsts = new Map(
    named.flatMap(({ line, name }) => (name === undefined ? [] : [[name, line.line] as const])).reverse(),
  );
  const counts = countBy(named.map(({ meant }) => meant?.toLowerCase()));
  return named.flatMap(({ line, name, meant }) => {
    const isSure = counts.get(meant?.toLowerCase()) === 1;
    if (meant && there.has(meant.toLowerCase()) && isForeign(line.key)) return [];
    const status = name === undefined ? statusMeant(line) : undefined;
    if (status !== undefined) {
      const isObeyed = line.key.toLowerCase() === "draft" && line.value.trim() === "true";
      const values = { field: line.key, name: table.status.name, value: status, isSure: false, isObeyed };
      return [report("field-misspelt", placeIn(file, line), { ...values, there: firsts.get(table.status.name) })];
    }
    return name === undefined ? unknown(line, meant, isSure, firsts.get(meant ?? ""), file) : [];
  });
}

/**
 * The fields of a header that is none, as each of them is misspelt: a file begins with lines that look like fields, most of
 * which are nearly one. A single line may be a sentence, so one is no more than a typing error.
 */
export function misspeltHeader(text: string, file: string): Report[] {
  const lines = linesLikeFields(text.split(/\r\n|\r|\n/));
  const found = checkNames(lines, file).flatMap((one) =>
    one.code === "field-misspelt" ? [{ ...one, values: { ...one.values, isHeader: true } }] : [],
  );
  const [first] = found;
  const isSlip = first !== undefined && nearest(first.values.field, [first.values.name], TYPING_ERROR) !== undefined;
  return found.length * 2 > lines.length && (lines.length > 1 || isSlip) ? found : [];
}

/** One letter of four to seven is wrong. */
const TYPING_ERROR = 4;

/** The menus of which an entry is misspelt: there may be more entries than are read. */
export function misspeltMenus(lines: readonly HeaderLine[]): ReadonlySet<MenuList> {
  const meant = lines.map(({ key }) => (properName(key) === undefined ? meantName(key) : undefined));
  return new Set(meant.flatMap((name) => parseNumbered(name?.replace(/N$/, "1") ?? "")?.list ?? []));
}

/** Names of fields that are misspelt in settings: each is told of where it is. */
export function checkGivenNames(lines: readonly HeaderLine[]): Report[] {
  return lines.flatMap((line) => {
    const { key: field, value, setting } = line;
    const isWritten = setting === "defaultMetadata" || setting === "extraPathMetadata";
    const name = isWritten && field !== "path" && properName(field) === undefined ? meantName(field) : undefined;
    if (name === undefined) return [];
    return [
      report("field-misspelt", placeIn(`the setting ${setting}`), {
        field,
        name,
        value,
        isSure: false,
        there: undefined,
      }),
    ];
  });
}

/** A word of another language that is not like ours may be a field of the author's own beside ours. */
function isForeign(key: string): boolean {
  return foreignNames.has(key.toLowerCase()) && nearest(key, PLAIN_NAMES) === undefined;
}

/** A numbered name that lacks its number has the first that is free. */
function withNumber(name: string | undefined, there: ReadonlySet<string>): string | undefined {
  if (!name?.endsWith("_N")) return name;
  let number = 1;
  while (there.has(name.replace(/N$/, String(number)).toLowerCase())) number++;
  return name.replace(/N$/, String(number));
}

/** The fields by which other programs keep a page back, and the `Status` that does so in Pelican. */
const KEPT_BACK: readonly (readonly [field: RegExp, value: RegExp, status: string])[] = [
  [/^(?:is_?)?draft$/i, /^(?:true|yes|on|1)$/i, "draft"],
  [/^(?:publish|(?:is_?)?published)$/i, /^(?:false|no|off|0)$/i, "draft"],
  [/^(?:(?:is_?)?hidden|private|unlisted)$/i, /^(?:true|yes|on|1)$/i, "hidden"],
];

function statusMeant({ key, value }: HeaderLine): string | undefined {
  return KEPT_BACK.find(([field, words]) => field.test(key) && words.test(value.trim()))?.[2];
}

/** Whether a name that is no field is most like a numbered one. */
export function isLikeNumbered(key: string): boolean {
  const meant = /_\d+$/.test(key) && properName(key) === undefined ? meantName(key) : undefined;
  return meant !== undefined && isNumbered(meant);
}

/** The field that a misspelt name is most like; one with a number is like the numbered ones, if any. */
function meantName(key: string): string | undefined {
  const foreign = foreignNames.get(key.toLowerCase());
  if (foreign) return table[foreign].name;
  const { stem, number } = splitNumber(key);
  if (number === "") return nearest(key, ALL_NAMES);
  const called = partCalled(stem);
  if (called !== undefined) return `${called}_${number}`;
  return nearest(`${stem}_N`, NUMBERED_NAMES)?.replace(/N$/, number) ?? nearest(stem, PLAIN_NAMES);
}

/** What authors call the parts of an entry besides. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/_(?:link|href|address|adress|target|path|uri)$/i, "_url"],
  [/_(?:label|title|text)$/i, "_name"],
];

/** The numbered field, without its number, of which a part is called otherwise. */
function partCalled(stem: string): string | undefined {
  const named = PARTS.flatMap(([called, part]) => (called.test(stem) ? stem.replace(called, part) : []));
  return named.flatMap((one) => numberedForm(`${one}_1`)?.replace(/_1$/, "") ?? [])[0];
}

/** By hand: a regular expression for the digits at the end takes time that grows with the square of a run of them. */
function splitNumber(key: string): { readonly stem: string; readonly number: string } {
  let at = key.length;
  while (/\d/.test(key.charAt(at - 1))) at--;
  return { stem: key.slice(0, at).replace(/_$/, ""), number: key.slice(at) };
}

/** A field's name as authors write it; undefined where there is no such field. */
export function properName(key: string): string | undefined {
  const field = fieldNames.get(key.toLowerCase());
  return field ? table[field].name : numberedForm(key);
}

/**
 * @param isSure whether the name can be put in place of the misspelt one
 * @param there the line on which the header has that name already
 */
function unknown(
  line: HeaderLine,
  name: string | undefined,
  isSure: boolean,
  there: number | undefined,
  file: string,
): Report[] {
  const { key: field, value } = line;
  if (isReserved(field)) return [report("field-reserved", placeIn(file, line), { field })];
  if (name === undefined) return [];
  const isNumbersOwn = !isNumbered(name) || /\d$/.test(field);
  const values = { field, name, value, isSure: isSure && isNumbersOwn, there };
  return [report("field-misspelt", placeIn(file, line), values)];
}
