import { isKind, isSequence, known, LONGEST, Unreadable, type Value } from "./values.ts";

/** Deeper lists are not written out. */
const DEEPEST = 20;

/** Python's `str`. */
export function textOf(value: Value): string {
  const it = known(value);
  return typeof it === "string" ? it : isKind(it, "path") ? it.text : representation(it);
}

/** Python's `repr`. */
export function representation(value: Value, depth = 0): string {
  const it = known(value);
  if (depth > DEEPEST) throw new Unreadable("it is too deep");
  const each = (items: readonly Value[]) => joined(items, ", ", (item) => representation(item, depth + 1));
  if (it === null) return "None";
  if (typeof it === "boolean") return it ? "True" : "False";
  if (typeof it === "number") return String(it);
  if (typeof it === "string") return quoted(it);
  if (isKind(it, "tuple")) return it.items.length === 1 ? `(${each(it.items)},)` : `(${each(it.items)})`;
  if (isKind(it, "list")) return `[${each(it.items)}]`;
  if (isKind(it, "dict")) {
    const pairOf = ([key, its]: readonly [Value, Value]) =>
      `${representation(key, depth + 1)}: ${representation(its, depth + 1)}`;
    return `{${joined([...it.entries.values()], ", ", pairOf)}}`;
  }
  if (isKind(it, "moment")) return it.text.replace("T", " ");
  throw new Unreadable();
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

/** @throws {Unreadable} for a text that is too long for a setting */
export function bounded(text: string): string {
  limit(text.length);
  return text;
}

/** @throws {Unreadable} before such a long text is made */
export function limit(length: number): void {
  if (!(length <= LONGEST)) throw new Unreadable("it is too long");
}

/** Texts as one, which is never made where it would be too long. */
export function joined<Item>(items: readonly Item[], separator: string, textOfItem: (item: Item) => string): string {
  let length = 0;
  const parts = items.map((item) => {
    const text = textOfItem(item);
    length += text.length + separator.length;
    limit(length - separator.length);
    return text;
  });
  return parts.join(separator);
}

const SPEC = /^(?:(.)?([<>^=]))?(\+)?(0)?(\d{1,4})?(,)?(?:\.(\d{1,2}))?([sdfx%]?)$/su;

/**
 * Python's `format`, for the specifications that addresses and names are made with.
 * Source: https://docs.python.org/3/library/string.html#format-specification-mini-language
 */
export function formatted(value: Value, spec: string): string {
  if (isKind(value, "moment") && spec !== "") return momentText(value, spec);
  const match = SPEC.exec(spec);
  if (!match) throw new Unreadable();
  const [, fill = " ", align, plus, zero, width = "0", comma, digits, kind] = match;
  const isNumber = typeof value === "number";
  const plain = isNumber ? numberText(value, digits, kind, comma !== undefined) : textOf(value).slice(0, cut(digits));
  const text = isNumber && plus && value >= 0 ? `+${plain}` : plain;
  const missing = Math.max(0, Number(width) - [...text].length);
  if (zero && isNumber && align === undefined) {
    const [, sign = "", rest = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
    return `${sign}${"0".repeat(missing)}${rest}`;
  }
  const before =
    { "<": 0, ">": missing, "=": missing, "^": Math.floor(missing / 2) }[align ?? (isNumber ? ">" : "<")] ?? 0;
  return `${fill.repeat(before)}${text}${fill.repeat(missing - before)}`;
}

const cut = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));

function numberText(value: number, digits: string | undefined, kind: string | undefined, hasCommas: boolean): string {
  const isWhole = kind !== "f" && kind !== "%" && digits === undefined;
  const fixed = kind === "%" ? `${(value * 100).toFixed(cut(digits) ?? 6)}%` : value.toFixed(cut(digits) ?? 6);
  const text = kind === "x" ? value.toString(16) : isWhole ? String(value) : fixed;
  return hasCommas ? text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ",") : text;
}

