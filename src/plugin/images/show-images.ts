import { escapeHtml } from "../html/escape.ts";
import { type Replacement, replaceParts } from "../html/tags.ts";
import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { type DrawnImages, type Picture, pictureHref } from "./draw-images.ts";
import { type FoundImage, findImages } from "./find-images.ts";
import type { Images } from "./find-sources.ts";
import type { ImageFile } from "./image-file.ts";

/** What is known of a site's images. */
export interface ShownImages {
  readonly images: Images;
  readonly pictures: DrawnImages["pictures"];
  readonly settings: Pick<Settings, "images">;
}

/** An image with less text above it may be seen as soon as the page is: it does not wait. */
const CHARACTERS_ON_FIRST_SCREEN = 900;

/**
 * A text as its visitors get it: each image of the site's own has its size, so that nothing moves when it comes, waits
 * until it is scrolled to, and comes as the smallest picture that will do. What its author wrote about it stays.
 *
 * @param place in a list a text is among others
 */
export function showImages(html: string, page: Page, site: ShownImages, place: "page" | "list"): string {
  // In a site without images of its own nothing is looked for in vain.
  if (site.images.files.size === 0) return html;
  const { formats, attributes: isCompleted, sizes } = site.settings.images;
  if (formats.length === 0 && !isCompleted) return html;
  const replacements = findImages(html).flatMap((found, index): Replacement[] => {
    const { attributes, start, end, textBefore } = found;
    const file = site.images.fileOf(attributes.src ?? "", page);
    const image = file === undefined ? undefined : site.images.files.get(file);
    // An author who wrote `srcset` has chosen the pictures, and with them the sizes.
    if (file === undefined || !image || attributes.srcset !== undefined) return [];
    const isFirst = place === "page" && index === 0 && textBefore < CHARACTERS_ON_FIRST_SCREEN;
    const source = html.slice(start, end);
    const missing = isCompleted ? missingAttributes(found, image, isFirst) : "";
    const tag = `${source.slice(0, NAME)}${missing}${source.slice(NAME)}`;
    const sources = sourcesOf(site.pictures.get(file) ?? [], found, sizes);
    return [{ start, end, text: sources === "" ? tag : `<picture>${sources}${tag}</picture>` }];
  });
  return replaceParts(html, replacements);
}

const NAME = "<img".length;

function missingAttributes({ attributes }: FoundImage, image: ImageFile, isFirst: boolean): string {
  const wanted = {
    ...sizeOf(attributes, image),
    ...(!isFirst && { loading: "lazy" }),
    decoding: "async",
  };
  return Object.entries(wanted)
    .filter(([name]) => attributes[name] === undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}

/** The image's own size, or, where its author gave one side, that with the other; none where that is no number. */
function sizeOf(attributes: FoundImage["attributes"], { width, height }: ImageFile) {
  if (attributes.width === undefined && attributes.height === undefined) return { width, height };
  const given = { width: pixels(attributes.width), height: pixels(attributes.height) };
  if (given.width) return { height: Math.max(1, Math.round((given.width * height) / width)) };
  return given.height ? { width: Math.max(1, Math.round((given.height * width) / height)) } : {};
}

function pixels(value: string | undefined): number | undefined {
  const [, number] = /^\s*(\d{1,5})(?:\.\d*)?(?:px)?\s*$/i.exec(value ?? "") ?? [];
  return number === undefined ? undefined : Number(number);
}

/** The pictures of each format, from which the browser takes the narrowest that is sharp. */
function sourcesOf(pictures: readonly Picture[], { attributes }: FoundImage, sizes: string): string {
  const width = pixels(attributes.width);
  // An image that its author made small is not as wide as the column.
  const isSmall = width !== undefined && width > 0 && width < 480;
  const shown = escapeHtml(isSmall ? `${width}px` : sizes);
  return [...new Set(pictures.map(({ format }) => format))]
    .map((format) => {
      const ofFormat = pictures.filter((picture) => picture.format === format);
      const set = ofFormat.map((picture) => `${pictureHref(picture)} ${picture.width}w`).join(", ");
      return `<source type="image/${format}" srcset="${set}" sizes="${shown}">`;
    })
    .join("");
}
