/** A line of a file, and its line break: empty at the end of the file. */
export interface Line {
  readonly text: string;
  readonly end: string;
}

/** The lines of a text, each with its own line break, so that everything else stays the same, byte for byte. */
export function splitLines(text: string): Line[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return lines.map((line) => {
    const end = /(?:\r\n|\r|\n)$/.exec(line)?.[0] ?? "";
    return { text: line.slice(0, line.length - end.length), end };
  });
}

/** The line break that a file uses. */
export function lineEndOf(lines: readonly Line[]): string {
  return lines.find(({ end }) => end !== "")?.end ?? "\n";
}

/** The text of lines; a line that was the last one and no longer is gets a line break. */
export function joinLines(lines: readonly Line[], end: string): string {
  return lines.map((line, index) => line.text + (line.end || (index < lines.length - 1 ? end : ""))).join("");
}
