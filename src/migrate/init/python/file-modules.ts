import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { namespace, native } from "./builtins.ts";
import { textIn } from "./calls.ts";
import { bounded, textOf } from "./format.ts";
import { dict, isKind, known, type Namespace, nothing, sequence, Unreadable, type Value } from "./values.ts";
import { insidePath, type World } from "./world.ts";

/** What a file holds, for its readers here: no name in Python has a blank. */
const WHOLE = "whole text";

/** `open(path)` of a file in the project; only reading is known. */
export function opener(world: World): Value {
  return native((given) => {
    const text = world.read(insidePath(given, world));
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

/** Python's `json`. */
export function jsonModule(): Namespace {
  return namespace({
    loads: native((given) => fromJson(textIn(given, 0))),
    load: native(({ values: [file = null] }) => fromJson(textOf(readOf(file)))),
  });
}

function fromJson(text: string): Value {
  try {
    return ofJson(JSON.parse(text), 0);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable("it is not JSON");
    throw error;
  }
}

/** Python's own module and those that were there before it; of `toml`, `load` takes a path as well. */
export function tomlModule(): Namespace {
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
    if (error instanceof TomlError) throw new Unreadable("it is not TOML");
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
