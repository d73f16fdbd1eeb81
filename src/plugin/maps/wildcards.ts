/**
 * The source of a regular expression for texts with anything between some parts. What comes first of a part is taken, and no
 * other of it is tried: with many wildcards that would come to no end.
 *
 * @param parts sources without groups that have a number
 * @param any one character of what a wildcard stands for, where it stands between two of them
 */
export function withAnythingBetween(parts: readonly string[], any: string): string {
  const [first = "", ...others] = parts;
  const last = others.pop();
  const between = others.map((part, index) => `(?=(${any}*?${part}))\\${index + 1}`);
  return first + between.join("") + (last === undefined ? "" : `${any}*${last}`);
}
