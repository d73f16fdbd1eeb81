import { posix } from "node:path";
import { namespace, native } from "./builtins.ts";
import { argument, textIn } from "./calls.ts";
import { scanFolder, walk } from "./folders.ts";
import { type Given, type Namespace, sequence, Unreadable, type Value } from "./values.ts";
import { insidePath, pathIn, pathsIn, type World } from "./world.ts";

/** Python's `os`, as far as settings use it. */
export function osModule(world: World): Namespace {
  const inside = (given: Given) => insidePath(given, world);
  const variable = (given: Given): Value => {
    world.asked(textIn(given, 0));
    return argument(given, 1, "default") ?? null;
  };
  return namespace({
    path: osPathModule(world),
    environ: environment(variable),
    getenv: native(variable),
    getcwd: native(() => world.folder),
    getcwdu: native(() => world.folder),
    listdir: native((given) =>
      sequence(
        "list",
        world.list(inside(given.values.length === 0 ? { ...given, values: ["."] } : given)) ?? noFolder(),
      ),
    ),
    walk: walk(world),
    scandir: scanFolder(world),
    sep: "/",
    linesep: "\n",
    curdir: ".",
    pardir: "..",
    name: "posix",
  });
}

function noFolder(): never {
  throw new Unreadable("there is no such folder here");
}

/** Python's `os.path`. */
export function osPathModule(world: World): Namespace {
  const inside = (given: Given) => insidePath(given, world);
  const absolute = native((given) => posix.resolve(world.folder, pathIn(given)));
  const isFile = native((given) => world.read(inside(given)) !== undefined);
  const isFolder = native((given) => world.list(inside(given)) !== undefined);
  return namespace({
    join: native((given) =>
      pathsIn(given).reduce((to, part) =>
        part.startsWith("/") || to === "" ? part : `${to.replace(/\/$/, "")}/${part}`,
      ),
    ),
    dirname: native((given) => pathIn(given).replace(/\/?[^/]*$/, "")),
    basename: native((given) => pathIn(given).replace(/^.*\//, "")),
    abspath: absolute,
    realpath: absolute,
    normpath: native((given) => posix.normalize(pathIn(given)).replace(/(.)\/$/, "$1")),
    relpath: native((given) => {
      const [to = "", from = world.folder] = pathsIn(given);
      return posix.relative(posix.resolve(world.folder, from), posix.resolve(world.folder, to)) || ".";
    }),
    split: native((given) =>
      sequence("tuple", [pathIn(given).replace(/\/?[^/]*$/, ""), pathIn(given).replace(/^.*\//, "")]),
    ),
    splitext: native((given) => {
      const [, stem = "", ending = ""] = /^(.*?[^/.]+?)(\.[^./]*)?$/s.exec(pathIn(given)) ?? ["", pathIn(given)];
      return sequence("tuple", [stem, ending]);
    }),
    isabs: native((given) => pathIn(given).startsWith("/")),
    exists: native((given) => world.read(inside(given)) !== undefined || world.list(inside(given)) !== undefined),
    isfile: isFile,
    isdir: isFolder,
    sep: "/",
  });
}

/** Environment variables are those of the machine that publishes: a default is what the author meant. */
function environment(variable: (given: Given) => Value): Namespace {
  return { kind: "module", member: (name) => (name === "get" ? native(variable) : undefined) };
}
