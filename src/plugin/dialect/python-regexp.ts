/** What of Python's regular expressions JavaScript writes otherwise, outside of a set. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: "(?<![^])",
  Z: "(?![^])",
  a: "\\x07",
  f: "\\f",
  n: "\\n",
  r: "\\r",
  t: "\\t",
  v: "\\v",
};

/** Python's classes: they know all letters, digits and blanks there are. */
const CLASSES: Readonly<Record<string, string>> = {
  w: "[\\p{L}\\p{N}_]",
  W: "[^\\p{L}\\p{N}_]",
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  s: "[[\\s\\x1c-\\x1f\\x85]--\\ufeff]",
  S: "[^[[\\s\\x1c-\\x1f\\x85]--\\ufeff]]",
};

const ASCII: Readonly<Record<string, string>> = { w: "[A-Za-z0-9_]", W: "[^A-Za-z0-9_]", d: "[0-9]", D: "[^0-9]" };

/** The parts of an expression, the longer first; a set is read by itself. */
const PART =
  /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|0[0-7]{0,2}|[1-9]\d?|.)|\(\?P<\w+>|\(\?P=\w+\)|\(\?#[^)]*\)|\(\?[a-zA-Z-]*[:)]|\(\?(?:<?[=!])?|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*(?:,\d*)?\}|[*+?}]\+|./gsu;

/** Nobody writes a longer one, and what is not closed in one is looked for from each of its beginnings. */
const LONGEST = 10_000;

/**
 * A regular expression of Python's (https://docs.python.org/3/library/re.html) as JavaScript's.
 *
 * @param flags those that it has besides its own: `i` for IGNORECASE
 * @throws {Error} in words, where JavaScript has no such thing
 */
export function pythonRegExp(source: string, flags = ""): RegExp {
  if (source.length > LONGEST) throw new Error(`it has more than ${LONGEST} characters`);
  const inline = [...source.matchAll(/\(\?([a-zA-Z]+)\)/g)].flatMap(([, letters = ""]) => [...letters]);
  const all = new Set([...flags, ...inline]);
  for (const flag of all) if (!"imsuag".includes(flag)) throw new Error(`the flag “${flag}” is not known here`);
  const js = source.replace(PART, (part) => translated(part, all));
  const kept = [...all].filter((flag) => "ig".includes(flag)).join("");
  try {
    return new RegExp(js, `${kept}v`);
  } catch {
    throw new Error("it is not a regular expression that can be read here");
  }
}

function translated(part: string, flags: ReadonlySet<string>): string {
  if (part.startsWith("\\")) return escaped(part, flags);
  if (part.startsWith("[")) return set(part, flags);
  if (/^\(\?P[<=]/.test(part)) return part.replace("?P<", "?<").replace(/^\(\?P=(\w+)\)$/, "\\k<$1>");
  if (part.startsWith("(?#") || /^\(\?[a-zA-Z]+\)$/.test(part)) return "";
  if (/^\(\?[a-zA-Z-]+:$/.test(part)) return group(part, flags);
  if (part === "(?" || /^[*+?}]\+$/.test(part)) throw new Error(`“${part}” has no counterpart here`);
  const ofLines = flags.has("m");
  switch (part) {
    case "^":
      return ofLines ? "(?<=^|\\n)" : part;
    case "$":
      return ofLines ? "(?=\\n|$)" : "(?=\\n?$)";
    case ".":
      return flags.has("s") ? "[^]" : "[^\\n]";
    case "{":
    case "}":
    case "]":
    case "{}":
    case "{,}":
      return part.replace(/[{}\]]/g, "\\$&");
    default:
      return part.replace(/^\{,/, "{0,");
  }
}

/** A group with flags of its own: those that hold anyway need none. */
function group(part: string, flags: ReadonlySet<string>): string {
  const isSame = [...part.slice(2, -1)].every((flag) => flag === "u" || flags.has(flag));
  if (!isSame) throw new Error(`“${part}” has no counterpart here`);
  return "(?:";
}

function escaped(part: string, flags: ReadonlySet<string>): string {
  const letter = part.slice(1);
  const word = classOf("w", flags);
  if (letter === "b") return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
  if (letter === "B") return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
  if (Object.hasOwn(CLASSES, letter)) return classOf(letter, flags);
  if (Object.hasOwn(ESCAPES, letter)) return ESCAPES[letter] ?? "";
  if (/^[1-9]/.test(letter)) return part;
  return literal(part);
}

function classOf(letter: string, flags: ReadonlySet<string>): string {
  return (flags.has("a") ? ASCII[letter] : undefined) ?? CLASSES[letter] ?? "";
}

/** `[\w\s-]`: each of its members by itself, for JavaScript gives more signs a meaning there. */
function set(part: string, flags: ReadonlySet<string>): string {
  const [, not = "", members = ""] = /^\[(\^?)(.*)\]$/s.exec(part) ?? [];
  const read = members.replace(/(\\(?:x..|u.{4}|U.{8}|0[0-7]{0,2}|.)|.)(?:-(\\(?:x..|u.{4}|U.{8}|.)|.))?/gsu, range);
  // A set of nothing but what is not something is written as one.
  return `[${not}${read}]`;

  function range(whole: string, from: string, to: string | undefined): string {
    if (to === undefined) return member(from);
    if (/^\\[wWdDsS]$/.test(from)) return `${member(from)}${literal("-")}${member(to)}`;
    return `${member(from)}-${member(to) || whole}`;
  }

  function member(one: string): string {
    const letter = one.slice(1);
    if (one === "\\b") return "\\x08";
    if (one.startsWith("\\") && Object.hasOwn(CLASSES, letter)) return classOf(letter, flags);
    if (one.startsWith("\\") && letter !== "A" && letter !== "Z" && Object.hasOwn(ESCAPES, letter))
      return ESCAPES[letter] ?? "";
    return literal(one);
  }
}

/** One character by its number, so that it means nothing but itself. */
function literal(part: string): string {
  const letter = part.slice(1);
  if (part.length === 1 || !part.startsWith("\\")) return code(part.codePointAt(0) ?? 0);
  if (/^[xuU][\da-f]{2,8}$/i.test(letter)) return code(Number.parseInt(letter.slice(1), 16));
  if (letter.startsWith("0")) return code(Number.parseInt(letter, 8));
  if (/^[A-Za-z]$/.test(letter)) throw new Error(`“${part}” has no counterpart here`);
  return code(letter.codePointAt(0) ?? 0);
}

function code(point: number): string {
  return `\\u{${point.toString(16)}}`;
}

/**
 * What stands in place of a match, as Python's `re.sub` has it (`\1`, `\g<name>`), as JavaScript's `replace` has it.
 *
 * @throws {Error} in words, where it holds what Python does not know either
 */
export function pythonReplacement(text: string): string {
  return text.replace(
    /\\(?:g<(\w+)>|([1-9]\d?)|(.)|$)|\$/gsu,
    (part, name?: string, number?: string, sign?: string) => {
      if (part === "$") return "$$";
      if (name === "0") return "$&";
      const group = number ?? (/^\d+$/.test(name ?? "") ? name : undefined);
      if (group !== undefined) return `$${group.padStart(2, "0")}`;
      if (name !== undefined) return `$<${name}>`;
      if (sign === "n") return "\n";
      if (sign === undefined || /[A-Za-z\d]/.test(sign)) throw new Error(`“${part}” has no counterpart here`);
      return sign === "\\" ? sign : part;
    },
  );
}
