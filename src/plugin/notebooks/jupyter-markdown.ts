const ITEM = /^(?:[-*+]|1[.)])[ \t]+\S/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Jupyter's Markdown as Python-Markdown reads it: a list is set off from the paragraph that it follows, of which it would be
 * words, and code that nothing ends is ended, so that the next cell is none of it. Code and formulas stay as they are.
 */
export function asPythonMarkdown(text: string): string {
  let [fence, dollars, depth, isList, isText] = ["", 0, 0, false, false];
  const lines = text.split("\n").map((line) => {
    const [, mark = ""] = FENCE.exec(line) ?? [];
    const isCode = fence !== "" || mark !== "";
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    const isOpen = isCode || dollars % 2 === 1 || depth > 0;
    if (!isCode) {
      dollars += count(line, /\$\$/g);
      depth = Math.max(0, depth + count(line, /\\begin\{|\\\[/g) - count(line, /\\end\{|\\\]/g));
    }
    const isItem = !isOpen && ITEM.test(line);
    const needsGap = isItem && isText && !isList;
    isText = line.trim() !== "";
    isList = isText && (isList || isItem);
    return needsGap ? `\n${line}` : line;
  });
  return (fence === "" ? lines : [...lines, fence]).join("\n");
}

function count(line: string, mark: RegExp): number {
  return line.match(mark)?.length ?? 0;
}
