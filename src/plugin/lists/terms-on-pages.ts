import { addressOf } from "../dialect/address.ts";
import type { Page } from "../pages/page.ts";
import type { Blog } from "../posts/blog.ts";
import { termKey, termPlace } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";

/** Where links to categories, authors and tags lead whose lists are not made, because a page is in their place. */
export function termsOnPages(
  { categories, authors, tags }: Blog,
  pages: readonly Page[],
  settings: Settings,
): ReadonlyMap<string, string> {
  const taken = new Set(pages.filter(({ status }) => status !== "draft").map(({ saveAs }) => saveAs));
  const all = { category: categories, author: authors, tag: tags } as const;
  return new Map(
    (["category", "author", "tag"] as const).flatMap((kind) =>
      all[kind].flatMap((term) => {
        const { saveAs = "", url } = termPlace(kind, term, settings);
        const href = addressOf(saveAs, url, settings.addresses);
        return taken.has(saveAs) ? [[termKey(kind, term.slug), href] as const] : [];
      }),
    ),
  );
}
