/** Images made for tests, by the library that draws the site's. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../build-tree.ts";

interface Sharp {
  withMetadata(metadata: { readonly orientation: number }): Sharp;
  toFormat(format: string, options?: object): Sharp;
  removeAlpha(): Sharp;
  raw(): Sharp;
  toBuffer(): Promise<Buffer>;
  metadata(): Promise<{ readonly width: number; readonly height: number; readonly format: string }>;
}

/** It comes with eleventy-img. */
export const sharp: (input: Uint8Array | string, options?: object) => Sharp = createRequire(
  createRequire(join(project, "package.json")).resolve("@11ty/eleventy-img"),
)("sharp");

interface Made {
  readonly format?: "jpeg" | "png" | "webp" | "avif" | "gif";
  /** As in Exif: how a camera was held. */
  readonly orientation?: number;
}

/** Red on the left and blue on the right; too rough to be a small file, and always the same. */
export function image(width: number, height: number, { format = "jpeg", orientation = 1 }: Made = {}): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2;
    pixels[at * 3 + (isLeft ? 0 : 2)] = 150 + ((at * 7919) % 101);
    pixels[at * 3 + 1] = (at * 104_729) % 83;
  }
  const raw = sharp(pixels, { raw: { width, height, channels: 3 } });
  return raw
    .withMetadata({ orientation })
    .toFormat(format, format === "jpeg" ? { quality: 95 } : {})
    .toBuffer();
}

/** The colour at a place of a picture, from 0 to 1 across and down. */
export async function colourAt(content: Uint8Array, x: number, y: number): Promise<"red" | "blue"> {
  const { width, height } = await sharp(content).metadata();
  const pixels = await sharp(content).removeAlpha().raw().toBuffer();
  const at = (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))) * 3;
  return (pixels[at] ?? 0) > (pixels[at + 2] ?? 0) ? "red" : "blue";
}

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><script>alert(1)</script></svg>';
