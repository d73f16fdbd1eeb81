/**
 * A pattern of Python's for the name of a file or folder, whole and in its own case.
 * Source: https://docs.python.org/3/library/fnmatch.html
 */
export function fnmatch(pattern: string): RegExp {
  const source = pattern.replace(/\*+|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/gu, (part, not?: string, set?: string) => {
    if (part.startsWith("*")) return "[^]*";
    if (part === "?") return "[^]";
    if (set !== undefined) return `[${not === "!" ? "^" : ""}${set.replace(/[\\\][^]/g, "\\$&")}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    // A range that begins after its end: nothing is in it.
    return /(?!)/;
  }
}
