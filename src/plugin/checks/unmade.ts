import { counted } from "../findings/print-findings.ts";
import { formatOf } from "../pages/unmade.ts";
import type { SettingsInput } from "../settings.ts";
import { type Example, page, pageAt } from "./examples.ts";
import type { Rules } from "./rule.ts";
import { didYouMean } from "./words.ts";

const SETTINGS: SettingsInput = { content: ["**/*"], articlePaths: [""] };
const POST = page("Title: History", "Date: 2020-01-02");

const BESIDE = {
  "pages/index.md": page("Title: Home", "Save_as: index.html"),
  "posts/talk.md": page("Title: A talk", "Date: 2021-03-14"),
  "notes/history.md": POST,
};

export const unmade = {
  "source-unread": {
    severity: "error",
    about:
      "Files are in a format that Pelican reads, by itself or with a plugin, and that is not read here: reStructuredText, Jupyter notebooks, AsciiDoc, Org, Textile, text with a header.",
    message: ({ files }) => {
      const format = formatOf(files[0] ?? "");
      const what = counted(files.length, `file is ${format?.one}`, `files are ${format?.many}`);
      const which = format?.many === format?.one || files.length === 1 ? "which is" : "which are";
      return `${what}, ${which} not read: ${namesOf(files)}.`;
    },
    consequence: ({ files }) =>
      files.length === 1
        ? "No page is made of it, and it is not published."
        : "No page is made of them, and they are not published.",
    fix: ({ files: [first = ""], files }) => {
      const format = formatOf(first);
      if (format && format.convert === undefined) {
        const [it, old] = files.length === 1 ? ["a page of it", "file"] : ["pages of them", "files"];
        return `Make ${it}: npx eleventy-pelican convert. Then the old ${old} may go.`;
      }
      // An editor may have put its own ending behind the right one.
      const made = first.replace(/(?:\.(?:md|markdown))?\.[^./]*$/i, ".md");
      const convert = (format?.convert ?? "").replace("FILE", shell(first)).replace("PAGE", shell(made));
      const all = files.length === 1 ? "Make Markdown of it" : "Make Markdown of each, the first for instance";
      return `${all}, in the content folder: ${convert}. Then look at its header, and remove the old file.`;
    },
    example: ofFormat("history.rst", "History\n=======\n\n:date: 2020-01-02\n\nText.\n"),
  },
  "source-published": {
    severity: "warning",
    about: "Files have a page's header and are in no folder of pages, and are copied as they are.",
    message: ({ files }) =>
      `${counted(files.length, "file has", "files have")} a page's header and ${files.length === 1 ? "is" : "are"} published as written: ${namesOf(files)}.`,
    consequence: "Visitors can read the source, a draft's, too.",
    fix: "Move them into a folder of articlePaths or pagePaths, so that pages are made of them, or out of staticPaths.",
    example: {
      file: "_data/site.json",
      beside: BESIDE,
      settings: {
        wrong: { content: ["**/*"], articlePaths: ["posts"], staticPaths: ["notes"] },
        right: { content: ["**/*"], articlePaths: ["posts", "notes"], staticPaths: ["images"] },
      },
    },
  },
  "source-elsewhere": {
    severity: "advice",
    about: "Where `articlePaths` is written out, files with a page's header are in no folder of pages or posts.",
    message: ({ files }) =>
      `${counted(files.length, "file has", "files have")} a page's header and ${files.length === 1 ? "is" : "are"} in no folder of pages or posts: ${namesOf(files)}.`,
    consequence: "No page is made of them, as in Pelican, and they are not published.",
    fix: "If that is not meant, add their folder to articlePaths or pagePaths; if it is, name them in ignoreFiles.",
    example: {
      file: "_data/site.json",
      beside: BESIDE,
      settings: {
        wrong: { content: ["**/*"], articlePaths: ["posts"] },
        right: { content: ["**/*"], articlePaths: ["posts", "notes"] },
      },
    },
  },
  "folder-missing": {
    severity: "advice",
    about: "A setting names a folder, or a file, that is not in the content folder.",
    message: ({ setting, folder }) => `${setting} names “${folder}”, and no file of the content is there.`,
    consequence: "It has no effect.",
    fix: ({ near }) => didYouMean(near, "Write the path of a folder, from the content folder, or remove it."),
    example: {
      file: "_data/site.json",
      beside: { "pages/index.md": page("Title: Home", "Save_as: index.html"), "pictures/lamp.txt": "A lamp.\n" },
      settings: {
        wrong: { ...SETTINGS, staticPaths: ["picture"] },
        right: { ...SETTINGS, staticPaths: ["pictures"] },
      },
    },
  },
  "content-empty": {
    severity: "error",
    stopsBuild: true,
    about: "There are sources of pages in the content folder, and no page is made of any.",
    message: ({ files }) =>
      `There is no page, and none is made of ${counted(files.length, "source", "sources")}: ${namesOf(files)}.`,
    consequence: "The site would be empty, so the build stops.",
    fix: "Look at the settings content, articlePaths, pagePaths, ignoreFiles and readers, and at the formats of the files.",
    example: {
      file: "_data/site.json",
      beside: { "notes/history.md": POST },
      settings: { wrong: { ...SETTINGS, articlePaths: ["posts"] }, right: { ...SETTINGS, articlePaths: ["notes"] } },
    },
  },
  "home-missing": {
    severity: "warning",
    about: "The site has pages, and nothing at its root.",
    message: "Nothing is written to index.html.",
    consequence: "Whoever opens the site's address finds nothing.",
    fix: "Write “Save_as: index.html” in the header of the page that is to be there, or “index.html” as the setting indexSaveAs for the list of posts.",
    example: {
      file: "about.md",
      wrong: pageAt("about"),
      right: page("Title: About", "Url:", "Save_as: index.html"),
      settings: { wrong: { content: ["**/*"] }, right: { content: ["**/*"] } },
    },
  },
} satisfies Rules;

/** A file of another format, and the page that is made of it. */
function ofFormat(file: string, text: string): Example {
  const beside = { "pages/index.md": page("Title: Home", "Save_as: index.html") };
  const shown = { wrong: text, right: "history.html is a page" };
  return { file, wrong: text, beside, shown, settings: { wrong: SETTINGS, right: SETTINGS } };
}

/** More files are only counted. */
const MOST = 10;

function namesOf(files: readonly string[]): string {
  const more = files.length - MOST;
  return files.slice(0, MOST).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** A path as a shell reads it. */
function shell(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
