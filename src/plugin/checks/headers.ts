import { MOST_OF_TEXT } from "../findings/bounds.ts";
import type { HeaderFault } from "../findings/report-values.ts";
import { about, file, page } from "./examples.ts";
import type { Rules } from "./rule.ts";
import { NO_HEADER, replace, shorten } from "./words.ts";

const isComment = (text: string): boolean => text.startsWith("#");
const FIELD_OR_MORE = "Write it as “Name: value”, or indent it by four spaces if it continues the value above it.";

const NO_COMMENTS = "Pelican's headers hold no comments: remove the line.";

/** What is in the way of a header, and what to do. */
const headerFaults: { readonly [Fault in HeaderFault]: (text: string) => readonly [message: string, fix: string] } = {
  "blank-above": () => ["There is a blank line above the header.", "Begin the file with the header."],
  "text-above": (text) => [
    `The header begins below “${shorten(text)}”.`,
    "Put the header at the top of the file, and the text below it.",
  ],
  code: (text) => [
    `The header begins below “${shorten(text)}”, so it is code.`,
    "Remove the lines that begin and end the code.",
  ],
  indented: () => ["The header is indented, so it is code.", "Remove the spaces before its lines."],
  dashes: (text) => [`“${shorten(text)}” is not a line of three plain dashes.`, "Write “---”, three hyphens."],
};

