import { minify as minifyWhole } from "html-minifier-terser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createStore } from "../../../src/plugin/cache/store.ts";
import { isBlock } from "../../../src/plugin/html/minify/fragments.ts";
import { createMinifier, OPTIONS } from "../../../src/plugin/html/minify/minifier.ts";
import { minifyPage } from "../../../src/plugin/html/minify/minify-page.ts";
import { isBalanced } from "../../../src/plugin/html/scan.ts";

const fragments = suite("minifying by fragments");
const minifier = createMinifier(createStore());

const MENU = '<nav aria-label="Main">\n  <ul>\n    <li> <a href="/"> Home </a> </li>\n  </ul>\n</nav>';
const BODY = "<p>One\n  <em> two </em>  three.</p>\n\n<pre>\n  a\n   b\n</pre>\n<ul>\n<li>x</li>\n</ul>";
const page = (body: string, around: readonly [string, string] = ["\n  ", "\n  "]) =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n  <title> A  b </title>\n</head>\n<body>\n  ${MENU}\n  <main>\n <article>\n <h1>A  b</h1>${around[0]}${body}${around[1]}</article>\n</main>\n  <footer>  <p>x </p> </footer>\n</body>\n</html>\n`;

for (const [name, html, parts] of [
  ["a menu and a text", page(BODY), [MENU, BODY]],
  ["a text without blanks around it", page(BODY, ["", ""]), [MENU, BODY]],
  ["a text beside words", page(BODY, [" before ", " after "]), [BODY]],
  ["a text beside inline elements", page(BODY, [" <b>before</b> ", " <i>after</i> "]), [BODY]],
  ["a text that begins and ends with words", page("Words <p>x</p> words"), ["Words <p>x</p> words"]],
  ["a text that begins with an inline element", page(" <b>x</b> <p>y</p> "), ["<b>x</b> <p>y</p>"]],
  ["a picture alone", page('<img src="a.png" alt="">\n'), ['<img src="a.png" alt="">\n']],
  ["a text that is printed twice", page(`${BODY}\n${BODY}`), [BODY]],
  ["a part of a part", page(BODY), [BODY, "<li>x</li>"]],
  ["a part that is not there", page(BODY), ["<p>elsewhere</p>", BODY]],
  ["an empty part", page(""), ["", MENU]],
  ["a page that writes the slots' name itself", page("<p>&lt;pelican-slot-0&gt;pelican-slot-0</p>"), [MENU]],
  ["a fragment in preformatted text", page(`<pre>${MENU}</pre> <p> x </p>`).replace(MENU, ""), [MENU]],
  ["a fragment in a script", page(`<script>const a = '${MENU}';</script> ${MENU}`).replace(MENU, ""), [MENU]],
  ["a comment in a text", page("<p>a</p>\n<!-- b -->\n<p>c</p>"), ["<p>a</p>\n<!-- b -->\n<p>c</p>"]],
  ["dollar signs", page("<p>$& $1 $$ $`</p>"), ["<p>$& $1 $$ $`</p>"]],
  ["tags of a head", '<head>\n<meta charset="utf-8">\n <title>x</title> \n</head>', ['<meta charset="utf-8">']],
] as const) {
  fragments(`${name}: as if the page were minified whole`, async () => {
    const whole = parts.filter(isBlock);
    assert.is(
      await minifyPage(html, { balanced: whole, unbalanced: undefined }, minifier),
      await minifyWhole(html, OPTIONS),
    );
  });
}

for (const [name, broken] of [
  ["an end tag that closes nothing", "<p>Yes</tth>   No</p>"],
  ["an element that is never closed", "<p>a  <b>b\n\n<p>c"],
  ["more closed than was opened", "</article></main>  <p> x "],
] as const) {
  fragments(`${name}: the text stays as it is, and the rest is minified`, async () => {
    const html = page(broken);
    const minified = await minifyPage(html, { balanced: [MENU], unbalanced: broken }, minifier);
    assert.match(minified, `<h1>A b</h1>\n  ${broken}\n  </article></main><footer><p>x</p></footer>`);
    assert.match(minified, '<nav aria-label="Main"><ul><li><a href="/">Home</a></li></ul></nav>');
  });
}

fragments("what cannot be parsed is minified with the rest of the page, or stays as it is", async () => {
  const html = page("<p>a</p><p <b>c</p>");
  assert.is(
    await minifyPage(html, { balanced: [], unbalanced: undefined }, minifier),
    await minifyWhole(html, OPTIONS),
  );
});
fragments.run();

const blocks = suite("fragments: blocks");
for (const [html, expected] of [
  ["<p>x</p>", true],
  ["\n <ul><li>x</li></ul>\n", true],
  ["<nav aria-label='x'><a href='/'>x</a></nav>", true],
  ['<meta name="a" content="b">\n<link rel="c" href="d">', true],
  ["x<p>y</p>", false],
  ["<p>x</p>y", false],
  ["<a href='/'>x</a>", false],
  ["<p>x</p> <a href='/'>y</a>", false],
  ["<img src='a' alt=''>", false],
  ["<p>x</p><img src='a' alt=''>", false],
  ["<!-- x --><p>y</p>", false],
  ["", false],
] as const) {
  blocks(`${html || "nothing"}: ${expected}`, () => assert.is(isBlock(html), expected));
}
blocks.run();

const whole = suite("fragments: whole in themselves");
for (const [html, expected] of [
  ["<p>x<br>y</p>", true],
  ["<p>x", false],
  ["<ul><li>x<li>y</ul>", false],
  ["<div><p>x</p>", false],
  ["<p>x</p></div>", false],
  ["<p>x</p></article>", false],
  ["<b><i>x</b></i>", false],
  // In doubt, no.
  ["<script>'</p>'</script>", false],
  ["<p>a &lt;/p&gt;</p>", true],
] as const) {
  whole(`${html}: ${expected}`, () => assert.is(isBalanced(html), expected));
}
whole.run();

const kept = suite("minifier");
kept("what html-minifier-terser made before is not made again", async () => {
  const store = createStore();
  const broken = "<p> x <p> y";
  const made = createMinifier(store).minify(broken);
  assert.instance(made, Promise);
  const html = await made;
  assert.is(createMinifier(createStore(store.entries())).minify(broken), html);
});

kept("what is plain needs no html-minifier-terser, and is not kept", () => {
  const store = createStore();
  assert.is(createMinifier(store).minify("<p> x </p>\n"), "<p>x</p>");
  assert.not(store.isWorthKeeping());
});
kept.run();
