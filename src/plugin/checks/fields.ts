import { posix } from "node:path";
import { table } from "../dialect/fields.ts";
import { isNumbered } from "../dialect/numbered.ts";
import { placeIn } from "../findings/finding.ts";
import { report } from "../findings/report.ts";
import type { FieldFault } from "../findings/report-values.ts";
import { valuePlace } from "../header/header.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { Page } from "../pages/page.ts";
import { isLayoutMissing } from "../pages/templates.ts";
import { unknownDateForms } from "./date-forms.ts";
import { about, type Example, page, pageAt } from "./examples.ts";
import { oddCases } from "./field-case.ts";
import type { CheckedSite, Rules } from "./rule.ts";
import { NO_HEADER, replace, shorten } from "./words.ts";

const fieldFaults: { readonly [Fault in FieldFault]: (written: string, name: string) => string } = {
  invisible: (_, name) => `There is a character at “${name}” that cannot be seen, or a space that is not a plain one.`,
  marks: (written) => `“${written}” has marks as in a text; a header has none.`,
  quotes: (written) => `“${written}” has its name in quotation marks.`,
  colon: (written) => `There is no plain colon behind the name in “${written}”.`,
  blank: (_, name) => `There is a space before the colon of “${name}”.`,
  name: (written, name) => `“${written}” is not the name of a field: it is “${name}”.`,
  list: (written) => `The values of “${written}” are on lines of their own, and no YAML is read here.`,
};

