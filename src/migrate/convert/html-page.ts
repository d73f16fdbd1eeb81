import { escapeHtml } from "../../plugin/html/escape.ts";
import type { Settings } from "../../plugin/settings.ts";
import { UsageError } from "../usage-error.ts";
import { type Conversion, withEnding } from "./conversion.ts";

/** What a page in HTML is made of. */
export interface HtmlParts {
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
  readonly notes?: readonly string[];
}

/**
 * The ending of pages in HTML.
 *
 * @throws {UsageError} where the site's settings let no page be in HTML
 */
export function htmlEnding({ readers }: Pick<Settings, "readers">): string {
  const ending = ["html", "htm"].find((one) => readers[one] === undefined);
  if (ending === undefined) throw new UsageError("The setting readers says that HTML is not read: allow it for html.");
  return `.${ending}`;
}

/** A source that has become a page in HTML with its fields. */
export function htmlPage(source: string, ending: string, { fields, body, notes = [] }: HtmlParts): Conversion {
  const { keywords, ...own } = fields;
  const left = keywords ? ["its field keywords is left out: in a page in HTML it would be the tags."] : [];
  const page = { path: withEnding(source, ending), content: pageOf(own, body) };
  return { kind: "made", source, files: [page], notes: [...notes, ...left] };
}

/** These mean something where they are empty. */
const MAY_BE_EMPTY = new Set(["url", "save_as"]);

/**
 * A page in HTML with its fields.
 * Source: https://docs.getpelican.com/en/latest/content.html#file-metadata
 */
function pageOf({ title = "", ...fields }: Readonly<Record<string, string>>, body: string): string {
  const metas = Object.entries(fields)
    .filter(([name, value]) => value.trim() !== "" || MAY_BE_EMPTY.has(name))
    .map(([name, value]) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(value.trim())}">\n`);
  return `<html>\n<head>\n<title>${escapeHtml(title)}</title>\n${metas.join("")}</head>\n<body>\n${body.trim()}\n</body>\n</html>\n`;
}
