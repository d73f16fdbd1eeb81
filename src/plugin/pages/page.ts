import type { DateTime } from "luxon";
import type { FieldKey, FieldValues } from "../dialect/fields.ts";
import type { WrittenEntry } from "../fields/entries.ts";
import type { Place } from "../findings/finding.ts";
import type { Header } from "../header/header.ts";

export type PageLayout = "wide" | "single-column" | "multiple-columns";

/** A page or post, whole: every default is filled in, every address is safe. Nothing downstream reads a header. */
export interface Page {
  /** Relative to the content folder. */
  readonly file: string;
  readonly kind: "page" | "post";
  /** The folder of the part of the site that it is in, where that part is in a language of its own. */
  readonly subsite: string | undefined;
  /** With `skip`, no page is made of the file. */
  readonly status: "published" | "draft" | "hidden" | "skip";
  readonly title: string;
  readonly slug: string;
  /**
   * The address as menus and other pages name it: no slash at either end, empty for the home page. In a part of the site it
   * counts from the root of that part.
   */
  readonly url: string;
  /** The file written, relative to the output folder; empty where none is. */
  readonly saveAs: string;
  /** Its place is its own, whatever Eleventy's data says: the header names the file, or the page is a draft. */
  readonly isPlaced: boolean;
  /** What links to it say: `/about/`, `/about/history.html`; with a host where the settings' address has one. */
  readonly href: string;
  readonly aliases: readonly string[];
  /** The `Url` of the page above, or undefined where the header names none. */
  readonly parentId: string | undefined;
  readonly layout: PageLayout;
  readonly template: string | undefined;
  readonly date: DateTime | undefined;
  readonly modified: DateTime | undefined;
  readonly authors: readonly string[];
  readonly category: string | undefined;
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  readonly lang: string;
  readonly isTranslation: boolean;
  /** The label in the top menu and the footer. */
  readonly menuName: string;
  readonly topMenu: { readonly order: number | undefined } | undefined;
  readonly footer: { readonly side: "left" | "right"; readonly order: number | undefined } | undefined;
  /** Undefined where the page's item in the top menu has no dropdown. */
  readonly dropdown: readonly WrittenEntry[] | undefined;
  readonly sidebar: PageSidebar;
  readonly header: Header;
  /** Every field that the header has, by its key. */
  readonly fields: FieldValues;
  /** Fields that only templates know, by their names in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where a field is written; the first line of the file where it is not. */
  readonly place: (field: FieldKey) => Place;
}

export interface PageSidebar {
  readonly isShown: boolean;
  readonly title: string | undefined;
  readonly entries: readonly WrittenEntry[];
  readonly inherit: boolean | string;
}
