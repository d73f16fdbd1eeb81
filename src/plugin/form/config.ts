import { posix } from "node:path";
import { table } from "../dialect/fields.ts";
import type { Form } from "../dialect/values.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly [option: string]: unknown;
}

/** What a form needs to know of a site. */
export interface FormSite {
  /** The name of the project's folder. */
  readonly project: string;
  /** The content folder, from the project's; empty for that itself. */
  readonly content: string;
  /** The folders that hold pages, from the content folder; empty for that itself. */
  readonly folders: readonly string[];
  /** Where pictures are put, from the content folder. */
  readonly media: string;
  /** The languages that it is written in. */
  readonly languages: readonly string[];
  /** Fields of the site's own, beside those of the table. */
  readonly others: readonly string[];
  /** `owner/name` and a branch at GitHub; undefined where they are not known. */
  readonly repository?: { readonly name: string; readonly branch: string } | undefined;
}

/** In place of the counts of entries, which are written when a page is saved, the entries themselves. */
const MENUS: Readonly<Record<string, { readonly name: string; readonly label: string }>> = {
  [table.dropdownMenuSize.name]: { name: "dropdown", label: "Entries of the dropdown" },
  [table.sidebarMenuSize.name]: { name: "sidebar", label: "Entries of the sidebar" },
};
const SIZES: ReadonlySet<string> = new Set(Object.keys(MENUS));

/**
 * The configuration of Decap CMS (https://decapcms.org/docs/configuration-options/), which Sveltia CMS reads, too: a form
 * for each page, made of the table of fields. Headers are read and written by `admin/pelican-format.js`, in which all
 * values are texts and the numbered fields are two lists. A collection of the CMS is one folder.
 */
export function cmsConfig(site: FormSite): Readonly<Record<string, unknown>> {
  const { project, content, folders, media, repository } = site;
  const fields = [...formFields(site), BODY, HEADER];
  const names = namesOf(folders);
  return {
    backend: {
      name: "github",
      repo: repository?.name ?? `local/${project}`,
      branch: repository?.branch ?? "main",
      // It edits the files that are here: to sign in elsewhere is for those who have a configuration of their own.
      auth_methods: ["token"],
    },
    media_folder: posix.join(content, media),
    public_folder: `/${media}`,
    slug: { encoding: "ascii", clean_accents: true },
    collections: folders.map((folder, at) => ({
      name: names[at],
      label: folder === "" ? "Pages" : folder.charAt(0).toUpperCase() + folder.slice(1),
      folder: posix.join(content, folder).replace(/^\.$/, ""),
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
export function formNames({ others }: Pick<FormSite, "others">): string[] {
  const ofTable = Object.values(table).map(({ name }): string => name);
  return [...ofTable.filter((name) => !SIZES.has(name)), ...others];
}

/** The names of collections, which are a part of addresses. */
function namesOf(folders: readonly string[]): string[] {
  const names = folders.map(
    (folder) =>
      folder
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "pages",
  );
  const first = new Map(names.map((name, at) => [name, at] as const).reverse());
  return names.map((name, at) => (first.get(name) === at ? name : `${name}-${at}`));
}

const BODY: Field = {
  name: "body",
  label: "Text",
  // A plain box: an editor of rich text would rewrite Markdown that it knows in another form.
  widget: "text",
  required: false,
};

/** The header as it was, so that what nobody changed stays as it is. */
const HEADER: Field = { name: "header", label: "Header", widget: "hidden" };

function formFields({ languages, others }: FormSite): Field[] {
  const ofTable = Object.values(table).map(({ name, kind, description, example }): Field => {
    const menu = MENUS[name];
    if (menu) return entries(menu.name, menu.label);
    const isLanguage = name === table.lang.name && languages.length > 1;
    return {
      name,
      label: name.replaceAll("_", " "),
      hint: `${description} Example: ${example}`,
      required: name === table.title.name,
      ...(isLanguage ? { widget: "select", options: languages } : widget(kind.form, kind.expects)),
    };
  });
  const own = others.map((name) => ({ name, label: name.replaceAll("_", " "), required: false, widget: "string" }));
  return [...ofTable, ...own];
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
