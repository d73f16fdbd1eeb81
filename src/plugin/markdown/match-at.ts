import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** What a pattern finds where a rule within a line stands. @param pattern is sticky */
export function matchAt(pattern: RegExp, { src, pos }: Pick<StateInline, "src" | "pos">): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}
