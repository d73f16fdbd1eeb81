/** Tags that lack their other half. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loneTags } from "../../src/plugin/html/open-elements.ts";
import { openFence } from "../../src/plugin/markdown/open-fence.ts";

const tags = suite("html: tags that lack their other half");

for (const [html, lone] of [
  ["<p>a <b>b</b></p>", ""],
  ["<p>a <b>b</p><p>c</p>", "<b> 1"],
  // What Markdown splits into paragraphs is closed further below.
  ["<p><b>a</p><p>b</b></p>", ""],
  ["<b>a</b> <b>b</b> <b>c", "<b> 3"],
  ["<p>a<p>b<ul><li>a<li>b</ul><table><tr><td>a</table><br><img src='a'>", ""],
  ["<div>a<div>b</div>", "<div> 1"],
  ["<div>a</div></div></main>", "</div> 2, </main> 1"],
  ["a</b>", ""],
  ["<iframe src='a' />b", "<iframe> 1"],
  ["<a name='a'/>b <a href='b'>c</a>", ""],
  ["<TEXTAREA>a</p>", "<textarea> 1"],
  ["<script>'<div></i>'</script><!-- </div> <b> --><style>a{}</style>", ""],
  ["<my-element><g></my-element>&lt;div&gt;", ""],
] as const) {
  tags(html, () => {
    const found = loneTags(html).map(({ name, isOpen, nth }) => `<${isOpen ? "" : "/"}${name}> ${nth}`);
    assert.is(found.join(", "), lone);
  });
}

tags("takes no longer than a text is long", () => {
  for (const piece of ["<!--", "<script>", "<b>", "</div>", "<div ", "<!-- --><script></script>"]) {
    const started = performance.now();
    loneTags(piece.repeat(20_000));
    assert.ok(performance.now() - started < 2000, piece);
  }
});

tags.run();

const fences = suite("markdown: code that nothing ends");

for (const [source, line] of [
  ["```\na\n```\n\nb\n", undefined],
  ["a\n\n```py\nb\n\nc\n", 2],
  ["```\nb\n", undefined],
  ["~~~\na\n```\n\nb\n", 0],
  ["````\na\n```\n\nb\n````\n\nc\n", undefined],
  ["```\na\n``` b\n\nc\n", 0],
  ["``` a ``` b\n\nc\n", undefined],
  ["<pre>\n```\n</pre>\n\na\n", undefined],
  ["    ```\n\na\n", undefined],
  ["```\r\na\r\n```\r\n\r\nb\r\n\r\n~~~\r\nc\r\n\r\nd\r\n", 6],
] as const) {
  fences(JSON.stringify(source), () => assert.is(openFence(source)?.line, line));
}

fences.run();
