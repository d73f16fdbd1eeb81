import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withAnchors as anchored } from "../../src/plugin/html/anchors.ts";
import { scan } from "../../src/plugin/html/scan.ts";

const headingsIn = (html: string) => scan(html).headings;
const withAnchors = (html: string) => anchored(html, headingsIn(html));

const headings = suite("headings in a text");

for (const [name, html, expected] of [
  ["levels 2 to 4", '<h1 id="a">A</h1><h2 id="b">B</h2><h4 id="c">C</h4><h5 id="d">D</h5>', ["2 b B", "4 c C"]],
  ["the text without its tags, in one line", '<h2 id="a">A <em>&amp;\n b</em></h2>', ["2 a A & b"]],
  ["upper case and other attributes", "<H3 class=x ID=a>A</H3>", ["3 a A"]],
  ["none without an id", "<h2>A</h2>", []],
  ["none without a text", '<h2 id="a"> <img src="a.png" alt=""></h2>', []],
  ["none in an author's box", '<section><h2 id="a">A</h2></section><h2 id="b">B</h2>', ["2 b B"]],
  ["none in a comment or in code", '<!-- <h2 id="a">A</h2> --><pre>&lt;h2 id="a"&gt;</pre>', []],
  ["after a paragraph that is not closed", '<p>x<br><h2 id="a">A</h2>', ["2 a A"]],
  ["none that is not closed", '<h2 id="a">A', []],
] as const) {
  headings(name, () => {
    assert.equal(
      headingsIn(html).map(({ level, id, text }) => `${level} ${id} ${text}`),
      expected,
    );
  });
}

headings("offsets hold the element and nothing else", () => {
  const html = `é<p>x</p>\n<h2 id="a">A <b>b</b></h2 >\ny<h3 id='c'>C</h3>`;
  assert.equal(
    headingsIn(html).map(({ start, end }) => html.slice(start, end)),
    ['<h2 id="a">A <b>b</b></h2 >', "<h3 id='c'>C</h3>"],
  );
});

const anchors = suite("anchors of headings");

anchors("a link stands beside the heading, named for it, without a text of its own", () => {
  assert.is(
    withAnchors('<p>x</p>\n<h2 id="a">A &amp; "b"</h2>\n<p>y</p>'),
    '<p>x</p>\n<div class="heading"><h2 id="a">A &amp; "b"</h2><a class="anchor" href="#a" ' +
      'aria-label="Link to this section: A &amp; &quot;b&quot;" data-source="site"></a></div>\n<p>y</p>',
  );
});

anchors("an id is an address", () => {
  assert.match(withAnchors('<h2 id="é%&quot;">A</h2>'), 'href="#%C3%A9%25%22"');
});

for (const html of ["", "<p>x</p>", "<div><h2 id='a'>A</h2></div>", "<h2>A</h2>", '<h2 id="a">A']) {
  anchors(`${html || "nothing"} stays as it is`, () => assert.is(withAnchors(html), html));
}

headings.run();
anchors.run();
