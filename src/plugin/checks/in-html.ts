import { table } from "../dialect/fields.ts";
import { properName } from "../fields/names.ts";
import type { Finding } from "../findings/finding.ts";
import { escapeHtml } from "../html/escape.ts";

/** A finding of a page whose header is in HTML: a field to write is an element there. */
export function inHtml(finding: Finding): Finding {
  const fix = finding.fix.replace(/“(\w+): ([^”]*)”/g, (whole, name: string, value: string) => {
    if (properName(name) === undefined) return whole;
    const text = escapeHtml(value);
    return name.toLowerCase() === table.title.name.toLowerCase()
      ? `“<title>${text}</title>”`
      : `“<meta name="${name}" content="${text}">”`;
  });
  return { ...finding, fix };
}
