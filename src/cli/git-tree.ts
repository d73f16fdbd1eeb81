import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { isAbsolute, posix, relative, resolve } from "node:path";
import { decode } from "../plugin/files/decode.ts";
import { isPassedOver, PAGE_FILE } from "../plugin/files/read-tree.ts";
import type { SourceFile, SourceTree } from "../plugin/files/source-file.ts";
import { compareText, type Finding } from "../plugin/findings/finding.ts";
import type { Settings } from "../plugin/settings.ts";
import { isStaticFile } from "../plugin/static/static-files.ts";
import { UsageError } from "./command.ts";
import { CONTENT, OTHERS } from "./load.ts";

/**
 * The content folder as it was at a git revision. Nothing is checked out.
 *
 * @returns undefined where the name is that of a folder
 * @throws {UsageError} where it is neither a folder nor a revision
 */
export function treeOfRevision(
  name: string,
  dir: string | undefined,
  folder: string,
  settings: Settings,
): SourceTree | undefined {
  if (existsSync(resolve(folder, name))) return undefined;
  const revision = revisionOf(name, folder);
  const folders = (dir === undefined ? CONTENT : [dir]).map((path) => inRepository(path, folder));
  const blobs = folders.map((path) => blobsAt(revision, path, folder)).find((found) => found.length > 0);
  if (!blobs) {
    throw new UsageError(`At ${name} there is no content in ${folders.join(" or ")}. Name its folder with --dir.`);
  }
  const couldBePage = ({ path }: Blob) => PAGE_FILE.test(path);
  const files: SourceFile[] = [];
  const findings: Finding[] = [];
  const assets = blobs.filter((blob) => !couldBePage(blob)).map(({ path }) => path);
  for (const { path, bytes } of readBlobs(blobs.filter(couldBePage), folder)) {
    const result = decode(bytes, path);
    if (isStaticFile(path, settings, () => ("text" in result ? result.text : undefined))) assets.push(path);
    else if ("text" in result) files.push({ path, text: result.text });
    else findings.push(result.finding);
  }
  return { files, assets: assets.sort(compareText), findings };
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
  const path = relative(folder, resolve(folder, dir)).replaceAll("\\", "/");
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
