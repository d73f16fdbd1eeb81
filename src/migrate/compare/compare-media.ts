import { joinPages } from "../../plugin/maps/group-by.ts";
import { isAnswered } from "./compare-links.ts";
import type { Pair } from "./pairs.ts";
import type { LostMedia } from "./report.ts";
import type { Sides } from "./sides.ts";
import type { Media } from "./site.ts";
import { type Sighting, themePlaces } from "./theme-places.ts";
import { wordKey } from "./words.ts";

interface Gone {
  readonly media: Media;
  readonly pair: Pair;
  /** What the new page shows in its place, with the same description. */
  readonly now: string | null;
}

/** The pictures, films and the like that the old pages showed and the new ones do not. */
export function compareMedia(sides: Sides) {
  const { pairs, before, old } = sides;
  const gone = pairs.flatMap((pair) => goneFrom(pair, sides));
  const all = pairs.flatMap((pair) => before(pair.old).media.map((one) => sighting(one, pair)));
  const lost = gone.map(({ media, pair }) => sighting(media, pair));
  const { isGoneEverywhere } = themePlaces(all, lost, old.few);
  const isThemes = ({ media, pair }: Gone) => isGoneEverywhere(sighting(media, pair));
  const around = pairs.flatMap((pair) => goneAround(pair, sides));
  const own = gone.filter((one) => !isThemes(one));
  return {
    lost: told(own.filter(({ now }) => now === null)),
    replaced: told(own.filter(({ now }) => now !== null)),
    ofTheme: told([...gone.filter(isThemes), ...around]),
  };
}

function goneFrom(pair: Pair, { old, before, after, listing, follow }: Sides): Gone[] {
  const media = before(pair.old).media.filter(({ isOffered, to }) => !isOffered && isAnswered(to, old));
  if (media.length === 0) return [];
  const article = after(pair.new);
  const shown = new Set(article.media.flatMap(({ all }) => all.map(follow)));
  const known = new Set(media.flatMap(({ all }) => all.map(follow)));
  const others = article.media.filter(({ all }) => !all.some((to) => known.has(follow(to))));
  return media.flatMap((one): Gone[] => {
    if (one.all.some((to) => shown.has(follow(to)))) return [];
    if (others.some(({ all }) => all.some((to) => isMade(one.to, to)))) return [];
    const isOfListed = listing.isOfListed(pair.old, undefined, (page) =>
      before(page).media.some(({ to }) => to === one.to),
    );
    if (isOfListed) return [];
    const named = wordKey(one.alt);
    const other =
      named === "" ? undefined : others.find(({ alt, kind }) => kind === one.kind && wordKey(alt) === named);
    return [{ media: one, pair, now: other?.to ?? null }];
  });
}

/** What was around the old page, as a logo is, and is not on the new one. */
function goneAround(pair: Pair, { old, follow }: Sides): Gone[] {
  const shown = new Set(pair.new.media.flatMap(({ all }) => all.map(follow)));
  const frame = pair.old.media.filter((one) => !one.isOffered && old.isFrameMedia(one));
  return frame.flatMap((media) => (shown.has(follow(media.to)) ? [] : [{ media, pair, now: null }]));
}

/** Whether a file is made of another: `rose.png` and `rose-480.webp`, in whatever folder. */
function isMade(from: string, to: string): boolean {
  const stem = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const [one, other] = [stem(from), stem(to)];
  return one !== "" && (other === one || (other.startsWith(one) && /^[-_.@]/.test(other.slice(one.length))));
}

function sighting({ path, to }: Media, { old }: Pair): Sighting {
  return { path, name: to, page: old.href };
}

function told(gone: readonly Gone[]): LostMedia[] {
  const each = gone.map(({ media: { kind, to, alt }, now, pair }): LostMedia => {
    return { kind, address: to, alt, now, pages: [pair.old.href] };
  });
  return joinPages(each).sort((a, b) => b.pages.length - a.pages.length);
}
