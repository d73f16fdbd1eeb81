import { readHtml } from "../content/read-html.ts";

/** An `<img>` in a piece of HTML. */
export interface FoundImage {
  readonly attributes: Readonly<Record<string, string>>;
  /** The offsets of the tag, from `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
  /** How many letters a reader has read above it. */
  readonly textBefore: number;
}

/** All images of a piece of HTML, in order, but for those of a `<picture>`: there its author has chosen. */
export function findImages(html: string): FoundImage[] {
  if (!/<img[\s/]/i.test(html)) return [];
  const images: FoundImage[] = [];
  let [pictures, textBefore] = [0, 0];
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex, endIndex }) => {
        if (name === "picture") pictures++;
        if (name !== "img" || pictures > 0) return;
        images.push({ attributes, start: startIndex, end: endIndex + 1, textBefore });
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
