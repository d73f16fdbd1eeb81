import { type Bundle, textIn } from "./notebook-file.ts";

/** A picture of a notebook, as a file. */
export interface Picture {
  /** The ending of its name, without the dot. */
  readonly ending: string;
  readonly content: Uint8Array;
}

/** How a file of each kind begins. */
const KINDS: Readonly<Record<string, readonly [ending: string, start: RegExp]>> = {
  "image/png": ["png", /^\x89PNG\r\n\x1a\n/],
  "image/jpeg": ["jpg", /^\xff\xd8\xff/],
  "image/gif": ["gif", /^GIF8/],
  "image/webp": ["webp", /^RIFF[\s\S]{4}WEBP/],
};
const SVG = "image/svg+xml";

/** Whether an output or a file in a text is a picture, in any of its forms. */
export function isPicture(data: Bundle): boolean {
  return [SVG, ...Object.keys(KINDS)].some((type) => data[type] !== undefined);
}

/** The picture of a bundle, SVG before others; undefined where there is none that is whole. */
export function pictureIn(data: Bundle): Picture | undefined {
  const svg = textIn(data[SVG]);
  if (svg && /<(?:\w+:)?svg[\s/>]/.test(svg)) return { ending: "svg", content: Buffer.from(svg) };
  for (const [type, [ending, start]] of Object.entries(KINDS)) {
    const text = textIn(data[type])?.replace(/\s+/g, "") ?? "";
    const content = /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
    if (start.test(content.toString("latin1", 0, 16))) return { ending, content };
  }
  return undefined;
}
