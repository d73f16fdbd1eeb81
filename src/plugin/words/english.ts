/**
 * Every word that visitors are shown or read out and that no author wrote, in English. What stands in `{}` is put in; what
 * stands in `[]` is a link. A word of which there are several by a number has a form for each that the language knows.
 * Source of the forms: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 */
export const english = {
  skip: "Skip to the content",
  menu: "Menu",
  mainMenu: "Main",
  moreIn: "More in {title}",
  footer: "Footer",
  inSection: "In this section",
  breadcrumb: "Breadcrumb",
  darkTheme: "Dark theme",
  onThisPage: "On this page",
  linkToSection: "Link to this section: {title}",
  table: "Table",
  tableNumbered: "Table {number}",
  tableOf: "{table}: {title}",
  footnoteBack: "Jump back to footnote {number} in the text",
  note: "Note",
  tip: "Tip",
  hint: "Hint",
  important: "Important",
  attention: "Attention",
  caution: "Caution",
  warning: "Warning",
  danger: "Danger",
  error: "Error",
  output: "Output",
  byAuthors: " by {authors}",
  authorsBetween: ", ",
  inCategory: " in {category}",
  changedOn: ", changed {date}",
  translations: "Translations",
  tags: "Tags",
  editPage: "Edit this page",
  olderAndNewer: "Older and newer post",
  older: "Older",
  newer: "Newer",
  previousAndNext: "Previous and next page",
  previous: "Previous",
  next: "Next",
  continueReading: "Continue reading",
  continueReadingOf: "Continue reading {title}",
  pages: "Pages",
  pageOfPages: "Page {number} of {count}",
  pageNumbered: "Page {number}",
  titleAndPage: "{title}, page {number}",
  archive: "Archive",
  categories: "Categories",
  authors: "Authors",
  drafts: "Drafts",
  preview: "Preview",
  thisIsDraft: "This page is a draft.",
  thisIsPreview: "This is a preview, not the published site.",
  allDrafts: "All drafts",
  notFound: "Page not found",
  notFoundWhy: "There is no page at this address. It may have moved, or the link that led you here may be mistyped.",
  notFoundWays: "Go to the [start page], or choose a page from the menus.",
  notFoundWaysWithSearch: "Go to the [start page], choose a page from the menus, or [search the site].",
  moved: "Moved",
  movedTo: "This page has moved to {link}.",
  search: "Search",
  searchSite: "Search this site",
  searchFor: "What to look for",
  searchLanguage: "Language",
  searchNeedsScript: "The search needs JavaScript, which is off. All pages are listed below.",
  searchMore: "Show more results",
  searching: "Searching …",
  searchTitle: "“{query}”",
  searchFound: {
    one: "One page was found for “{query}”.",
    other: "{count} pages were found for “{query}”.",
  },
  searchFoundNothing: "Nothing was found for “{query}”. Try another word, or fewer.",
  searchFailed: "The search could not be loaded. All pages are listed below.",
  allPages: "All pages",
  otherPages: "Other pages",
} as const;

/** The name of a word. */
export type WordName = keyof typeof english;

/** A word's forms by number; a language has some of these, and always the last. */
export type Forms = { readonly [Form in Exclude<Intl.LDMLPluralRule, "other">]?: string } & { readonly other: string };

/** The words of one language. */
export type Words = {
  readonly [Name in WordName]: (typeof english)[Name] extends string ? string : Forms;
};
