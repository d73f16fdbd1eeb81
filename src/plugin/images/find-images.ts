import { readHtml } from "../html/read.ts";
import type { Tag } from "../html/tags.ts";

/** An `<img>` in some HTML. */
export interface FoundImage extends Tag {
  /** How many characters a reader has read above it. */
  readonly textBefore: number;
}

/** All images of some HTML, in order, except those of a `<picture>`: there its author has chosen. */
export function findImages(html: string): FoundImage[] {
  if (!/<img[\s/]/i.test(html)) return [];
  const images: FoundImage[] = [];
  let [pictures, textBefore] = [0, 0];
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex, endIndex }) => {
        if (name === "picture") pictures++;
        if (name !== "img" || pictures > 0) return;
        images.push({ name, attributes, start: startIndex, end: endIndex + 1, textBefore });
      },
      onClose: (name) => {
        if (name === "picture") pictures--;
      },
      onText: (text) => {
        textBefore += text.trim().length;
      },
    },
  ]);
  return images;
}
