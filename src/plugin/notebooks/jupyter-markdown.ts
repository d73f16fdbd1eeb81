import { followFences } from "./follow-fences.ts";

const ITEM = /^(?:[-*+]|1[.)])[ \t]+\S/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/;
/** What is written in a heading as it is read. */
const PLAIN = /^[\p{L}\p{M}\p{N} .,:;?!()/&+-]+$/u;

/**
 * Jupyter's Markdown as Python-Markdown reads it: a list is set off from the paragraph that it follows, of which it would be
 * words, and code that nothing ends is ended, so that the next cell is none of it. Headings get the ids that Jupyter gives
 * them, to which links lead. Code and formulas stay as they are.
 *
 * @param isNew whether an id was not given before
 */
export function asPythonMarkdown(text: string, isNew: (id: string) => boolean): string {
  const fences = followFences();
  let [dollars, depth, isList, isText] = [0, 0, false, false];
  const lines = text.split("\n").map((line) => {
    const isCode = fences.isCode(line);
    const isOpen = isCode || dollars % 2 === 1 || depth > 0;
    if (!isCode) {
      dollars += count(line, /\$\$/g);
      depth = Math.max(0, depth + count(line, /\\begin\{|\\\[/g) - count(line, /\\end\{|\\\]/g));
    }
    const isItem = !isOpen && ITEM.test(line);
    const needsGap = isItem && isText && !isList;
    isText = line.trim() !== "";
    isList = isText && (isList || isItem);
    if (needsGap) return `\n${line}`;
    const id = isOpen ? undefined : idOf(line);
    return id !== undefined && isNew(id) ? `${line.trimEnd()} {#${id}}` : line;
  });
  return (fences.open() === "" ? lines : [...lines, fences.open()]).join("\n");
}

/** As nbconvert makes it: https://github.com/jupyter/nbconvert/blob/main/nbconvert/filters/strings.py (add_anchor) */
function idOf(line: string): string | undefined {
  const [, written = ""] = HEADING.exec(line) ?? [];
  const title = written
    .trimEnd()
    .replace(/(?<!#)#+$/, "")
    .trimEnd();
  return PLAIN.test(title) ? title.replaceAll(" ", "-") : undefined;
}

function count(line: string, mark: RegExp): number {
  return line.match(mark)?.length ?? 0;
}
