import { type Finding, finding, type Place } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import type { HeaderLine, NestedField } from "../header/header.ts";

/** The parts of an entry by their names in lower case; unknown ones, and such as are no text, are findings. */
export function textsIn(
  pairs: readonly NestedField[],
  known: readonly string[],
  field: string,
  file: string,
  findings: Finding[],
): ReadonlyMap<string, HeaderLine> {
  const parts = new Map<string, HeaderLine>();
  for (const { key, value, line, column } of pairs) {
    const name = key.toLowerCase();
    if (!known.includes(name)) findings.push(unknownPart(key, pairs, known, field, { file, line, column }));
    else if (value.kind !== "text") {
      findings.push(
        wrongForm(value, field, file, `The ${name} of an entry is a text, and this is more than that.`, [
          "It counts as not written.",
          `Write “${name}: …”; quotation marks around the value keep its brackets.`,
        ]),
      );
    } else
      parts.set(name, {
        key: field,
        value: value.text,
        line,
        column,
        valueLine: value.line,
        valueColumn: value.column,
      });
  }
  return parts;
}

function unknownPart(
  key: string,
  pairs: readonly NestedField[],
  known: readonly string[],
  field: string,
  place: Place,
): Finding {
  const near = nearest(key, known);
  const isFree = near !== undefined && !pairs.some((pair) => pair.key.toLowerCase() === near);
  return finding("menu-key", place, {
    field,
    message: near === undefined ? `An entry has no ${key}.` : `An entry has no ${key}: did you mean ${near}?`,
    consequence: "It has no effect.",
    fix: near === undefined ? `Write ${known.join(", ")}, or remove it.` : `Write “${near}: …”.`,
    edits: !isFree ? [] : [{ line: place.line, column: place.column, old: key, text: near }],
  });
}

/** A list or an entry that is written in another way than it must be. */
export function wrongForm(
  at: { readonly line: number; readonly column: number },
  field: string,
  file: string,
  message: string,
  [consequence, fix]: readonly [string, string],
): Finding {
  return finding("menu-form", { file, line: at.line, column: at.column }, { field, message, consequence, fix });
}
