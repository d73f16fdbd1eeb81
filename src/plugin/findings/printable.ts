/**
 * A text that may hold what authors wrote, for a terminal or a log: escape sequences in it do nothing, and no line of it is
 * a command to the program that runs a build. GitHub's runner obeys a line that begins with `::`, and `##[…]` anywhere in
 * one; Azure's obeys `##vso[…]`. A word joiner, which nobody sees, breaks them.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function printable(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\u{fffd}")
    .replace(/^(\s*:)(?=:)/gm, "$1\u2060")
    .replace(/##(?=\w*\[)/g, "##\u2060");
}

/** The same for a name that must stay on one line, such as that of a file. */
export function printableName(name: string): string {
  return printable(name.replace(/[\n\u2028\u2029]/g, "\u2424"));
}

/** A value as JSON, in which no line is a command or holds an escape sequence either: what reads it gets the same value. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll("##", "#\\u0023");
  return `${text.replace(/[\x7f-\x9f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`)}\n`;
}
