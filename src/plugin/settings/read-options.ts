import { z } from "zod";
import { plainError } from "../findings/plain-error.ts";
import { unknownSetting } from "./groups.ts";
import { plainWords } from "./plain-words.ts";

/** Faults that were found before, and names that there are besides. */
interface Known {
  readonly faults: readonly string[];
  readonly names: readonly string[];
}

/**
 * Checks options, and fills in the defaults.
 *
 * @throws {Error} that names every wrong one
 */
export function readOptions<Schema extends z.ZodObject>(schema: Schema, input: unknown): z.output<Schema> {
  const { data, faults } = checked(schema, input);
  return orThrow(data, faults);
}

interface Checked<Schema extends z.ZodObject> {
  readonly data?: z.output<Schema>;
  readonly faults: readonly string[];
}

/** @param at where the options are, for messages */
export function checked<Schema extends z.ZodObject>(
  schema: Schema,
  input: unknown,
  known: Known = { faults: [], names: [] },
  at = "",
): Checked<Schema> {
  const result = schema.safeParse(input, { error: plainWords });
  if (result.success) return { data: result.data, faults: known.faults };
  const found = result.error.issues.flatMap((issue) => {
    const message = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
    if (issue.code !== "unrecognized_keys") return [`${at}${pathOf(issue.path) || "the settings"}: ${message}`];
    const names = [...namesAt(schema, issue.path), ...(issue.path.length === 0 ? known.names : [])];
    return issue.keys.map((key) => unknownSetting(at + pathOf([...issue.path, key]), key, names));
  });
  return { faults: [...known.faults, ...found] };
}

export function orThrow<Data>(data: Data | undefined, faults: readonly string[]): Data {
  if (data !== undefined && faults.length === 0) return data;
  throw plainError(`The site's settings have faults:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
}

/** `links.footerLeft[0].title`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}

/** The names that there are at a place within the settings. */
function namesAt(schema: z.ZodObject, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType = schema;
  for (const key of ["", ...path]) {
    if (key !== "") at = inside(unwrapped(at), key);
    at = unwrapped(at);
  }
  if (at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum) return at.keyType.options.map(String);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? unwrapped(schema.unwrap()) : schema;
}

function inside(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)] ?? schema;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : schema;
}
