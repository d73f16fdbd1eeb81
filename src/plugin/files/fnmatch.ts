import { withAnythingBetween } from "../maps/wildcards.ts";

/**
 * A pattern of Python's for the name of a file or folder, whole and in its own case.
 * Source: https://docs.python.org/3/library/fnmatch.html
 */
export function fnmatch(pattern: string): RegExp {
  const parts = [""];
  for (const [part, not, set] of pattern.matchAll(/\*+|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/gu)) {
    if (part.startsWith("*")) parts.push("");
    else parts.push(parts.pop() + sourceOf(part, not, set));
  }
  try {
    return new RegExp(`^${withAnythingBetween(parts, "[^]")}$`, "u");
  } catch {
    // A range that begins after its end: nothing is in it.
    return /(?!)/;
  }
}

function sourceOf(part: string, not: string | undefined, set: string | undefined): string {
  if (part === "?") return "[^]";
  if (set !== undefined) return `[${not === "!" ? "^" : ""}${set.replace(/[\\\][^]/g, "\\$&")}]`;
  return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
