import { table } from "../plugin/dialect/fields.ts";
import type { Form } from "../plugin/dialect/values.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly [option: string]: unknown;
}

/** A folder of the content, from the content folder; empty for that itself. */
type Folder = string;

const CONTENT = "src/content";
/** In place of the counts of entries, which are written when a page is saved, the entries themselves. */
const MENUS: Readonly<Record<string, { readonly name: string; readonly label: string }>> = {
  [table.dropdownMenuSize.name]: { name: "dropdown", label: "Entries of the dropdown" },
  [table.sidebarMenuSize.name]: { name: "sidebar", label: "Entries of the sidebar" },
};
const SIZES: ReadonlySet<string> = new Set(Object.keys(MENUS));

/**
 * The configuration of Decap CMS (https://decapcms.org/docs/configuration-options/), which Sveltia CMS reads, too: a form
 * for each page, made of the table of fields. Headers are read and written by `admin/pelican-format.js`, in which all
 * values are texts and the numbered fields are two lists.
 *
 * @param folders the folders that hold pages: a collection of the CMS is one folder
 */
export function cmsConfig(folders: readonly Folder[]): Readonly<Record<string, unknown>> {
  const fields = [...formFields(), BODY, HEADER];
  return {
    backend: { name: "github", repo: "owner/repository", branch: "main" },
    media_folder: `${CONTENT}/images`,
    public_folder: "/images",
    slug: { encoding: "ascii", clean_accents: true },
    collections: folders.map((folder) => ({
      name: folder === "" ? "pages" : folder.replaceAll("/", "-"),
      label: folder === "" ? "Pages" : folder.charAt(0).toUpperCase() + folder.slice(1),
      folder: folder === "" ? CONTENT : `${CONTENT}/${folder}`,
      create: true,
      // No `extension` beside it: Sveltia CMS takes “md” for a format of its own.
      format: "pelican",
      identifier_field: table.title.name,
      summary: "{{Title}}",
      editor: { preview: false },
      fields,
    })),
  };
}

/** The names of the fields that are asked for one by one: all but the counts of entries, which are written for authors. */
export function formNames(): string[] {
  return Object.values(table)
    .map(({ name }): string => name)
    .filter((name) => !SIZES.has(name));
}

const BODY: Field = {
  name: "body",
  label: "Text",
  // A plain box: an editor of rich text would rewrite Markdown that it knows in another form.
  widget: "text",
  required: false,
};

/** The header as it was, so that what nobody changed stays as it is. */
const HEADER: Field = { name: "header", label: "Header", widget: "hidden", required: false };

function formFields(): Field[] {
  return Object.values(table).map(({ name, kind, description, example }) => {
    const menu = MENUS[name];
    if (menu) return entries(menu.name, menu.label);
    return {
      name,
      label: name.replaceAll("_", " "),
      hint: `${description} Example: ${example}`,
      required: name === table.title.name,
      ...widget(kind.form, kind.expects),
    };
  });
}

function entries(name: string, label: string): Field {
  const [text, address] = name === "dropdown" ? ["History", "history"] : ["History", "about/history"];
  return {
    name,
    label,
    widget: "list",
    required: false,
    label_singular: "entry",
    collapsed: false,
    summary: "{{name}}: {{url}}",
    hint: "Drag them into order: their numbers and their count are written for you.",
    fields: [
      { name: "name", label: "Label", widget: "string", required: false, hint: `Example: ${text}` },
      { name: "url", label: "Address", widget: "string", required: false, hint: `Example: ${address}` },
    ],
  };
}

function widget(form: Form, expects: string): { readonly widget: string; readonly [option: string]: unknown } {
  switch (form.kind) {
    case "text":
    case "list":
      return { widget: "string" };
    case "long-text":
      return { widget: "text" };
    case "choice":
      return form.orText ? { widget: "string" } : { widget: "select", options: [...form.choices] };
    case "pattern":
      return { widget: "string", pattern: [`^\\s*(?:${form.pattern})\\s*$`, `Write ${expects}.`] };
  }
}
