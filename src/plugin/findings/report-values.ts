/**
 * Every kind of finding, under its stable code, and what a report of it says besides its place. The types are what
 * matters; when the program runs, only the codes are there, for the settings.
 */
export const reportValues = {
  "file-unreadable": of<{ reason: string }>(),
  "static-unreadable": of<{ reason: string }>(),
  /**
   * A page's text, alone or, as a whole, with what it includes; a file that is included; a page's lines; what its Markdown is
   * made of; what HTML is made of it; its header.
   */
  "file-too-large": of<
    | { megabytes: number; limit: number; isWhole?: boolean }
    | { megabytes: number; most: number }
    | { mostLines: number }
    | { megabytes: number; mostParts: number }
    | { megabytes: number; mostHtml: number }
    | { mostFields: number; mostOfHeader: number }
  >(),
  "file-not-utf8": of<{ isUtf16: boolean }>(),
  "file-binary": of<{ isUtf16: boolean }>(),
  "file-outside": of<{ isSpecial: boolean }>(),
  "file-empty": of<NoValues>(),
  /** The lines that Git put around two versions. */
  "merge-conflict": of<{ first: number; last: number }>(),
  /** What stands in the way of the header; the line concerned, how many blank ones are above it, and whether no page is made. */
  "header-form": of<{ fault: HeaderFault; text: string; blanks: number; isUnmade?: boolean }>(),
  /** Whether it ends the header: a comment does not. */
  "header-line": of<{ text: string }>(),
  "header-open": of<{ isCut: boolean }>(),
  /** The text of the line that ends the header, and the fields below it. */
  "header-cut": of<{ field: string; text: string; lost: readonly string[] }>(),
  "header-yaml": of<{ reason: string }>(),
  /** The language of the front matter, or the key. */
  "header-code": of<{ name: string; isKey: boolean }>(),
  "title-missing": of<{ fallback: string }>(),
  "title-repeated": of<{ title: string; otherFile: string }>(),
  "html-as-text": of<{ field: string; value: string }>(),
  /** What was written for the field, what it should be, and whether no page is made, as there is no other. */
  "field-form": of<{ field: string; fault: FieldFault; name: string; value: string; isUnmade?: boolean }>(),
  /** The field whose value the line goes on with, and the blanks that make it so. */
  "field-indented": of<{ field: string; above: string; indent: string; isSure: boolean }>(),
  /** The value within its quotation marks, whether visitors see it, and where else the site does the same. */
  "value-quoted": of<Quoted & { field: string; isShown: boolean; others?: readonly QuotedAt[] }>(),
  /** Where the name is sure, it can be put in place of the misspelt one. */
  "field-misspelt": of<{
    field: string;
    name: string;
    value: string;
    isSure: boolean;
    there: number | undefined;
    /** No line of its header is a field. */
    isHeader?: boolean;
    /** Eleventy's `draft: true` keeps a page back, whatever its header is. */
    isObeyed?: boolean;
    isUnmade?: boolean;
  }>(),
  /** How often it is written so elsewhere, and where all of them are. */
  "field-case": of<{ field: string; name: string; value: string; others: number; places: readonly Keyed[] }>(),
  "field-repeated": of<{ field: string; firstLine: number; firstValue: string }>(),
  "field-reserved": of<{ field: string }>(),
  /** What in it stands for nothing: letters of a date's form, marks of YAML. */
  "field-value": of<{ field: string; name: string; value: string; expected: string; letters?: readonly string[] }>(),
  /** Whether the line can be one of Authors. */
  "author-list": of<{ field: string; value: string; isSure: boolean }>(),
  "date-value": of<{ field: string; value: string }>(),
  /** What was read: a day, and the same with day and month the other way round; undefined where no day is written. Or a year of another age. */
  "date-order": of<{
    field: string;
    value: string;
    read: string;
    other: string | undefined;
    odd?: "past" | "future";
  }>(),
  "date-missing": of<NoValues>(),
  /** The setting and its field, and how many other pages lack it, too. */
  "order-field-missing": of<{ setting: string; field: string; others: number }>(),
  /**
   * What Pelican makes no page without, and what is written as a date; the lines that were meant, where a name is misspelt; a field
   * that only a page has, and where pages are.
   */
  "source-incomplete": of<{
    missing: readonly ("title" | "date")[];
    dateValue?: string | undefined;
    instead?: readonly { field: string; name: string; value: string; isSure: boolean }[] | undefined;
    pageField?: string | undefined;
    pagePaths: readonly string[];
  }>(),
  /** The first part that is not read; empty where there is no such file. */
  "template-page-unread": of<{ source: string; saveAs: string; part: string }>(),
  /** The layout, and where its list is. */
  "list-layout-missing": of<{ layout: string; saveAs: string }>(),
  /** How many feeds there are. */
  "feed-site-url": of<{ feeds: number }>(),
  /** The layout that the page has instead. */
  "template-missing": of<{ field: "Template" | "layout"; template: string; layout: string }>(),
  /** Whether a field of the menu is misspelt, so that the size may be right. */
  "menu-size": of<{ field: string; size: string; menu: string; entries: number; isMisspelt: boolean }>(),
  "menu-number": of<Misnumbered | Mispaired | { field: string; menu: string; order: number }>(),
  /** The entry's place in its menu, and the field or key that is missing. */
  "menu-name-missing": of<{ field: string; menu: string; number: number; missing: string }>(),
  "menu-url-missing": of<{ field: string; menu: string; number: number; missing: string; name: string }>(),
  "menu-link-unsafe": of<{ field: string; title: string; url: string; reason: string }>(),
  /** What to write instead, and the lines of the entry. */
  "menu-link-broken": of<{
    field: string;
    title: string;
    path: string;
    url: string;
    near: Near;
    lines: readonly number[];
  }>(),
  /** The fields that would show it, and the one that has no effect: of a post without any that would. */
  "menu-unshown": of<{ menu: string; missing: readonly string[]; field?: string }>(),
  "menu-double": of<{ field: string; title: string; url: string; otherTitle: string }>(),
  "sidebar-source-missing": of<{ url: string; near: Near }>(),
  /** The page that the sidebar should come from, and whether this one writes its menus as lists. */
  "sidebar-source-empty": of<{ field: string; url: string | undefined; hasLists: boolean }>(),
  "sidebar-loop": of<{ urls: readonly string[] }>(),
  /** The page to inherit from, on how many others the copies are, and the header's lines of the sidebar. */
  "sidebar-copied": of<{ url: string; others: number; lines: readonly Line[] }>(),
  "parent-missing": of<{ url: string; near: Near }>(),
  /** How many pages are shown above a page that has more; undefined for one that is above itself. */
  "parent-loop": of<{ most?: number }>(),
  "page-unreached": of<NoValues>(),
  "menu-form": of<{ field: string; fault: MenuFault; name: string; near?: Near; text?: string }>(),
  "menu-key": of<{ field: string; repeated: string } | UnknownPart>(),
  /** A parent that is no menu, or is missing; or the menu that the page has instead. */
  "menu-parent": of<{ parent: string | undefined; own?: { menu: string; url: string } }>(),
  "menu-twice": of<{ field: string; menu: string }>(),
  "url-unsafe": of<{ value: string; reason: string }>(),
  /** Whether the file is the default one, as the header names none. */
  "url-differs": of<{ url: string; saveAs: string; isDefault: boolean }>(),
  "url-taken": of<{ url: string; otherFile: string }>(),
  "save-as-unsafe": of<{ value: string; reason: string }>(),
  /** A pattern for addresses, and what in it nothing stands in place of. */
  "address-part-missing": of<{ setting: string; pattern: string; part: string }>(),
  /** Where lists and feeds lead for a page that has no file. */
  "page-unwritten": of<{ href: string }>(),
  /** The file that a pattern makes of a page. */
  "address-unsafe": of<{ setting: string; path: string; reason: string }>(),
  "save-as-taken": of<{ saveAs: string; otherFile: string; otherSaveAs: string }>(),
  /** The other page, where the file is a page's. */
  "save-as-case": of<{ saveAs: string; otherFile?: string; otherSaveAs: string }>(),
  /** The page, what publishes the site, and how many other pages are not served where links say. */
  "address-unserved": of<{ host: string; href: string; saveAs: string; others: number }>(),
  "address-redirected": of<{ href: string; others: number }>(),
  "redirects-too-many": of<{ count: number; most: number }>(),
  "host-file-taken": of<{ host: string; file: string }>(),
  /** Why Windows has no such file; undefined for a page whose file has no ending. */
  "save-as-unportable": of<{ saveAs: string; reason: string | undefined }>(),
  "address-form": of<{ field: string; address: string; canonical: string }>(),
  "relative-pretty": of<NoValues>(),
  "alias-unsafe": of<{ alias: string }>(),
  "alias-taken": of<{ alias: string; otherFile: string | undefined }>(),
  /** The reason of the system or of the reader of JSON; empty where the fault says it all. */
  "ledger-unreadable": of<{ fault: LedgerFault; reason: string }>(),
  /** What was published at the address: a file, a list, a feed. */
  "address-vanished": of<{ address: string; source: string }>(),
  "static-hidden": of<NoValues>(),
  "static-missing": of<{ from: string }>(),
  "static-unsafe": of<{ from: string; path: string; reason: string }>(),
  "static-taken": of<{ saveAs: string; otherFile: string | undefined } | FolderPut>(),
  "folder-missing": of<{ setting: string; folder: string; near: string | undefined }>(),
  /** A tag in a text, and why nothing is shown for it, or what is not. */
  "notebook-unread": of<{ tag: string; reason: string }>(),
  "notebook-partly": of<{ tag: string; note: string }>(),
  "source-unread": of<{ files: readonly string[] }>(),
  "source-published": of<{ files: readonly string[] }>(),
  "source-elsewhere": of<{ files: readonly string[] }>(),
  "content-empty": of<{ files: readonly string[] }>(),
  "home-missing": of<NoValues>(),
  /** The path that the site is below, and its address, which has another. */
  "path-differs": of<{ siteUrl: string; pathPrefix: string }>(),
  /** A list or a feed whose file a page is, and one whose file another is. */
  "list-taken": of<{ saveAs: string; list: string }>(),
  /** A list that would be written where nothing of the site is. */
  "list-unsafe": of<{ saveAs: string; list: string; reason: string }>(),
  "list-twice": of<{ saveAs: string; list: string; first: string }>(),
  /** A language, the names of the words that it lacks, and whether these are all. */
  /** `meant` is the language where `lang` is none that is known. */
  "words-missing": of<{ lang: string; missing: readonly string[]; isNone: boolean; meant?: string }>(),
  "search-taken": of<{ saveAs: string }>(),
  /** What asks for libraries, and those that are not there. */
  "library-needed": of<{ option: "search" | "socialImages"; libraries: readonly string[] }>(),
  /** The address as it is written, and from where the stylesheet is. */
  "css-address": of<{ url: string; relative: string }>(),
  /** The title, or the site's name, the letters that are missing, and how many other pages lack some, too. */
  "card-letters": of<{ text: string; letters: readonly string[]; others: number; isSiteName?: boolean }>(),
  "library-missing": of<{ option: "images" | "theme" | "math" | "minify"; libraries: readonly string[] }>(),
  /** What stands nowhere, and how much of it, as nobody gave the option. */
  "option-unasked": of<{ option: "lists" | "redirects"; count: number }>(),
  /**
   * The folder that it leads into; what to write instead; `file` where that is a file of the content which the link names as it
   * lies there; the file of the draft that it leads to; the address of a file of Pelican's theme.
   */
  "link-broken": of<{
    link: string;
    isImage: boolean;
    folder: string | undefined;
    near: Near;
    file: string | undefined;
    draft?: string | undefined;
    ofTheme?: string | undefined;
  }>(),
  "link-local": of<{ link: string; isImage: boolean }>(),
  /** The page that lacks the anchor; undefined for the one that the link is on. */
  "anchor-broken": of<{ link: string; id: string; targetFile: string | undefined; near: Near }>(),
  "link-unsafe": of<{ link: string }>(),
  /** Whether it is there, in a format that no page is made of. */
  "source-missing": of<{ kind: string; path: string; near: Near; isUnread?: boolean; isLeftOut?: boolean }>(),
  "markup-unread": of<{ text: string }>(),
  /** The first of its lines, and whether others follow that begin like items, too. */
  /** The tag as it is written, and the one that it lacks. */
  /** The tag as far as it was meant. */
  "quote-open": of<{ tag: string }>(),
  "element-open": of<{ name: string; isOpen: boolean }>(),
  "code-open": of<{ mark: string }>(),
  "list-as-text": of<{ text: string; isSure: boolean }>(),
  "formula-broken": of<{ text: string; reason: string }>(),
  "image-alt-missing": of<{ src: string }>(),
  "frame-title-missing": of<{ src: string }>(),
  "csp-blocked": of<{ element: string; attribute: string; directive: string; source: string; needed: string }>(),
  "image-damaged": of<{ image: string; damage: string }>(),
  "image-large": of<{ image: string; width: number; height: number }>(),
};

