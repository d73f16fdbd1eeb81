import { memoize } from "../../plugin/maps/memoize.ts";
import { isAround } from "./blocks.ts";
import { streamOf } from "./page-text.ts";
import type { BuiltSite, Link, Media, SitePage, Unit } from "./site.ts";

/** A link of a page's own text, and the block that it is in. */
export interface PlacedLink {
  readonly link: Link;
  readonly unit: Unit;
}

/** What a page has for itself: what surrounds all pages, or many of them, is left out. */
export interface Article {
  readonly units: readonly Unit[];
  readonly links: readonly PlacedLink[];
  readonly media: readonly Media[];
  /** The words of all of it. */
  readonly stream: string;
}

/**
 * Reads what pages have for themselves. Where a page marks its main part, that is where it is.
 *
 * @param withRepeated whether what many pages have in their main part is counted, such as the same tag
 */
export function articlesOf(site: BuiltSite, withRepeated = false): (page: SitePage) => Article {
  return memoize((page: SitePage): Article => {
    const hasMain = page.units.some(({ landmark }) => landmark === "main");
    const isOwn = (one: Unit | Media) => !isAround(one) && (!hasMain || one.landmark === "main");
    const isAll = hasMain && withRepeated;
    const units = page.units.filter((unit) => isOwn(unit) && (isAll || !site.isFrame(unit)));
    const links = [...new Set(units)].flatMap((unit) => unit.links.map((link) => ({ link, unit })));
    const media = page.media.filter((one) => isOwn(one) && (isAll || !site.isFrameMedia(one)));
    return { units, links, media, stream: streamOf(units) };
  });
}
