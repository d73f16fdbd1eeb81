import { withAnythingBetween } from "../maps/wildcards.ts";

const WITH_SETS = /\*+|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/gu;

/**
 * A pattern of Python's for the name of a file or folder, whole and in its own case.
 * Source: https://docs.python.org/3/library/fnmatch.html
 */
export function fnmatch(pattern: string): RegExp {
  const parts = [""];
  // Behind the last bracket there is no set, which would be looked for from each that opens one.
  const until = pattern.lastIndexOf("]") + 1;
  const [before, behind] = [pattern.slice(0, until), pattern.slice(until)];
  for (const [part, not, set] of [...before.matchAll(WITH_SETS), ...behind.matchAll(/\*+|[\s\S]/gu)]) {
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
