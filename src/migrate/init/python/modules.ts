import { posix } from "node:path";
import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { native } from "./builtins.ts";
import { argument, textIn } from "./calls.ts";
import { bounded, textOf } from "./format.ts";
import {
  dict,
  type Given,
  isKind,
  isSequence,
  itemsOf,
  known,
  type Namespace,
  sequence,
  type Unknown,
  Unreadable,
  type Value,
} from "./values.ts";

/** What a settings file may ask of the machine: no more than the project's own folder. */
export interface World {
  /** The text of a file of the project; undefined where there is none, or it is outside. */
  readonly read: (path: string) => string | undefined;
  /** What is in a folder of the project; undefined where there is none, or it is outside. */
  readonly list: (folder: string) => readonly string[] | undefined;
  readonly isInside: (path: string) => boolean;
  /** The folder that Python would be run in. */
  readonly folder: string;
  /** Is told the name of each environment variable that is asked for. All count as not set. */
  readonly asked: (variable: string) => void;
}

type Members = Readonly<Record<string, Value>>;

const namespace = (members: Members): Namespace => ({
  kind: "module",
  member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
  names: () => Object.keys(members),
});

const unknown = (reason: string): Unknown => ({ kind: "unknown", reason, place: "" });

const NOW = unknown("it depends on when the site is built");

/** Paths are text or of `pathlib`. */
const paths = ({ values }: Given): string[] => values.map(textOf);
const path = (given: Given): string => paths(given)[0] ?? "";

/**
 * The modules that settings are written with. Nothing of them runs anything.
 *
 * @param file the settings file, for paths that are relative to the current folder
 */
