/**
 * The text of a Python string: in quotes of any kind, raw or not.
 * Source: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 *
 * @param source the string as it is written, with its prefix and quotes
 * @returns undefined for bytes, for a string that is not closed, and for one with an escape that Python refuses
 */
export function stringValue(source: string): string | undefined {
  const match = /^([a-z]*)("""|'''|"|')([\s\S]*)\2$/i.exec(source);
  const [, prefix = "", , body = ""] = match ?? [];
  if (!match || !/^[ur]?$/i.test(prefix)) return undefined;
  const text = body.replace(/\r\n?/g, "\n");
  return /r/i.test(prefix) ? text : unescaped(text);
}

const SINGLE: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

const ESCAPE = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;

function unescaped(text: string): string | undefined {
  let isWhole = true;
  const value = text.replace(ESCAPE, (whole, octal, hex, short, long, other) => {
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    if (other === undefined) return letter(Number.parseInt(hex ?? short ?? long, 16)) ?? refuse();
    // By name, and escapes that lack digits.
    if (/[NxuU]/.test(other)) return refuse();
    return SINGLE.get(other) ?? whole;
  });
  return isWhole ? value : undefined;

  function refuse(): string {
    isWhole = false;
    return "";
  }
}

function letter(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
