import type { DateTime } from "luxon";
import type { SourceTree } from "../files/source-file.ts";
import { STOPPING } from "../findings/codes.ts";
import { type Finding, finding } from "../findings/finding.ts";
import type { Settings } from "../settings.ts";
import { withoutConflicts } from "./conflicts.ts";
import type { Page } from "./page.ts";
import { type ReadPage, readPage } from "./read-page.ts";

/**
 * The pages and posts that are written: all files but empty ones, posts whose day has not come, and those
 * whose place another has taken.
 */
export function readPages(
  tree: SourceTree,
  settings: Settings,
  now: DateTime,
  read: ReadPage = readPage,
): { pages: readonly Page[]; findings: Finding[] } {
  const { files } = tree;
  const empty = files.filter((file) => file.text.trim() === "").map((file) => emptyFile(file.path));
  const all = files.filter((file) => file.text.trim() !== "").map((file) => read(file, settings));
  const readable = all.filter((result) => !result.findings.some(({ code }) => STOPPING.has(code)));
  const due = readable.map(({ page }) => page).filter((page) => settings.withFutureDates || !isInFuture(page, now));
  const { pages, findings } = withoutConflicts(due);
  return { pages, findings: [...empty, ...all.flatMap((result) => result.findings), ...findings] };
}

/** Posts that are dated after the build; they wait for their day. */
function isInFuture(page: Page, now: DateTime): boolean {
  return page.kind === "post" && page.date !== undefined && page.date > now;
}

function emptyFile(path: string): Finding {
  return finding(
    "file-empty",
    { file: path, line: 1, column: 1 },
    {
      message: "The file is empty.",
      consequence: "No page is made of it.",
      fix: "Write a header and a text, or remove the file.",
    },
  );
}