export function modules(world: World): Readonly<Record<string, Namespace>> {
  const absolute = native((given) => posix.resolve(world.folder, path(given)));
  const inside = (given: Given): string => {
    const full = posix.resolve(world.folder, path(given));
    if (!world.isInside(full)) throw new Unreadable("it is outside of this folder");
    return full;
  };
  const isFile = native((given) => world.read(inside(given)) !== undefined);
  const isFolder = native((given) => world.list(inside(given)) !== undefined);
  const ofPaths: Members = {
    join: native((given) =>
      paths(given).reduce((to, part) =>
        part.startsWith("/") || to === "" ? part : `${to.replace(/\/$/, "")}/${part}`,
      ),
    ),
    dirname: native((given) => path(given).replace(/\/?[^/]*$/, "")),
    basename: native((given) => path(given).replace(/^.*\//, "")),
    abspath: absolute,
    realpath: absolute,
    normpath: native((given) => posix.normalize(path(given)).replace(/(.)\/$/, "$1")),
    relpath: native((given) => {
      const [to = "", from = world.folder] = paths(given);
      return posix.relative(posix.resolve(world.folder, from), posix.resolve(world.folder, to)) || ".";
    }),
    split: native((given) =>
      sequence("tuple", [path(given).replace(/\/?[^/]*$/, ""), path(given).replace(/^.*\//, "")]),
    ),
    splitext: native((given) => {
      const [, stem = "", ending = ""] = /^(.*?[^/.]+?)(\.[^./]*)?$/s.exec(path(given)) ?? ["", path(given)];
      return sequence("tuple", [stem, ending]);
    }),
    isabs: native((given) => path(given).startsWith("/")),
    exists: native((given) => world.read(inside(given)) !== undefined || world.list(inside(given)) !== undefined),
    isfile: isFile,
    isdir: isFolder,
    sep: "/",
  };
  const variable = (given: Given): Value => {
    world.asked(textIn(given, 0));
    return argument(given, 1, "default") ?? null;
  };
  const os: Members = {
    path: namespace(ofPaths),
    environ: environment(variable),
    getenv: native(variable),
    getcwd: native(() => world.folder),
    getcwdu: native(() => world.folder),
    listdir: native((given) =>
      sequence(
        "list",
        world.list(inside(given.values.length === 0 ? { ...given, values: ["."] } : given)) ?? nothing(),
      ),
    ),
    sep: "/",
    linesep: "\n",
    curdir: ".",
    pardir: "..",
    name: "posix",
  };
  return {
    os: namespace(os),
    "os.path": namespace(ofPaths),
    sys: namespace({
      path: sequence("list", []),
      platform: "linux",
      version_info: sequence("tuple", [3, 13, 0]),
      argv: unknown("it depends on how Pelican is called"),
    }),
    datetime: namespace({ datetime: MOMENT, date: MOMENT, timezone: namespace({ utc: null }) }),
    pathlib: namespace({ Path: PATH, PurePath: PATH }),
    copy: namespace({
      copy: native(({ values: [value = null] }) => shallow(value)),
      deepcopy: native(({ values: [value = null] }) => deep(value)),
    }),
    json: namespace({
      loads: native((given) => fromJson(textIn(given, 0))),
      load: native(({ values: [file = null] }) => fromJson(textOf(readOf(file)))),
    }),
    ...Object.fromEntries(["tomllib", "tomli", "toml"].map((name) => [name, tomlModule()])),
    io: namespace({ open: opener(world, inside) }),
    codecs: namespace({ open: opener(world, inside) }),
    builtins: namespace({ open: opener(world, inside) }),
    __future__: { kind: "module", member: () => null },
    typing: { kind: "module", member: () => null },
  };
}

/** Environment variables are those of the machine that publishes: a default is what the author meant. */
function environment(variable: (given: Given) => Value): Namespace {
  return { kind: "module", member: (name) => (name === "get" ? native(variable) : undefined) };
}

/** What a file holds, for its readers here: no name in Python has a blank. */
const WHOLE = "whole text";

/** `open(path)` of a file in the project; only reading is known. */
function opener(world: World, inside: (given: Given) => string): Value {
  return native((given) => {
    const text = world.read(inside(given));
    if (text === undefined || /[wax+]/.test(textIn(given, 1, "r"))) throw new Unreadable();
    const lines = sequence("list", text.split(/(?<=\n)/));
    // A style sheet or a part of a page is no setting, and takes no time from those.
    const read = native(() => bounded(text));
    return namespace({ read, readlines: native(() => lines), close: native(() => null), [WHOLE]: native(() => text) });
  });
}

function readOf(file: Value): Value {
  const it = known(file);
  const read = isKind(it, "module") ? it.member(WHOLE) : undefined;
  return read !== undefined && isKind(read, "function") ? read.call({ values: [], named: new Map() }) : nothing();
}

function fromJson(text: string): Value {
  try {
    return ofJson(JSON.parse(text), 0);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable("it is no JSON");
    throw error;
  }
}

/** Python's own module and those that were there before it; of `toml`, `load` takes a path as well. */
function tomlModule(): Namespace {
  const read = (file: Value) => {
    if (typeof file === "string") throw new Unreadable();
    return fromToml(textOf(readOf(file)));
  };
  return namespace({
    loads: native((given) => fromToml(textIn(given, 0))),
    load: native(({ values: [file = null] }) => read(file)),
  });
}

function fromToml(text: string): Value {
  try {
    return ofJson(parseToml(text), 0);
  } catch (error) {
    if (error instanceof TomlError) throw new Unreadable("it is no TOML");
    throw error;
  }
}

function ofJson(value: unknown, depth: number): Value {
  if (depth > 50) throw new Unreadable("it is too deep");
  if (Array.isArray(value))
    return sequence(
      "list",
      value.map((one) => ofJson(one, depth + 1)),
    );
  if (value instanceof TomlDate) return momentOf(value);
  if (typeof value === "object" && value !== null)
    return dict(Object.entries(value).map(([key, one]) => [key, ofJson(one, depth + 1)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** A date of TOML's; a time alone is no date. */
function momentOf(date: TomlDate): Value {
  const text = date.toISOString().replace(/\.000(?=Z?$)/, "");
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  return date.isTime() ? text : { kind: "moment", year, month, day, text };
}

function nothing(): never {
  throw new Unreadable();
}

function shallow(value: Value): Value {
  const it = known(value);
  return isSequence(it) ? sequence(it.kind, it.items) : isKind(it, "dict") ? dict(it.entries.values()) : it;
}

function deep(value: Value, depth = 0): Value {
  if (depth > 20) throw new Unreadable("it is too deep");
  if (isKind(value, "unknown")) return value;
  if (isSequence(value))
    return sequence(
      value.kind,
      itemsOf(value).map((item) => deep(item, depth + 1)),
    );
  if (isKind(value, "dict")) return dict([...value.entries.values()].map(([key, its]) => [key, deep(its, depth + 1)]));
  return value;
}

const PATH = native((given) => ({
  kind: "path",
  text: paths(given).reduce((to, part) => (part.startsWith("/") ? part : `${to}/${part}`)),
}));

/** `datetime` and `date`. */
const MOMENT = native(
  (given) => {
    const [year, month, day, ...time] = ["year", "month", "day", "hour", "minute", "second"].map((name, at) => {
      const value = known(argument(given, at, name) ?? (at < 3 ? nothing() : -1));
      return typeof value === "number" ? value : nothing();
    });
    const [y = 0, m = 0, d = 0] = [year, month, day];
    const two = (number: number) => String(number).padStart(2, "0");
    const clock = time.some((part) => part >= 0) ? `T${time.map((part) => two(Math.max(0, part))).join(":")}` : "";
    return {
      kind: "moment",
      year: y,
      month: m,
      day: d,
      text: `${String(y).padStart(4, "0")}-${two(m)}-${two(d)}${clock}`,
    };
  },
  { now: NOW, utcnow: NOW, today: NOW },
);
