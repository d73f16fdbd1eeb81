import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";

const render = createMarkdown({ ...markdownSetting.parse(undefined), math: true });
const x = "<math><mi>x</mi></math>";
const display = '<math display="block" class="tml-display"><mi>x</mi></math>';
const sub = (a: string, b: string) => `<msub><mi>${a}</mi><mn>${b}</mn></msub>`;

for (const [name, markdown, html] of [
  ["in a line", "a $x$, $x$.", `<p>a ${x}, ${x}.</p>`],
  ["with brackets", "\\(x\\) \\\\(x\\\\) \\[x\\]", `<p>${x} ${x} ${display}</p>`],
  ["brackets that are no more", "\\[1, 2\\] \\[a\\_b\\] \\(see it\\)", "<p>[1, 2] [a_b] (see it)</p>"],
  ["for itself", "$$x$$ $$\nx\n$$", `<p>${display} ${display}</p>`],
  ["emphasis", "$x_1 y_2$ *a*", `<p><math><mrow>${sub("x", "1")}${sub("y", "2")}</mrow></math> <em>a</em></p>`],
  ["in emphasis", "*a $x*y$*", "<p><em>a <math><mrow><mi>x</mi><mo>∗</mo><mi>y</mi></mrow></math></em></p>"],
  ["prices", "$5 and $10, a $x $ bat$ or $ a bat$", "<p>$5 and $10, a $x $ bat$ or $ a bat$</p>"],
  ["a blank before TeX", "$ x_1$ $ x$", `<p><math>${sub("x", "1")}</math> ${x}</p>`],
  ["a blank before words", "US$ x$ or $ two b$ 5$ to 6$", "<p>US$ x$ or $ two b$ 5$ to 6$</p>"],
  ["a blank behind a command", "$\\$ x $ $\\it x $ $5", `<p>$\\$ x $ ${x} $5</p>`],
  ["escaped", "\\$x$ `$x$`", "<p>\\$x$ <code>$x$</code></p>"],
  ["code is code", "costs $10 and `$a$`", "<p>costs $10 and <code>$a$</code></p>"],
  [
    "a cell",
    "|a|\n|-|\n|$x$|",
    `<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>${x}</td>\n</tr>\n</tbody>\n</table>`,
  ],
  [
    "bars in a cell",
    "|a|b|\n|-|-|\n|$|x|$|$5|\n|`|`|$6|$7|",
    `<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><math><mrow><mi>|</mi><mi>x</mi><mi>|</mi></mrow></math></td>\n<td>$5</td>\n</tr>\n<tr>\n<td><code>|</code></td>\n<td>$6</td>\n</tr>\n</tbody>\n</table>`,
  ],
  [
    "broken",
    "$x^{$",
    "<p><code class=\"math-error\" title=\"Expected '}', got 'EOF' at end of input: x^{\">$x^{$</code></p>",
  ],
] as const) {
  test(`a formula: ${name}`, () => assert.is(render(markdown).trim(), html));
}

for (const [name, markdown, html] of [
  [
    "a command holds for the formulas below, and may be there already",
    "$\\newcommand{\\R}[1]{#1}\\R{x}$ $\\R{x}$ $\\def\\y{x}$ $\\y$",
    `<p>${x} ${x} <math></math> ${x}</p>`,
  ],
  ["a formula in words", "$\\text{a $x$}$", "<p><math><mrow><mtext>a\u00a0</mtext><mi>x</mi></mrow></math></p>"],
  ["references of HTML", "$a&lt;b$", "<p><math><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math></p>"],
  ["what MathJax asks for", "$\\require{cancel}\\class{a}{x}$", `<p>${x}</p>`],
  ["signs in words", "$\\mbox{# a}$", "<p><math><mtext>#\u00a0a</mtext></math></p>"],
  [
    "a command below a sign",
    "$x_\\inf$",
    "<p><math><msub><mi>x</mi><mrow><mi>inf</mi><mo>\u2061</mo></mrow></msub></math></p>",
  ],
  [
    "references",
    "$\\eqref{a:b}$ \\ref{c} \\reference{d}",
    `<p><a href='#ab' class="tml-ref tml-eqref">(a:b)</a> <a href='#c' class="tml-ref">(c)</a> \\reference{d}</p>`,
  ],
] as const) {
  test(`as MathJax: ${name}`, () => assert.is(render(markdown).trim(), html));
}

test("as MathJax: references to numbers", () => {
  const html = render(
    "\\eqref{a} \\eqref{b} $$\\begin{align}x \\label{a}\\tag{1}\\\\y \\tag{2}\\label{b}\\end{align}$$",
  );
  const link = (id: string, number: string) => `<a href='#${id}' class="tml-ref tml-eqref">${number}</a>`;
  assert.ok(html.startsWith(`<p>${link("a", "(1)")} ${link("b", "(2)")} <math`));
  for (const id of ["a", "b"]) assert.match(html, new RegExp(` id="${id}"`));
});

test("as MathJax: eqnarray", () => {
  const html = render("\\begin{eqnarray}a&=&b\\nonumber\\end{eqnarray}");
  assert.match(html, /<mtable.*<mi>a<\/mi>.*<mo>=<\/mo>.*<mi>b<\/mi>/s);
});

test("an environment that is for itself, in a line", () => {
  assert.match(render("$\\begin{align}x&=y\\end{align}$"), /^<p><math display="block" .*<mi>y<\/mi>/s);
});

for (const [name, markdown] of [
  ["$$", "a\n$$\nx\n- y\n+ z\n$$\nb"],
  ["begin", "\\begin{align}\n x &= y \\\\\n- z &= w\n\\end{align}"],
  ["brackets", "\\[\nx\n* y\n\\]"],
] as const) {
  test(`a line of a formula is no list and no heading: ${name}`, () => {
    assert.not.match(render(markdown), /<ul>|<h1/);
    assert.match(render(markdown), /<math[\s\S]*<\/math>/);
  });
}

test("a list begins below a formula that has ended", () => assert.match(render("$$x$$\n- a"), /<ul>\n<li>a/));

test("no attribute of style, which policies forbid", () => {
  assert.not.match(render("$$\\begin{aligned}a&=b\\\\c&=d\\end{aligned}$$"), " style=");
});

test("without the setting a formula is text", () => assert.is(createMarkdown()("$x_1$ a"), "<p>$x_1$ a</p>\n"));

for (const part of ["$", "$$", "$x", "\\(", "\\begin{a}", "$$\n"]) {
  test(`hard: ${JSON.stringify(part)}`, () => assert.type(render(part.repeat(5000)), "string"));
}

test.run();