export const fields = {
  "title-missing": {
    severity: "warning",
    about: "A page has no title.",
    field: "Title",
    message: "The page has no title.",
    consequence: ({ fallback }) => `Its file name is used instead: “${fallback}”.`,
    fix: "Write “Title: …” in the header.",
    example: { wrong: page("Lang: en"), right: page("Title: About", "Lang: en") },
  },
  "title-repeated": {
    severity: "advice",
    about: "Two pages have the same title.",
    field: "Title",
    message: ({ title, otherFile }) => `The title “${title}” is also that of ${otherFile}.`,
    consequence: "In bookmarks and search results the two look alike.",
    fix: "Give one of the two a title that says what is different.",
    look: sameTitles,
    example: {
      file: "old-news.md",
      wrong: page("Title: News", "Slug: old-news"),
      right: page("Title: Old news", "Slug: old-news"),
      beside: { "news.md": page("Title: News") },
    },
  },
  "html-as-text": {
    severity: "warning",
    about: "A title or a label contains tags.",
    message: ({ field, value }) => `${field} contains HTML: “${value}”.`,
    consequence: "It is text, so visitors see the tags themselves.",
    fix: "Write it without tags.",
    example: { wrong: page("Title: About <em>us</em>"), right: page("Title: About us") },
  },
  "field-form": {
    severity: "error",
    about: "A line was meant as a field, and is not written as one.",
    message: ({ field, fault, name }) => fieldFaults[fault](shorten(field), name),
    consequence: ({ fault, isUnmade }) => {
      if (isUnmade) return NO_HEADER;
      return fault === "list"
        ? "The field is empty, and the header ends: those lines are text, with all that is below them."
        : "The line is not read as a field: it is left out, or shown as text with what is below it.";
    },
    fix: ({ fault, name, value }) => `Write “${name}: ${shorten(value)}”${fault === "list" ? " in their place" : ""}.`,
    edits: ({ field, fault, name }, place) =>
      fault === "list" ? [] : replace(place, field, fault === "name" ? name : `${name}:`),
    example: about("Menu_name : About us", "Menu_name: About us"),
  },
  "field-indented": {
    severity: "error",
    about: "A field is indented, so it continues the value above it.",
    message: ({ field, above }) => `“${field}” is indented, so the line counts as part of ${above}.`,
    consequence: ({ above }) => `It is not a field of its own, and ${above} has a value that nobody meant.`,
    fix: "Remove the spaces before it.",
    edits: ({ indent, isSure }, { line }) => (isSure ? [{ line, column: 1, old: indent, text: "" }] : []),
    example: about(["Top_menu_show: true", "    Top_menu_order: 1"], ["Top_menu_show: true", "Top_menu_order: 1"]),
  },
  "value-quoted": {
    severity: "warning",
    about: "A value is in quotation marks, as in YAML. In Pelican's headers they are part of it.",
    message: ({ field, value, others = [] }) => {
      const more =
        others.length === 0 ? "" : `, and so ${others.length === 1 ? "is another" : `are ${others.length} others`}`;
      return `The value of ${field} is in quotation marks: ${shorten(value)}${more}.`;
    },
    consequence: ({ isShown }) =>
      isShown ? "Visitors see the marks, too." : "They are part of it, so it means something else.",
    fix: ({ field, inner }) => `Write “${field}: ${shorten(inner)}”.`,
    edits: ({ value, inner, others = [] }, place) => [
      ...replace(place, value, inner),
      ...others.map(({ file, line, column, ...one }) => ({ file, line, column, old: one.value, text: one.inner })),
    ],
    example: { wrong: page('Title: "About us"'), right: page("Title: About us") },
  },
  "field-misspelt": {
    severity: "warning",
    about: "A field's name is nearly right.",
    isError: ({ name, there, isUnmade = false, isObeyed = false }) =>
      isUnmade || (!isObeyed && there === undefined && isWhereabouts(name)),
    message: ({ field, name }) => `There is no field ${field}: did you mean ${name}?`,
    consequence: ({ name, isHeader, isUnmade, isObeyed }) => {
      if (isUnmade) return NO_HEADER;
      if (isObeyed) return "The page is a draft all the same; Pelican would publish it.";
      if (isHeader) return "No field is in these lines, so they are no header: they are shown as text.";
      const more =
        name === table.status.name ? ": where the settings say nothing else, a page without Status is published" : "";
      return `The line has no effect${more}.`;
    },
    fix: ({ name, value, there }) =>
      there === undefined
        ? `Write “${name}: ${shorten(value)}”.`
        : `${name} is on line ${there} already: remove this line, or give the field a name that is less like it.`,
    edits: ({ field, name, isSure }, place) => (isSure ? replace(place, field, name) : []),
    example: about("Sumary: Who we are.", "Summary: Who we are."),
  },
  "field-case": {
    severity: "advice",
    about: "A field's name is capitalized differently from the rest of the site.",
    message: ({ field, name, others }) => {
      const more = others === 0 ? "" : `, here and on ${others === 1 ? "another line" : `${others} other lines`}`;
      return `The usual spelling of ${field} is ${name}${more}.`;
    },
    consequence: "It works, but a search of the files for the field misses it.",
    fix: ({ name, value }) => `Write “${name}: ${shorten(value)}”.`,
    edits: ({ field, name, places }) => {
      const [from, to] = [field, name].map((key) => key.replace(/(?<!\d)\d+$/, ""));
      return places.map(({ file, line, column }) => ({ file, line, column, old: from ?? "", text: to ?? "" }));
    },
    look: oddCases,
    example: about("Menu_Name: About us", "Menu_name: About us"),
  },
  "field-repeated": {
    severity: "warning",
    about: "A field that has one value is written twice.",
    message: ({ field, firstLine }) => `${field} is written twice; the first is on line ${firstLine}.`,
    consequence: ({ firstValue }) => `The first one counts: “${firstValue}”.`,
    fix: "Remove one of the two.",
    example: about(["Lang: en", "Lang: de"], "Lang: en"),
  },
  "field-reserved": {
    severity: "warning",
    about: "A field has a name that JavaScript reserves.",
    message: ({ field }) => `${field} cannot be the name of a field.`,
    consequence: "The line was left out.",
    fix: "Give it another name, or remove it.",
    example: about("Constructor: Ann", "Builder: Ann"),
  },
  "field-value": {
    severity: "warning",
    about: "A field has an invalid value.",
    message: ({ name, value, letters }) => {
      if (letters)
        return `${name} is “${shorten(value.trim())}”, and ${letters.join(" and ")} ${letters.length === 1 ? "stands" : "stand"} for nothing.`;
      return value.trim().includes("\n")
        ? `${name} is written over several lines: “${shorten(value.trim())}”.`
        : `${name} cannot be “${shorten(value)}”.`;
    },
    consequence: ({ name, letters }) => {
      if (letters) return "Visitors see it as it is written.";
      return name === "Status" ? "To be safe, the page is treated as a draft." : "The field is ignored.";
    },
    fix: ({ expected }) => `Write ${expected}.`,
    look: unknownDateForms,
    example: about("Top_menu_show: yes", "Top_menu_show: true"),
  },
  "author-list": {
    severity: "warning",
    about: "`Author` holds several names: it is one name, whatever is in it, and `Authors` is split.",
    message: ({ field, value }) => `${field} is one name: “${value}”.`,
    consequence: "It is shown as one author of that name.",
    fix: ({ value }) => `Write “Authors: ${value}”.`,
    edits: ({ field, isSure }, place) => (isSure ? replace(place, field, "Authors") : []),
    example: about("Author: Ann Lee; Ben Roe", "Authors: Ann Lee; Ben Roe"),
  },
  "date-value": {
    severity: "warning",
    about: "A value is not a date.",
    message: ({ field, value }) => `${field} cannot be “${value}”.`,
    consequence: "The field is ignored.",
    fix: "Write a date and, if you like, a time: 2010-10-04 07:44.",
    example: talk(["Date: next week"], "Date: 2021-03-14 10:00"),
  },
  "date-order": {
    severity: "advice",
    about:
      "A date in numbers can be read with the day first or with the month first, or it names no day; or its year is far off.",
    message: ({ field, value, read, odd }) =>
      odd === "future" && value.startsWith(read)
        ? `${field} is in the year ${read.slice(0, 4)}.`
        : `${field} is “${value}”, which was read as ${read}.`,
    isError: ({ odd }) => odd === "past",
    consequence: ({ other, odd }) => {
      if (odd === "past") return "A post of the past comes last in every list.";
      if (odd === "future") return "A post of the future waits for its day, or comes first in every list.";
      return other === undefined
        ? "It names no day. Pelican takes that of the build, so the date was another each day."
        : `As in Pelican, the month comes first; many will read ${other}.`;
    },
    fix: ({ field, read, other, odd }) => {
      if (odd === "past") return "Write the year that is meant.";
      if (odd === "future") return "Write the year that is meant; “Status: draft” keeps a post back.";
      return `Write “${field}: ${read}”${other === undefined ? ", or another day" : `, or ${other}`}, if that is meant.`;
    },
    example: talk(["Date: 08/09/2019"], "Date: 2019-08-09"),
  },
  "date-missing": {
    severity: "error",
    about: "A post has a date neither in its header nor in its file's name.",
    field: "Date",
    message: "The post has no date.",
    consequence: "It comes last in every list, and its address lacks the date.",
    fix: "Write “Date: 2010-10-04 07:44” in the header, or the date at the start of the file's name.",
    example: talk([], "Date: 2021-03-14"),
  },
  "source-incomplete": {
    severity: "error",
    about: "Where `articlePaths` is written out, a file in a folder of pages or posts has no title, or a post no date.",
    message: ({ missing, dateValue, instead, pageField }) => {
      const lacking = `The file has no ${missing.join(" and no ")}`;
      if (instead) return `${lacking}: there is no field ${instead.map(({ field }) => field).join(" or ")}.`;
      const written = dateValue?.trim() ? `: Date cannot be “${shorten(dateValue)}”` : "";
      return `${lacking}${pageField === undefined ? "" : `, and is in no folder of pages, though it has ${pageField}`}${written}.`;
    },
    consequence: "No page is made of it, as in Pelican, nor is it copied.",
    fix: ({ missing, instead, pageField, pagePaths }, { file }) => {
      if (instead) return `Write ${instead.map(({ name, value }) => `“${name}: ${shorten(value)}”`).join(" and ")}.`;
      return pageField === undefined
        ? `Write ${required(missing)} in its header; if it is not meant to be a page, ${keptOut(file)}.`
        : `${asPage(file, pagePaths, missing)}; if it is meant to be a post, which has no menus, write ${required(missing)} in its header.`;
    },
    edits: ({ instead = [] }, place) =>
      instead.length === 1 ? instead.flatMap((one) => (one.isSure ? replace(place, one.field, one.name) : [])) : [],
    example: {
      ...talk([], "Date: 2021-03-14"),
      settings: { wrong: { articlePaths: ["posts"] }, right: { articlePaths: ["posts"] } },
    },
  },
  "template-missing": {
    severity: "warning",
    about: "`Template` names a layout that the site does not have.",
    message: ({ template }) => `There is no layout “${template}”.`,
    consequence: ({ layout }) => `The page has the layout ${layout}.`,
    fix: ({ field, template }) =>
      field === "layout"
        ? "Write the path of a file in _includes, such as “layouts/wide.njk”, or remove the line."
        : `Add _includes/layouts/${template}.njk, or remove the line.`,
    look: pagesWithoutLayout,
    example: { ...about("Template: hero", []), beside: { "other.md": pageAt("other") } },
  },
} satisfies Rules;

