import { posix } from "node:path";
import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Literal } from "../literal.ts";
import { doubtsIn } from "./doubts.ts";
import { DEEPEST } from "./evaluate.ts";
import { followImport } from "./imports.ts";
import { modules } from "./modules.ts";
import { type Imports, pythonSource, type Scope, shownPlace, sourceOf } from "./scope.ts";
import { runBlock } from "./statements.ts";
import { nestedTooDeep, syntaxError } from "./syntax-error.ts";
import { asLiteral, isKind, isSequence, Unreadable, type Value } from "./values.ts";
import type { World } from "./world.ts";

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
  /** What is most likely not meant. */
  readonly doubts: readonly Unread[];
  /** The files of the project that were read, as they are named to people. */
  readonly files: readonly string[];
  /** The environment variables that were asked for: they count as not set. */
  readonly variables: readonly string[];
}

/** Pelican reads only names in capitals. */
const SETTING = /^[A-Z][A-Z\d_]*$/;

/** So many values are worked out, and no more. */
const MOST = 200_000;

const TOO_DEEP = { line: 1, reason: "it is nested too deep to be read" };

/** @returns undefined where the parser has no room for what is in so much else */
function parsed(text: string): Tree | undefined {
  try {
    // A page break is a blank to Python, and an error to the parser.
    return parser.parse(text.replaceAll("\f", " "));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Reads the settings of a file of Python's. It is parsed and followed, and never run: what it asks of the machine, beside the
 * files of the project, is not answered.
 *
 * What is set twice has its last value; what then changes in a way that only Python could follow is unknown.
 *
 * @param path the path of the file, which the world reads
 */
export function readPython(path: string, world: Omit<World, "asked">): PythonSettings {
  const [unread, files, variables]: [Unread[], Map<string, Scope>, Set<string>] = [[], new Map(), new Set()];
  const known = modules({ ...world, asked: (name) => variables.add(name) });
  const run = { left: MOST, depth: 0 };
  const faults: Pick<Unread, "place" | "reason">[] = [];
  const doubts: Unread[] = [];
  const report: Imports["report"] = (place, reason) => unread.push({ name: "", place, reason });
  const named = new Map<string, string>();
  const name: Imports["name"] = (module, at, { file }) =>
    named.set(module, posix.resolve(posix.dirname(file.path), at));
  const reading = { world, known, named, load, report };
  const follow: Imports["follow"] = (statement, into) => followImport(statement, into, reading);
  const imports: Imports = { follow, run: runText, name, report };
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
    doubts,
  };

  function runWhole(text: string, scope: Scope): void {
    const tooDeep = nestedTooDeep(text);
    const tree = tooDeep ? undefined : parsed(text);
    const fault = tree ? syntaxError(text, tree) : (tooDeep ?? TOO_DEEP);
    if (fault) faults.push({ place: `${scope.file.shown}:${fault.line}`, reason: fault.reason });
    if (!tree) return;
    const lineAt = (at: number) => scope.file.lines.linePos(at).line;
    for (const { at, name, reason } of doubtsIn(text, tree)) {
      doubts.push({ name, place: `${scope.file.shown}:${lineAt(at)}`, reason });
    }
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
}

function settingOf(name: string, value: Value, place: string): { setting?: PythonSetting; unread: Unread[] } {
  const { literal, unknown } = asLiteral(name === "PLUGINS" ? withModules(value) : value, place);
  const [first] = unknown;
  if (!first) return literal === undefined ? { unread: [] } : { setting: { name, value: literal, place }, unread: [] };
  const isWhole = first === value;
  const where = first.place === "" || first.place === place ? "" : ` (${first.place})`;
  const used = literal === undefined ? "" : isWhole ? `; ${shown(literal)} is used` : "; what is known of it is used";
  const unread = { name, place, reason: `${first.reason}${where}${used}` };
  return { ...(literal !== undefined && { setting: { name, value: literal, place } }), unread: [unread] };
}

/** A list of plugins, with the names of those that are modules. */
function withModules(value: Value): Value {
  if (!isSequence(value)) return value;
  return { ...value, items: value.items.map((one) => (isKind(one, "unknown") && one.module ? one.module : one)) };
}

function shown(value: Literal): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
