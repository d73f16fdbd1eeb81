/** The beginning of a block of code that nothing ends. */
export interface OpenFence {
  /** From 0. */
  readonly line: number;
  readonly mark: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
/** What is in these is as it stands. */
const RAW = /^ {0,3}<(pre|script|style|textarea)\b/i;

/**
 * Where a block of code begins whose last line is missing, and more than that block follows: all below it is code.
 * Source: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function openFence(source: string): OpenFence | undefined {
  if (!/^ {0,3}(?:```|~~~)/m.test(source)) return undefined;
  const lines = source.split(/\r\n|\r|\n/);
  let open: OpenFence | undefined;
  let raw: string | undefined;
  for (const [line, text] of lines.entries()) {
    raw ??= open ? undefined : RAW.exec(text)?.[1];
    if (raw !== undefined) {
      if (text.toLowerCase().includes(`</${raw.toLowerCase()}`)) raw = undefined;
      continue;
    }
    const [, mark, info = ""] = FENCE.exec(text) ?? [];
    if (mark === undefined) continue;
    if (!open) open = mark.startsWith("`") && info.includes("`") ? undefined : { line, mark };
    else if (mark.startsWith(open.mark) && info.trim() === "") open = undefined;
  }
  return open && /\n[ \t]*\n[ \t]*\S/.test(lines.slice(open.line + 1).join("\n")) ? open : undefined;
}
