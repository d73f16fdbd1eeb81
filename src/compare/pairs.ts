import { answerOf } from "./answers.ts";
import type { BuiltSite, SitePage } from "./site.ts";

/** An old page, and the one that its visitors see now. */
export interface Pair {
  readonly old: SitePage;
  readonly new: SitePage;
}

/** The pages that both sites have, at the same address or where the old one leads to now. */
export function pairPages(old: BuiltSite, now: BuiltSite): Pair[] {
  const byFile = new Map(now.pages.map((page) => [page.file, page]));
  return old.pages.flatMap((page) => {
    if (page.refresh) return [];
    const answer = answerOf(now, page.key);
    if (answer.kind === "gone" || answer.key === undefined) return [];
    // Two files may have one address: each is compared with its like.
    const same = answer.kind === "file" ? byFile.get(page.file) : undefined;
    const other = same ?? now.pageAt(answer.key);
    return other ? [{ old: page, new: other }] : [];
  });
}
