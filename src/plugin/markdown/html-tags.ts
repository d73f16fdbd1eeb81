/** The elements that Python-Markdown takes for blocks (`block_level_elements`), and those of CommonMark beside them. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body canvas caption center col colgroup dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frame frameset group h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li " +
    "link main map math menu menuitem meta nav noframes noscript object ol optgroup option output p param pre progress " +
    "script search section source style summary table tbody td textarea tfoot th thead title tr track ul video"
  ).split(" "),
);

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
    if (!BLOCK_TAGS.has(tag)) continue;
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
