import { decodeAddress } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import { internalUrl } from "../links/internal-url.ts";
import type { Attachment } from "../links/source-links.ts";
import { groupBy } from "../maps/group-by.ts";
import { pushAll } from "../maps/many.ts";
import type { Page } from "../pages/page.ts";
import { type Fault, reportInBody } from "../pages/report-in-body.ts";
import { findImages } from "./find-images.ts";
import type { ImageFile, ReadImage } from "./image-file.ts";

/** The images of a site's texts that are files of its own. */
export interface Images {
  /** By the file's path in the content folder. */
  readonly files: ReadonlyMap<string, ImageFile>;
  /** The file that an address in a page's text names; undefined where it is not one of these. */
  readonly fileOf: (src: string, page: Page) => string | undefined;
  readonly uses: readonly ImageUse[];
  readonly reports: readonly Report[];
}

/** A text names a file as an image. */
export interface ImageUse {
  readonly page: Page;
  /** As it is in the text. */
  readonly src: string;
  readonly file: string;
}

/** Larger ones would take a visitor's phone, and who draws them, several hundred megabytes of memory. */
export const MOST_PIXELS = 100_000_000;

export function isTooLarge({ type, width, height }: ImageFile): boolean {
  return type !== "svg" && width * height > MOST_PIXELS;
}

type Texts = Iterable<readonly [Page, string]>;

/**
 * Looks up all images of the texts.
 *
 * @param texts the HTML of pages
 * @param copied the files that the site has, and where they are written
 * @param siteUrl addresses that name the site in full are its own, too
 */
export function findSources(texts: Texts, copied: readonly Attachment[], read: ReadImage, siteUrl: string): Images {
  const byTarget = new Map(copied.map(({ from, to }) => [to, from]));
  const files = new Map<string, ImageFile>();
  const uses: ImageUse[] = [];
  const reports: Report[] = [];
  const fileOf = (src: string, page: Page) => {
    const url = internalUrl(src.trim(), page, siteUrl);
    return url && byTarget.get(decodeAddress(url.pathname.slice(1)));
  };
  for (const [page, html] of texts) {
    const sources = new Set(findImages(html).map(({ attributes }) => attributes.src ?? ""));
    const faults: Fault[] = [];
    for (const src of sources) {
      const file = fileOf(src, page);
      const image = file === undefined ? undefined : read(file);
      if (file === undefined || image === undefined) continue;
      const use = { page, src, file };
      if ("damage" in image) faults.push(damaged(use, image.damage));
      else {
        files.set(file, image);
        uses.push(use);
        if (isTooLarge(image)) faults.push(tooLarge(use, image));
      }
    }
    pushAll(reports, reportInBody(page, faults));
  }
  return { files, fileOf, uses, reports };
}

/**
 * The reports of images that could not be drawn, wherever a text shows one.
 *
 * @param damages why, by the image's file
 */
export function damagesIn({ uses }: Images, damages: ReadonlyMap<string, string>): Report[] {
  return [...groupBy(uses, ({ page }) => page)].flatMap(([page, ofPage]) => {
    const faults = ofPage.flatMap((use) => {
      const damage = damages.get(use.file);
      return damage === undefined ? [] : [damaged(use, damage)];
    });
    return reportInBody(page, faults);
  });
}

function damaged({ src, file }: ImageUse, damage: string): Fault {
  const at: Fault["at"] = (place) => report("image-damaged", place, { image: file, damage });
  return { code: "image-damaged", shown: src, at };
}

function tooLarge({ src, file }: ImageUse, { width, height }: ImageFile): Fault {
  const at: Fault["at"] = (place) => report("image-large", place, { image: file, width, height });
  return { code: "image-large", shown: src, at };
}
