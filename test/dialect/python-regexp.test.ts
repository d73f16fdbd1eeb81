import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pythonRegExp, pythonReplacement } from "../../src/plugin/dialect/python-regexp.ts";

const regexps = suite("Python's regular expressions");

// What Python's re.sub makes of these, with IGNORECASE.
for (const [pattern, replacement, text, result] of [
  [String.raw`[^\w\s-]`, "", "Öl: 5 & so_weiter-", "Öl 5  so_weiter-"],
  [String.raw`(?u)\A\s*`, "", "  a b", "a b"],
  [String.raw`(?u)\s*\Z`, "", "a b \n", "a b"],
  [String.raw`[\W_]+`, "-", "a_b ©c", "a-b-c"],
  [String.raw`C\+\+`, "cpp", "c++ C++", "cpp cpp"],
  [String.raw`(?P<a>\w)(?P=a)`, String.raw`\g<a>`, "aabbc", "abc"],
  [String.raw`(\w)\s(\w)`, String.raw`\2$1\1`, "a b", "b$1a"],
  [String.raw`\bthe\b`, "a", "The other theé the", "a other theé a"],
  ["[]a]", "x", "]a[", "xx["],
  ["a{,2}b", "x", "aaab", "ax"],
  ["a{b}", "x", "a{b}", "x"],
  ["[a-c&&b(/]", "x", "&(/d", "xxxd"],
  [String.raw`\d`, "N", "٣x4", "NxN"],
  ["a$", "x", "ba\n", "bx\n"],
  [String.raw`\x41|\u00e9`, "x", "aé", "xx"],
  ["(?#letters)a", "x", "a", "x"],
] as const) {
  regexps(`${pattern} in ${JSON.stringify(text)}`, () => {
    assert.is(text.replace(pythonRegExp(pattern, "gi"), pythonReplacement(replacement)), result);
  });
}

for (const [pattern, words] of [
  ["(?>a)b", "“(?” has no counterpart here"],
  ["a++", "“++” has no counterpart here"],
  ["(?x)a", "the flag “x” is not known here"],
  [String.raw`\N{DASH}`, String.raw`“\N” has no counterpart here`],
  ["(a", "it is not a regular expression that can be read here"],
] as const) {
  regexps(`${pattern} is told`, () =>
    assert.throws(
      () => pythonRegExp(pattern),
      (error: Error) => error.message === words,
    ),
  );
}

regexps(String.raw`\q in what stands in place is told`, () =>
  assert.throws(() => pythonReplacement(String.raw`\q`), /“\\q”/),
);

regexps.run();
