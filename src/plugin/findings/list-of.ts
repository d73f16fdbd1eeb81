/** `a, b and c`. */
export function listOf(names: readonly string[], last: "and" | "or" = "and"): string {
  return names.join(", ").replace(/, ([^,]*)$/, ` ${last} $1`);
}
