import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../findings/plain-error.ts";
import { isWithin } from "./is-within.ts";

/** Who watches a folder. Paths are from the folder, as the system writes them. */
export interface FolderListener {
  /** Whether to pass over a file or folder, and all in it. */
  readonly isPassedOver: (path: string) => boolean;
  /** A file or folder was written, came or went. */
  readonly onChange: (path: string) => void;
  /** The system watches no more: changes of some files are not heard of. */
  readonly onFault: (code: string) => void;
}

/**
 * Watches a folder and all below it, also where it is made, or made anew, later.
 *
 * On Linux Node's own recursive watcher hears no more of a file once another was renamed over it, as many editors and Git
 * save: there each folder is watched by itself. On Windows a folder that is watched could not be renamed.
 *
 * @returns ends it
 */
export function watchFolder(folder: string, listener: FolderListener, platform: string = process.platform): () => void {
  return platform === "win32" || platform === "darwin" ? watchAll(folder, listener) : watchEach(folder, listener);
}

function watchAll(folder: string, { isPassedOver, onChange, onFault }: FolderListener): () => void {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, (_, path) => {
      if (path !== null && !isPassedOver(path)) onChange(path);
    });
    watcher.on("error", (error) => onFault(codeOf(error)));
    return () => watcher.close();
  } catch (error) {
    onFault(codeOf(error));
    return () => {};
  }
}

/** What a folder itself is among its own files. */
const ITSELF = "";

function watchEach(folder: string, { isPassedOver, onChange, onFault }: FolderListener): () => void {
  const watchers = new Map<string, FSWatcher>();
  /** What is of that name from now on is another folder. */
  const forget = (path: string) => {
    for (const [at, watcher] of watchers) {
      if (path !== ITSELF && !isWithin(at, path)) continue;
      watcher.close();
      watchers.delete(at);
    }
  };
  const changed = (path: string, isOfNames: boolean) => {
    if (path !== ITSELF && isPassedOver(path)) return;
    onChange(path);
    if (!isOfNames) return;
    forget(path);
    if (isFolder(join(folder, path))) follow(path, onChange);
  };
  const follow = (path: string, tell: (path: string) => void) => {
    const watcher = watchOne(join(folder, path), (type, name) => changed(join(path, name), type === "rename"), onFault);
    if (!watcher) return;
    watchers.set(path, watcher);
    // What came before it was watched.
    for (const entry of entriesOf(join(folder, path))) {
      const at = join(path, entry.name);
      if (isPassedOver(at)) continue;
      tell(at);
      if (entry.isDirectory()) follow(at, tell);
    }
  };
  const above = watchOne(
    dirname(folder),
    (type, name) => name === basename(folder) && changed(ITSELF, type === "rename"),
    onFault,
  );
  if (isFolder(folder)) follow(ITSELF, () => {});
  return () => {
    above?.close();
    forget(ITSELF);
  };
}

function watchOne(
  folder: string,
  listener: (type: string, name: string) => void,
  onFault: FolderListener["onFault"],
): FSWatcher | undefined {
  const failed = (error: unknown) => {
    const code = codeOf(error);
    // It is gone by now, or nobody may look into it: then it is no content either.
    if (!/^(?:ENOENT|ENOTDIR|EACCES|EPERM)$/.test(code)) onFault(code);
  };
  try {
    return watch(folder, { persistent: false }, (type, name) => {
      if (name !== null) listener(type, name);
    }).on("error", failed);
  } catch (error) {
    failed(error);
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
