import { lookupKey } from "../dialect/address.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { LedgerFault } from "../findings/report-values.ts";
import type { Page } from "../pages/page.ts";
import { hasCommas } from "../redirects/aliases.ts";
import { type GroupName, isOn } from "../settings.ts";
import { both, type Example, moved, page, pageAt } from "./examples.ts";
import type { CheckedSite, Rules } from "./rule.ts";

const CNAME = { "extra/CNAME": "example.org\n" };
const ABOUT = { "about.md": pageAt("about"), "extra/about.txt": "About\n" };

/** What is in the way of reading a ledger, and what to do. */
const ledgerFaults: { readonly [Fault in LedgerFault]: (reason: string) => readonly [message: string, fix: string] } = {
  folder: () => [
    "There is a folder in the place of the ledger of addresses.",
    "Remove it, or give the setting ledger the path of a file.",
  ],
  special: () => [
    "There is a pipe, a socket or a device in the place of the ledger of addresses.",
    "Remove it, or give the setting ledger the path of a file.",
  ],
  outside: () => [
    "The ledger of addresses is a link that leads out of the project.",
    "Put a copy of what it leads to in its place.",
  ],
  merge: () => [
    "The ledger of addresses has the marks of a merge.",
    "Keep the lines of both sides, and remove the marks; commas at the ends of lines do not matter.",
  ],
  form: (reason) => [`The ledger of addresses cannot be read: ${reason}.`, "Repair it, or undo its last change."],
  closed: (reason) => [
    `The ledger of addresses cannot be read (${reason}).`,
    "Check that it exists and that you may read it.",
  ],
};

