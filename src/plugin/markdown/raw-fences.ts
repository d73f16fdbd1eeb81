/** A block of fenced code, with its place in a source. */
export interface RawFence {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly info: string;
  readonly code: string;
}

const FENCE = /^(`{3,}|~{3,}) *([^`\n]*)$/;

/**
 * The blocks of code between fences at the starts of lines. Python-Markdown looks for them before it looks for anything
 * else: in HTML there may be some, and in them is no HTML.
 * Source: `FencedBlockPreprocessor`, https://python-markdown.github.io/extensions/fenced_code_blocks/
 */
export function rawFences(source: string): readonly RawFence[] {
  if (!/^(?:```|~~~)/m.test(source)) return [];
  const lines = source.split("\n");
  const closings = closingLines(lines);
  const fences: RawFence[] = [];
  let start = 0;
  for (let index = 0; index < lines.length; index++) {
    const last = closings[index];
    const line = lines[index] ?? "";
    if (last === undefined) {
      start += line.length + 1;
      continue;
    }
    const [, mark = "", info = ""] = FENCE.exec(line) ?? [];
    const code = lines.slice(index + 1, last).map((text) => `${text}\n`);
    const end = start + line.length + 1 + code.join("").length + (lines[last] ?? "").length;
    fences.push({ start, end, mark, info, code: code.join("") });
    start = end + 1;
    index = last;
  }
  return fences;
}

/** For each line that may open a block, the next one that would close it. */
function closingLines(lines: readonly string[]): readonly (number | undefined)[] {
  const below = new Map<string, number>();
  const found = new Array<number | undefined>(lines.length);
  for (let index = lines.length - 1; index >= 0; index--) {
    const [, mark, info] = FENCE.exec(lines[index] ?? "") ?? [];
    if (mark === undefined) continue;
    found[index] = below.get(mark);
    if (info === "") below.set(mark, index);
  }
  return found;
}

/** A source with blanks in the place of the code between fences. */
export function withoutFences(source: string): string {
  let hidden = "";
  let at = 0;
  for (const { start, end } of rawFences(source)) {
    hidden += source.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return hidden + source.slice(at);
}
