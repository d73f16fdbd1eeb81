import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { type BuildRun, copyContent, differentFiles, filesIn, runBuild } from "./builds.ts";
import type { Terminal } from "./command.ts";

/** What came of building a tree with its old and its new texts. */
export type Proof =
  | { readonly kind: "same"; readonly files: number }
  | { readonly kind: "different"; readonly files: readonly string[] }
  /** One of the builds failed: what it printed. */
  | { readonly kind: "failed"; readonly when: "before" | "after"; readonly printed: string };

/**
 * Builds a copy of a content folder by `npx eleventy`, puts the new texts in, builds it again, and compares what was
 * written byte by byte. The folder itself is not touched.
 *
 * @param texts the new texts, by path
 * @param pages what is written of the pages, by their headers; Eleventy may be told to put one elsewhere
 */
export function prove(
  content: string,
  tree: SourceTree,
  texts: ReadonlyMap<string, string>,
  pages: readonly string[],
  terminal: Terminal,
): Proof {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pelican-modernize-")));
  const [input, before, after] = ["content", "before", "after"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    copyContent(content, tree, input);
    terminal.progress("Building the site as it is …");
    const first = runBuild(terminal.folder, input, before);
    const written = new Set(filesIn(before));
    if (isFailed(first)) return { kind: "failed", when: "before", printed: first.printed };
    // A build of another folder would prove nothing.
    if (pages.length > 0 && !pages.some((path) => written.has(path))) {
      return { kind: "failed", when: "before", printed: `${first.printed}\nThe build wrote none of its pages.` };
    }
    for (const [path, text] of texts) writeFileSync(join(input, path), text);
    terminal.progress("Building it with the new headers …");
    const second = runBuild(terminal.folder, input, after);
    if (isFailed(second)) return { kind: "failed", when: "after", printed: second.printed };
    const files = differentFiles(before, after);
    return files.length > 0 ? { kind: "different", files } : { kind: "same", files: written.size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A strict site ends with 1 where there are warnings, and is built all the same. */
function isFailed({ exitCode, printed }: BuildRun): boolean {
  return exitCode !== 0 && (exitCode !== 1 || /Problem writing Eleventy templates|Nothing was written/.test(printed));
}
