import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";

export type Decoded = { readonly text: string } | { readonly report: Report };

/** The text of a file in UTF-8, without its byte order mark; or what keeps it from being text. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0")
      ? { report: report("file-binary", placeAt(bytes, bytes.indexOf(0), file), { isUtf16: isUtf16(bytes) }) }
      : { text };
  } catch {
    const at = placeAt(bytes, firstBadByte(bytes), file);
    return { report: report("file-not-utf8", at, { isUtf16: isUtf16(bytes) }) };
  }
}

/** By its byte order mark, or because every other byte of its beginning is zero, as in Latin letters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  const zeros = (odd: number) => start.every((byte, index) => (byte === 0) === (index % 2 === odd));
  return start.length > 3 && (zeros(0) || zeros(1));
}

/** By halving: the longest prefix that decodes ends where the first bad character begins. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // What was accepted as the beginning of a character was not one.
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good--;
  return good;
}

/** @param isOpen whether the bytes may end within a character */
function decodes(bytes: Uint8Array, isOpen: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isOpen });
    return true;
  } catch {
    return false;
  }
}

function placeAt(bytes: Uint8Array, offset: number, file: string): Place {
  const before = bytes.subarray(0, offset);
  const line = before.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
  return { file, line, column: offset - before.lastIndexOf(10) };
}
