import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ASSETS } from "../assets/assets.ts";
import { readKept, writeKept } from "../cache/kept-file.ts";
import type { OutputFolder } from "../files/output-folder.ts";
import { codeOf, messageOf, plainError } from "../findings/plain-error.ts";
import type { Settings } from "../settings.ts";
import { type DrawingAnswer, type DrawingProcess, startDrawing } from "./drawing-process.ts";
import { MOST_PIXELS } from "./find-sources.ts";
import type { ImageFile } from "./image-file.ts";
import { type Drawing, planDrawing } from "./plan-drawing.ts";

/** A picture that was drawn of an image. */
export interface Picture {
  readonly name: string;
  readonly format: string;
  readonly width: number;
  readonly bytes: number;
  /** It is in the output already, for it could not be kept. */
  readonly isPut?: true;
}

/** Where images are, and pictures of them go. */
export interface DrawingFolders {
  /** The content folder. */
  readonly input: string;
  /** Where pictures are kept. */
  readonly cache: string;
  /** Where they are published: what cannot be kept is put there at once. */
  readonly output: OutputFolder;
}

export interface DrawnImages {
  /** By the image's file. Only pictures that are smaller than the image itself. */
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  /** Why an image could not be drawn, by its file. */
  readonly damages: ReadonlyMap<string, string>;
  /** Why some could not be drawn though nothing is wrong with them. */
  readonly fault: string | undefined;
  /** Why some could not be kept for the next build. */
  readonly unkept: string | undefined;
}

/** A change of these gives every picture another name. */
const RECIPE = { webp: { quality: 78, smartSubsample: true }, avif: { quality: 55, effort: 4 } } as const;

/** What keeps a picture: its name says what it was made of, and its end whether it is whole, and the one of that name. */
const keptAs = (name: string) => `picture ${name}`;

/** Where visitors find a picture. Its name changes with what is in it. */
export function pictureHref({ name }: Pick<Picture, "name">): string {
  return `/${ASSETS}/images/${name}`;
}

/** So many images that are not ready in time are met in one build; the others are left as they are. */
const MOST_SLOW = 3;
/** Of images with more pixels one is drawn at a time: each may take some hundred megabytes. */
const LARGE = 20_000_000;
/** A file with more bytes holds no image that could be drawn. */
const MOST_BYTES = 500_000_000;

interface Plan {
  readonly file: string;
  readonly image: ImageFile;
  readonly drawing: Drawing;
}

/**
 * Draws what is to be drawn of a site's images. What is in the cache is not drawn again.
 *
 * @param start starts what draws
 */
export async function drawImages(
  files: ReadonlyMap<string, ImageFile>,
  settings: Settings["images"],
  folders: DrawingFolders,
  start: () => DrawingProcess = startDrawing,
): Promise<DrawnImages> {
  const pictures = new Map<string, readonly Picture[]>();
  const damages = new Map<string, string>();
  const plans = [...files].flatMap(([file, image]): Plan[] => {
    const drawing = planDrawing(image, settings);
    return drawing ? [{ file, image, drawing }] : [];
  });
  let slow = 0;
  let unkept: string | undefined;
  const keep: Keep = (name, bytes) => {
    try {
      writeKept(join(folders.cache, name), keptAs(name), [bytes]);
      return true;
    } catch (error) {
      unkept = codeOf(error);
      return false;
    }
  };
  const drawNext = async (waiting: Plan[], isLarge: boolean) => {
    const drawer = start();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { file, image, drawing } = next;
        const drawn = await draw(file, drawing, folders, keep, drawer, isLarge);
        if ("fault" in drawn) throw plainError(drawn.fault);
        if ("damage" in drawn) damages.set(file, drawn.damage);
        else pictures.set(file, putUnkept(worthwhile(drawn.pictures, image), folders.output));
        if ("isSlow" in drawn && ++slow >= MOST_SLOW) throw plainError(`${slow} of them take too long`);
      }
    } finally {
      drawer.end();
    }
  };
  const isLarge = ({ image }: Plan) => image.width * image.height > LARGE;
  const [small, large] = [plans.filter((plan) => !isLarge(plan)), plans.filter(isLarge)];
  const processes = Math.min(4, availableParallelism(), small.length);
  const results = [
    ...(await Promise.allSettled(Array.from({ length: processes }, () => drawNext(small, false)))),
    ...(await Promise.allSettled([drawNext(large, true)])),
  ];
  const failed = results.find(({ status }) => status === "rejected");
  const fault = failed?.status === "rejected" ? firstLine(failed.reason) : undefined;
  return { pictures, damages, fault, unkept };
}

