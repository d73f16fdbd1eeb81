import { fileHref, fileKey, isPageFile } from "./addresses.ts";
import { answerOf } from "./answers.ts";
import type { GoneAddress, MovedAddress } from "./report.ts";
import type { BuiltSite } from "./site.ts";

export interface AddressesCompared {
  readonly gone: readonly GoneAddress[];
  readonly moved: readonly MovedAddress[];
  readonly design: readonly string[];
}

/** Files that make a page look as it does, or work. */
const DESIGN = /\.(?:css|scss|sass|less|m?js|map|woff2?|ttf|otf|eot)$/i;

/** Every file that the old site serves, by whether the new one answers its address. */
export function compareAddresses(old: BuiltSite, now: BuiltSite): AddressesCompared {
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
  return [...new Set(paths.filter((path) => DESIGN.test(path)).map(top))].filter(
    (folder) => folder !== "" && !pages.has(folder),
  );
}
