import { type HtmlReader, readHtml } from "./read-html.ts";
import { oneLine, textOf } from "./summary.ts";

/** So much search engines show of a description. */
const LONGEST = 155;
/** So much of a text is read for it: enough for the tags around the first words. */
const READ = 20_000;

/** What a page is about, of its first words: those of its paragraphs, else of whatever text it has; empty for none. */
export function describe(html: string): string {
  const { text, reader } = descriptionReader(html);
  readHtml(html, [reader]);
  return text();
}

/** @returns `text` is the description, after the reader was told of the HTML */
export function descriptionReader(html: string): { readonly text: () => string; readonly reader: HtmlReader } {
  const paragraphs: string[] = [];
  let open: string[] | undefined;
  let length = 0;
  const reader: HtmlReader = {
    onOpen: (name, _attributes, { startIndex }) => {
      if (name === "p" && length <= LONGEST && startIndex < READ) open = [];
    },
    onText: (text) => open?.push(text),
    onClose: (name, _isImplied, { startIndex }) => {
      if (!open) return;
      if (name !== "p" && startIndex < READ) return void open.push(" ");
      const paragraph = oneLine(open.join(""));
      paragraphs.push(paragraph);
      length += paragraph.length;
      open = undefined;
    },
  };
  return {
    text: () => shorten(oneLine(paragraphs.join(" ")) || textOf(html.slice(0, READ))),
    reader,
  };
}

/** A text cut between words, where it is too long. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  // Room for the dots; a text without blanks is cut where it must be, never through a letter of two code units.
  const words =
    /^([\s\S]*\S)\s/.exec(text.slice(0, LONGEST))?.[1] ?? text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "");
  return `${words.replace(/[\s,;:.–—-]+$/, "")}…`;
}
