import { type Report, report } from "../findings/report.ts";
import { type HeaderLine, valuePlace } from "../header/header.ts";

/** Straight marks around a whole value are YAML's. */
const STRAIGHT = /^(["'])(?=\S)((?:(?!\1).)+)\1$/;
/** Those of a word processor may belong to a title. */
const CURLY = /^[“”„‟«»‘’‚]([^“”„‟«»‘’‚]+)[“”„‟«»‘’‚]$/;

/**
 * A value in quotation marks, which Pelican keeps.
 *
 * @param isShown whether visitors read the value
 */
export function quotedValue(line: HeaderLine, isShown: boolean, file: string): Report[] {
  const value = line.value.trim();
  const inner = STRAIGHT.exec(value)?.[2] ?? (isShown ? undefined : CURLY.exec(value)?.[1]);
  if (inner === undefined) return [];
  return [report("value-quoted", valuePlace(line, file), { field: line.key, value, inner, isShown })];
}

/** A list in brackets, or a text below a mark, as YAML has them: here the marks are part of the value. */
export function yamlValue(line: HeaderLine, isList: boolean, file: string): Report[] {
  const value = line.value.trim();
  const items = isList ? /^\[([^[\]]*)\]$/.exec(value)?.[1] : undefined;
  const mark = /^([|>])[-+]?\n/.exec(value)?.[1];
  if (items === undefined && mark === undefined) return [];
  const letters = mark === undefined ? ["[", "]"] : [mark];
  const expected =
    mark === undefined ? `“${line.key}: ${items?.trim()}”` : `the text on the line of ${line.key}, without ${mark}`;
  return [report("field-value", valuePlace(line, file), { field: line.key, name: line.key, value, expected, letters })];
}
