/** A line of a file, and what ends it: nothing at the end of the file. */
export interface Line {
  readonly text: string;
  readonly end: string;
}

/** The lines of a text, each with its own end, so that what is not changed is the same byte for byte. */
export function splitLines(text: string): Line[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return lines.map((line) => {
    const end = /[\r\n]+$/.exec(line)?.[0] ?? "";
    return { text: line.slice(0, line.length - end.length), end };
  });
}

/** The end that a file's lines have. */
export function lineEndOf(lines: readonly Line[]): string {
  return lines.find(({ end }) => end !== "")?.end ?? "\n";
}

/** The text of lines; one that was the file's last and is so no longer gets an end. */
export function joinLines(lines: readonly Line[], end: string): string {
  return lines.map((line, index) => line.text + (line.end || (index < lines.length - 1 ? end : ""))).join("");
}
