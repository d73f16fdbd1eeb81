// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a snippet has places such as ${1:Title} in it.

import { table } from "../plugin/dialect/fields.ts";
import { numberedTable } from "../plugin/dialect/numbered.ts";
import type { Form } from "../plugin/dialect/values.ts";

interface Snippet {
  readonly scope: "markdown";
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/**
 * Completion in VS Code that needs no extension: a snippet for each field, and three for whole headers.
 * Source of the form: https://code.visualstudio.com/docs/editing/userdefinedsnippets
 */
export function snippets(): Readonly<Record<string, Snippet>> {
  const fields = Object.values(table).map(({ name, kind, description, example }) =>
    snippet(name, [`${name}: ${placeholder(1, kind.form, example)}`], description),
  );
  const numbered = numberedTable.map(({ name, description, example }) => {
    const line = `${name.replace(/N$/, "")}\${1:1}: ${placeholder(2, { kind: "text" }, example)}`;
    return snippet(name, [line], description);
  });
  const all = [...WHOLE, ...fields, ...numbered];
  return Object.fromEntries(all.map((one) => [`Pelican: ${one.prefix}`, one]));
}

/** What most pages, sections and posts begin with. */
const WHOLE: readonly Snippet[] = [
  header(
    "page",
    [
      "Title: ${1:Title}",
      "Url: ${2:about}/${3:history}",
      "Save_as: $2/$3.html",
      "Parent_id: $2",
      "Sidebar_menu_show: true",
      "Inherit_sidebar: $2",
      "Content_layout: multiple-columns",
    ],
    "The header of a page in a section",
  ),
  header(
    "section",
    [
      "Title: ${1:Title}",
      "Url: ${2:about}",
      "Save_as: $2/index.html",
      "Menu_name: $1",
      "Top_menu_show: true",
      "Top_menu_order: ${3:1}",
      "Dropdown_menu_show: true",
      "Dropdown_menu_elem_name_1: ${4:History}",
      "Dropdown_menu_elem_url_1: ${5:history}",
      "Sidebar_menu_show: true",
      "Sidebar_menu_title: $1",
      "Sidebar_menu_elem_name_1: $4",
      "Sidebar_menu_elem_url_1: $2/$5",
      "Content_layout: multiple-columns",
    ],
    "The header of a section's page, with its menus",
  ),
  header(
    "post",
    [
      "Title: ${1:Title}",
      "Date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE",
      "Author: ${2:Author}",
      "Category: ${3:News}",
      "Summary: ${4:What it says in a sentence.}",
    ],
    "The header of a post",
  ),
];

function header(name: string, lines: readonly string[], description: string): Snippet {
  return snippet(`pelican-${name}`, ["---", ...lines, "---", "", "$0"], description);
}

function snippet(prefix: string, body: readonly string[], description: string): Snippet {
  return { scope: "markdown", prefix, body, description };
}

function placeholder(number: number, form: Form, example: string): string {
  if (form.kind === "choice" && !form.orText) return `\${${number}|${form.choices.join(",")}|}`;
  return `\${${number}:${example.replace(/[$}\\]/g, "\\$&")}}`;
}