export const headers = {
  "file-unreadable": {
    severity: "error",
    stopsBuild: true,
    about: "A file cannot be read: its permissions forbid it, or it is a link to a file that is gone.",
    message: ({ reason }) => `It cannot be read (${reason}).`,
    consequence: "Its pages would be missing, so the build stops.",
    fix: "Check that it exists and that you may read it.",
    example: file({ leadsTo: "gone.md" }, "about.md → gone.md (which is not there)"),
  },
  "file-too-large": {
    severity: "error",
    stopsBuild: true,
    about:
      "A page's file is larger than the setting `largestText` says, or has millions of lines, or of parts: paragraphs, items, cells, links.",
    message: (values) => {
      if ("limit" in values) {
        const what = values.isWhole ? "With what it includes, it" : "It";
        return `${what} has ${values.megabytes} MB, more than the ${values.limit} MB that the setting largestText allows.`;
      }
      if ("most" in values) return `It has ${values.megabytes} MB, more than the ${values.most} MB that are read.`;
      if ("mostHtml" in values)
        return `Its text of ${values.megabytes} MB makes more than ${values.mostHtml} MB of HTML, the most that the setting largestText allows.`;
      if ("mostFields" in values)
        return `Its header has more than ${values.mostFields.toLocaleString("en")} fields, or than ${values.mostOfHeader} MB: more than is read.`;
      return "mostLines" in values
        ? `It has more than ${values.mostLines.toLocaleString("en")} lines, the most that are read.`
        : `Its text of ${values.megabytes} MB has more parts (paragraphs, items, cells, links) than ${values.mostParts.toLocaleString("en")}, the most that are read at once.`;
    },
    consequence: "To make a page of it would take more memory than a machine may have, so the build stops.",
    fix: (values) => {
      if ("most" in values) return "Make it smaller, or leave it out where a text or a setting names it.";
      if ("mostFields" in values) return "Keep the header short: what is long belongs into the text below it.";
      return "limit" in values || "mostHtml" in values
        ? `Split it into several pages, or raise the setting largestText (to at most ${MOST_OF_TEXT}).`
        : "Split it into several pages.";
    },
    example: {
      wrong: page("Title: About"),
      right: page("Title: About"),
      settings: { wrong: { largestText: 0.00001 }, right: { largestText: 25 } },
    },
  },
  "file-not-utf8": {
    severity: "error",
    stopsBuild: true,
    about: "A file was saved in another encoding, such as Latin-1 or Windows-1252.",
    message: ({ isUtf16 }) => (isUtf16 ? "The file is in UTF-16, not in UTF-8." : "The file is not in UTF-8."),
    consequence: "Its characters would come out wrong, so the build stops.",
    fix: "Open it in your editor and save it as UTF-8.",
    example: {
      wrong: Uint8Array.from([...Buffer.from("Title: Caf"), 0xe9, 0x0a]),
      right: "Title: Café\n\nText.\n",
      shown: { wrong: "Title: Caf\ufffd   (saved as Latin-1)", right: "Title: Café   (saved as UTF-8)" },
    },
  },
  "file-binary": {
    severity: "error",
    stopsBuild: true,
    about: "An image or a program has the extension of a page, or a text was saved as UTF-16.",
    message: ({ isUtf16 }) =>
      isUtf16 ? "The file is in UTF-16, not in UTF-8." : "The file contains a NUL byte, so it is not text.",
    consequence: "No page can be made of it, and the build stops.",
    fix: ({ isUtf16 }) =>
      isUtf16
        ? "Open it in your editor and save it as UTF-8."
        : "Save it as plain text in UTF-8, or give it an extension other than .md or .html.",
    example: file(Uint8Array.of(0x54, 0, 0x69, 0), "T·i·t·l·e·   (saved as UTF-16)", "Title   (saved as UTF-8)"),
  },
  "file-outside": {
    severity: "error",
    about: "A symbolic link leads out of the content folder, or there is a pipe or a device in the place of a file.",
    message: ({ isSpecial }) =>
      isSpecial
        ? "It is not a file, but a pipe, a socket or a device."
        : "It is a symbolic link that leads out of the content folder.",
    consequence: ({ isSpecial }) =>
      isSpecial
        ? "Whoever opens it may wait for ever: it was left out."
        : "Nothing outside that folder is read: it was left out.",
    fix: ({ isSpecial }) =>
      isSpecial
        ? "Put a file in its place, or remove it."
        : "Put a copy of what it leads to in its place, or remove the link.",
    example: file({ leadsTo: "../outside.md" }, "about.md → ../outside.md"),
  },
  "file-empty": {
    severity: "warning",
    about: "A file of the content is empty.",
    message: "The file is empty.",
    consequence: "No page is made of it.",
    fix: "Write a header and a text, or remove the file.",
    example: file("\n", "(nothing)", "---\nTitle: About\n---\n\nText."),
  },
  "merge-conflict": {
    severity: "error",
    stopsBuild: true,
    about: "Git could not join two versions of a file, and what it wrote there is still in it.",
    message: ({ first, last }) => `Lines ${first} to ${last} are an unfinished merge of two versions.`,
    consequence: "Visitors would read both versions and Git's marks, so the build stops.",
    fix: "Keep one version, and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>.",
    example: {
      wrong: "---\nTitle: About\n---\n\n<<<<<<< HEAD\nWe are ten.\n=======\nWe are twelve.\n>>>>>>> news\n",
      right: "---\nTitle: About\n---\n\nWe are twelve.\n",
    },
  },
  "header-form": {
    severity: "error",
    about: "The header is not at the top of the file, is indented, or is not fenced by plain dashes.",
    message: ({ fault, text }) => headerFaults[fault](text)[0],
    consequence: ({ isUnmade }) =>
      isUnmade ? NO_HEADER : "The header is not read as one; its fields may be shown as text.",
    fix: ({ fault, text }) => headerFaults[fault](text)[1],
    edits: ({ fault, text, blanks }, place) => {
      if (fault === "dashes") return replace(place, text, "---");
      return Array.from({ length: blanks }, (_, index) => ({ line: index + 1, remove: true }) as const);
    },
    example: { wrong: "\nTitle: About\nLang: en\n\nText.\n", right: "Title: About\nLang: en\n\nText.\n" },
  },
  "header-line": {
    severity: "error",
    about: "A line between the dashes is not a field.",
    message: ({ text }) => `“${text}” is not a field: a field is a name, a colon and a value.`,
    consequence: "It ends the header: it and all below it is text, as in Pelican.",
    fix: ({ text }) => (isComment(text) ? NO_COMMENTS : FIELD_OR_MORE),
    example: about(["Summary: What this site", "is about"], ["Summary: What this site", "    is about"]),
  },
  "header-open": {
    severity: "error",
    about: "The dashes below the last field are missing.",
    message: ({ isCut }) =>
      isCut
        ? "The header ends at this blank line, above the line of dashes that is to close it."
        : "The header is opened by a line of dashes and never closed by one.",
    consequence: ({ isCut }) =>
      isCut ? "What is below the blank line is text." : "It was taken to end at the first line that is not a field.",
    fix: ({ isCut }) => (isCut ? "Remove the blank line." : "Write a line of “---” below the last field."),
    example: { wrong: "---\nTitle: About\n\nText.\n", right: "---\nTitle: About\n---\n\nText.\n" },
  },
  "header-cut": {
    severity: "error",
    about: "A blank line ends a header, and there are fields below it.",
    message: ({ text, lost }) => {
      const what = text === "" ? "A blank line" : `“${text}” is not a field, so it`;
      return `${what} ends the header here, above ${lost.map((key) => `“${key}”`).join(", ")}.`;
    },
    consequence: "The fields below it were not read; they are shown as text.",
    fix: ({ text }) => (text === "" ? "Remove the blank line." : isComment(text) ? NO_COMMENTS : FIELD_OR_MORE),
    example: {
      wrong: "---\nTitle: About\n\nLang: en\nTags: news\n---\n\nText.\n",
      right: "---\nTitle: About\nLang: en\nTags: news\n---\n\nText.\n",
    },
  },
  "header-code": {
    severity: "error",
    stopsBuild: true,
    about: "A header asks for something to be run: it is JavaScript, or lets a template engine read the page.",
    message: ({ name, isKey }) =>
      isKey
        ? `“${name}” would let a template engine run what is written in this page.`
        : `The header is in ${name === "js" || name === "javascript" ? "JavaScript" : name}, which would be run.`,
    consequence: "Whoever writes a page would have the machine that builds it, so nothing is run and the build stops.",
    fix: ({ isKey }) =>
      isKey
        ? "Remove the line; or, if all who write here may run programs on that machine, set runHeaders to true."
        : "Write the fields as “Name: value”; or, if all who write here may run programs on that machine, set runHeaders to true.",
    example: { wrong: '---js\nconst title = "About";\n---\n\nText.\n', right: "---\nTitle: About\n---\n\nText.\n" },
  },
  "header-yaml": {
    severity: "error",
    stopsBuild: true,
    about: "A header has a key of Eleventy's own, such as `layout`, so it is YAML, and YAML cannot read it.",
    message: ({ reason }) => `The header cannot be read, neither as YAML nor as “Name: value” lines: ${reason}.`,
    consequence: "No page can be made of it, and the build stops.",
    fix: "Correct the line, or put quotation marks around its value.",
    example: {
      wrong: page("layout: layouts/wide.njk", "title: About", "list:", "  - [one"),
      right: page("layout: layouts/wide.njk", "title: About", "list:", "  - one"),
    },
  },
} satisfies Rules;
