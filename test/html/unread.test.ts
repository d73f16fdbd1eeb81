import { test } from "uvu";
import * as assert from "uvu/assert";
import { scan } from "../../src/plugin/html/scan.ts";

for (const [html, found] of [
  ["<p>{% img a.png %} and {%- x y -%}</p>", ["{% img a.png %}", "{%- x y -%}"]],
  ["<p>What is in {{ … }} is run; {{ ... }}</p>", []],
  ["<p>{{ page.title }}</p>", ["{{ page.title }}"]],
  ["<p>a {: .b } <em>c</em> {.d e=&quot;f&quot;} {#g}</p>", ["{: .b }", '{.d e="f"}', "{#g}"]],
  ["<p>a {: .b }</p><p>c {: .b }</p>", ["{: .b }"]],
  ["<p>{a} {.5} {{n}} {#1} { % } 50%} {:} {}</p>", []],
  ["<p>{%</p><p>%}</p>", []],
  ["<pre><code>{% a b %} {: .c }</code></pre><kbd>{{ d }}</kbd>", []],
  [
    "<p>See [the map] (map.html) and [the list](https://a.example/x</p>",
    ["[the map] (map.html)", "[the list](https://a.example/x"],
  ],
  [
    "<p>See [the map(map.html).</p><p>(the map)[map.md] and [the map]{filename}map.md</p>",
    ["[the map(map.html)", "(the map)[map.md]", "[the map]{filename}map.md"],
  ],
  ["<p>f[i](x), [Lee (2010)] (see there), a [note (map.html) here]</p>", []],
  ["<p>One **two ** three</p><p>One ** two** three</p>", ["**two **", "** two**"]],
  ["<p>Use **kwargs and 2 ** 3, or f(**a, **b)</p>", []],
  ["<p>One **Two three.</p><p>Four</p>", ["**Two three."]],
  ["<p>&lt;!-- To do</p><p>{filename}/a.md</p>", ["<!-- To do"]],
] as const) {
  test(`unread: ${html}`, () => assert.equal(scan(html).unread, found));
}

test("formulas that are broken", () => {
  const html = '<p><code class="math-error" title="why">$a^{$</code> {% a b %} <code>x</code></p>';
  const { unread, brokenFormulas } = scan(html);
  assert.equal([unread, brokenFormulas], [["{% a b %}"], [{ text: "$a^{$", reason: "why" }]]);
});

for (const [html, found] of [
  ["<p><a href=\"/a>x</a> <img src='/b.png></p>", ['<a href="/a>', "<img src='/b.png>"]],
  ['<p title="a > b">x</p><b onclick="f(a => b)">y</b><p><i>z</p>', []],
] as const) {
  test(`open quotes: ${html}`, () => assert.equal(scan(html).openQuotes, found));
}

test("hard: many braces", () => {
  for (const part of ["{", "{% a ", "{{ ", "{: .a ", "{.a ", "[abc", "[abc(", "** a", "&lt;", '<a href="b', "<a b="])
    assert.equal(scan(`<p>${part.repeat(2e4)}</p>`).unread, []);
});

test.run();