export type ReportValues = typeof reportValues;
export type FindingCode = keyof ReportValues;

type NoValues = Readonly<Record<never, never>>;

/** What is there and most like what was written; undefined where nothing is like it. */
type Near = string | undefined;

/** A field's name in a file. */
export interface Keyed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly key: string;
}

/** A field of a header, as it is written. */
export interface Line {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
  readonly valueColumn: number;
}

/** A number that does not follow the one before it, and all entries where they get new numbers. */
export interface Misnumbered {
  readonly field: string;
  readonly number: number;
  readonly before: number | undefined;
  readonly entries: readonly { readonly name?: Line; readonly url?: Line }[];
}

/**
 * A part of an entry that has the number of another: that of the entry before, which has one already, or one of its own.
 * The number that it has, and the one that it should have.
 */
export interface Mispaired {
  readonly field: string;
  readonly value: string;
  readonly part: "name" | "address";
  readonly taken: number;
  readonly free: number;
  readonly isAlone: boolean;
}

/** What an entry of a menu does not have, and what it can have. */
export interface UnknownPart {
  readonly field: string;
  readonly part: string;
  readonly known: readonly string[];
  readonly near: Near;
  /** Whether the entry does not have the near one already. */
  readonly isFree: boolean;
}

/** What keeps a header from being one. */
export type HeaderFault = "blank-above" | "text-above" | "indented" | "dashes" | "code";

/** What keeps the ledger of addresses from being read. */
export type LedgerFault = "folder" | "special" | "outside" | "merge" | "form" | "closed";

/** What keeps a line from being a field. */
export type FieldFault = "invisible" | "marks" | "quotes" | "colon" | "blank" | "name" | "list";

/** How a menu that is written as a list is not what it must be. */
export type MenuFault = "menu-unnamed" | "menu-unknown" | "not-a-list" | "not-an-entry" | "not-a-block" | "not-text";

function of<Values>(): Readonly<Values> {
  return {} as Values;
}

/** A value in quotation marks, with and without them. */
export interface Quoted {
  readonly value: string;
  readonly inner: string;
}

export interface QuotedAt extends Quoted {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A folder that a setting puts at the path of one file. */
export interface FolderPut {
  readonly from: string;
  readonly path: string;
  readonly files: number;
}
