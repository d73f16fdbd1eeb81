import { posix } from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { wordSet } from "../../../plugin/maps/word-set.ts";
import type { Literal } from "../literal.ts";
import { type Imports, placeOf, type Scope, setName, sourceOf } from "./scope.ts";
import { asLiteral, type Namespace, type Unknown } from "./values.ts";
import type { World } from "./world.ts";

/** What following an `import` asks of the reading that it is part of. */
export interface Reading {
  readonly world: Omit<World, "asked">;
  /** The modules whose members are known here. */
  readonly known: Readonly<Record<string, Namespace>>;
  /** The files that are modules by a name that settings give them. */
  readonly named: ReadonlyMap<string, string>;
  /** Follows a file of the project, once; undefined where there is none. */
  readonly load: (path: string) => Scope | undefined;
  readonly report: Imports["report"];
}

/** Modules that come with Python: they are there, and what they make is not known. */
const WITH_PYTHON = wordSet(
  "re time logging locale socket subprocess functools itertools collections math random string shutil calendar urllib hashlib warnings types textwrap unicodedata html inspect platform operator tempfile contextlib dataclasses enum zoneinfo configparser importlib yaml",
);

/** Does what an `import` says. @returns whether all that it names is there */
export function followImport(statement: SyntaxNode, into: Scope, reading: Reading): boolean {
  const source = sourceOf(statement, into)
    .replace(/#.*$/gm, "")
    .replace(/[()\\\s]+/g, " ")
    .trim();
  const [, dots = "", from, names = source.replace(/^import /, "")] =
    /^from (\.*) ?([\w.]*) ?import (.+)$/.exec(source) ?? [];
  const wanted = names.split(",").flatMap((one) => {
    const [name = "", as] = one.trim().split(" as ");
    return name === "" ? [] : [{ name: name.trim(), as: as?.trim() }];
  });
  const found = wanted.map(({ name, as }) => {
    if (from === undefined) return importWhole(name, as, statement, into, reading);
    return name === "*"
      ? importAll(from, dots, statement, into, reading)
      : importOne({ from, dots, name, as }, statement, into, reading);
  });
  return found.every(Boolean);
}

function importWhole(
  name: string,
  as: string | undefined,
  statement: SyntaxNode,
  into: Scope,
  reading: Reading,
): boolean {
  const [first = ""] = name.split(".");
  const [module, isThere] = moduleOf(as === undefined ? first : name, "", into, reading);
  setName(as ?? first, module, statement, into);
  return isThere;
}

function importOne(
  { from, dots, name, as }: { from: string; dots: string; name: string; as: string | undefined },
  statement: SyntaxNode,
  into: Scope,
  reading: Reading,
): boolean {
  const [module, isThere] = moduleOf(from, dots, into, reading);
  const path = from === "" ? name : `${from}.${name}`;
  const inside = from === "" || isThere ? localModule(path, dots, into, reading) : undefined;
  const place = placeOf(statement, into);
  const missing: Unknown = { kind: "unknown", reason: `there is no ${name} in ${dots}${from}`, place };
  setName(as ?? name, module.member(name) ?? inside ?? missing, statement, into);
  return isThere;
}

function importAll(from: string, dots: string, statement: SyntaxNode, into: Scope, reading: Reading): boolean {
  const path = pathOf(from, dots, into, reading);
  const other = path === undefined ? undefined : reading.load(path);
  for (const [name, value] of other?.values ?? []) {
    const place = other?.places.get(name);
    if (place && !name.startsWith("_")) {
      into.values.set(name, value);
      into.places.set(name, place);
    }
  }
  const isThere = other !== undefined || Object.hasOwn(reading.known, from);
  if (!isThere) {
    const reason = `settings may come from the module ${dots}${from}, which is not in this folder`;
    reading.report(placeOf(statement, into), reason);
  }
  return isThere;
}

/** @returns the module, and whether it is there */
function moduleOf(name: string, dots: string, from: Scope, reading: Reading): [Namespace, boolean] {
  const isKnown = dots === "" && Object.hasOwn(reading.known, name);
  const its = isKnown ? reading.known[name] : localModule(name, dots, from, reading);
  const reason = `it comes from the module ${dots}${name}, which is not run`;
  const foreign = (member: string): Unknown => ({ kind: "unknown", reason, place: "", module: `${name}.${member}` });
  const [first = ""] = name.split(".");
  return its ? [its, true] : [{ kind: "module", name, member: foreign }, WITH_PYTHON.has(first)];
}

function localModule(name: string, dots: string, from: Scope, reading: Reading): Namespace | undefined {
  const path = pathOf(name, dots, from, reading);
  const scope = path === undefined ? undefined : reading.load(path);
  return scope && { kind: "module", name, member: (member) => scope.values.get(member) };
}

/** The file of a module of the project. */
function pathOf(name: string, dots: string, from: Scope, { world, known, named }: Reading): string | undefined {
  const own = posix.join(posix.dirname(from.file.path), "../".repeat(Math.max(0, dots.length - 1)));
  const folders = dots === "" ? [own, world.folder, ...searched(known)] : [own];
  const paths = folders.flatMap((folder) => {
    const stem = posix.resolve(world.folder, folder, name.replaceAll(".", "/"));
    return [`${stem}.py`, `${stem}/__init__.py`];
  });
  const given = dots === "" ? named.get(name) : undefined;
  return [...(given === undefined ? [] : [given]), ...paths].find(
    (path) => world.isInside(path) && world.read(path) !== undefined,
  );
}

/** What was added to `sys.path`. */
function searched(known: Reading["known"]): string[] {
  const { literal } = asLiteral(known.sys?.member("path") ?? null, "");
  return Array.isArray(literal) ? literal.filter((one: Literal) => typeof one === "string") : [];
}
