import { Parser } from "htmlparser2";

/** A heading in a piece of HTML. */
export interface Heading {
  /** 2 for `<h2>`. */
  readonly level: number;
  readonly id: string;
  /** What a reader reads of it, in one line. */
  readonly text: string;
  /** The offsets of the element, from the `<` of its start tag to behind the `>` of its end tag. */
  readonly start: number;
  readonly end: number;
}

const ANY = /<h[2-4]\b[^>]*\bid\b/i;
const NAME = /^h[2-4]$/;

/**
 * The headings of levels 2 to 4 that have an id and are in no other element: what stands in an author's own boxes
 * belongs to these, and not to the page's outline.
 */
export function headingsIn(html: string): Heading[] {
  if (!ANY.test(html)) return [];
  const headings: Heading[] = [];
  let depth = 0;
  let open: { level: number; id: string; text: string; start: number } | undefined;
  const parser = new Parser({
    onopentag: (name, { id }) => {
      if (depth === 0 && NAME.test(name) && id)
        open = { level: Number(name[1]), id, text: "", start: parser.startIndex };
      depth++;
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: (_name, isImplied) => {
      depth--;
      if (depth > 0 || !open) return;
      const text = open.text.replace(/\s+/g, " ").trim();
      // A heading without its end tag has no end that could be pointed to. The parser leaves out a blank in `</h2 >`.
      if (!isImplied && text !== "") headings.push({ ...open, text, end: html.indexOf(">", parser.endIndex) + 1 });
      open = undefined;
    },
  });
  parser.end(html);
  return headings;
}
