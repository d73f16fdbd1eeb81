import { isMap, isScalar, parseDocument } from "yaml";
import type { HeaderLine } from "../header/header.ts";
import { isEleventyName, textOf } from "../header/yaml-header.ts";

/** What every reader of YAML takes for the text that it is, in a list or a mapping on one line, too. */
const PLAIN = /^(?:\.{0,2}\/)*[\p{L}](?:[\p{L}\p{N} /._()+&='!?~%@;#-]|:(?=[^\s]))*$/u;
/** Words and numbers that some reader of YAML takes for something else (https://yaml.org/type/bool.html). */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null|\.?nan|\.?inf)$/i;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]/;

/** A text as a YAML value; in quotation marks where it would be something else without. */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !NOT_TEXT.test(text) && !/\s$|\s[\s#]/.test(text)) return text;
  return quoted(text);
}

function quoted(text: string): string {
  if (/["\\]/.test(text) && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The lines of a field in YAML that is read as it was in Pelican's header: as they are written, if that can be.
 *
 * @param value its whole value, that of repeated fields included
 * @returns undefined where YAML has no way to say it
 */
export function fieldInYaml({ key }: HeaderLine, value: string, written: readonly string[]): string[] | undefined {
  const name = isEleventyName(key) || !readsAs([`${key}: x`], key, "x") ? JSON.stringify(key) : key;
  const lines = value.split("\n");
  const block = [`${name}: |-`, ...lines.map((line) => (line === "" ? "" : `    ${line}`))];
  const inQuotes = `${name}: ${quoted(value)}`;
  const ways = [
    ...(name === key ? [[...written]] : []),
    [`${name}: ${value}`],
    // Whoever searches the files for a value finds it: nothing in it is written in another way than it was.
    ...(inQuotes.includes(value) ? [[inQuotes]] : []),
    block,
    [inQuotes],
  ];
  return ways.find((lines) => readsAs(lines, key, value));
}

/** Whether lines are, in YAML, one field of this name and value. */
function readsAs(lines: readonly string[], key: string, value: string): boolean {
  if (!/^\S/.test(lines[0] ?? "")) return false;
  // A line that follows, so that nothing is left open.
  const document = parseDocument(`${lines.join("\n")}\nend: x\n`, { version: "1.2", logLevel: "error" });
  if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(document.contents)) return false;
  const [pair, end, ...others] = document.contents.items;
  if (!pair || !end || others.length > 0 || !isScalar(pair.key)) return false;
  const isText = pair.value === null || isScalar(pair.value);
  return isText && pair.key.value === key && (textOf(pair.value) ?? "") === value;
}
