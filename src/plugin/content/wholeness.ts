import { type HtmlReader, parseHtml, readIfPlain } from "./read-html.ts";
import { VOID } from "./void.ts";

/**
 * Whether a piece of HTML is whole in itself: each element that it opens it closes by a tag of its own, and no other. So
 * it means the same wherever it stands. Where in doubt, it is not.
 *
 * @param others want to know something of it, too, and are told of it on the way
 */
export function isWholeHtml(html: string, others: readonly HtmlReader[] = []): boolean {
  if (readIfPlain(html, others)) return true;
  const { isWhole, reader } = wholenessReader(html);
  parseHtml(html, [...others, reader]);
  return isWhole();
}

function wholenessReader(html: string): { readonly isWhole: () => boolean; readonly reader: HtmlReader } {
  let closed = 0;
  let isImplied = false;
  const reader: HtmlReader = {
    onClose: (name, implied) => {
      if (!implied) closed++;
      else if (!VOID.has(name)) isImplied = true;
    },
  };
  return { isWhole: () => !isImplied && closed === (html.match(/<\//g)?.length ?? 0), reader };
}
