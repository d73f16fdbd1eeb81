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
] as const) {
  test(`unread: ${html}`, () => assert.equal(scan(html).unread, found));
}

test("formulas that are broken", () => {
  const html = '<p><code class="math-error" title="why">$a^{$</code> {% a b %} <code>x</code></p>';
  const { unread, brokenFormulas } = scan(html);
  assert.equal([unread, brokenFormulas], [["{% a b %}"], [{ text: "$a^{$", reason: "why" }]]);
});

test("hard: many braces", () => {
  for (const part of ["{", "{% a ", "{{ ", "{: .a ", "{.a "])
    assert.equal(scan(`<p>${part.repeat(2e4)}</p>`).unread, []);
});

test.run();
