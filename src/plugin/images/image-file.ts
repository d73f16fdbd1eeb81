import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { GIF } from "image-size/types/gif";
import { HEIF } from "image-size/types/heif";
import { JPG } from "image-size/types/jpg";
import { PNG } from "image-size/types/png";
import { SVG } from "image-size/types/svg";
import { WEBP } from "image-size/types/webp";
import { memoize } from "../maps/memoize.ts";

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

/** Why an image cannot be seen. */
export interface Damage {
  /** Goes on from “The image …”. */
  readonly damage: string;
}

/** By a file's path in the content folder; undefined for what is no image. */
export type ReadImage = (file: string) => ImageFile | Damage | undefined;

/** This much of a file is read first: its size in pixels is there, except in photographs with much metadata. */
const HEAD = 128 * 1024;
const TAIL = 1024;
/** At most this much of a photograph with much metadata: it is measured byte by byte. */
const LONGEST_HEAD = 8 * 1024 * 1024;
/** How a JPEG begins. */
const JPEG = 0xffd8;
/** Files with these names should be images that browsers show. Browsers read more SVG files than can be measured. */
const RASTER = /\.(?:png|apng|jpe?g|gif|webp|avif)$/i;

/**
 * What browsers show; AVIF is a kind of HEIF. A file of another kind is no image here, whatever its name, and is not
 * measured. The library's own list of kinds would be that of all who use it in this process.
 */
const SHOWN = [PNG, JPG, GIF, WEBP, HEIF, SVG] as const;

/** Reads images of a content folder, each once. */
export function imageReader(folder: string): ReadImage {
  return memoize((file: string) => readImage(join(folder, file)));
}

/** @throws nothing: what cannot be read is no image, and is found where it is copied */
export function readImage(path: string): ImageFile | Damage | undefined {
  try {
    return describe(path, readEnds(path));
  } catch {
    return undefined;
  }
}

function describe(path: string, { head, tail, bytes }: Ends): ImageFile | Damage | undefined {
  const isRaster = RASTER.test(path);
  if (bytes === 0) return isRaster ? { damage: "is an empty file" } : undefined;
  // Other types have the size at the beginning; searching a whole AVIF for it could take forever.
  const isLong = bytes > HEAD && head.readUInt16BE() === JPEG;
  const size = measure(head) ?? (isLong ? measure(readEnds(path, LONGEST_HEAD).head) : undefined);
  if (!size) return isRaster ? { damage: "is damaged, or is not an image" } : undefined;
  if (isCut(size.type, tail) || endOf(size.type, head) > bytes) return { damage: "is damaged: its end is missing" };
  return { ...size, bytes, isAnimated: isAnimated(size.type, head) };
}

function measure(content: Buffer): Pick<ImageFile, "type" | "width" | "height"> | undefined {
  try {
    if (!SHOWN.some(({ validate }) => validate(content))) return undefined;
    const { type = "", width = 0, height = 0, orientation = 1 } = imageSize(content);
    const isMeasured = [width, height].every((side) => Number.isInteger(side) && side > 0);
    if (!isMeasured) return undefined;
    // Exif's orientations from 5 on are turned by 90 degrees.
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return undefined;
  }
}

/**
 * An interrupted upload. Only a PNG shows it cheaply: cameras append whole videos to a JPEG, so only whoever
 * draws it finds out.
 */
function isCut(type: string, tail: Buffer): boolean {
  return type === "png" && !tail.includes("IEND");
}

/**
 * Where a file ends by what it says itself, as far as its first bytes say it. The parts of an AVIF name their lengths.
 * Sources: https://developers.google.com/speed/webp/docs/riff_container, ISO/IEC 14496-12 (4.2)
 */
function endOf(type: string, head: Buffer): number {
  if (type === "webp") return 8 + head.readUInt32LE(4);
  if (type !== "avif" && type !== "heif") return 0;
  let at = 0;
  while (at + 16 <= head.length) {
    const length = head.readUInt32BE(at);
    const size = length === 1 ? Number(head.readBigUInt64BE(at + 8)) : length;
    // The last one may go on to the end.
    if (size < 8) return at;
    at += size;
  }
  return at;
}

/** GIF is taken for animated: there is little else that is still written in it. */
function isAnimated(type: string, head: Buffer): boolean {
  if (type === "gif") return true;
  // Sources: https://developers.google.com/speed/webp/docs/riff_container, https://www.w3.org/TR/png-3/#acTL-chunk
  if (type === "webp") return head.toString("latin1", 12, 16) === "VP8X" && ((head[20] ?? 0) & 2) !== 0;
  const animation = type === "png" ? head.indexOf("acTL") : -1;
  return animation >= 0 && animation < head.indexOf("IDAT");
}

interface Ends {
  readonly head: Buffer;
  readonly tail: Buffer;
  /** Of the whole file. */
  readonly bytes: number;
}

function readEnds(path: string, longest = HEAD): Ends {
  const file = openSync(path, "r");
  try {
    const bytes = fstatSync(file).size;
    const read = (from: number, length: number) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, from));
    };
    const tail = Math.min(bytes, TAIL);
    return { head: read(0, Math.min(bytes, longest)), tail: read(bytes - tail, tail), bytes };
  } finally {
    closeSync(file);
  }
}