/** The directives that need no language. */
function momentText({ year, month, day, text }: Extract<Value, { kind: "moment" }>, format: string): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const parts: Readonly<Record<string, string>> = {
    Y: String(year).padStart(4, "0"),
    y: two(year % 100),
    m: two(month),
    d: two(day),
    H: text.slice(11, 13) || "00",
    M: text.slice(14, 16) || "00",
    S: text.slice(17, 19) || "00",
    "%": "%",
  };
  return format.replace(/%([\s\S])/g, (_, letter: string) => {
    const part = parts[letter];
    if (part === undefined) throw new Unreadable();
    return part;
  });
}

/**
 * `"%s" % value`.
 * Source: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
export function printf(format: string, value: Value): string {
  const given = isKind(value, "tuple") ? value.items : [value];
  const counted = counter();
  let next = 0;
  const take = () => {
    const one = given[next];
    next += 1;
    if (one === undefined) throw new Unreadable();
    return one;
  };
  const text = format.replace(
    /%(?:\((\w+)\))?([-+0 #]*)(\d{0,4})(?:\.(\d{1,2}))?([sdirfx%])?/g,
    (_, name, flags, width, digits, kind) => {
      if (kind === undefined) throw new Unreadable();
      if (kind === "%") return "%";
      const one = known(name === undefined ? take() : entryOf(value, name));
      const its = kind === "r" ? representation(one) : kind === "s" ? textOf(one) : one;
      if (typeof its !== "string" && typeof its !== "number") throw new Unreadable();
      const align = flags.includes("-") ? "<" : flags.includes("0") && typeof its === "number" ? "" : ">";
      const zero = align === "" ? "0" : "";
      const point = digits === undefined ? "" : `.${digits}`;
      const letter = typeof its === "number" && (kind === "f" || kind === "x") ? kind : "";
      const whole = typeof its === "number" && letter === "" ? Math.trunc(its) : its;
      return counted(formatted(whole, `${width === "" ? "" : `${align}${zero}${width}`}${point}${letter}`));
    },
  );
  if (next < given.length && !isKind(value, "dict") && next > 0 === isKind(value, "tuple")) throw new Unreadable();
  return bounded(text);
}

function entryOf(value: Value, name: string): Value {
  const entry = isKind(value, "dict") ? value.entries.get(JSON.stringify(name)) : undefined;
  if (!entry) throw new Unreadable();
  return entry[1];
}

/** Lets the parts of a text pass until they are too long together. */
function counter(): (part: string) => string {
  let length = 0;
  return (part) => {
    length += part.length;
    limit(length);
    return part;
  };
}

/** How the name of a field leads to its value. */
export interface Fields {
  readonly values: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** `.name` of a value. */
  readonly member: (value: Value, name: string) => Value;
}

/**
 * `"{}".format(…)`.
 * Source: https://docs.python.org/3/library/string.html#format-string-syntax
 */
export function formatFields(format: string, { values, named, member }: Fields): string {
  let next = 0;
  const counted = counter();
  const text = format.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (whole, field?: string) => {
    if (whole === "{{" || whole === "}}") return whole.slice(1);
    const [, first = "", path = "", conversion, spec = ""] =
      /^(\w*)((?:\.\w+|\[[^\]]+\])*)(![rsa])?(?::(.*))?$/s.exec(field ?? "!") ?? [];
    if (field === undefined || (first === "" && path !== "")) throw new Unreadable();
    const number = first === "" ? next++ : /^\d+$/.test(first) ? Number(first) : undefined;
    const start = number === undefined ? named.get(first) : values[number];
    if (start === undefined) throw new Unreadable();
    const steps = [...path.matchAll(/\.(\w+)|\[([^\]]+)\]/g)];
    const value = steps.reduce<Value>((at, [, name, key = ""]) => {
      if (name !== undefined) return member(at, name);
      const items = isSequence(at) ? at.items[Number(key)] : entryOf(at, key);
      if (items === undefined) throw new Unreadable();
      return items;
    }, start);
    return counted(formatted(conversion === "!r" ? representation(value) : known(value), spec));
  });
  return bounded(text);
}
