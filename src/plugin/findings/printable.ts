/**
 * A text that may hold what authors wrote, for a terminal or a log: escape sequences in it do nothing, nothing in it is
 * hidden or turns round what is beside it, and no line of it is a command to the program that runs a build. GitHub's runner
 * obeys a line that begins with `::`, and `##[…]` anywhere in one; Azure's obeys `##vso[…]`. A word joiner, which nobody
 * sees, breaks them.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function printable(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\u{fffd}")
    .replace(UNSEEN, codeOf)
    .replace(/^([^\S\n\u2028\u2029]*:)(?=:)/gm, "$1\u2060")
    .replace(/##(?=\w*\[)/g, "##\u2060");
}

/**
 * Characters that nobody sees, and that turn round what is beside them or hide a text: all of Unicode's format characters
 * but soft hyphens, joiners, which words and emoji are written with, and Arabic and Syriac signs, which are seen.
 * Source: https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const UNSEEN = /(?!\u200d|[\u00ad\u0600-\u0605\u06dd\u070f\u08e2\u200c\u2060])\p{Cf}/gu;

function codeOf(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** The same for a name that must stay on one line, such as that of a file. */
export function printableName(name: string): string {
  return printable(name.replace(/[\n\u2028\u2029]/g, "\u2424"));
}

/** A value as JSON, in which no line is a command or holds an escape sequence either: what reads it gets the same value. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll("##", "#\\u0023");
  const escaped = text.replace(/[\x7f-\x9f]/g, escapeOf).replace(UNSEEN, escapeOf);
  return `${escaped}\n`;
}

/** Of each half of a character beyond the first 65,536. */
function escapeOf(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
