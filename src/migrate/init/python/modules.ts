import { namespace, native } from "./builtins.ts";
import { argument } from "./calls.ts";
import { jsonModule, opener, tomlModule } from "./file-modules.ts";
import { fnmatchModule, globModule, pathDisk } from "./folders.ts";
import { osModule, osPathModule } from "./os-module.ts";
import {
  dict,
  isKind,
  isSequence,
  itemsOf,
  known,
  type Namespace,
  nothing,
  sequence,
  type Unknown,
  Unreadable,
  type Value,
} from "./values.ts";
import { pathsIn, type World } from "./world.ts";

const unknown = (reason: string): Unknown => ({ kind: "unknown", reason, place: "" });

const NOW = unknown("it depends on when the site is built");

/** The modules that settings are written with. Nothing of them runs anything. */
export function modules(world: World): Readonly<Record<string, Namespace>> {
  return {
    os: osModule(world),
    "os.path": osPathModule(world),
    sys: namespace({
      path: sequence("list", []),
      platform: "linux",
      version_info: sequence("tuple", [3, 13, 0]),
      argv: unknown("it depends on how Pelican is called"),
    }),
    datetime: namespace({ datetime: MOMENT, date: MOMENT, timezone: namespace({ utc: null }) }),
    pathlib: namespace({ Path: pathOn(world), PurePath: pathOn(world) }),
    glob: globModule(world),
    fnmatch: fnmatchModule(),
    copy: namespace({
      copy: native(({ values: [value = null] }) => shallow(value)),
      deepcopy: native(({ values: [value = null] }) => deep(value)),
    }),
    json: jsonModule(),
    ...Object.fromEntries(["tomllib", "tomli", "toml"].map((name) => [name, tomlModule()])),
    io: namespace({ open: opener(world) }),
    codecs: namespace({ open: opener(world) }),
    builtins: namespace({ open: opener(world) }),
    __future__: { kind: "module", member: () => null },
    typing: { kind: "module", member: () => null },
  };
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

function pathOn(world: World): Value {
  const disk = pathDisk(world);
  return native((given) => ({
    kind: "path",
    text: pathsIn(given).reduce((to, part) => (part.startsWith("/") ? part : `${to}/${part}`)),
    disk,
  }));
}

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
