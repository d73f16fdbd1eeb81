import { argument, numberIn, textIn } from "./calls.ts";
import { joined, limit, textOf } from "./format.ts";
import { type Given, isKind, itemsOf, known, type Methods, sequence, Unreadable, type Value } from "./values.ts";

/** The characters that `strip` takes away. */
function stripper(side: RegExp["source"]) {
  return (self: string, given: Given) => {
    const letters = [...textIn(given, 0, " \t\n\r\f\v")];
    const start = side.includes("l") ? [...self].findIndex((one) => !letters.includes(one)) : 0;
    if (start === -1) return "";
    const kept = [...self].slice(start);
    const last = side.includes("r") ? kept.findLastIndex((one) => !letters.includes(one)) : kept.length - 1;
    return kept.slice(0, last + 1).join("");
  };
}

const prefixes = (given: Given) => {
  const value = known(given.values[0] ?? null);
  return isKind(value, "tuple") ? value.items.map(textOf) : [textIn(given, 0)];
};

function split(self: string, given: Given): Value {
  const separator = known(argument(given, 0, "sep") ?? null);
  const most = known(argument(given, 1, "maxsplit") ?? -1);
  if (typeof most !== "number" || (separator !== null && (typeof separator !== "string" || separator === "")))
    throw new Unreadable();
  const text = separator === null ? self.trim() : self;
  const parts = text === "" && separator === null ? [] : text.split(separator ?? /\s+/);
  if (most < 0 || parts.length <= most + 1) return sequence("list", parts);
  if (separator === null) throw new Unreadable();
  return sequence("list", [...parts.slice(0, most), parts.slice(most).join(separator)]);
}

function rsplit(self: string, given: Given): Value {
  const most = known(argument(given, 1, "maxsplit") ?? -1);
  const parts = self.split(textIn(given, 0));
  if (typeof most !== "number") throw new Unreadable();
  if (most < 0 || parts.length <= most + 1) return sequence("list", parts);
  const at = parts.length - most;
  return sequence("list", [parts.slice(0, at).join(textIn(given, 0)), ...parts.slice(at)]);
}

function parted(self: string, separator: string, at: number): Value {
  if (at === -1) return sequence("tuple", [self, "", ""]);
  return sequence("tuple", [self.slice(0, at), separator, self.slice(at + separator.length)]);
}

const title = (self: string) =>
  self.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]?.toUpperCase() + word.slice(1));

/** Source: https://docs.python.org/3/library/stdtypes.html#string-methods */
export const OF_TEXT: Methods<string> = {
  lower: (self) => self.toLowerCase(),
  casefold: (self) => self.toLowerCase(),
  upper: (self) => self.toUpperCase(),
  title: (self) => title(self),
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  strip: stripper("lr"),
  lstrip: stripper("l"),
  rstrip: stripper("r"),
  replace: (self, given) => {
    const [from, to] = [textIn(given, 0), textIn(given, 1)];
    limit(self.length + (self.split(from).length + 1) * to.length);
    return self.replaceAll(from, () => to);
  },
  split,
  rsplit,
  splitlines: (self) => sequence("list", self.replace(/\n$/, "").split(/\r\n?|\n/)),
  partition: (self, given) => parted(self, textIn(given, 0), self.indexOf(textIn(given, 0))),
  rpartition: (self, given) => parted(self, textIn(given, 0), self.lastIndexOf(textIn(given, 0))),
  join: (self, given) =>
    joined(itemsOf(given.values[0] ?? null), self, (item) => textIn({ values: [item], named: new Map() }, 0)),
  startswith: (self, given) => prefixes(given).some((one) => self.startsWith(one)),
  endswith: (self, given) => prefixes(given).some((one) => self.endsWith(one)),
  removeprefix: (self, given) => (self.startsWith(textIn(given, 0)) ? self.slice(textIn(given, 0).length) : self),
  removesuffix: (self, given) =>
    textIn(given, 0) !== "" && self.endsWith(textIn(given, 0)) ? self.slice(0, -textIn(given, 0).length) : self,
  find: (self, given) => self.indexOf(textIn(given, 0)),
  rfind: (self, given) => self.lastIndexOf(textIn(given, 0)),
  count: (self, given) => self.split(textIn(given, 0)).length - 1,
  zfill: (self, given) => {
    limit(numberIn(given, 0));
    return self.padStart(numberIn(given, 0), "0");
  },
  isdigit: (self) => /^\d+$/.test(self),
  encode: (self) => self,
  decode: (self) => self,
};
