import { posix } from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { wordSet } from "../../../plugin/maps/word-set.ts";
import type { Literal } from "../literal.ts";
import { DEEPEST } from "./evaluate.ts";
import { modules, type World } from "./modules.ts";
import { type Imports, placeOf, pythonSource, type Scope, setName, shownPlace, sourceOf } from "./scope.ts";
import { runBlock } from "./statements.ts";
import { syntaxError } from "./syntax-error.ts";
import { asLiteral, type Namespace, type Unknown, Unreadable, type Value } from "./values.ts";

/** A setting whose value is known, at least in part. */
export interface PythonSetting {
  readonly name: string;
  readonly value: Literal;
  /** Its file and line. */
  readonly place: string;
}

/** What sets a setting to a value that only Python could compute. */
export interface Unread {
  /** Empty if it is unknown which settings it sets. */
  readonly name: string;
  readonly place: string;
  readonly reason: string;
}

/** What a file of Python's, and all that it imports, makes of the settings. */
export interface PythonSettings {
  readonly settings: readonly PythonSetting[];
  readonly unread: readonly Unread[];
  /** The files that are no Python: what is read of them may be half of what they say. */
  readonly faults: readonly Pick<Unread, "place" | "reason">[];
  /** The files of the project that were read, as they are named to people. */
  readonly files: readonly string[];
  /** The environment variables that were asked for: they count as not set. */
  readonly variables: readonly string[];
}

/** Pelican reads only names in capitals. */
const SETTING = /^[A-Z][A-Z\d_]*$/;

/** So many values are worked out, and no more. */
const MOST = 200_000;

/** Modules that come with Python: they are there, and what they make is not known. */
const WITH_PYTHON = wordSet(
  "re time logging locale socket subprocess functools itertools collections math random string shutil glob calendar urllib hashlib warnings types textwrap unicodedata html inspect platform operator tempfile contextlib dataclasses enum zoneinfo configparser importlib yaml",
);

/**
 * Reads the settings of a file of Python's. It is parsed and followed, and never run: what it asks of the machine, beside the
 * files of the project, is not answered.
 *
 * What is set twice has its last value; what then changes in a way that only Python could follow is unknown.
 *
 * @param file the path of the file, which the world reads
 */
