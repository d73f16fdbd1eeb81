import { fileHref, fileKey, isPageFile } from "./addresses.ts";
import { compareNavigation, menusOfPages } from "./compare-navigation.ts";
import { compareText } from "./compare-text.ts";
import { compareTitles } from "./compare-titles.ts";
import { answerOf, pairPages } from "./pairs.ts";
import type { GoneAddress, MovedAddress, Report } from "./report.ts";
import type { BuiltSite } from "./site.ts";

/** What an old site had and a new one does not have. What was added is not reported. */
export function compareSites(old: BuiltSite, now: BuiltSite): Report {
  const { gone, moved, design } = compareAddresses(old, now);
  const pairs = pairPages(old, now);
  const { changed: titles, framed } = compareTitles(pairs);
  const navigation = compareNavigation(pairs, old, now);
  const renamed = new Set([...titles.map(({ pages }) => pages), ...framed.values()].flat());
  const { lost, labels } = compareText(pairs, old, now, renamed);
  return {
    pages: { old: old.pages.length, new: now.pages.length, compared: pairs.length },
    addresses: gone,
    titles,
    navigation,
    text: lost,
    notes: { moved, design, labels: [...[...framed].map(([text, pages]) => ({ text, pages })), ...labels] },
    menus: menusOfPages(pairs, navigation, old, now),
  };
}

/** Files that make a page look as it does, or work. */
const DESIGN = /\.(?:css|scss|sass|less|m?js|map|woff2?|ttf|otf|eot)$/i;

/** Every file that the old site serves, by whether the new one answers its address. */
function compareAddresses(old: BuiltSite, now: BuiltSite) {
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
    if (isTheme && !isPageFile(path) && !old.linked.has(`/${fileKey(path)}`)) design.push(fileHref(path));
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
