/** @returns undefined for one that JSON does not have */
export function numberValue(source: string): number | undefined {
  const digits = source.replaceAll("_", "");
  // In Python no number but 0 has a leading zero; JavaScript reads `0o17`, `0b1` and `0xff` in the same way.
  const value = /^0\d/.test(digits) ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The text of a Python string, in quotes of any kind, raw or not; of bytes, too.
 * Source: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 *
 * @param source the string with its prefix and quotes
 * @returns undefined for an unclosed string, and for one with an escape that Python rejects
 */
export function stringValue(source: string): string | undefined {
  const match = /^([a-z]*)("""|'''|"|')([\s\S]*)\2$/i.exec(source);
  const [, prefix = "", , body = ""] = match ?? [];
  if (!match || !/^(?:u|b|r|br|rb)?$/i.test(prefix)) return undefined;
  const text = body.replace(/\r\n?/g, "\n");
  return /r/i.test(prefix) ? text : unescaped(text);
}

/** What a backslash and one character mean. */
const SINGLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "\n": "",
    "\\": "\\",
    "'": "'",
    '"': '"',
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
  }),
);

const ESCAPE = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;

/** @returns undefined for an escape that Python rejects */
export function unescaped(text: string): string | undefined {
  let isValid = true;
  const value = text.replace(ESCAPE, (whole, octal, hex, short, long, other) => {
    const digits = hex ?? short ?? long;
    const code = octal === undefined ? Number.parseInt(digits, 16) : Number.parseInt(octal, 8);
    if (other === undefined && code <= 0x10ffff) return String.fromCodePoint(code);
    // Characters by name, and escapes that lack digits.
    if (other === undefined || /[NxuU]/.test(other)) isValid = false;
    return SINGLE.get(other) ?? whole;
  });
  return isValid ? value : undefined;
}
