import type { Settings } from "../settings.ts";
import { isTooLarge } from "./find-sources.ts";
import type { ImageFile } from "./image-file.ts";

/** What is to be drawn of an image. */
export interface Drawing {
  readonly formats: Settings["images"]["formats"];
  /** In pixels, from narrow to wide. */
  readonly widths: readonly number[];
}

/** Of other types there is nothing to gain, or, of moving images, something to lose. */
const DRAWN = new Set(["jpg", "png", "webp"]);
/** A width that is less than a quarter below the next is left out. */
const STEP = 1.25;

/** Undefined for an image that stays as it is. */
export function planDrawing(image: ImageFile, { formats, widths, minBytes }: Settings["images"]): Drawing | undefined {
  if (formats.length === 0 || image.bytes < minBytes || !DRAWN.has(image.type)) return undefined;
  if (image.isAnimated || isTooLarge(image)) return undefined;
  const widest = Math.min(image.width, Math.max(...widths));
  const narrower = [...new Set(widths)].filter((width) => width * STEP <= widest);
  return { formats, widths: [...narrower, widest].sort((a, b) => a - b) };
}
