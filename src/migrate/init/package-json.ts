import { messageOf } from "../../plugin/findings/plain-error.ts";
import { isRecord } from "../../plugin/maps/is-record.ts";
import { UsageError } from "../usage-error.ts";

/** The scripts that `init` adds. */
const SCRIPTS = {
  build: "eleventy",
  start: "eleventy --serve",
  check: "eleventy-pelican check",
} as const;

export interface PackageChange {
  /** The new text; the old one if nothing is added. */
  readonly text: string;
  readonly added: readonly string[];
  /** Scripts of the same names that exist, and do something else. */
  readonly kept: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Adds scripts to a `package.json`, and, if asked, its `type`. Everything else stays as it is, even order and indentation.
 *
 * @param text undefined for a new file
 * @throws {UsageError} where it is not JSON, or not an object
 */
export function withScripts(text: string | undefined, addType: boolean): PackageChange {
  const before = text === undefined ? { private: true } : parse(text);
  const scripts = isRecord(before.scripts) ? before.scripts : {};
  const missing = Object.entries(SCRIPTS).filter(([name]) => !Object.hasOwn(scripts, name));
  const kept = Object.entries(SCRIPTS).filter(([name, run]) => Object.hasOwn(scripts, name) && scripts[name] !== run);
  const isTypeAdded = addType && before.type === undefined;
  const after = {
    ...before,
    ...(isTypeAdded && { type: "module" }),
    ...(missing.length > 0 && { scripts: { ...scripts, ...Object.fromEntries(missing) } }),
  };
  const isSame = missing.length === 0 && Object.keys(after).length === Object.keys(before).length;
  return {
    text: isSame && text !== undefined ? text : print(after, text ?? ""),
    added: [...missing.map(([name]) => `the script ${name}`), ...(isTypeAdded ? ['"type": "module"'] : [])],
    kept: kept.map(([name]) => name),
  };
}

/**
 * Adds a library that only those need who work on the site.
 *
 * @param text undefined for a new file
 * @returns the old text where it has the library already, of whatever version
 * @throws {UsageError} where it is not JSON, or not an object
 */
export function withDevDependency(
  text: string | undefined,
  name: string,
  range: string,
): { readonly text: string; readonly isAdded: boolean } {
  const before = text === undefined ? { private: true } : parse(text);
  const [always, atWork] = [before.dependencies, before.devDependencies];
  if ([always, atWork].some((some) => isRecord(some) && Object.hasOwn(some, name)))
    return { text: text ?? "", isAdded: false };
  if (atWork !== undefined && !isRecord(atWork)) {
    throw new UsageError('The "devDependencies" of package.json are not an object. Write {} there, or remove them.');
  }
  return { text: print({ ...before, devDependencies: { ...atWork, [name]: range } }, text ?? ""), isAdded: true };
}

/** The `type` that a `package.json` gives its modules. */
export function moduleType(text: string | undefined): string | undefined {
  const { type } = text === undefined ? {} : parse(text);
  return typeof type === "string" ? type : undefined;
}

function parse(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new UsageError(`package.json is not JSON: ${messageOf(error)}.`);
  }
  if (!isRecord(value))
    throw new UsageError("package.json does not contain an object. Write {} into it, or remove it.");
  if (value.scripts !== undefined && !isRecord(value.scripts)) {
    throw new UsageError('The "scripts" of package.json are not an object. Write {} there, or remove them.');
  }
  return value;
}

function print(value: Json, before: string): string {
  const indent = /^[ \t]+(?=")/m.exec(before)?.[0] ?? "  ";
  const end = /\r\n/.test(before) ? "\r\n" : "\n";
  const text = JSON.stringify(value, null, indent).replaceAll("\n", end);
  return before === "" || /\n$/.test(before) ? `${text}${end}` : text;
}
