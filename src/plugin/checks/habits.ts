import { table } from "../dialect/fields.ts";
import { isNumbered } from "../dialect/numbered.ts";
import { type Report, type ReportOf, report } from "../findings/report.ts";
import { countBy, groupBy } from "../maps/group-by.ts";

/** So often a site does something before it is its own way. */
const HABIT = 5;
/** A field that so much of the pages have is one of the site's own. */
const MOST_PAGES = 0.5;

/**
 * What a site does everywhere is told once, and what is a field of its own not at all: `Update` beside `Date` in half of the
 * posts is no slip of the pen. Fields of menus are always told, as entries of theirs would be missing.
 *
 * @param pages how many pages there are
 */
export function withoutHabits(reports: readonly Report[], pages: number): Report[] {
  const files = filesByField(reports);
  const isOwn = ({ values: { field, name, there, isHeader } }: ReportOf<"field-misspelt">): boolean => {
    if (isHeader) return false;
    const count = files.get(field.toLowerCase()) ?? 0;
    return (
      count >= HABIT &&
      !isNumbered(name) &&
      name !== table.status.name &&
      (there !== undefined || count >= pages * MOST_PAGES)
    );
  };
  const quoted = reports.filter(is("value-quoted"));
  const byField = groupBy(quoted, ({ values: { field, isShown } }) => `${field.toLowerCase()} ${isShown}`);
  const often = new Map([...byField.values()].filter((same) => same.length >= HABIT).map((same) => [same[0], same]));
  const others = new Set([...often.values()].flatMap((same) => same.slice(1)));
  return reports.flatMap((one): Report[] => {
    if (is("field-misspelt")(one)) return isOwn(one) ? [] : [one];
    if (!is("value-quoted")(one)) return [one];
    if (others.has(one)) return [];
    const same = often.get(one);
    return [same ? report("value-quoted", one, { ...one.values, others: same.slice(1).map(placeOf) }) : one];
  });
}

function is<Code extends Report["code"]>(code: Code) {
  return (one: Report): one is Extract<Report, ReportOf<Code>> => one.code === code;
}

/** In how many files each unknown name is. */
function filesByField(reports: readonly Report[]): Map<string, number> {
  const each = reports.filter(is("field-misspelt")).map(({ file, values }) => `${values.field.toLowerCase()}\0${file}`);
  return countBy([...new Set(each)].map((one) => one.slice(0, one.indexOf("\0"))));
}

function placeOf({ file, line, column, values: { value, inner } }: ReportOf<"value-quoted">) {
  return { file, line, column, value, inner };
}
