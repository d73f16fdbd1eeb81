import { type Finding, finding } from "../findings/finding.ts";

export type Decoded = { readonly text: string } | { readonly finding: Finding };

/** The text of a file in UTF-8, without its byte order mark; or what keeps it from being text. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? { finding: binary(bytes, file) } : { text };
  } catch {
    return { finding: notUtf8(bytes, file) };
  }
}

function binary(bytes: Uint8Array, file: string): Finding {
  const place = { file, ...placeOf(bytes, bytes.indexOf(0)) };
  return finding("file-binary", place, {
    message: "The file holds a NUL byte, so it is not a text.",
    consequence: "No page can be made of it, and the build stops.",
    fix: "Save it as plain text in UTF-8, or give it an ending other than .md or .html.",
  });
}

function notUtf8(bytes: Uint8Array, file: string): Finding {
  const place = { file, ...placeOf(bytes, firstBadByte(bytes)) };
  return finding("file-not-utf8", place, {
    message: "The file is not in UTF-8.",
    consequence: "Its letters would come out wrong, so the build stops.",
    fix: "Open it in your editor and save it with the encoding UTF-8.",
  });
}

/** By halving: the longest prefix that decodes ends where the first bad letter begins. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // What was let pass as the beginning of a letter was not one.
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good--;
  return good;
}

/** @param isOpen whether the bytes may end within a letter */
function decodes(bytes: Uint8Array, isOpen: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isOpen });
    return true;
  } catch {
    return false;
  }
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset);
  const line = before.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
  return { line, column: offset - before.lastIndexOf(10) };
}