export const files = {
  "alias-unsafe": {
    severity: "error",
    about: "`Aliases` holds something that is not an address of this site.",
    field: "Aliases",
    message: ({ alias }) =>
      hasCommas(alias)
        ? `“${alias}” is one alias: addresses are split by semicolons.`
        : `“${alias}” cannot be an alias: it is not an address of this site.`,
    consequence: "No redirect is made from it.",
    fix: ({ alias }) =>
      hasCommas(alias)
        ? `Write “Aliases: ${alias.split(/,\s+/).join("; ")}”; a comma that is part of an address is followed by %20.`
        : "Write an old address from the site's root, such as “about/old-name”.",
    example: aliases("https://example.org/us"),
  },
  "alias-taken": {
    severity: "error",
    about: "`Aliases` holds an address that is taken.",
    field: "Aliases",
    message: ({ alias, otherFile }) =>
      otherFile === undefined
        ? `“${alias}” cannot be an alias: the site already has something there.`
        : `“${alias}” is also an alias of ${otherFile}.`,
    consequence: "No redirect to this page is made from it.",
    fix: "Remove it from one of the two.",
    example: { ...aliases("team"), beside: { "team.md": pageAt("team") } },
  },
  "address-vanished": {
    severity: "error",
    stopsBuild: true,
    about: "An address in the ledger was published, and nothing is there any more.",
    message: ({ address, source }) => `The address ${address} was published, by ${source}, and is gone.`,
    consequence: "Every link to it from elsewhere would be broken, so the build stops.",
    fix: ({ address }, { file }) =>
      `Write “Aliases: ${lookupKey(address)}” in the header of the page that takes its place; if it is to be gone for good, remove its line from ${file}.`,
    example: { wrong: pageAt("about"), right: pageAt("about", "Aliases: us"), ledger: { "/us.html": "us.md" } },
  },
  "ledger-unreadable": {
    severity: "error",
    stopsBuild: true,
    about: "The ledger of addresses is not a list of addresses, or not a file of the project.",
    message: ({ fault, reason }) => ledgerFaults[fault](reason)[0],
    consequence: "Vanished addresses would go unnoticed, so the build stops.",
    fix: ({ fault, reason }) => ledgerFaults[fault](reason)[1],
    example: {
      beside: ABOUT,
      ledgerText: both((text) => text, '{\n<<<<<<< HEAD\n  "/us.html": "us.md"\n}\n', "{}\n"),
      shown: both(
        (lines) => `{\n${lines}\n}`,
        '<<<<<<< HEAD\n  "/": "index.md"\n=======\n  "/about.html": "about.md"\n>>>>>>> news',
        '  "/": "index.md",\n  "/about.html": "about.md"',
      ),
    },
  },
  "static-missing": {
    severity: "warning",
    about: "The setting `extraPathMetadata` names a file that is not there.",
    field: "extraPathMetadata",
    message: ({ from }) => `extraPathMetadata names “${from}”, and there is no such file.`,
    consequence: "Nothing is copied for it.",
    fix: "Write the path of a file, from the content folder.",
    example: moved(["extra/cname", "CNAME"], ["extra/CNAME", "CNAME"], CNAME),
  },
  "static-unreadable": {
    severity: "warning",
    about:
      "An image or another file that is no page cannot be read: its permissions forbid it, or it is a link to a file that is gone.",
    message: ({ reason }) => `It cannot be read (${reason}).`,
    consequence: "It is not copied; all else is built.",
    fix: "Check that it exists and that you may read it.",
    example: {
      file: "images/lamp.png",
      beside: ABOUT,
      wrong: { leadsTo: "gone.png" },
      right: "A picture",
      shown: { wrong: "images/lamp.png → gone.png (which is not there)", right: "images/lamp.png, a file" },
    },
  },
  "static-hidden": {
    severity: "warning",
    about: "A static folder holds a hidden file or folder, which Pelican copies: its name begins with a dot.",
    message: "It is in a static folder, and hidden.",
    consequence: "It is not copied; Pelican copies it.",
    fix: "If it is to be published, write its path into the setting staticPaths; if not, its name into ignoreFiles.",
    example: {
      file: "_data/site.json",
      beside: {
        "pages/index.md": page("Title: Home", "Save_as: index.html"),
        "files/.well-known/keys.txt": "A key.\n",
      },
      settings: {
        wrong: { content: ["**/*"], staticPaths: ["files"] },
        right: { content: ["**/*"], staticPaths: ["files", "files/.well-known"] },
      },
    },
  },
  "static-unsafe": {
    severity: "error",
    about: "The setting `extraPathMetadata` puts a file outside the site.",
    field: "extraPathMetadata",
    message: ({ from, path, reason }) => `extraPathMetadata cannot put “${from}” at “${path}”: ${reason}.`,
    consequence: "The file is not put there.",
    fix: "Write a path inside the site, such as “CNAME”.",
    example: moved(["extra/CNAME", "../CNAME"], ["extra/CNAME", "CNAME"], CNAME),
  },
  "static-taken": {
    severity: "error",
    about: "A file that is copied would be written where a page is.",
    message: (values) =>
      "from" in values
        ? `extraPathMetadata puts all ${values.files} files of the folder “${values.from}” at “${values.path}”.`
        : `The file would be written to ${values.saveAs}, and so is ${values.otherFile ?? "a page"}.`,
    consequence: (values) => ("from" in values ? "One of them is there at most." : "The file was left out."),
    fix: (values) =>
      "from" in values
        ? "Name one file in place of the folder, or leave out its path: staticSaveAs says where all files are copied to."
        : values.otherFile === undefined
          ? "Give the file another name, or the page another Save_as."
          : "Give one of the two another name, or another path in extraPathMetadata.",
    example: moved(["extra/about.txt", "about.html"], ["extra/about.txt", "about.txt"], ABOUT),
  },
  "css-address": {
    severity: "warning",
    about:
      "A stylesheet that is copied as it is names an address from the site's root, and the site is below a path, or `relativeUrls` is on.",
    message: ({ url }) => `url(${url}) leads to the root of the host, and the site is not there.`,
    consequence: "Visitors do not see what it names.",
    fix: ({ relative }) => `Write “url(${relative})”, from where the stylesheet is.`,
    example: {
      file: "images/club.css",
      wrong: "a { background: url(/images/lamp.svg) }",
      right: "a { background: url(lamp.svg) }",
      beside: ABOUT,
      settings: both(() => ({ pathPrefix: "/garden/" }), "", ""),
    },
  },
  "path-differs": {
    severity: "warning",
    about:
      "The path of `siteUrl` is not the one that the site is below, by Eleventy's `pathPrefix` or the setting of that name.",
    message: ({ siteUrl, pathPrefix }) => `siteUrl is ${siteUrl}, and pathPrefix is ${pathPrefix}/.`,
    consequence: ({ pathPrefix }) => `All addresses begin with ${pathPrefix}/, those in full, too.`,
    fix: ({ siteUrl, pathPrefix }) => {
      const { origin, pathname } = new URL(siteUrl);
      const other = pathname === "/" ? "leave pathPrefix out" : `write “pathPrefix: ${pathname}”`;
      return `Write “siteUrl: ${origin}${pathPrefix}”; or ${other}, if the site is there.`;
    },
    example: {
      file: "_data/site.json",
      beside: ABOUT,
      settings: both(
        (siteUrl) => ({ siteUrl, pathPrefix: "/garden/" }),
        "https://example.org",
        "https://example.org/garden",
      ),
    },
  },
  "list-taken": {
    severity: "error",
    about: "A page has the address of a list of posts, or of a feed, and its header does not name the file.",
    message: ({ saveAs, list }) => `The page is written to ${saveAs}, where the list “${list}” would be.`,
    consequence: "The page is published, and the list is not.",
    fix: "Write another Slug; if the page is to be there, write the file as its Save_as.",
    example: {
      file: "posts/archives.md",
      ...both((slug) => page("Title: Archives", "Date: 2021-03-14", slug), "Slug: archives", "Slug: the-archives"),
    },
  },
  "list-unsafe": {
    severity: "error",
    about:
      "The name of a category, author or tag leads out of the site, where the site's own rules for slugs leave it so.",
    message: ({ saveAs, list, reason }) => `The list “${list}” would be written to ${saveAs}: ${reason}.`,
    consequence: "The list is not made.",
    fix: String.raw`Write another name, or a rule that takes out what no path may hold: ["[^\\w\\s-]", ""].`,
    example: {
      file: "_data/site.json",
      beside: { "posts/oil.md": page("Title: Oil", "Slug: oil", "Date: 2021-03-14", "Tags: ../../oil") },
      settings: { wrong: { slugRegexSubstitutions: [] }, right: { slugRegexSubstitutions: [["[^\\w\\s-]", ""]] } },
    },
  },
  "list-twice": {
    severity: "warning",
    about: "Two lists or feeds of posts would be one file.",
    message: ({ saveAs, list, first }) => `Both “${first}” and “${list}” would be written to ${saveAs}.`,
    consequence: "The second is not made.",
    fix: "Give one of the two another …SaveAs, or another name.",
    example: {
      file: "_data/site.json",
      beside: { "posts/oil.md": page("Title: Oil", "Date: 2021-03-14", "Category: News", "Tags: News") },
      settings: both((tagSaveAs) => ({ tagSaveAs }), "category/{slug}.html", "tag/{slug}.html"),
    },
  },
  "search-taken": {
    severity: "warning",
    about: "A page is where the setting `searchSaveAs` puts the search page.",
    field: "Save_as",
    message: ({ saveAs }) => `The page is written to “${saveAs}”, where the site's settings have the search page.`,
    consequence: "The page is published, and the site cannot be searched.",
    fix: "Give the page another Save_as, or the setting searchSaveAs another file.",
    look: pagesInItsPlace,
    example: {
      file: "search.md",
      wrong: pageAt("search"),
      right: page("Title: Search", "Save_as: how-to-search.html"),
      settings: { wrong: { searchSaveAs: "search.html" }, right: { searchSaveAs: "search.html" } },
    },
  },
  "option-unasked": {
    severity: "advice",
    about:
      "The site has pages of Eleventy's own beside Pelican's, or no theme. Then lists of posts and redirects are made only where an option asks for them, and none does.",
    message: ({ option, count }) =>
      option === "lists"
        ? `${count === 1 ? "A post is" : `${count} posts are`} in no list and in no feed.`
        : `The Aliases of ${count === 1 ? "a page" : `${count} pages`} lead nowhere.`,
    consequence: ({ option }) =>
      option === "lists"
        ? "Beside pages of Eleventy's own, or without the theme, lists are made only where the option lists asks for them."
        : "Beside pages of Eleventy's own, redirects are made only where the option redirects asks for them.",
    fix: ({ option }) => `Write “${option}: true” in the plugin's options, or “${option}: false” if it is meant so.`,
    look: unasked,
    example: {
      file: "posts/talk.md",
      wrong: page("Title: A talk", "Date: 2021-03-14"),
      settings: { wrong: { theme: false, feeds: false }, right: { theme: false, feeds: false, lists: true } },
    },
  },
} satisfies Rules;

