import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction, Diagnostic, Range } from "vscode-languageserver-types";
import { diagnosticOf } from "../../editors/diagnostics.ts";
import { textEdits } from "../../editors/text-edits.ts";
import { ALL_CONFIGS } from "../../plugin/files/project-files.ts";
import type { Finding } from "../../plugin/findings/finding.ts";
import { relativePath } from "../../plugin/findings/relative-path.ts";
import { fixOne } from "../../plugin/fix/fix-tree.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import type { LoadedSite } from "../loaded-site.ts";
import type { Made } from "./edited-site.ts";

/** Where a site's files are. Findings name those of the content from there, the settings and the ledger from the project. */
export interface Folders {
  readonly content: string;
  readonly project: string;
}

interface Told extends Pick<Made, "tree"> {
  readonly site: Pick<Made["site"], "findings">;
}

/** All findings of a site, by the full paths of their files. */
export function diagnosticsOf({ site, tree }: Told, folders: Folders): Map<string, Diagnostic[]> {
  const texts = new Map(tree.files.map(({ path, text }) => [path, text]));
  const linesOf = memoize((file: string) =>
    (texts.get(relativePath(folders.content, file)) ?? textOf(file)).split(/\r\n|\r|\n/),
  );
  const known = new Set(texts.keys());
  const byFile = groupBy(site.findings, ({ file }) =>
    known.has(file) ? join(folders.content, file) : fileOf(file, folders),
  );
  return new Map(
    [...byFile].map(([file, all]) => {
      return [file, all.map((one) => diagnosticOf(one, linesOf(file)[one.line - 1] ?? ""))];
    }),
  );
}

/**
 * What `fix` would do about the findings in a range of a file, one by one.
 *
 * @param path the file, from the content folder
 * @param uriOf what the editor calls a file
 */
export function quickFixes(
  made: Made,
  { path, range }: { readonly path: string; readonly range: Range },
  remake: LoadedSite["remake"],
  { content }: Pick<Folders, "content">,
  uriOf: (file: string) => string,
): CodeAction[] {
  const texts = new Map(made.tree.files.map((file) => [file.path, file.text]));
  const lines = (texts.get(path) ?? "").split(/\r\n|\r|\n/);
  const isThere = ({ file, line, edits }: Finding) =>
    file === path && edits.length > 0 && line - 1 >= range.start.line && line - 1 <= range.end.line;
  return made.site.findings.filter(isThere).flatMap((finding) => {
    const changes = [...fixOne(made.tree, made.site, finding, remake)].map(([file, text]) => {
      return [uriOf(join(content, file)), textEdits(texts.get(file) ?? "", text)] as const;
    });
    if (changes.length === 0) return [];
    const diagnostics = [diagnosticOf(finding, lines[finding.line - 1] ?? "")];
    const edit = { changes: Object.fromEntries(changes) };
    return { title: titleOf(finding), kind: "quickfix", diagnostics, isPreferred: true, edit };
  });
}

/** Menus of editors have room for so much. */
const LONGEST = 100;

function titleOf({ fix }: Finding): string {
  const line = fix.replace(/\s+/g, " ");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** What is about the settings, wherever they are, is shown in what configures the project. */
function fileOf(path: string, { content, project }: Folders): string {
  const named = [join(content, path), join(project, path)];
  const settings = ["_data/site.json", ...ALL_CONFIGS].map((file) => join(project, file));
  return [...named, ...settings].find((file) => existsSync(file)) ?? join(content, path);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
