import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesBelow } from "../../plugin/files/files-below.ts";
import { OTHERS } from "../../plugin/files/project-files.ts";
import type { SourceTree } from "../../plugin/files/source-file.ts";
import { isFailed, runBuild } from "../run-build.ts";

/** What came of building a tree with its old and its new texts. */
export type Proof =
  | { readonly kind: "same"; readonly files: number }
  | { readonly kind: "different"; readonly files: readonly string[] }
  /** One of the builds failed: what it printed. */
  | { readonly kind: "failed"; readonly when: "before" | "after"; readonly printed: string };

export interface Site {
  /** The folder of the project. */
  readonly project: string;
  /** The content folder, and what was read of it. */
  readonly content: string;
  readonly tree: SourceTree;
  /** The output files of the pages, by their headers; Eleventy may be configured to put one elsewhere. */
  readonly pages: readonly string[];
}

/**
 * Builds a copy of a content folder with `npx eleventy`, puts the new texts in, builds it again, and compares the output
 * byte by byte. The folder itself is not touched.
 *
 * @param texts the new texts, by path
 * @throws {UsageError} where the project cannot be built with Eleventy
 */
export function prove(site: Site, texts: ReadonlyMap<string, string>, progress: (text: string) => void): Proof {
  const { project, content, tree, pages } = site;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pelican-modernize-")));
  const [input, before, after] = [join(folder, "content"), join(folder, "before"), join(folder, "after")];
  try {
    copyContent(content, tree, input);
    progress("Building the site as it is …");
    const first = runBuild(project, input, before);
    const written = filesBelow(before);
    if (isFailed(first)) return { kind: "failed", when: "before", printed: first.printed };
    // A build of another folder would prove nothing.
    if (pages.length > 0 && !pages.some((path) => written.includes(path))) {
      return { kind: "failed", when: "before", printed: `${first.printed}\nThe build wrote none of its pages.` };
    }
    for (const [path, text] of texts) writeFileSync(join(input, path), text);
    progress("Building it with the new headers …");
    const second = runBuild(project, input, after);
    if (isFailed(second)) return { kind: "failed", when: "after", printed: second.printed };
    const files = differentFiles(before, after);
    return files.length > 0 ? { kind: "different", files } : { kind: "same", files: written.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies what a build reads of a content folder. Links are replaced by copies of what they lead to, so that nothing
 * outside of the copy is overwritten.
 */
function copyContent(content: string, tree: SourceTree, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of [...tree.files.map((file) => file.path), ...tree.assets]) {
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(content, path), target);
    // The copy of a read-only file has to be writable.
    chmodSync(target, 0o644);
  }
  // Layouts and data may be in the content folder; so may old output, which is not a source.
  for (const name of OTHERS) {
    const folder = join(content, name);
    if (name.startsWith("_") && name !== "_site" && existsSync(folder)) {
      cpSync(folder, join(to, name), { recursive: true, dereference: true });
    }
  }
}

/** The paths that are in one of two folders only, or have different contents, sorted. */
function differentFiles(before: string, after: string): string[] {
  const [previous, next] = [new Set(filesBelow(before)), new Set(filesBelow(after))];
  return [...new Set([...previous, ...next])].sort().filter((path) => {
    if (!previous.has(path) || !next.has(path)) return true;
    return !readFileSync(join(before, path)).equals(readFileSync(join(after, path)));
  });
}
