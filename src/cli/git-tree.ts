import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, posix, resolve } from "node:path";
import { CONTENT, OTHERS } from "../plugin/files/project-files.ts";
import { isPassedOver, PAGE_FILE } from "../plugin/files/read-tree.ts";
import { relativePath } from "../plugin/findings/relative-path.ts";
import { UsageError } from "./command.ts";

/** Files that say something of pages; of any other only the name counts. */
const IS_READ = /\.(?:[cm]?[jt]s|json|ya?ml|toml|njk|liquid|webc|vto)$/i;

/** A content folder as it was, in a temporary folder in which all that is beside it is as it is now. */
export interface CheckedOut {
  /** The temporary folder: it stands for the folder of the command. */
  readonly root: string;
  /** The content folder in it. */
  readonly content: string;
}

/**
 * Puts the content folder as it was at a git revision into a temporary folder. The work tree stays as it is.
 *
 * @returns undefined where the name is that of a folder
 * @throws {UsageError} where it is neither a folder nor a revision
 */
export function checkOut(name: string, dir: string | undefined, folder: string): CheckedOut | undefined {
  if (existsSync(resolve(folder, name))) return undefined;
  const revision = revisionOf(name, folder);
  const folders = (dir === undefined ? CONTENT : [dir]).map((path) => inRepository(path, folder));
  const trees = folders.map((path) => ({ path, blobs: blobsAt(revision, path, folder) }));
  const tree = trees.find(({ blobs }) => blobs.length > 0);
  if (!tree) {
    throw new UsageError(`At ${name} there is no content in ${folders.join(" or ")}. Name its folder with --dir.`);
  }
  const { blobs } = tree;
  const root = realpathSync(mkdtempSync(join(tmpdir(), "pelican-diff-")));
  const content = join(root, tree.path);
  const isRead = ({ path }: Blob) => PAGE_FILE.test(path) || IS_READ.test(path);
  const empty = blobs.filter((blob) => !isRead(blob)).map(({ path }) => ({ path, bytes: "" }));
  for (const { path, bytes } of [...readBlobs(blobs.filter(isRead), folder), ...empty]) {
    const file = join(content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  linkOthers(folder, root, tree.path);
  return { root, content };
}

/** Links what is beside the content folder, on the way down to it: configuration, includes, data, packages. */
function linkOthers(folder: string, root: string, content: string): void {
  const parts = content.split("/").filter((part) => part !== ".");
  for (let depth = 0; depth < Math.max(parts.length, 1); depth++) {
    const at = join(...parts.slice(0, depth), ".");
    const isBeside = (name: string) =>
      parts.length > 0 ? name !== parts[depth] : isPassedOver(name) || OTHERS.has(name);
    for (const name of readdirSync(join(folder, at)).filter(isBeside)) {
      symlinkSync(join(folder, at, name), join(root, at, name));
    }
  }
}

/** A file at a revision: its path in the content folder, and where git keeps it. */
interface Blob {
  readonly path: string;
  readonly id: string;
}

/** The files of the content that a build would read, too. `ls-tree` prints `<mode> blob <id>`, a tab, the path. */
function blobsAt(revision: string, content: string, folder: string): Blob[] {
  return git(["ls-tree", "-r", "-z", revision, "--", content], folder)
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const [, id, full] = /^100\d+ blob (\w+)\t([\s\S]*)$/.exec(line) ?? [];
      return id === undefined || full === undefined ? [] : [{ id, path: posix.relative(content, full) }];
    })
    .filter(({ path }) => !path.split("/").some(isPassedOver) && !OTHERS.has(path.split("/")[0] ?? ""));
}

/** The contents of files, all by one call. Each comes as `<id> blob <size>`, a newline, the bytes and a newline. */
function readBlobs(blobs: readonly Blob[], folder: string): { path: string; bytes: Buffer }[] {
  const output = git(["cat-file", "--batch"], folder, blobs.map(({ id }) => `${id}\n`).join(""));
  let at = 0;
  return blobs.map(({ path }) => {
    const start = output.indexOf(10, at) + 1;
    const size = Number(output.toString("utf8", at, start - 1).split(" ")[2]);
    at = start + size + 1;
    return { path, bytes: output.subarray(start, start + size) };
  });
}

/** A folder's path from where the command is run; git knows none outside of its repository. */
function inRepository(dir: string, folder: string): string {
  const path = relativePath(folder, resolve(folder, dir));
  if (path.startsWith("..") || isAbsolute(path)) throw new UsageError(`${dir} is outside of this folder.`);
  return path === "" ? "." : path;
}

function revisionOf(name: string, folder: string): string {
  try {
    // `--end-of-options`: a name that begins with a dash is no option of git's.
    return git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`], folder)
      .toString("utf8")
      .trim();
  } catch {
    throw new UsageError(`${name} is neither a folder nor a git revision.`);
  }
}

function git(args: readonly string[], folder: string, input = ""): Buffer {
  return execFileSync("git", [...args], { cwd: folder, input, maxBuffer: 1 << 29, stdio: ["pipe", "pipe", "ignore"] });
}
