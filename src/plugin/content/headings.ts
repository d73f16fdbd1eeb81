import { type HtmlReader, readHtml } from "./read-html.ts";

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

const NAME = /^h[2-4]$/;

/**
 * The headings of levels 2 to 4 that have an id and are in no other element: what stands in an author's own boxes
 * belongs to these, and not to the page's outline.
 */
export function headingsIn(html: string): Heading[] {
  const { headings, reader } = headingReader(html);
  readHtml(html, [reader]);
  return headings;
}

/** @returns `headings` is filled while the reader is told of the HTML */
export function headingReader(html: string): { readonly headings: Heading[]; readonly reader: HtmlReader } {
  const headings: Heading[] = [];
  let depth = 0;
  let open: { level: number; id: string; text: string; start: number } | undefined;
  const reader: HtmlReader = {
    onOpen: (name, { id }, { startIndex }) => {
      if (depth === 0 && NAME.test(name) && id) open = { level: Number(name[1]), id, text: "", start: startIndex };
      depth++;
    },
    onText: (text) => {
      if (open) open.text += text;
    },
    onClose: (_name, isImplied, { endIndex }) => {
      depth--;
      if (depth > 0 || !open) return;
      const text = open.text.replace(/\s+/g, " ").trim();
      // A heading without its end tag has no end that could be pointed to. The parser leaves out a blank in `</h2 >`.
      if (!isImplied && text !== "") headings.push({ ...open, text, end: html.indexOf(">", endIndex) + 1 });
      open = undefined;
    },
  };
  return { headings, reader };
}