export function readPython(path: string, world: Omit<World, "asked">): PythonSettings {
  const [unread, files, variables]: [Unread[], Map<string, Scope>, Set<string>] = [[], new Map(), new Set()];
  const known = modules({ ...world, asked: (name) => variables.add(name) });
  const run = { left: MOST, depth: 0 };
  const faults: Pick<Unread, "place" | "reason">[] = [];
  const imports: Imports = {
    follow,
    run: runText,
    report: (place, reason) => unread.push({ name: "", place, reason }),
  };
  const scope = load(path);
  const told = [...(scope?.values ?? [])].flatMap(([name, value]) => {
    const place = scope?.places.get(name);
    return SETTING.test(name) && place ? [settingOf(name, value, shownPlace(place))] : [];
  });
  return {
    settings: told.flatMap(({ setting }) => setting ?? []),
    unread: [...unread, ...told.flatMap((one) => one.unread)],
    files: [...files.values()].map(({ file }) => file.shown),
    variables: [...variables],
    faults,
  };

  function runWhole(text: string, scope: Scope): void {
    // A page break is a blank to Python, and an error to the parser.
    const tree = parser.parse(text.replaceAll("\f", " "));
    const fault = syntaxError(text, tree);
    if (fault) faults.push({ place: `${scope.file.shown}:${fault.line}`, reason: fault.reason });
    runBlock(tree.topNode, scope, imports);
  }

  /** Follows a file of the project, once. */
  function load(at: string): Scope | undefined {
    const there = files.get(at);
    const text = there ? undefined : world.read(at);
    if (there || text === undefined) return there;
    const file = pythonSource(text, at, posix.relative(world.folder, at));
    const made: Scope = {
      values: new Map<string, Value>([
        ["__file__", at],
        ["open", known.builtins?.member("open") ?? null],
      ]),
      places: new Map(),
      outer: undefined,
      file,
      run,
    };
    files.set(at, made);
    runWhole(text, made);
    return made;
  }

  /** The file is the one that is opened there: a text has no name of its own. */
  function runText(text: string, statement: SyntaxNode, into: Scope): void {
    const named = /["']([^"']+\.\w+)["']/.exec(sourceOf(statement, into))?.[1] ?? "";
    const opened = posix.resolve(world.folder, posix.dirname(into.file.path), named);
    const at = [opened, posix.resolve(world.folder, named)].find((one) => world.read(one) === text);
    const whole = at === undefined ? world.read(posix.resolve(posix.dirname(into.file.path), text)) : undefined;
    const path = at ?? (whole === undefined ? into.file.path : posix.resolve(posix.dirname(into.file.path), text));
    const source = whole ?? text;
    const shown = path === into.file.path ? `${into.file.shown}, what it runs` : posix.relative(world.folder, path);
    const file = pythonSource(source, path, shown);
    run.depth += 1;
    if (run.depth > DEEPEST) throw new Unreadable("it is too deep");
    if (path !== into.file.path && !files.has(path)) files.set(path, { ...into, file });
    runWhole(source, { ...into, file });
    run.depth -= 1;
  }

  function follow(statement: SyntaxNode, into: Scope): boolean {
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
      if (from === undefined) return importWhole(name, as, statement, into);
      return name === "*"
        ? importAll(from, dots, statement, into)
        : importOne({ from, dots, name, as }, statement, into);
    });
    return found.every(Boolean);
  }

  function importWhole(name: string, as: string | undefined, statement: SyntaxNode, into: Scope): boolean {
    const [first = ""] = name.split(".");
    const [module, isThere] = moduleOf(as === undefined ? first : name, "", into);
    setName(as ?? first, module, statement, into);
    return isThere;
  }

  function importOne(
    { from, dots, name, as }: { from: string; dots: string; name: string; as: string | undefined },
    statement: SyntaxNode,
    into: Scope,
  ): boolean {
    const [module, isThere] = moduleOf(from, dots, into);
    const inside = from === "" || isThere ? localModule(from === "" ? name : `${from}.${name}`, dots, into) : undefined;
    const place = placeOf(statement, into);
    const missing: Unknown = { kind: "unknown", reason: `there is no ${name} in ${dots}${from}`, place };
    setName(as ?? name, module.member(name) ?? inside ?? missing, statement, into);
    return isThere;
  }

  function importAll(from: string, dots: string, statement: SyntaxNode, into: Scope): boolean {
    const path = pathOf(from, dots, into);
    const other = path === undefined ? undefined : load(path);
    for (const [name, value] of other?.values ?? []) {
      const place = other?.places.get(name);
      if (place && !name.startsWith("_")) {
        into.values.set(name, value);
        into.places.set(name, place);
      }
    }
    if (!other && !Object.hasOwn(known, from)) {
      imports.report(
        placeOf(statement, into),
        `settings may come from the module ${dots}${from}, which is not in this folder`,
      );
    }
    return other !== undefined || Object.hasOwn(known, from);
  }

  /** @returns the module, and whether it is there */
  function moduleOf(name: string, dots: string, from: Scope): [Namespace, boolean] {
    const its = dots === "" && Object.hasOwn(known, name) ? known[name] : localModule(name, dots, from);
    const foreign: Unknown = {
      kind: "unknown",
      reason: `it comes from the module ${dots}${name}, which is not run`,
      place: "",
    };
    const [first = ""] = name.split(".");
    return its ? [its, true] : [{ kind: "module", name, member: () => foreign }, WITH_PYTHON.has(first)];
  }

  function localModule(name: string, dots: string, from: Scope): Namespace | undefined {
    const path = pathOf(name, dots, from);
    const scope = path === undefined ? undefined : load(path);
    return scope && { kind: "module", name, member: (member) => scope.values.get(member) };
  }

  /** The file of a module of the project. */
  function pathOf(name: string, dots: string, from: Scope): string | undefined {
    const own = posix.join(posix.dirname(from.file.path), "../".repeat(Math.max(0, dots.length - 1)));
    const folders = dots === "" ? [own, world.folder, ...searched()] : [own];
    const paths = folders.flatMap((folder) => {
      const stem = posix.resolve(world.folder, folder, name.replaceAll(".", "/"));
      return [`${stem}.py`, `${stem}/__init__.py`];
    });
    return paths.find((path) => world.isInside(path) && world.read(path) !== undefined);
  }

  /** What was added to `sys.path`. */
  function searched(): string[] {
    const value: Value = known.sys?.member("path") ?? null;
    const { literal } = asLiteral(value, "");
    return Array.isArray(literal) ? literal.filter((one: Literal) => typeof one === "string") : [];
  }
}

function settingOf(name: string, value: Value, place: string): { setting?: PythonSetting; unread: Unread[] } {
  const { literal, unknown } = asLiteral(value, place);
  const [first] = unknown;
  if (!first) return literal === undefined ? { unread: [] } : { setting: { name, value: literal, place }, unread: [] };
  const isWhole = first === value;
  const where = first.place === "" || first.place === place ? "" : ` (${first.place})`;
  const used = literal === undefined ? "" : isWhole ? `; ${shown(literal)} is used` : "; what is known of it is used";
  const unread = { name, place, reason: `${first.reason}${where}${used}` };
  return { ...(literal !== undefined && { setting: { name, value: literal, place } }), unread: [unread] };
}

function shown(value: Literal): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
