import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ASSETS } from "../assets/assets.ts";
import { readKept, writeKept } from "../cache/kept-file.ts";
import type { OutputFolder } from "../files/output-folder.ts";
import { messageOf, plainError } from "../findings/plain-error.ts";
import type { Settings } from "../settings.ts";
import { isTooLarge, MOST_PIXELS } from "./find-sources.ts";
import type { ImageFile } from "./image-file.ts";

/** A picture that was drawn of an image. */
export interface Picture {
  readonly name: string;
  readonly format: string;
  readonly width: number;
  readonly bytes: number;
}

export interface DrawnImages {
  /** By the image's file. Only pictures that are smaller than the image itself. */
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  /** Why an image could not be drawn, by its file. */
  readonly damages: ReadonlyMap<string, string>;
  /** Why some could not be drawn though nothing is wrong with them. */
  readonly fault: string | undefined;
}

/** A change of these gives every picture another name. */
const RECIPE = { webp: { quality: 78, smartSubsample: true }, avif: { quality: 55, effort: 4 } } as const;

/** What keeps a picture: its name says what it was made of, and its end whether it is whole. */
const KEPT = "picture";

/** Where visitors find a picture. Its name changes with what is in it. */
export function pictureHref({ name }: Picture): string {
  return `/${ASSETS}/images/${name}`;
}

/**
 * Draws what is to be drawn of a site's images. What is in the cache is not drawn again.
 *
 * @param input the content folder
 * @param cache where pictures are kept
 */
export async function drawImages(
  files: ReadonlyMap<string, ImageFile>,
  settings: Settings["images"],
  input: string,
  cache: string,
): Promise<DrawnImages> {
  const pictures = new Map<string, readonly Picture[]>();
  const damages = new Map<string, string>();
  const plans = [...files].flatMap(([file, image]) => {
    const drawing = planDrawing(image, settings);
    return drawing ? [{ file, image, drawing }] : [];
  });
  const tasks = plans.map(async ({ file, image, drawing }) => {
    const drawn = await draw(join(input, file), drawing, cache);
    if ("damage" in drawn) damages.set(file, drawn.damage);
    else pictures.set(file, worthwhile(drawn, image));
  });
  const failed = (await Promise.allSettled(tasks)).find(({ status }) => status === "rejected");
  return { pictures, damages, fault: failed?.status === "rejected" ? firstLine(failed.reason) : undefined };
}

/** A format is worth it if its widest picture is smaller than the image itself; of it, all pictures that are smaller. */
function worthwhile(pictures: readonly Picture[], { bytes }: ImageFile): Picture[] {
  const widest = Math.max(...pictures.map(({ width }) => width));
  const smaller = pictures.filter((picture) => picture.bytes < bytes);
  const formats = new Set(smaller.filter(({ width }) => width === widest).map(({ format }) => format));
  return smaller.filter(({ format }) => formats.has(format));
}

/** @throws {Error} where the library cannot be loaded, or the cache not be written */
async function draw(path: string, drawing: Drawing, cache: string): Promise<Picture[] | { damage: string }> {
  const names = namesOf(readFileSync(path), drawing);
  const cached = names.map((one) => ({ ...one, bytes: readKept(join(cache, one.name), KEPT)?.length ?? 0 }));
  if (cached.every(({ bytes }) => bytes > 0)) return cached;
  const library = await loadLibrary();
  let drawn: Awaited<ReturnType<typeof library>>;
  try {
    drawn = await library(path, {
      ...drawing,
      // Its own cache trusts any file that is there, whole or not, and holds on to files that have changed.
      useCache: false,
      dryRun: true,
      fixOrientation: true,
      sharpOptions: { failOn: "error", limitInputPixels: MOST_PIXELS },
      sharpWebpOptions: { ...RECIPE.webp },
      sharpAvifOptions: { ...RECIPE.avif },
    });
  } catch (error) {
    return { damage: `is damaged (${firstLine(error)})` };
  }
  return names.flatMap((one) => {
    const buffer = drawn[one.format]?.find(({ width }) => width === one.width)?.buffer;
    if (!buffer) return [];
    writeKept(join(cache, one.name), KEPT, [buffer]);
    return [{ ...one, bytes: buffer.length }];
  });
}

function namesOf(content: Uint8Array, { formats, widths }: Drawing): Omit<Picture, "bytes">[] {
  const hash = createHash("sha256").update(JSON.stringify(RECIPE)).update(content).digest("hex").slice(0, 16);
  return formats.flatMap((format) => widths.map((width) => ({ name: `${hash}-${width}.${format}`, format, width })));
}

/** The library draws with a native one, which not every machine has: it is asked for only where something is drawn. */
async function loadLibrary() {
  const { default: library } = await import("@11ty/eleventy-img");
  // Each picture may take some hundred megabytes.
  library.concurrency = Math.min(4, availableParallelism());
  return library;
}

/**
 * Writes the pictures into the output folder.
 *
 * @throws {Error} where one that pages show is no longer in the cache, or no longer whole
 */
export function writePictures(pictures: Iterable<readonly Picture[]>, cache: string, output: OutputFolder): void {
  for (const picture of [...pictures].flat()) {
    const file = join(cache, picture.name);
    const bytes = readKept(file, KEPT);
    if (!bytes) throw plainError(`${file} was removed or damaged while the site was built: build it again.`);
    output.put(pictureHref(picture).slice(1), bytes);
  }
}

function firstLine(error: unknown): string {
  return messageOf(error).split("\n", 1)[0]?.trim() ?? "";
}

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
