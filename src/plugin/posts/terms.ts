import type { Page } from "../pages/page.ts";
import { expandPattern } from "../pages/pattern.ts";
import { type SlugKind, type SlugSettings, slugify } from "../pages/slug.ts";
import type { Settings } from "../settings.ts";

/** A category, an author or a tag, and its posts. */
export interface Term {
  readonly name: string;
  readonly slug: string;
  readonly posts: readonly Page[];
}

/**
 * Groups posts by what they are in. Names that make one slug are one term, under the name that comes first.
 *
 * @returns the terms by their names, each with its posts in the order given
 */
export function termsOf(
  posts: readonly Page[],
  kind: TermKind,
  settings: SlugSettings,
  namesOf: (post: Page) => readonly string[],
): Term[] {
  const terms = new Map<string, { name: string; slug: string; posts: Page[] }>();
  for (const post of posts) {
    for (const name of new Set(namesOf(post))) {
      const slug = slugify(name, settings, kind);
      if (slug === "") continue;
      const term = terms.get(slug) ?? { name, slug, posts: [] };
      // Of a post that has a term by two names, the other one was the last.
      if (term.posts.at(-1) !== post) term.posts.push(post);
      terms.set(slug, term);
    }
  }
  return [...terms.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

export type TermKind = Exclude<SlugKind, "slug">;

/** Where the list of a term's posts is: its file, undefined where none is made, and its address. */
export function termPlace(kind: TermKind, { name, slug }: Pick<Term, "name" | "slug">, settings: Settings) {
  const url = expandPattern(settings[`${kind}Url`], { name, slug }, undefined);
  const pattern = settings[`${kind}SaveAs`];
  const saveAs = expandPattern(pattern, { name, slug }, undefined).replace(/\/{2,}/g, "/");
  return { saveAs: pattern === "" ? undefined : saveAs, url };
}

/** What a term is looked up by among those of all kinds. */
export function termKey(kind: string, slug: string): string {
  return `${kind} ${slug}`;
}
