import { test } from "uvu";
import * as assert from "uvu/assert";
import { smarten } from "../../src/plugin/typography/smarten.ts";
import { type Typography, typogrify } from "../../src/plugin/typography/typogrify.ts";

const caps = (text: string) => `<span class="caps">${text}</span>`;
const dquo = '<span class="dquo">“</span>';
const amp = '<span class="amp">&amp;</span>';

for (const [text, expected] of [
  ['She said "yes".', "She said “yes”."],
  ["it's Ann's 'own'", "it’s Ann’s ‘own’"],
  ["\"'in' out\"", "“‘in’ out”"],
  ["(\"a\") ['b']", "(“a”) [‘b’]"],
  ["the '80s", "the ‘80s"],
  ["``a''", "“a”"],
  ["wait... and . . . on", "wait… and … on"],
  ["a--b -- c - d", "a—b — c - d"],
  ["5'10\\\" \\-\\- \\...", '5‘10" -- ...'],
  ["&quot;a&quot; &amp; &lt;b&gt;", "“a” &amp; &lt;b&gt;"],
  ["nothing here", "nothing here"],
] as const) {
  test(`text: ${text}`, () => assert.is(smarten(text, "default"), expected));
}

for (const [dashes, expected] of [
  ["default", "a—b —-c"],
  ["oldschool", "a–b —c"],
  ["oldschool_inverted", "a—b –c"],
] as const) {
  test(`dashes: ${dashes}`, () => assert.is(smarten("a--b ---c", dashes), expected));
}

const ALL: Typography = { dashes: "default", ignored: [], omitted: [] };

for (const [html, expected] of [
  ["<p>a small &amp; old KU</p>", `<p>a small ${amp} old ${caps("KU")}</p>`],
  ["<p>R&amp;D</p>", "<p>R&amp;D</p>"],
  [
    "<p>D.O.T. of 2KU2, JIMMY'S Ünion, I</p>",
    `<p>${caps("D.O.T.")} of ${caps("2KU2")}, ${caps("JIMMY")}’S Ünion,\u00a0I</p>`,
  ],
  ['<p>"a" b c</p>', `<p>${dquo}a” b\u00a0c</p>`],
  ["<li><em>'a'</em></li>", '<li><em><span class="quo">‘</span>a’</em></li>'],
  ["<p>two <em>last words</em></p>", "<p>two <em>last\u00a0words</em></p>"],
  ["<p><em>a</em> b</p>", "<p><em>a</em>\u00a0b</p>"],
  ["<p>one</p>\n<div>no block here</div>", "<p>one</p>\n<div>no block here</div>"],
  ["<p><em>a</em>'s</p>", "<p><em>a</em>’s</p>"],
  ['<p>"<em>a</em>".</p>', `<p>${dquo}<em>a</em>”.</p>`],
  ['<p>a <code>"b" -- C</code>\'s d</p>', '<p>a <code>"b" -- C</code>’s\u00a0d</p>'],
  ['<pre tabindex="0"><code>"a" -- BB</code></pre>', '<pre tabindex="0"><code>"a" -- BB</code></pre>'],
  ['<a href="/a--b" title="c -- d">e</a>', '<a href="/a--b" title="c -- d">e</a>'],
  ['<!-- a -- "b" --><p>c</p>', '<!-- a -- "b" --><p>c</p>'],
] as const) {
  test(`HTML: ${html}`, () => assert.is(typogrify(html, ALL), expected));
}

test("elements are left as they are by their tag, class and id", () => {
  const ignored = ["h3", ".note", "p#top", "q"];
  for (const html of ['<h3>"a" b</h3>', '<div class="a note"><div>"a"</div> "b"</div>', '<p id="top">"a"</p>']) {
    assert.is(
      typogrify(`${html}<b>"c"</b>`, { ...ALL, ignored, omitted: ["widont", "initial_quotes"] }),
      `${html}<b>“c”</b>`,
    );
  }
});

for (const [filter, expected] of [
  ["amp", `<p>${dquo}a &amp; b” ${caps("KU")} c\u00a0d</p>`],
  ["caps", `<p>${dquo}a ${amp} b” KU c\u00a0d</p>`],
  ["initial_quotes", `<p>“a ${amp} b” ${caps("KU")} c\u00a0d</p>`],
  ["smartypants", `<p><span class="dquo">"</span>a ${amp} b" ${caps("KU")} c\u00a0d</p>`],
  ["widont", `<p>${dquo}a ${amp} b” ${caps("KU")} c d</p>`],
] as const) {
  test(`without ${filter}`, () => {
    assert.is(typogrify('<p>"a &amp; b" KU c d</p>', { ...ALL, omitted: [filter] }), expected);
  });
}

const HARD = [
  "<",
  "<".repeat(1e5),
  " ".repeat(1e5),
  `<p>${"A".repeat(1e5)}</p>`,
  `<p>${"A.".repeat(1e5)}b</p>`,
  '"'.repeat(1e5),
];

for (const html of HARD) {
  test(`hard: ${html.slice(0, 8)} × ${html.length}`, () => assert.type(typogrify(html, ALL), "string"));
}

test.run();
