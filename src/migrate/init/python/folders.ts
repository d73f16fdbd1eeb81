import { posix } from "node:path";
import { fnmatch } from "../../../plugin/files/fnmatch.ts";
import { namespace, native } from "./builtins.ts";
import { argument, first, textIn } from "./calls.ts";
import { textOf } from "./format.ts";
import {
  type Callable,
  isTrue,
  itemsOf,
  type Namespace,
  type PathDisk,
  sequence,
  Unreadable,
  type Value,
} from "./values.ts";
import { pathIn, type World } from "./world.ts";

type Disk = Pick<World, "list" | "read" | "isInside" | "folder">;

/** What is in a folder; a folder's own is undefined for a file. */
interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** So many files are looked at for one value. */
const MOST_FILES = 20_000;

/** Counts what is looked at. @throws {Unreadable} where it is too much, as where folders lead to each other */
function looker({ list, isInside, folder }: Disk): (path: string) => readonly Entry[] | undefined {
  let left = MOST_FILES;
  return (path) => {
    const full = posix.resolve(folder, path);
    if (!isInside(full)) throw new Unreadable("it is outside of this folder");
    const names = list(full);
    left -= names?.length ?? 0;
    if (left < 0) throw new Unreadable("it is in too many files");
    return names?.map((name) => ({ name, isFolder: list(posix.join(full, name)) !== undefined }));
  };
}

const namesOf = (entries: readonly Entry[], isFolder: boolean) =>
  entries.filter((one) => one.isFolder === isFolder).map(({ name }) => name);

/** Folders are not so deep. */
const DEEPEST = 60;

/** `os.walk(path)`. */
export function walk(disk: Disk): Callable {
  return native((given) => {
    const look = looker(disk);
    const below = (path: string, depth: number): Value[] => {
      if (depth > DEEPEST) throw new Unreadable("it is too deep");
      const entries = look(path);
      if (!entries) return [];
      const [folders, files] = [namesOf(entries, true), namesOf(entries, false)];
      return [
        sequence("tuple", [path, sequence("list", folders), sequence("list", files)]),
        ...folders.flatMap((name) => below(join(path, name), depth + 1)),
      ];
    };
    return { ...sequence("list", below(pathIn(given), 0)), isWalk: true };
  });
}

/** `os.scandir(path)`. */
export function scanFolder(disk: Disk): Callable {
  return native((given) => {
    const path = given.values.length === 0 ? "." : pathIn(given);
    const entries = looker(disk)(path) ?? [];
    return sequence(
      "list",
      entries.map(({ name, isFolder }) =>
        namespace({
          name,
          path: join(path, name),
          is_dir: native(() => isFolder),
          is_file: native(() => !isFolder),
        }),
      ),
    );
  });
}

/** Python's `glob`; its order, which is none, is that of names. */
export function globModule(disk: Disk): Namespace {
  const glob = native((given) => {
    const root = argument(given, 1, "root_dir") ?? null;
    const isRecursive = isTrue(argument(given, 3, "recursive") ?? false);
    const found = globbed(disk, textIn(given, 0), {
      root: root === null ? "" : textOf(root),
      isRecursive,
      isHidden: false,
    });
    return sequence("list", found);
  });
  return namespace({ glob, iglob: glob });
}

/** Python's `fnmatch`. */
export function fnmatchModule(): Namespace {
  const isMatch = native((given) => fnmatch(textIn(given, 1)).test(textIn(given, 0)));
  const filter = native((given) => {
    const pattern = fnmatch(textIn(given, 1));
    return sequence(
      "list",
      itemsOf(first(given)).filter((name) => pattern.test(textOf(name))),
    );
  });
  return namespace({ fnmatch: isMatch, fnmatchcase: isMatch, filter });
}

/** What a path of `pathlib` asks of the disk. */
export function pathDisk(disk: Disk): PathDisk {
  const isFolder = (path: string) => looker(disk)(path) !== undefined;
  const isFile = (path: string) => !isFolder(path) && disk.read(posix.resolve(disk.folder, path)) !== undefined;
  const options = { isRecursive: true, isHidden: true };
  return {
    exists: (path) => isFolder(path) || isFile(path),
    isFolder,
    isFile,
    list: (path) => (looker(disk)(path) ?? []).map(({ name }) => join(path, name)),
    glob: (path, pattern) => globbed(disk, pattern, { root: path, ...options }).map((one) => join(path, one)),
  };
}

interface GlobOptions {
  readonly root: string;
  /** Whether `**` stands for any number of folders. */
  readonly isRecursive: boolean;
  /** Whether stars stand for the dot of a hidden file. */
  readonly isHidden: boolean;
}

function globbed(disk: Disk, pattern: string, { root, isRecursive, isHidden }: GlobOptions): string[] {
  const look = looker(disk);
  const entriesIn = (path: string) => look(posix.resolve("/", disk.folder, root, path)) ?? [];
  const isThere = (path: string) => {
    const full = posix.resolve(disk.folder, root, path);
    return look(full) !== undefined || disk.read(full) !== undefined;
  };
  const expand = (path: string, [part, ...rest]: readonly string[]): string[] => {
    if (part === undefined) return [path];
    if (part === "**" && isRecursive) {
      if (rest.length === 0) throw new Unreadable();
      const folders = namesOf(entriesIn(path), true).filter((name) => isHidden || !name.startsWith("."));
      return [...expand(path, rest), ...folders.flatMap((name) => expand(join(path, name), [part, ...rest]))];
    }
    if (!/[*?[]/.test(part)) {
      const at = path === "" && part === "" ? "/" : join(path, part);
      return rest.length > 0 || isThere(at) ? expand(at, rest) : [];
    }
    const isWanted = fnmatch(part);
    const isAny = (name: string) => isHidden || !name.startsWith(".") || part.startsWith(".");
    const found = entriesIn(path).filter(({ name }) => isWanted.test(name) && isAny(name));
    return found
      .filter(({ isFolder }) => isFolder || rest.length === 0)
      .flatMap(({ name }) => expand(join(path, name), rest));
  };
  return expand("", pattern.split("/"));
}

/** As `os.path.join` does it. */
function join(path: string, name: string): string {
  return path === "" || path.endsWith("/") ? path + name : `${path}/${name}`;
}
