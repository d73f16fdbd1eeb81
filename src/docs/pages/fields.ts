import { table as fields } from "../../plugin/dialect/fields.ts";
import { numberedTable } from "../../plugin/dialect/numbered.ts";
import { docsPage, escaped, fenced, table } from "./page.ts";

interface Row {
  readonly name: string;
  readonly description: string;
  readonly expects: string;
  readonly example: string;
}

const ROWS: readonly Row[] = [
  ...Object.values(fields).map(({ name, description, kind, example }) => ({
    name,
    description,
    expects: kind.expects,
    example,
  })),
  ...numberedTable.map((row) => ({ ...row, expects: "a text" })),
];

const GROUPS: readonly { readonly title: string; readonly about: string; readonly names: RegExp }[] = [
  {
    title: "The top menu",
    about: "A page puts itself into the top menu. The entries of its dropdown are written in its own header, too.",
    names: /^(?:Top_menu|Menu_name|Dropdown)/,
  },
  {
    title: "The sidebar",
    about: "One page of a section writes out the sidebar, and the others name that page in `Inherit_sidebar`.",
    names: /^(?:Sidebar|Inherit)/,
  },
  { title: "The footer", about: "A page puts itself into one of the footer's two halves.", names: /^Footer/ },
];

/** All fields of a header, from the table of fields: those of pages, and those of menus. */
export function fieldsPages(): Readonly<Record<string, string>> {
  const inGroups = GROUPS.map(({ names }) => names);
  const rest = ROWS.filter(({ name }) => !inGroups.some((names) => names.test(name)));
  const ofPages = docsPage(
    "fields",
    "Fields",
    "The fields that the header of a page may have, with their meanings, values and examples.",
    `A header is lines of a name, a colon and a value, up to a line of dashes, the first blank line, or the first line that is not one:

${fenced("---\nTitle: XMPP Roundup #5: the summit\nUrl: about/history\nSave_as: about/history.html\n---\n\nThe text of the page.")}

Values are plain text. They need no quotation marks, and a colon or \`#\` in them does no harm. A line indented by four spaces goes on with the value above it. In names, capitals do not count. Fields that are not listed here are handed to templates.

## Pages and posts

${fieldTable(rest)}

[The fields of menus](/docs/menu-fields.html) are a page of their own.`,
  );
  const ofMenus = docsPage(
    "menu-fields",
    "Fields of menus",
    "The fields that put a page and its entries into menus, with their meanings, values and examples.",
    `They are in the header of a page, among [its other fields](/docs/fields.html).

${GROUPS.map(({ title, about, names }) => `## ${title}\n\n${about}\n\n${fieldTable(ROWS.filter(({ name }) => names.test(name)))}`).join("\n\n")}

## Entries of menus

Entries are numbered from 1, and shown in the order of their numbers. The field with their count may be left out; if it is wrong, all entries are shown, and [you are told](/docs/findings-menus.html#menu-size). Addresses with \`https:\`, \`mailto:\`, \`tel:\` and \`xmpp:\` lead away from the site; a leading slash counts from its root.`,
    "docs/fields",
  );
  return { fields: ofPages, "menu-fields": ofMenus };
}

function fieldTable(rows: readonly Row[]): string {
  return table(
    ["Field", "Meaning", "Value", "Example"],
    rows.map(({ name, description, expects, example }) => [
      `\`${name}\``,
      escaped(description),
      escaped(expects),
      `\`${example}\``,
    ]),
  );
}