/** The fields that say whether and where a page is shown: without them it is not where its author thinks. */
const WHEREABOUTS: ReadonlySet<string> = new Set(
  (["status", "url", "saveAs", "topMenuShow", "dropdownMenuShow", "sidebarMenuShow", "footerShow"] as const).map(
    (field) => table[field].name,
  ),
);

function isWhereabouts(name: string): boolean {
  return WHEREABOUTS.has(name) || isNumbered(name);
}

/** How a file that has menus becomes a page: it is moved, or named where it is. */
function asPage(file: string, [folder]: readonly string[], missing: readonly ("title" | "date")[]): string {
  const move = folder === undefined ? "" : `Move it to ${posix.join(folder, file)}, or add`;
  const title = missing.includes("title") ? `, and write ${required(["title"])} in its header` : "";
  return `${move || "Add"} ${JSON.stringify(file)} to pagePaths${title}`;
}

function required(missing: readonly ("title" | "date")[]): string {
  return missing.map((field) => `“${REQUIRED[field]}”`).join(" and ");
}

const REQUIRED = { title: "Title: …", date: "Date: 2010-10-04 07:44" };

/** How a file is kept from being read. */
function keptOut(file: string): string {
  const isHtml = isHtmlFile(file);
  return isHtml ? "switch its reader off by readers: { html: null }" : "name it in ignoreFiles";
}

