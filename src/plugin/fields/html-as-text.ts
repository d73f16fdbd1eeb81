import { type Report, report } from "../findings/report.ts";
import { type HeaderLine, valuePlace } from "../header/header.ts";

/** HTML in a title or a label is shown as it is written, which is hardly what its author wants. */
export function htmlIn(line: HeaderLine, file: string): Report[] {
  // The beginning of a tag, and somewhere after it an end.
  const start = line.value.search(/<[a-z!/]/i);
  if (start < 0 || line.value.lastIndexOf(">") < start) return [];
  return [report("html-as-text", valuePlace(line, file), { field: line.key, value: line.value })];
}
