import { posix } from "node:path";
import { isBelow } from "../files/is-below.ts";
import { type Finding, finding } from "../findings/finding.ts";
import { safeSaveAs } from "../pages/paths.ts";
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

export function planStaticFiles(assets: readonly string[], settings: Settings): StaticFiles {
  const findings: Finding[] = [];
  const moved = new Map<string, string>();
  for (const [from, { path }] of Object.entries(settings.extraPathMetadata)) {
    const place = { file: "the site's settings", line: 1, column: 1 };
    const safe = safeSaveAs(path, place);
    if (safe.path === undefined) findings.push(...safe.findings);
    else moved.set(posix.normalize(from), safe.path);
    if (!assets.includes(posix.normalize(from))) findings.push(missing(from, place));
  }
  const targets = new Map(assets.map((asset) => [asset, moved.get(asset) ?? asset]));
  const copied = new Set(assets.filter((asset) => moved.has(asset) || isBelow(asset, settings.staticPaths)));
  return { targets, copied, findings };
}

function missing(from: string, place: { file: string; line: number; column: number }): Finding {
  return finding("static-missing", place, {
    field: "extraPathMetadata",
    message: `extraPathMetadata names “${from}”, and there is no such file.`,
    consequence: "Nothing is copied for it.",
    fix: "Write the path of a file, from the content folder.",
  });
}
