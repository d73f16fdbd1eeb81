/** A title in lines that fit, and the size of their letters. */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly size: number;
}

const SIZES = [84, 72, 60, 50] as const;
const LINE_HEIGHT = 1.2;

/**
 * Breaks a title into lines: in the largest letters with which it fits, in the smallest it is cut.
 *
 * @param width of a line, in the same unit as the size
 */
export function wrapTitle(title: string, width: number, height: number): Wrapped {
  for (const size of SIZES) {
    const lines = linesOf(title, width / size);
    const isNarrow = lines.every((line) => widthOf(line) <= width / size);
    if (isNarrow && lines.length <= roomFor(size, height)) return { lines, size };
  }
  const size = SIZES[SIZES.length - 1] ?? 50;
  const kept = linesOf(title, width / size - 1).slice(0, roomFor(size, height));
  const lines = kept.map((line) => cut(line, width / size - 1));
  return { lines: lines.map((line, index) => (index === lines.length - 1 ? `${line}…` : line)), size };
}

function roomFor(size: number, height: number): number {
  return Math.floor(height / (size * LINE_HEIGHT));
}

function linesOf(title: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).filter((one) => one !== "")) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function cut(line: string, width: number): string {
  const letters = [...line];
  while (letters.length > 0 && widthOf(letters.join("")) > width) letters.pop();
  return letters.join("");
}

/** About how wide a text is in Roboto Slab Bold, in the size of its letters; rather too much than too little. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

function widthOfLetter(letter: string): number {
  if (/[ .,:;'’|!ijl()[\]]/.test(letter)) return 0.33;
  if (/[mwMW@%—…жшщюЖШЩЮ]/.test(letter)) return 1.06;
  if (/[\p{Lu}\d&]/u.test(letter)) return 0.7;
  // Scripts whose letters are squares.
  return /[\u2e80-\uffef]|[^\0-\uffff]/u.test(letter) ? 1.05 : 0.59;
}
