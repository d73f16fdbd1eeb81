import type { z } from "zod";
import * as value from "./values.ts";

interface Row<Kind extends value.ValueKind> {
  /** The field's name as Pelican's authors write it; case does not count. */
  readonly name: string;
  readonly kind: Kind;
  /** A sentence or two in plain text: what editors show at the field, and what the documentation says of it. */
  readonly description: string;
  /** A value that it may have. */
  readonly example: string;
}

function row<Kind extends value.ValueKind>(name: string, kind: Kind, description: string, example = ""): Row<Kind> {
  return { name, kind, description, example };
}

/**
 * Every field that a header may have: the one source of reading and checking, of the types and of the documentation.
 * Numbered fields are lists and have a module of their own, `numbered.ts`.
 * Source: https://docs.getpelican.com/en/latest/content.html and the theme of xmpp.org (2015-2021).
 */
export const table = {
  title: row("Title", value.label, "The page's title: text, never HTML.", "Features & benefits"),
  url: row(
    "Url",
    value.address,
    "The page's address from the site's root; what menus and other pages refer to.",
    "about/history",
  ),
  saveAs: row("Save_as", value.address, "The file that is written, from the output folder.", "about/history.html"),
  slug: row(
    "Slug",
    value.text,
    "The part of the address that stands for this page; made of the title by default.",
    "history",
  ),
  aliases: row(
    "Aliases",
    value.addresses,
    "Older addresses of the page, split by semicolons.",
    "about/past; about/old-times",
  ),
  status: row(
    "Status",
    value.status,
    "Whether the page is published, hidden from lists, a draft, or not made at all (skip).",
    "draft",
  ),
  date: row(
    "Date",
    value.date,
    "When it was published, in the site's time zone where it names no other: 2010-10-04 07:44.",
    "2010-10-04 07:44",
  ),
  modified: row("Modified", value.date, "When it was last changed.", "2021-03-14"),
  author: row("Author", value.name, "Who wrote it: one name, whatever is in it.", "Ann Example"),
  authors: row("Authors", value.names, "Who wrote it.", "Ann Example; Ben Example"),
  category: row("Category", value.text, "The one category that it is in.", "News"),
  tags: row("Tags", value.names, "Its tags.", "rfc, history"),
  summary: row(
    "Summary",
    value.markdown,
    "What it says in a sentence or two, for lists and search engines.",
    "Where XMPP comes from, in a page.",
  ),
  lang: row(
    "Lang",
    value.language,
    "The language that it is written in: en, de. Pages of another language than the site's make the top menu and the footer that pages of that language show.",
    "en",
  ),
  translation: row("Translation", value.flag, "Whether it translates another page of the same slug.", "true"),
  template: row("Template", value.text, "The layout of that name, where the site has one.", "list-of-software"),
  parentId: row(
    "Parent_id",
    value.address,
    "The Url of the page above it: decides the section and the breadcrumb.",
    "about",
  ),
  contentLayout: row(
    "Content_layout",
    value.layout,
    "How the page is laid out; single-column by default.",
    "multiple-columns",
  ),
  topMenuShow: row("Top_menu_show", value.flag, "Whether the page is an item of the top menu.", "true"),
  topMenuOrder: row("Top_menu_order", value.order, "Its place there; -1 is no place.", "2"),
  menuName: row("Menu_name", value.label, "Its label in the top menu and the footer; the title by default.", "About"),
  dropdownMenuShow: row("Dropdown_menu_show", value.flag, "Whether its item in the top menu has a dropdown.", "true"),
  dropdownMenuSize: row(
    "Dropdown_menu_size",
    value.count,
    "How many entries the dropdown has; checked, never obeyed.",
    "3",
  ),
  sidebarMenuShow: row(
    "Sidebar_menu_show",
    value.flag,
    "Whether the page shows a sidebar, in multiple-columns only.",
    "true",
  ),
  sidebarMenuTitle: row(
    "Sidebar_menu_title",
    value.label,
    "The sidebar's heading; its source's by default.",
    "About XMPP",
  ),
  sidebarMenuSize: row(
    "Sidebar_menu_size",
    value.count,
    "How many entries the sidebar has; checked, never obeyed.",
    "3",
  ),
  inheritSidebar: row(
    "Inherit_sidebar",
    value.inheritance,
    "Where the sidebar comes from instead of this header.",
    "about",
  ),
  footerShow: row("Footer_show", value.side, "The half of the footer that the page is in.", "left"),
  footerOrder: row("Footer_order", value.order, "Its place there.", "1"),
} as const;

