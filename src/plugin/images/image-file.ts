import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { onDemand } from "../on-demand.ts";

/** What an image's file says of itself. */
export interface ImageFile {
  /** As the file's first bytes say it, whatever its name. */
  readonly type: string;
  /** In pixels, as a browser shows it: turned, where the camera was. */
  readonly width: number;
  readonly height: number;
  /** Of the file. */
  readonly bytes: number;
  readonly isAnimated: boolean;
}

/** Why nobody can see an image. */
export interface Damage {
  /** Goes on from “The image …”. */
  readonly damage: string;
}

/** By a file's path in the content folder; undefined for what is no image. */
export type ReadImage = (file: string) => ImageFile | Damage | undefined;

/** So much of a file is read first: its size in pixels stands there, but for photographs with long remarks. */
const HEAD = 128 * 1024;
const TAIL = 1024;
/** The files of these names should be images that browsers show. For SVG browsers are less strict than who measures it. */
const RASTER = /\.(?:png|apng|jpe?g|gif|webp|avif)$/i;

/** Reads images of a content folder, each once. */
export function imageReader(folder: string): ReadImage {
  return onDemand((file: string) => readImage(join(folder, file))).get;
}

/** @throws nothing: what cannot be read is no image, and is found where it is copied */
export function readImage(path: string): ImageFile | Damage | undefined {
  try {
    const { head, tail, bytes } = readEnds(path);
    return describe(path, head, tail, bytes);
  } catch {
    return undefined;
  }
}

function describe(path: string, head: Buffer, tail: Buffer, bytes: number): ImageFile | Damage | undefined {
  const isRaster = RASTER.test(path);
  if (bytes === 0) return isRaster ? { damage: "is an empty file" } : undefined;
  const size = measure(head) ?? (bytes > HEAD ? measure(readFileSync(path)) : undefined);
  if (!size) return isRaster ? { damage: "is damaged, or is no image" } : undefined;
  if (isCut(size.type, tail)) return { damage: "is damaged: its end is missing" };
  return { ...size, bytes, isAnimated: isAnimated(size.type, head) };
}

function measure(content: Buffer): Pick<ImageFile, "type" | "width" | "height"> | undefined {
  try {
    const { type = "", width = 0, height = 0, orientation = 1 } = imageSize(content);
    const isMeasured = [width, height].every((side) => Number.isInteger(side) && side > 0);
    if (!isMeasured) return undefined;
    // Exif's orientations from 5 on lie on their side.
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return undefined;
  }
}

/**
 * An upload that broke off. Only PNG says so cheaply: cameras put whole films behind the end of a JPEG, so that only who
 * draws it finds out.
 */
function isCut(type: string, tail: Buffer): boolean {
  return type === "png" && !tail.includes("IEND");
}

/** GIF is taken for animated: there is little else that is still written in it. */
function isAnimated(type: string, head: Buffer): boolean {
  if (type === "gif") return true;
  // Sources: https://developers.google.com/speed/webp/docs/riff_container, https://www.w3.org/TR/png-3/#acTL-chunk
  if (type === "webp") return head.toString("latin1", 12, 16) === "VP8X" && ((head[20] ?? 0) & 2) !== 0;
  const animation = type === "png" ? head.indexOf("acTL") : -1;
  return animation >= 0 && animation < head.indexOf("IDAT");
}

function readEnds(path: string): { head: Buffer; tail: Buffer; bytes: number } {
  const file = openSync(path, "r");
  try {
    const bytes = fstatSync(file).size;
    const read = (from: number, length: number) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, from));
    };
    const tail = Math.min(bytes, TAIL);
    return { head: read(0, Math.min(bytes, HEAD)), tail: read(bytes - tail, tail), bytes };
  } finally {
    closeSync(file);
  }
}
