import { fileHref, fileKey, isPageFile } from "./addresses.ts";
import { compareLinks } from "./compare-links.ts";
import { compareMedia } from "./compare-media.ts";
import { compareNavigation, menusOfPages } from "./compare-navigation.ts";
import { compareStructure } from "./compare-structure.ts";
import { compareText } from "./compare-text.ts";
import { compareTitles } from "./compare-titles.ts";
import { outsideLinks } from "./outside-links.ts";
import { answerOf } from "./pairs.ts";
import type { GoneAddress, MovedAddress, Report } from "./report.ts";
import { sidesOf } from "./sides.ts";
import type { BuiltSite } from "./site.ts";

/** What an old site had and a new one does not have. What was added is not reported. */
export function compareSites(old: BuiltSite, now: BuiltSite): Report {
  const sides = sidesOf(old, now);
  const { pairs, listing } = sides;
  const titles = compareTitles(pairs, listing);
  const navigation = compareNavigation(sides);
  const renamed = new Set([...titles.changed, ...titles.other].flatMap(({ pages }) => pages));
  const { lost: text, labels } = compareText(sides, new Set([...renamed, ...[...titles.framed.values()].flat()]));
  const links = compareLinks(sides);
  const media = compareMedia(sides);
  const { gone, moved, design } = compareAddresses(old, now, new Set(media.ofTheme.map(({ address }) => address)));
  const framed = Array.from(titles.framed, ([words, pages]) => ({ text: words, pages }));
  return {
    pages: { old: old.pages.length, new: now.pages.length, compared: pairs.length },
    addresses: gone,
    media: media.lost,
    links: links.lost,
    text,
    structure: compareStructure(sides),
    titles: titles.changed,
    navigation: navigation.lost,
    outside: outsideLinks(old, now),
    notes: {
      moved,
      titles: titles.other,
      navigation: navigation.other,
      media: media.replaced,
      links: links.ofTheme,
      pictures: media.ofTheme,
      labels: [...framed, ...labels],
      design,
    },
    menus: menusOfPages(pairs, [...navigation.lost, ...navigation.other], old, now),
  };
}

/** Files that make a page look as it does, or work. */
const DESIGN = /\.(?:css|scss|sass|less|m?js|map|woff2?|ttf|otf|eot)$/i;

/** Every file that the old site serves, by whether the new one answers its address; what its theme showed is design. */
function compareAddresses(old: BuiltSite, now: BuiltSite, ofTheme: ReadonlySet<string>) {
  const gone: GoneAddress[] = [];
  const moved: MovedAddress[] = [];
  const design: string[] = [];
  // A folder with stylesheets and without pages is a theme's.
  const themes = themeFolders(old);
  for (const [key, paths] of old.files) {
    const answer = answerOf(now, key);
    const path = paths.find(isPageFile) ?? paths[0] ?? "";
    if (answer.kind === "moved") moved.push({ address: fileHref(path), to: answer.to });
    if (answer.kind !== "gone") continue;
    const isTheme = DESIGN.test(path) || themes.some((folder) => path.startsWith(folder));
    const isShown = old.linked.has(`/${fileKey(path)}`);
    if ((isTheme && !isPageFile(path) && !isShown) || ofTheme.has(`/${key}`)) design.push(fileHref(path));
    else gone.push({ address: fileHref(path), file: path, to: answer.to ?? null });
  }
  return { gone, moved, design };
}

function themeFolders({ files }: BuiltSite): string[] {
  const paths = [...files.values()].flat();
  const top = (path: string) => (path.includes("/") ? `${path.split("/")[0]}/` : "");
  const pages = new Set(paths.filter(isPageFile).map(top));
  const folders = new Set(paths.filter((path) => DESIGN.test(path)).map(top));
  return [...folders].filter((folder) => folder !== "" && !pages.has(folder));
}
