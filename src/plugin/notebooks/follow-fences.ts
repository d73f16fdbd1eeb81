const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Follows the blocks of code between fences from line to line. */
export interface Fences {
  /** Whether the line that comes next is code, or a fence. */
  readonly isCode: (line: string) => boolean;
  /** The fence of a block that nothing has ended; empty where there is none. */
  readonly open: () => string;
}

/** Begins above the first line. */
export function followFences(): Fences {
  let open = "";
  const isCode = (line: string) => {
    const [, mark = ""] = FENCE.exec(line) ?? [];
    const isWithin = open !== "" || mark !== "";
    if (open === "") open = mark;
    else if (mark.startsWith(open)) open = "";
    return isWithin;
  };
  return { isCode, open: () => open };
}
