import { blockFields, entryFields, menuListNames, menuLists, table } from "../plugin/dialect/fields.ts";
import { NUMBERED_NAMES, numberedTable } from "../plugin/dialect/numbered.ts";
import type { Form } from "../plugin/dialect/values.ts";
import { inWords } from "./header-help.ts";

type Schema = Readonly<Record<string, unknown>>;

const FIELDS = Object.values(table);
/** As a regular expression: case does not count in the names of fields, and JSON Schema has no flag for that. */
const KNOWN = [...FIELDS.map(({ name }) => anyCase(name)), ...NUMBERED_NAMES.map(anyNumber)].join("|");
/** Whoever begins a name so means one of the fields. */
const BEGINNINGS = ["top_menu", "dropdown", "sidebar", "footer_", "inherit_", "content_layout"];

/**
 * A JSON Schema (draft-07, which editors read) of a page's header, its values as YAML reads them. It is made of the table
 * of fields. Fields that are not in the table are let pass, as Pelican does; what is a misspelt one for sure is not.
 */
export function pageSchema(): Schema {
  const named = FIELDS.map(({ name, kind, description, example }) => ({
    name,
    schema: { ...schemaOf(kind.form), ...words(description, `${name}: ${example}`), examples: [example] },
  }));
  const numbered = numberedTable.map(({ name, description, example }) => ({
    name,
    schema: { ...schemaOf({ kind: "text" }), ...words(description, `${name}: ${example}`), examples: [example] },
  }));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "The header of a page",
    description: "The fields that eleventy-plugin-pelican knows. Made by “npm run docs”: do not edit.",
    type: "object",
    properties: { ...Object.fromEntries(named.map(({ name, schema }) => [name, schema])), ...listedMenus() },
    patternProperties: {
      ...Object.fromEntries(named.map(({ name, schema }) => [`^${otherCase(name)}$`, valueOnly(schema)])),
      ...Object.fromEntries(numbered.map(({ name, schema }) => [`^${anyNumber(name)}$`, schema])),
      ...Object.fromEntries([...FIELDS.map(({ name }) => name), ...NUMBERED_NAMES].filter(isLong).map(misspelt)),
    },
    propertyNames: {
      pattern: `^(?!(?:${BEGINNINGS.map(anyCase).join("|")}))|^(?:${KNOWN})$`,
      patternErrorMessage: "There is no such field.",
    },
  };
}

/** The menus as lists, under `menu` or as blocks of `eleventyNavigation`. */
function listedMenus(): Schema {
  const lists = menuListNames.map((name) => [
    name,
    { description: menuLists[name].description, type: "array", items: parts(entryFields, false) },
  ]);
  const blocks = parts(blockFields, true);
  return {
    menu: {
      description: "The entries of this page's menus, as lists.",
      type: "object",
      properties: Object.fromEntries(lists),
      additionalProperties: false,
    },
    eleventyNavigation: {
      description: "The entries of this page's menus, as blocks of eleventy-navigation.",
      anyOf: [blocks, { type: "array", items: blocks }],
    },
  };
}

function parts(fields: typeof entryFields | typeof blockFields, hasOthers: boolean): Schema {
  const properties = Object.values(fields).map(({ name, kind, description }) => [
    name,
    { ...schemaOf(kind.form), description },
  ]);
  return { type: "object", properties: Object.fromEntries(properties), additionalProperties: hasOthers };
}

function words(description: string, example: string): Schema {
  return { description, markdownDescription: inWords(description, example) };
}

function valueOnly({ description, markdownDescription, examples, ...value }: Schema): Schema {
  return value;
}

/** What YAML makes of such a value: `true`, `3` and `[a, b]` are no texts there. */
function schemaOf(form: Form): Schema {
  switch (form.kind) {
    case "text":
    case "long-text":
      return { type: ["string", "number", "boolean"] };
    case "list":
      return { type: ["string", "number", "array"], items: { type: ["string", "number"] } };
    case "choice":
      return form.orText ? { type: ["string", "boolean"] } : choice(form.choices);
    case "pattern":
      return {
        type: form.isNumber ? ["string", "number"] : "string",
        pattern: `^\\s*(?:${form.pattern})\\s*$`,
      };
  }
}

function choice(choices: readonly string[]): Schema {
  const values = choices.map((text) => (text === "true" || text === "false" ? text === "true" : text));
  const inAnyCase = `^\\s*(?:${choices.map(anyCase).join("|")})\\s*$`;
  return { anyOf: [{ enum: values }, { type: "string", pattern: inAnyCase }] };
}

function anyCase(name: string): string {
  return name.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
}

/** Any case but the one that editors complete: that has a schema of its own. */
function otherCase(name: string): string {
  return `(?!${name}$)${anyCase(name)}`;
}

function anyNumber(name: string): string {
  return `${anyCase(name.replace(/_N$/, ""))}_\\d+`;
}

/** In a short name a letter more or less may well make another word: Lang, Land. */
function isLong(name: string): boolean {
  return name.length > 4;
}

/** Refuses names that are a letter off a field's: one left out, one too many, one wrong, two swapped. */
function misspelt(name: string): readonly [string, Schema] {
  const isNumbered = name.endsWith("_N");
  const letters = [...name.replace(/_N$/, "")];
  const start = (end: number) => letters.slice(0, end).join("");
  const slips = letters.flatMap((letter, at) => {
    const rest = letters.slice(at + 1).join("");
    const swapped = letters[at + 1] === undefined ? [] : [start(at) + letters[at + 1] + letter + rest.slice(1)];
    return [`${start(at)}[\\w-]?${rest}`, `${start(at)}[\\w-]${letter}${rest}`, ...swapped];
  });
  const all = `(?:${[...new Set([...slips, ...(isNumbered ? [] : [`${name}[\\w-]`])])].join("|")})${isNumbered ? "_?\\d+" : ""}$`;
  // Some fields are a letter off each other: Author, Authors.
  const fields = [...FIELDS.map((field) => field.name), ...NUMBERED_NAMES.map((other) => other.replace(/N$/, "1"))];
  const right = fields.filter((field) => new RegExp(`^${all}`).test(field));
  const meant = `Did you mean ${name}?`;
  return [
    `^(?!(?:${right.map((field) => anyCase(field).replace(/1$/, "\\d+")).join("|")})$)${all}`,
    { not: {}, description: meant, errorMessage: meant, doNotSuggest: true },
  ];
}
