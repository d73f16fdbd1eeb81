import { type FindingGroup, page, pageAt } from "./example.ts";

export const addresses: FindingGroup = {
  slug: "findings-addresses",
  title: "Findings of addresses",
  summary: "What can be wrong with where pages and files are written, with examples of wrong and right.",
  examples: [
    {
      code: "url-unsafe",
      about: "`Url` leads away from the site.",
      file: "about.md",
      wrong: { "about.md": page("Title: About", "Url: https://example.org/about", "Save_as: about.html") },
      right: { "about.md": page("Title: About", "Url: about", "Save_as: about.html") },
    },
    {
      code: "url-differs",
      about: "`Url` is one place and `Save_as` another, or there is no `Save_as`.",
      file: "about.md",
      wrong: { "about.md": page("Title: About", "Url: about") },
      right: { "about.md": page("Title: About", "Url: about", "Save_as: about.html") },
    },
    {
      code: "url-taken",
      about: "Two pages have one `Url`.",
      file: "team.md",
      wrong: {
        "about.md": page("Title: About", "Url: about", "Save_as: about/index.html"),
        "team.md": page("Title: Team", "Url: about", "Save_as: about.html"),
      },
      right: {
        "about.md": page("Title: About", "Url: about", "Save_as: about/index.html"),
        "team.md": page("Title: Team", "Url: team", "Save_as: team.html"),
      },
    },
    {
      code: "save-as-unsafe",
      about: "`Save_as` leads out of the site.",
      file: "about.md",
      wrong: { "about.md": page("Title: About", "Save_as: ../about.html") },
      right: { "about.md": page("Title: About", "Save_as: about.html") },
    },
    {
      code: "save-as-taken",
      about: "Two pages would be one file.",
      file: "team.md",
      wrong: { "about.md": pageAt("about"), "team.md": page("Title: Team", "Save_as: about.html") },
      right: { "about.md": pageAt("about"), "team.md": page("Title: Team", "Save_as: team.html") },
    },
    {
      code: "save-as-case",
      about: "Two files differ in capitals only.",
      file: "team.md",
      wrong: { "about.md": pageAt("about"), "team.md": page("Title: Team", "Save_as: About.html") },
      right: { "about.md": pageAt("about"), "team.md": page("Title: Team", "Save_as: team.html") },
    },
    {
      code: "address-form",
      about: "An address works and is not in the form that the page's own `Url` has.",
      file: "about.md",
      wrong: { "about.md": page("Title: About", "Url: /about/", "Save_as: about.html") },
      right: { "about.md": page("Title: About", "Url: about", "Save_as: about.html") },
    },
  ],
};

export const files: FindingGroup = {
  slug: "findings-files",
  title: "Findings of old addresses and files",
  summary: "What can be wrong with old addresses and with files that are copied, with examples of wrong and right.",
  examples: [
    {
      code: "alias-unsafe",
      about: "`Aliases` holds what is no address of this site.",
      file: "about.md",
      wrong: { "about.md": pageAt("about", "Aliases: https://example.org/us") },
      right: { "about.md": pageAt("about", "Aliases: us") },
    },
    {
      code: "alias-taken",
      about: "`Aliases` holds an address at which something else is.",
      file: "about.md",
      wrong: { "about.md": pageAt("about", "Aliases: team") },
      right: { "about.md": pageAt("about", "Aliases: us") },
      beside: { "team.md": pageAt("team") },
    },
    {
      code: "address-vanished",
      about: "An address was published, is kept in the ledger, and nothing is there any more.",
      file: "about.md",
      wrong: { "about.md": pageAt("about") },
      right: { "about.md": pageAt("about", "Aliases: us") },
      ledger: { "/us.html": "us.md" },
    },
    {
      code: "static-missing",
      about: "The setting `extraPathMetadata` names a file that is not there.",
      file: "_data/site.json",
      wrong: {},
      right: {},
      beside: { "extra/CNAME": "example.org\n" },
      settings: {
        wrong: { extraPathMetadata: { "extra/cname": { path: "CNAME" } } },
        right: { extraPathMetadata: { "extra/CNAME": { path: "CNAME" } } },
      },
    },
    {
      code: "static-unsafe",
      about: "The setting `extraPathMetadata` puts a file out of the site.",
      file: "_data/site.json",
      wrong: {},
      right: {},
      beside: { "extra/CNAME": "example.org\n" },
      settings: {
        wrong: { extraPathMetadata: { "extra/CNAME": { path: "../CNAME" } } },
        right: { extraPathMetadata: { "extra/CNAME": { path: "CNAME" } } },
      },
    },
    {
      code: "static-taken",
      about: "A file that is copied would be written where a page is.",
      file: "_data/site.json",
      wrong: {},
      right: {},
      beside: { "about.md": pageAt("about"), "extra/about.txt": "About\n" },
      settings: {
        wrong: { extraPathMetadata: { "extra/about.txt": { path: "about.html" } } },
        right: { extraPathMetadata: { "extra/about.txt": { path: "about.txt" } } },
      },
    },
    {
      code: "search-taken",
      about: "A page is where the setting `searchSaveAs` puts the page for searching.",
      file: "search.md",
      wrong: { "search.md": pageAt("search") },
      right: { "search.md": page("Title: Search", "Save_as: how-to-search.html") },
      settings: { wrong: { searchSaveAs: "search.html" }, right: { searchSaveAs: "search.html" } },
    },
  ],
};