/** Published pages of one language that have one title: in search results they cannot be told apart. */
function sameTitles({ pages }: CheckedSite) {
  const first = new Map<string, Page>();
  return pages.flatMap((page) => {
    if (page.status !== "published") return [];
    const key = `${page.lang} ${page.title.toLowerCase()}`;
    const other = first.get(key);
    if (other) return [report("title-repeated", page.place("title"), { title: page.title, otherFile: other.file })];
    first.set(key, page);
    return [];
  });
}

/** Pages that ask for a layout that the site does not have. */
function pagesWithoutLayout({ pages, layouts, hasLayout }: CheckedSite) {
  return pages.flatMap((page) => {
    const { template, layout } = page;
    if (isLayoutMissing(page.header.data.layout, hasLayout)) {
      const wanted = String(page.header.data.layout);
      return report("template-missing", layoutPlace(page), { field: "layout", template: wanted, layout });
    }
    if (template === undefined || layouts.has(template)) return [];
    return report("template-missing", page.place("template"), { field: "Template", template, layout });
  });
}

function layoutPlace({ file, header }: Page) {
  const line = header.lines.find(({ key }) => key === "layout");
  return line ? valuePlace(line, file) : placeIn(file);
}

/** A post with this line in its header, and with the right one. */
function talk(wrong: readonly string[], right: string): Example {
  return { file: "posts/talk.md", wrong: page("Title: A talk", ...wrong), right: page("Title: A talk", right) };
}
