import { type Finding, finding } from "../findings/finding.ts";
import { type HeaderLine, valuePlace } from "../header/header.ts";

/** HTML in a title or a label is shown as it is written, which is hardly what its author wants. */
export function htmlIn(line: HeaderLine, file: string): Finding[] {
  // A tag's beginning, and somewhere behind it an end.
  const start = line.value.search(/<[a-z!/]/i);
  if (start < 0 || line.value.lastIndexOf(">") < start) return [];
  return [
    finding("html-as-text", valuePlace(line, file), {
      field: line.key,
      message: `${line.key} holds HTML: “${line.value}”.`,
      consequence: "It is text, so visitors see the tags themselves.",
      fix: "Write it without tags.",
    }),
  ];
}