export type FieldKey = keyof typeof table;

/** What a header says, field by field. A field that is not there, or has no usable value, is undefined. */
export type FieldValues = {
  readonly [Key in FieldKey]?: z.output<(typeof table)[Key]["kind"]["schema"]> | undefined;
};

/** The fields by their names in lower case: `top_menu_order` is `topMenuOrder`. */
export const fieldNames: ReadonlyMap<string, FieldKey> = new Map(
  (Object.keys(table) as FieldKey[]).map((key) => [table[key].name.toLowerCase(), key]),
);

/**
 * The menus that a header may write as lists, under `menu` or as blocks of `eleventyNavigation`, instead of as numbered
 * fields. The keys are the names of the lists.
 */
export const menuLists = {
  dropdown: {
    /** What the numbered fields of the same menu begin with. */
    numbered: "Dropdown",
    /** The first part of the `parent` of its blocks; the page's `Url` follows. */
    root: "top",
    description: "The entries of the page's dropdown in the top menu; addresses are relative to the page's Url.",
  },
  sidebar: {
    numbered: "Sidebar",
    root: "sidebar",
    description: "The entries of the page's sidebar; addresses are relative to the site's root.",
  },
} as const;

export type MenuList = keyof typeof menuLists;

export const menuListNames = Object.keys(menuLists) as readonly MenuList[];

/** A part of a menu's entry, in all the forms in which authors write it. */
interface PartRow<Kind extends value.ValueKind> {
  /** Its name in numbered fields and in lists under `menu`; in a block of `eleventyNavigation` it has that of its key. */
  readonly written: string;
  readonly kind: Kind;
  readonly description: string;
  /** What is said of the numbered field of each menu; N stands for the number. */
  readonly numbered: Readonly<Record<MenuList, { readonly description: string; readonly example: string }>>;
}

function part<Kind extends value.ValueKind>(
  written: string,
  kind: Kind,
  description: string,
  numbered: PartRow<Kind>["numbered"],
): PartRow<Kind> {
  return { written, kind, description, numbered };
}

/** What a menu's entry is made of, by its names in eleventy-navigation. A part more is a row more. */
export const entryParts = {
  title: part("name", value.label, "The entry's label; the title of the page that it leads to by default.", {
    dropdown: {
      description: "The label of the dropdown's entry N; without one it bears the title of its page.",
      example: "History",
    },
    sidebar: {
      description: "The label of the sidebar's entry N; without one it bears the title of its page.",
      example: "History",
    },
  }),
  url: part(
    "url",
    value.address,
    "Where it leads; in the dropdown relative to the page's Url, else to the site's root.",
    {
      dropdown: {
        description: "Where the dropdown's entry N leads, from this page's own Url: history, ../extensions.",
        example: "history",
      },
      sidebar: {
        description: "Where the sidebar's entry N leads, from the site's root: about/history.",
        example: "about/history",
      },
    },
  ),
} as const;

export type EntryPart = keyof typeof entryParts;

/** The texts of an entry's parts. */
export type EntryTexts = { readonly [Part in EntryPart]?: string };

export const entryPartNames = Object.keys(entryParts) as readonly EntryPart[];

/** What an entry of a list under `menu` may say. */
export const entryFields: Readonly<Record<string, Row<value.ValueKind>>> = partRows((name) => entryParts[name].written);

/** What a block of `eleventyNavigation` may say (https://www.11ty.dev/docs/plugins/navigation/). */
export const blockFields = {
  key: row("key", value.text, "A name for the entry, each once in a header."),
  parent: row("parent", value.text, "The menu: top/ or sidebar/, and the Url of the page itself."),
  ...partRows((name) => name),
  order: row("order", value.order, "Its place in the menu; those without one come last."),
};

function partRows(nameOf: (part: EntryPart) => string): Readonly<Record<string, Row<value.ValueKind>>> {
  const rows = entryPartNames.map((name) => row(nameOf(name), entryParts[name].kind, entryParts[name].description));
  return Object.fromEntries(rows.map((one) => [one.name, one]));
}
