import { type AddressForm, addressOf } from "../dialect/address.ts";
import type { Page } from "../pages/page.ts";
import { type Term, termKey } from "../posts/terms.ts";

/** A page that is made of posts and not of a file: the blog, a category, an archive. */
export interface List {
  /** What sort of list it is; its layout is the one that `layoutOf` names. */
  readonly kind:
    | "index"
    | "category"
    | "author"
    | "tag"
    | "archive"
    | "drafts"
    | "categories"
    | "authors"
    | "tags"
    | "own"
    | "search";
  /** The layout that prints a list of the site's own, where the site has one for it. */
  readonly layout: string | undefined;
  /** For the page's `<title>`, which names the site behind it; it also names a blog that has a name of its own. */
  readonly title: string;
  /** For the page's heading: the name of the category, say. */
  readonly heading: string;
  /** The category, author or tag whose posts it lists. */
  readonly term: Pick<Term, "name" | "slug"> | undefined;
  readonly saveAs: string;
  readonly href: string;
  /** In a list of posts and in an archive; in the search page, all pages that are found. */
  readonly posts: readonly Page[];
  /** In a list of categories, authors or tags. */
  readonly terms: readonly TermLink[];
  /** Undefined where the list is on one page. */
  readonly pagination: Pagination | undefined;
}

type SomeOfList = Pick<List, "kind" | "heading" | "title"> &
  Partial<Omit<List, "saveAs" | "href">> & { readonly saveAs: string | undefined; readonly url?: string | undefined };

/**
 * A list without what it does not have; its file has no name where it is not made. Where its `url` is empty, its address is
 * that of its file.
 */
export function list({ saveAs = "", url = "", ...rest }: SomeOfList, form: AddressForm): List {
  const href = addressOf(saveAs, url || undefined, form);
  return { layout: undefined, term: undefined, posts: [], terms: [], pagination: undefined, ...rest, saveAs, href };
}

export interface TermLink extends Pick<Term, "name" | "slug"> {
  readonly count: number;
  /** Undefined where no list of its posts is made. */
  readonly url: string | undefined;
}

export interface Pagination {
  readonly number: number;
  readonly count: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Whether it is a whole list, or the first page of one that is split. */
export function isFirstPage({ pagination }: Pick<List, "pagination">): boolean {
  return (pagination?.number ?? 1) === 1;
}

/** Where the lists of categories, authors and tags begin, by their kinds and slugs. */
export function termHrefs(lists: readonly List[]): ReadonlyMap<string, string> {
  const first = lists.filter((one) => one.saveAs !== "" && isFirstPage(one));
  return new Map(first.flatMap(({ kind, term, href }) => (term ? [[termKey(kind, term.slug), href] as const] : [])));
}
