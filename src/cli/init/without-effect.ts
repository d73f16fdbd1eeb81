/** Settings of Pelican's that have another counterpart here than an option, and which. */
export const REPLACED: ReadonlyMap<string, string> = new Map([
  [
    "THEME",
    "layouts of your own go into _includes/layouts, and a stylesheet's additions into _includes/assets/site.css",
  ],
  ["OUTPUT_PATH", "the site is written to _site"],
  ["PLUGINS", "Pelican's plugins do not run here"],
  ["PLUGIN_PATHS", "Pelican's plugins do not run here"],
  ["MARKDOWN", "Markdown is read as by Pelican's usual extensions"],
  ["DEFAULT_DATE_FORMAT", "dates are written as is usual in the page's language"],
  ["DATE_FORMATS", "dates are written as is usual in the page's language"],
  ["LOCALE", "dates are written as is usual in the page's language"],
  ["DEFAULT_DATE", "a post needs a Date of its own"],
  ["DEFAULT_METADATA", "each page needs fields of its own"],
  ["FILENAME_METADATA", "a date at the beginning of a file's name is read, and nothing else"],
  ["PATH_METADATA", "each page needs fields of its own"],
  ["SLUG_REGEX_SUBSTITUTIONS", "slugs are made as Pelican makes them by default"],
  ["SITESUBTITLE", "the package's layouts show none"],
  ["RELATIVE_URLS", "addresses begin at the site's root"],
]);
