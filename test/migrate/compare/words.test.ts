import { suite } from "uvu";
import * as assert from "uvu/assert";
import { addressKey, fileHref, listKey, targetOf } from "../../../src/migrate/compare/addresses.ts";
import { decodePage } from "../../../src/migrate/compare/read-folder.ts";
import { readTitles } from "../../../src/migrate/compare/titles.ts";
import { labelOf, tokensOf, wordsOf } from "../../../src/migrate/compare/words.ts";

const words = suite("compare: words");

const WORDS: readonly [string, string][] = [
  ["“It’s” — so…", "it's so"],
  ["e\u00adxam\u200bple", "example"],
  ["Cafe\u0301", "CAFÉ"],
  ["Fri 04 March 2016", "2016-03-04"],
  ["March 4th, 2016", "2016-03-04T10:00:00+01:00"],
  ["4. März 2016", "vendredi 4 mars 2016"],
  ["4 de marzo de 2016", "2016-03-04"],
  ["日本 語", "日本語"],
  ["snake_case", "snake case"],
];

for (const [one, other] of WORDS) {
  words(`“${one}” and “${other}” are the same`, () => assert.equal(wordsOf(one), wordsOf(other)));
}

const OTHERS: readonly [string, string][] = [
  ["5 March 2016", "4 March 2016"],
  ["C++", "C"],
  ["€ 5", "$ 5"],
  ["31 Foo 2016", "2016-01-31"],
];

for (const [one, other] of OTHERS) {
  words(`“${one}” and “${other}” are not`, () => assert.not.equal(wordsOf(one), wordsOf(other)));
}

words("of code, every sign counts", () => {
  assert.equal(tokensOf("a_b = c(1);"), ["a_b", "=", "c", "(", "1", ")", ";"]);
});

words("labels without arrows, anchors and typography", () => {
  const labels = ["Next »", "→ Next", "Next ¶", " Next\n", "\ue001 Next", "▾ Next"];
  assert.equal(
    labels.map(labelOf),
    labels.map(() => "Next"),
  );
  assert.equal(["C#", "C++", "What?", "(beta)", "“So” – it’s"].map(labelOf), [
    "C#",
    "C++",
    "What?",
    "(beta)",
    '"So"-it\'s',
  ]);
});

words.run();

const titles = suite("compare: titles");

const TITLES: readonly [string, readonly string[], readonly string[]][] = [
  ["behind", ["A | Site", "B – C | Site", "Site"], ["A", "B-C", "Site"]],
  ["before", ["Site - A", "Site - B", "Site"], ["A", "B", "Site"]],
  ["behind a colon", ["Site: A", "Site: B"], ["A", "B"]],
  ["before and behind", ["A · Docs | Site", "B · Docs | Site"], ["A", "B"]],
  ["nowhere", ["A", "B: c", "D"], ["A", "B: c", "D"]],
  ["of one page", ["A | Site"], ["A | Site"]],
];

for (const [name, full, own] of TITLES) {
  titles(`the site's name is ${name}`, () => assert.equal(readTitles(full), own));
}

titles.run();

const addresses = suite("compare: forms of an address");

addresses("of one page", () => {
  const forms = ["about", "/about/", "/about.html", "/About/index.html", "about/?a#b", "%61bout", "/about.xhtml"];
  assert.equal([...new Set(forms.map(addressKey))], ["about"]);
  assert.is(addressKey("/index.html"), "");
});

addresses("of a file, for people", () => {
  assert.equal(["index.html", "a/index.html", "a b.html"].map(fileHref), ["/", "/a/", "/a%20b.html"]);
});

addresses("of a list's pages", () => {
  assert.equal(["blog", "blog2", "blog/2", "blog/page/2", "blog/page2"].map(listKey), [
    "blog",
    "blog",
    "blog",
    "blog",
    "blog",
  ]);
  assert.equal(["index2", "page/2", "2016", "2016/01"].map(listKey), ["", "", "2016", "2016"]);
});

const LINKS: readonly [string, string | undefined][] = [
  ["../x.html", "/x"],
  ["y", "/a/y"],
  ["/z/?q=1", "/z"],
  ["https://own.example/docs/q.html", "/q"],
  ["https://own.example/other", "own.example/other"],
  ["HTTP://Else.example/a/", "else.example/a"],
  ["mailto:a@b", "mailto:a@b"],
  ["javascript:x()", undefined],
  [" ", undefined],
];

for (const [href, to] of LINKS) {
  addresses(`“${href}” leads to ${to}`, () => {
    assert.is(targetOf(href, "/a/b.html", "/a/b.html", ["https://own.example/docs"])?.to, to);
  });
}

addresses.run();

const encodings = suite("compare: encodings");

const BYTES: readonly [string, Uint8Array][] = [
  ["UTF-8", new TextEncoder().encode("é")],
  ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9])],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0xe9, 0])],
  ["Latin-1", new Uint8Array([0xe9])],
];

for (const [name, bytes] of BYTES) encodings(name, () => assert.is(decodePage(bytes), "é"));

encodings("what the page says", () => {
  const start = new TextEncoder().encode('<meta charset="iso-8859-2">');
  assert.ok(decodePage(new Uint8Array([...start, 0xb1])).endsWith("ą"));
  const wrong = new TextEncoder().encode('<meta charset="no-such">');
  assert.ok(decodePage(new Uint8Array([...wrong, 0xe9])).endsWith("é"));
});

encodings.run();
