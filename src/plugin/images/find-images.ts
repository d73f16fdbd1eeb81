import { Parser } from "htmlparser2";

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
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === "picture") pictures++;
      if (name !== "img" || pictures > 0) return;
      images.push({ attributes, start: parser.startIndex, end: parser.endIndex + 1, textBefore });
    },
    onclosetag: (name) => {
      if (name === "picture") pictures--;
    },
    ontext: (text) => {
      textBefore += text.trim().length;
    },
  });
  parser.end(html);
  return images;
}
