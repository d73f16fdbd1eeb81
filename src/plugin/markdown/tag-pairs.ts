import { elementOf } from "../html/elements.ts";

/** Where each block element of a source ends: from the place of its `<` to the place after its closing tag. */
export type TagPairs = ReadonlyMap<number, number>;

/**
 * Pairs the opening and closing tags of a whole source, in one pass. Tags that have no partner are left out, so that one
 * forgotten `</p>` does not make raw HTML of the rest of the page.
 */
export function pairTags(source: string): TagPairs {
  const pairs = new Map<number, number>();
  const open = new Map<string, number[]>();
  const lastComment = source.lastIndexOf("-->");
  let tagEnd = -1;
  const tags = /<(?:!--|(\/?)([a-z][a-z0-9]*)(?=[\s/>]))/gi;
  for (let match = tags.exec(source); match !== null; match = tags.exec(source)) {
    const [, slash, name = ""] = match;
    const place = match.index;
    if (name === "") {
      if (lastComment > place) tags.lastIndex = source.indexOf("-->", place);
      continue;
    }
    // The next ">" is looked for once and kept, so that many "<p" before it cost nothing.
    if (tagEnd < place) tagEnd = source.indexOf(">", place);
    if (tagEnd < 0) break;
    const tag = name.toLowerCase();
    if (!isBlockTag(tag)) continue;
    const places = open.get(tag) ?? [];
    open.set(tag, places);
    if (slash === "") places.push(place);
    else {
      const opened = places.pop();
      if (opened !== undefined) pairs.set(opened, tagEnd + 1);
    }
  }
  return pairs;
}

/** Whether Python-Markdown takes an element for a block. */
export function isBlockTag(name: string): boolean {
  const { isBlock, isMarkdownBlock } = elementOf(name);
  return isBlock || isMarkdownBlock;
}

/** A tag at the start of a text. */
export const TAG = /^<\/?([a-z][a-z0-9]*)(?=[\s/>])/i;
