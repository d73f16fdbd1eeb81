import { posix } from "node:path";
import { textIn } from "./calls.ts";
import { OF_DICT, OF_LIST, OF_SET } from "./collections.ts";
import { formatFields, formatted, textOf } from "./format.ts";
import { OF_TEXT } from "./text-methods.ts";
import {
  type FilePath,
  type Given,
  isKind,
  isSequence,
  known,
  type Methods,
  type Moment,
  nothing,
  type PathDisk,
  sequence,
  Unreadable,
  type Value,
} from "./values.ts";

const OF_MOMENT: Methods<Moment> = {
  isoformat: ({ text }) => text,
  strftime: (self, given) => formatted(self, textIn(given, 0)),
  date: ({ kind, year, month, day, text }) => ({ kind, year, month, day, text: text.slice(0, 10) }),
};

const folderOf = ({ text, ...path }: FilePath): FilePath => ({ ...path, text: text.replace(/\/[^/]*$/, "") || "/" });
const below = (self: FilePath, { values }: Given): FilePath => ({
  ...self,
  text: values.reduce<string>((path, part) => {
    const to = textOf(part);
    return to.startsWith("/") ? to : `${path}/${to}`;
  }, self.text),
});

function diskOf({ disk }: FilePath): PathDisk {
  return disk ?? nothing();
}

function pathsOf(self: FilePath, paths: readonly string[]): Value {
  return sequence(
    "list",
    paths.map((text) => ({ ...self, text: posix.normalize(text) })),
  );
}

/** Of two paths that begin alike. */
function relativeTo(self: FilePath, folder: string): Value {
  const [path, from] = [self.text, folder].map((one) => posix.normalize(one).replace(/\/$/, ""));
  if (path === undefined || (path !== from && !path.startsWith(`${from}/`) && from !== ".")) return nothing();
  return { ...self, text: posix.relative(from ?? "", path) || "." };
}

const OF_PATH: Methods<FilePath> = {
  resolve: (self) => self,
  absolute: (self) => self,
  expanduser: (self) => self,
  joinpath: below,
  as_posix: ({ text }) => text,
  exists: (self) => diskOf(self).exists(self.text),
  is_dir: (self) => diskOf(self).isFolder(self.text),
  is_file: (self) => diskOf(self).isFile(self.text),
  iterdir: (self) => pathsOf(self, diskOf(self).list(self.text)),
  glob: (self, given) => pathsOf(self, diskOf(self).glob(self.text, textIn(given, 0))),
  rglob: (self, given) => pathsOf(self, diskOf(self).glob(self.text, `**/${textIn(given, 0)}`)),
  relative_to: (self, given) => relativeTo(self, textOf(given.values[0] ?? null)),
};

const PATH_MEMBERS: Methods<FilePath> = {
  parent: folderOf,
  name: ({ text }) => text.replace(/^.*\//, ""),
  stem: ({ text }) => text.replace(/^.*\//, "").replace(/(?!^)\.[^.]*$/, ""),
};

/** These look into other values. */
const FORMATS: Methods<string> = {
  format: (self, { values, named }) => formatFields(self, { values, named, member: memberOf }),
  format_map: (self, given) => {
    const map = known(given.values[0] ?? null);
    if (!isKind(map, "dict")) throw new Unreadable();
    const named = new Map([...map.entries.values()].map(([key, value]) => [textOf(key), value]));
    return formatFields(self, { values: [], named, member: memberOf });
  },
};

/**
 * `value.name`.
 *
 * @throws {Unreadable} for what is not there, or cannot be followed
 */
export function memberOf(value: Value, name: string): Value {
  // Of what a module has, a member may be a module, too.
  if (isKind(value, "unknown") && value.module !== undefined) return { ...value, module: `${value.module}.${name}` };
  const it = known(value);
  const own = (members: object) => Object.hasOwn(members, name);
  if (isKind(it, "module")) return it.member(name) ?? nothing();
  if (isKind(it, "function")) return (own(it.members ?? {}) ? it.members?.[name] : undefined) ?? nothing();
  if (typeof it === "string") return method(own(FORMATS) ? FORMATS : OF_TEXT, it, name);
  if (isKind(it, "list") || isKind(it, "tuple")) return method(OF_LIST, it, name);
  if (isSequence(it)) return method(OF_SET, it, name);
  if (isKind(it, "dict")) return method(OF_DICT, it, name);
  if (isKind(it, "path"))
    return own(PATH_MEMBERS) ? (PATH_MEMBERS[name]?.(it, NONE) ?? null) : method(OF_PATH, it, name);
  if (isKind(it, "moment")) {
    if (name === "year" || name === "month" || name === "day") return it[name];
    return method(OF_MOMENT, it, name);
  }
  return nothing();
}

const NONE: Given = { values: [], named: new Map() };

function method<Self>(methods: Methods<Self>, self: Self, name: string): Value {
  const found = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!found) return nothing();
  return { kind: "function", call: (given) => found(self, given) };
}
