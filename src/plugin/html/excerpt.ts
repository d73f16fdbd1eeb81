import { readHtml } from "./read.ts";
import { type Replacement, replaceParts } from "./tags.ts";

/** The classes of lists of contents: Python-Markdown's and those of docutils. */
const CONTENTS = /(?:^|\s)(?:toc|contents)(?:\s|$)/;

/** Some HTML without its lists of contents, which a summary has no use for. */
export function withoutContents(html: string): string {
  if (!/\btoc\b|\bcontents\b/.test(html)) return html;
  const parts: Replacement[] = [];
  const open: string[] = [];
  let start = 0;
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex }) => {
        if (open.length === 0 && !CONTENTS.test(attributes.class ?? "")) return;
        if (open.length === 0) start = startIndex;
        open.push(name);
      },
      onClose: (name, _, { endIndex }) => {
        if (open.at(-1) !== name) return;
        open.pop();
        if (open.length === 0) parts.push({ start, end: endIndex + 1, text: "" });
      },
    },
  ]);
  return replaceParts(html, parts);
}

/** The first paragraphs of some HTML, and nothing between them. Source: Pelican's `truncate_html_paragraphs`. */
export function firstParagraphs(html: string, count: number): string {
  const parts: string[] = [];
  let start: number | undefined;
  readHtml(html, [
    {
      onOpen: (name, _, { startIndex }) => {
        if (name === "p") start = startIndex;
      },
      onClose: (name, isImplied, { startIndex, endIndex }) => {
        if (name !== "p" || start === undefined) return;
        if (parts.length < count) parts.push(html.slice(start, isImplied ? startIndex : endIndex + 1));
        start = undefined;
      },
    },
  ]);
  return parts.join("");
}