/** A page with a wrong and a right alias. */
function aliases(wrong: string): Example {
  return both((alias) => pageAt("about", `Aliases: ${alias}`), wrong, "us");
}

/** A tag that is not its header's own is how a site of Eleventy's lists it. */
function isListedBySite({ tags, fields }: Page): boolean {
  return tags.some((tag) => !fields.tags?.includes(tag));
}

function unasked({ pages, settings }: CheckedSite): Report[] {
  const isUnasked = (option: GroupName) => settings.unasked?.includes(option);
  const posts = pages.filter((page) => page.kind === "post" && page.status === "published" && !isListedBySite(page));
  const aliased = pages.filter(({ fields }) => (fields.aliases ?? []).length > 0);
  const found = (option: "lists" | "redirects", [first, ...rest]: readonly Page[]) =>
    first ? [report("option-unasked", placeIn(first.file), { option, count: rest.length + 1 })] : [];
  return [
    ...(isUnasked("lists") && !isOn(settings, "feeds") ? found("lists", posts) : []),
    ...(isUnasked("redirects") ? found("redirects", aliased) : []),
  ];
}

function pagesInItsPlace({ pages, settings: { searchSaveAs: saveAs } }: CheckedSite) {
  const inPlace = saveAs === "" ? [] : pages.filter((page) => page.saveAs === saveAs);
  return inPlace.map((page) => report("search-taken", page.place("saveAs"), { saveAs }));
}
