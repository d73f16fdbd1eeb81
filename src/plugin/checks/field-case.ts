import { properName } from "../fields/names.ts";
import type { Place } from "../findings/finding.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { HeaderLine } from "../header/header.ts";
import { countBy, groupBy } from "../maps/group-by.ts";
import { greatest } from "../maps/many.ts";
import type { Page } from "../pages/page.ts";
import type { CheckedSite } from "./rule.ts";

/** So many times a site writes a name in one way before that is its own way. */
const HABIT = 3;

interface Written extends Place {
  readonly line: number;
  readonly key: string;
  readonly value: string;
  /** Whether the header has the field in another form, too. */
  readonly isDouble: boolean;
}

/**
 * Fields whose names are written in another case than the site mostly writes them: each form once for the site. Case does
 * not count for Pelican, and many write all in lower case; `Top_Menu_order` among fifty `Top_menu_order` is a slip.
 */
export function oddCases({ pages }: Pick<CheckedSite, "pages">): Report[] {
  // Numbered fields are one field, by what stands before the number.
  const stemOf = (key: string) => key.replace(/(?<!\d)\d+$/, "");
  const all = pages.flatMap(linesOf);
  return [...groupBy(all, ({ key }) => stemOf(key).toLowerCase()).values()].flatMap((same) => {
    const counts = countBy(same.map(({ key }) => stemOf(key)));
    const proper = stemOf(properName(same[0].key) ?? same[0].key);
    const most = greatest(counts.values());
    const usual =
      most >= HABIT && counts.get(proper) !== most ? [...counts].find(([, count]) => count === most) : undefined;
    const name = usual?.[0] ?? proper;
    // Beside names in lower case, the usual ones are as good.
    const isGood = (key: string) => key === name || (key === proper && name === name.toLowerCase());
    const odd = same.filter(({ key }) => !isGood(stemOf(key)) && !isFree(stemOf(key), proper));
    return [...groupBy(odd, ({ key }) => stemOf(key)).values()].map(([first, ...others]) => {
      const { key: field, value } = first;
      const places = [first, ...others].filter(({ isDouble }) => !isDouble);
      const values = { field, name: name + field.slice(stemOf(field).length), value, others: others.length, places };
      return report("field-case", first, values);
    });
  });
}

/** All in lower case, and `URL`, are Pelican's own ways. */
function isFree(key: string, proper: string): boolean {
  return key === key.toLowerCase() || (proper === "Url" && key === "URL");
}

function linesOf({ file, header }: Page): Written[] {
  if (header.syntax === "yaml") return [];
  const counts = countBy(header.lines.map(({ key }) => key.toLowerCase()));
  const written = (line: HeaderLine): Written[] => {
    if (properName(line.key) === undefined) return [];
    const isDouble = counts.get(line.key.toLowerCase()) !== 1;
    return [{ ...placeIn(file, line), key: line.key, value: line.value, isDouble }];
  };
  return header.lines.flatMap(written);
}
