import type { List, Pagination, TermLink } from "../lists/list.ts";
import type { PreviousNext } from "../menus/previous-next.ts";
import type { Page } from "../pages/page.ts";
import type { Direction } from "../words/direction.ts";
import type { LanguageView } from "./languages.ts";
import type { MenusView } from "./menus.ts";
import type { Property } from "./open-graph.ts";
import type { SearchView } from "./search.ts";
import type { SiteView } from "./site.ts";
import type { ContentsEntry } from "./table-of-contents.ts";
import type { LinkInLanguage, WordsView } from "./words.ts";

export interface LinkView {
  readonly title: string;
  /** Undefined where there is nothing to lead to. */
  readonly url: string | undefined;
}

/** Everything that a template prints. It is ready: templates look nothing up, sort nothing and join no paths. */
export interface View {
  readonly site: SiteView;
  readonly head: Head;
  readonly menus: MenusView;
  /** The languages of the site, with the same in each; empty where it has one. */
  readonly languages: readonly LanguageView[];
  /** The words of the interface in the language of what is printed. */
  readonly words: WordsView;
  /** Undefined for what is no page of the content. */
  readonly page: PageView | undefined;
  /** Undefined for what is no list of posts. */
  readonly list: ListView | undefined;
  /** Undefined for all but the search page. */
  readonly search: SearchView | undefined;
}

/** ISO 8601 for machines, and a text for readers. */
export interface DateView {
  readonly iso: string;
  readonly text: string;
}

export interface PostView {
  readonly title: string;
  readonly url: string;
  readonly lang: string;
  readonly date: DateView | undefined;
  readonly modified: DateView | undefined;
  readonly authors: readonly LinkView[];
  readonly category: LinkView | undefined;
  readonly tags: readonly LinkView[];
  /** HTML. */
  readonly summary: string;
  /** The words of the interface in the post's language. */
  readonly words: WordsView;
  /** `ltr` or `rtl`, where the post is written in the other direction than the list. */
  readonly dir: Direction | undefined;
}

export interface PageView extends Omit<PostView, "summary" | "words" | "dir">, PreviousNext {
  /** The table of contents; empty for a short page, and where the author put one into the text. */
  readonly contents: readonly ContentsEntry[];
  /** Where the page's file can be edited; undefined where the settings name no place. */
  readonly editUrl: string | undefined;
  readonly kind: Page["kind"];
  readonly layout: Page["layout"];
  readonly isDraft: boolean;
  readonly metadata: Page["metadata"];
  /** The summary as text, for search engines. */
  readonly description: string | undefined;
  readonly translations: readonly LinkInLanguage[];
  /** From the top of the site down to the page above. */
  readonly breadcrumb: readonly LinkView[];
}

export interface ListView {
  readonly kind: List["kind"];
  readonly title: string;
  readonly heading: string;
  readonly url: string;
  readonly posts: readonly PostView[];
  readonly terms: readonly TermLink[];
  readonly pagination: (Pagination & { readonly text: string }) | undefined;
}

/** What a page's `<head>` says of it to search engines, browsers and those who show links to it. */
export interface Head {
  readonly description: string | undefined;
  /** Undefined where the site's own address is not known, and for what search engines are asked to leave out. */
  readonly canonical: string | undefined;
  /** Undefined where search engines may list the page. */
  readonly robots: "noindex" | undefined;
  /**
   * The page in every language that it is there in, its own included, and the one for all other languages (x-default); empty
   * where it is there in one only.
   */
  readonly languages: readonly { readonly lang: string; readonly url: string }[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly openGraph: readonly Property[];
  /** Among them is a picture that wants room. */
  readonly hasImage: boolean;
  /** The text of a script element, safe to print as it is. */
  readonly jsonLd: string | undefined;
}
