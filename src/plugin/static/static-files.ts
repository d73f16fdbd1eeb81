import { posix } from "node:path";
import { isBelow } from "../files/is-below.ts";
import { PAGE_FILE } from "../files/read-tree.ts";
import { type Finding, finding } from "../findings/finding.ts";
import { hasHeader } from "../header/has-header.ts";
import { reasonAgainst, tidyPath } from "../pages/paths.ts";
import type { Settings } from "../settings.ts";

/**
 * Where each file of the content folder that is no page is written, as in Pelican: the files of `staticPaths` at their
 * own paths, those of `extraPathMetadata` where it says. The others are written only where a text asks for them.
 * Source: https://docs.getpelican.com/en/latest/content.html#static-content
 */
export interface StaticFiles {
  /** For every file that a text may ask for. */
  readonly targets: ReadonlyMap<string, string>;
  /** The files that are written whether a text asks for them or not. */
  readonly copied: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** @param isTaken whether a page of the site is written to a file */
export function planStaticFiles(
  assets: readonly string[],
  settings: Settings,
  isTaken: (saveAs: string) => boolean,
): StaticFiles {
  const moved = movedFiles(assets, settings);
  const targets = new Map(assets.map((asset) => [asset, moved.targets.get(asset) ?? asset]));
  const copied = new Set<string>();
  const sources = new Map<string, string>();
  const findings = [...moved.findings];
  for (const [asset, target] of targets) {
    if (!moved.targets.has(asset) && !isBelow(asset, settings.staticPaths)) continue;
    const other = sources.get(target);
    if (other !== undefined || isTaken(target)) findings.push(taken(asset, target, other));
    else {
      sources.set(target, asset);
      copied.add(asset);
    }
  }
  return { targets, copied, findings };
}

/**
 * Whether a file is static by the settings: then it is copied and never a page. A source of a page is not copied, as in
 * Pelican (STATIC_EXCLUDE_SOURCES), in whatever folder it is. What could be one by its name is one below `pagePaths` and
 * `articlePaths`, and elsewhere by its header: all of Pelican's content is below its ARTICLE_PATHS, if not told otherwise.
 *
 * @param textOf the file's text, for who has it; undefined where it is none
 */
export function isStaticFile(
  path: string,
  settings: Settings,
  textOf: () => string | undefined = () => undefined,
): boolean {
  const moved = Object.keys(settings.extraPathMetadata).map((from) => posix.normalize(from));
  if (moved.includes(path)) return true;
  if (!isBelow(path, settings.staticPaths)) return false;
  if (!PAGE_FILE.test(path)) return true;
  const { pagePaths, articlePaths, staticPaths } = settings;
  if (isBelow(path, named([...pagePaths, ...articlePaths])) || !isBelow(path, named(staticPaths))) return false;
  const text = textOf();
  return text === undefined || !hasHeader({ path, text });
}

/** The folders but for the whole content, which tells nothing of a file. */
function named(folders: readonly string[]): string[] {
  return folders.filter((folder) => !isBelow("", [folder]));
}

function movedFiles(
  assets: readonly string[],
  settings: Settings,
): { targets: Map<string, string>; findings: Finding[] } {
  const findings: Finding[] = [];
  const targets = new Map<string, string>();
  for (const [name, { path }] of Object.entries(settings.extraPathMetadata)) {
    const from = posix.normalize(name);
    const reason = reasonAgainst(path);
    if (!assets.includes(from)) findings.push(missing(name));
    else if (reason !== undefined) findings.push(unsafe(name, path, reason));
    else targets.set(from, tidyPath(path));
  }
  return { targets, findings };
}

const IN_SETTINGS = { file: "the site's settings", line: 1, column: 1 };

function unsafe(from: string, path: string, reason: string): Finding {
  return finding("static-unsafe", IN_SETTINGS, {
    field: "extraPathMetadata",
    message: `extraPathMetadata cannot put “${from}” at “${path}”: ${reason}.`,
    consequence: "The file is not put there.",
    fix: "Write a path inside the site, such as “CNAME”.",
  });
}

function taken(from: string, target: string, other: string | undefined): Finding {
  return finding(
    "static-taken",
    { file: from, line: 1, column: 1 },
    {
      message: `The file would be written to ${target}, and so is ${other ?? "a page"}.`,
      consequence: "The file was left out.",
      fix: "Give one of the two another place.",
    },
  );
}

function missing(from: string): Finding {
  return finding("static-missing", IN_SETTINGS, {
    field: "extraPathMetadata",
    message: `extraPathMetadata names “${from}”, and there is no such file.`,
    consequence: "Nothing is copied for it.",
    fix: "Write the path of a file, from the content folder.",
  });
}