interface Drawn extends Picture {
  /** Its bytes, where they could not be kept. */
  readonly unkept?: Uint8Array | undefined;
}

function putUnkept(pictures: readonly Drawn[], output: OutputFolder): Picture[] {
  return pictures.map(({ unkept, ...picture }) => {
    if (!unkept) return picture;
    output.put(pictureHref(picture).slice(1), unkept);
    return { ...picture, isPut: true };
  });
}

/** A format is worth it if its widest picture is smaller than the image itself; of it, all pictures that are smaller. */
function worthwhile(pictures: readonly Drawn[], { bytes }: ImageFile): Drawn[] {
  const widest = Math.max(...pictures.map(({ width }) => width));
  const smaller = pictures.filter((picture) => picture.bytes < bytes);
  const formats = new Set(smaller.filter(({ width }) => width === widest).map(({ format }) => format));
  return smaller.filter(({ format }) => formats.has(format));
}

/** @returns whether it is kept */
type Keep = (name: string, bytes: Uint8Array) => boolean;

async function draw(
  file: string,
  drawing: Drawing,
  { input, cache }: DrawingFolders,
  keep: Keep,
  drawer: DrawingProcess,
  isInTurn: boolean,
): Promise<{ readonly pictures: Drawn[] } | Exclude<DrawingAnswer, { readonly pictures: unknown }>> {
  const path = join(input, file);
  if (statSync(path).size > MOST_BYTES) return { damage: "is larger than any image, and was not drawn" };
  const names = namesOf(readFileSync(path), drawing);
  const cached = names.map((one) => ({ ...one, bytes: readPicture(one.name, cache)?.length ?? 0 }));
  if (cached.every(({ bytes }) => bytes > 0)) return { pictures: cached };
  const options = {
    ...drawing,
    // Its own cache trusts any file that is there, whole or not, and holds on to files that have changed.
    useCache: false,
    dryRun: true,
    fixOrientation: true,
    sharpOptions: { failOn: "error", limitInputPixels: MOST_PIXELS },
    sharpWebpOptions: { ...RECIPE.webp },
    sharpAvifOptions: { ...RECIPE.avif },
  };
  const slowName = `${names[0]?.name}.slow`;
  const slow = readPicture(slowName, cache);
  // Nobody who edits a page waits for it each time.
  if (slow) return { damage: Buffer.from(slow).toString() };
  const drawn = await drawer.draw({ path, options, isInTurn });
  if ("isSlow" in drawn) keep(slowName, Buffer.from(drawn.damage));
  if (!("pictures" in drawn)) return drawn;
  const pictures = names.flatMap((one) => {
    const picture = drawn.pictures.find(({ format, width }) => format === one.format && width === one.width);
    if (!picture) return [];
    const unkept = keep(one.name, picture.buffer) ? undefined : picture.buffer;
    return [{ ...one, bytes: picture.buffer.length, unkept }];
  });
  return { pictures };
}

function readPicture(name: string, cache: string): Uint8Array | undefined {
  return readKept(join(cache, name), keptAs(name));
}

function namesOf(content: Uint8Array, { formats, widths }: Drawing): Omit<Picture, "bytes">[] {
  const hash = createHash("sha256").update(JSON.stringify(RECIPE)).update(content).digest("hex").slice(0, 16);
  return formats.flatMap((format) => widths.map((width) => ({ name: `${hash}-${width}.${format}`, format, width })));
}

/**
 * Writes the pictures into the output folder.
 *
 * @throws {Error} where one that pages show is no longer in the cache, or no longer whole
 */
export function writePictures(pictures: Iterable<readonly Picture[]>, cache: string, output: OutputFolder): void {
  for (const picture of [...pictures].flat().filter(({ isPut }) => !isPut)) {
    const bytes = readPicture(picture.name, cache);
    if (!bytes)
      throw plainError(`${join(cache, picture.name)} was removed or damaged while the site was built: build it again.`);
    output.put(pictureHref(picture).slice(1), bytes);
  }
}

function firstLine(error: unknown): string {
  return messageOf(error).split("\n", 1)[0]?.trim() ?? "";
}
