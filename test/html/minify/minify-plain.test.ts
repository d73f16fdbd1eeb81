/** The fast way to minify a page gives what html-minifier-terser gives, or says that it does not know. */
import fc from "fast-check";
import { minify } from "html-minifier-terser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { OPTIONS } from "../../../src/plugin/html/minify/minifier.ts";
import { minifyPlain } from "../../../src/plugin/html/minify/minify-plain.ts";
import { RUN } from "../../hostile/seed.ts";

const page = (body: string, head = "") =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n  <title> A  b </title>${head}\n</head>\n<body>\n  ${body}\n</body>\n</html>\n`;

const plain = suite("minifying plain pages");
for (const [name, html] of [
  ["paragraphs", page("<p>One\n  <em> two </em>  three. </p>\n\n<p> four</p>")],
  ["blanks at the end of inline elements", page("<p>a <b>b <i>c </i> </b> </p> d <b> e</b>")],
  ["empty inline elements", page("<p>a <b></b> <i> </i> c</p><p> <b> </b> </p>")],
  ["preformatted text", page("<pre>\n  a\n   <b> b </b>\n</pre> <textarea> x\n y</textarea> after")],
  ["a line break and an image", page('<p> a <br> b <img src="a.png" alt=""> c d <input> e</p>')],
  ["a list and a table", page("<ul>\n<li> a </li>\n<li>b</li>\n</ul><table> <tr> <td> x </td> </tr> </table>")],
  ["scripts", page('<script type="text/javascript; a=b"> let a = "<b>"; </script> x', " <script src='a'></script>")],
  ["a script with blanks", page("<p>x</p> <script>\n  a && b > c\n</script> <p>y</p>")],
  ["data of a page", page("<p>x</p>", '<script type="application/ld+json"> {"a": "b  c"} </script>')],
  ["styles", page("<p style='color: red;'>x</p>", "<style>\n a > b { color: red }\n</style>")],
  ["an SVG image", page('<p> a <svg viewBox="0 0 1 1"> <path d="M0 0"/> <g> <title> x </title> </g></svg> b</p>')],
  ["boolean attributes", page('<details open="open"><summary hidden=""> x </summary></details><b draggable="x">y</b>')],
  ["attributes with blanks", page('<a  class=" a  b\n c "\n href="/x"   title=" y  z ">x</a>')],
  ["quotes", page(`<a title='say "x"'>x</a><a title="it's">y</a><a title='a'>z</a>`)],
  ["a viewport", page("x", '<meta name="viewport" content="width=device-width, initial-scale=1.0">')],
  ["pictures", page("<p>a <picture> <img src=a> </picture> b<picture></picture></p>\n<picture> </picture>\n<p>c</p>")],
  ["no-break spaces", page("<p>\u00a0 a \u00a0 b \u00a0</p> \u00a0 <b>\u00a0</b> c")],
  ["tabs", page("<p>a\tb\t\tc \td</p>\t<b>\t</b>")],
  ["a part of a page", "\n <nav> <b>x </b> </nav> <p>y</p> \n"],
  ["void elements with a slash", page("<p>a<br/>b<br />c</p><hr/>")],
] as const) {
  plain(`${name}: as html-minifier-terser does`, async () => {
    assert.is(minifyPlain(html), await minify(html, OPTIONS));
  });
}

for (const [name, html] of [
  ["a text that begins with words", "x <p>y</p>"],
  ["attributes without quotes", page("<a href=/>x</a>")],
  ["an element that is not closed", page("<p>x<p>y</p>")],
  ["an end tag that closes nothing", page("<p>x</b></p>")],
  ["a block in a paragraph", page("<p>x<div>y</div></p>")],
  ["a comment", page("<p>a</p> <!-- b --> <p>c</p>")],
  ["signs that are not escaped", page("<p>a > b</p>")],
  ["a sign that begins no tag", page("<p>a < b</p>")],
  ["templates", page("<p><% x %></p>")],
  ["names in capitals", page("<P>x</P>")],
  ["scripts in attributes", page('<p onclick="javascript: x()">y</p>')],
  ["addresses with blanks", page('<a href=" /x ">y</a>')],
  ["places for a line break", page("<p>a <wbr> b</p>")],
  ["text after the last tag", `${page("x").replace("</html>", "")} > y>`],
  ["text after the page", `${page("x")} y`],
] as const) {
  plain(`${name}: is left to html-minifier-terser`, () => assert.is(minifyPlain(html), undefined));
}
plain.run();

const random = suite("minifying plain pages: any page");
const blank = fc.constantFrom("", "", "", " ", "\n", "  ", "\t", "\n  ", "\u00a0", " \u00a0 ", "\r\n");
const word = fc.constantFrom("a", "bc", "&amp;", "é", "—", "x  y", "x\ny", "x\ty", "x\u00a0 y", "");
const text = fc.tuple(blank, word, blank).map((parts) => parts.join(""));
const attribute = fc.constantFrom(
  "",
  ' id="a"',
  ' class=" a  b "',
  ' href="/"',
  " hidden",
  ' open="open"',
  " title='\"'",
  '\n  lang="en"',
  ' style="a:b ;"',
  ' data-x=" y "',
);
const INLINE = "a b em i code span small sub sup button label kbd time cite mark q select svg object".split(" ");
const BLOCK =
  "p div ul ol li section h1 blockquote pre textarea table td nav figure x-slot details summary dl dd".split(" ");
const EMPTY = "br img hr input".split(" ");
const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
  tree: fc.array(fc.oneof({ maxDepth: 4 }, text, tie("element")), { maxLength: 5 }).map((parts) => parts.join("")),
  element: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(fc.constantFrom(...EMPTY), attribute).map(([name, attributes]) => `<${name}${attributes}>`),
    fc.constantFrom("<script> x </script>", "<picture> <img> </picture>", "<style></style>"),
    fc
      .tuple(fc.constantFrom(...INLINE, ...BLOCK), attribute, tie("tree"))
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner}</${name}>`),
  ),
}));

const MENU = '<nav aria-label="Main">\n  <ul>\n    <li> <a href="/"> Home </a> </li>\n  </ul>\n</nav>';

random("what is kept is a block to what stands beside it", async () => {
  const kept = minifyPlain(MENU) ?? "";
  let certain = 0;
  await fc.assert(
    fc.asyncProperty(tree, tree, async (before, after) => {
      const html = page(`${before}${MENU}${after}`);
      const start = html.indexOf(MENU);
      const minified = minifyPlain(html, [{ start, end: start + MENU.length, text: kept }]);
      if (minified === undefined) return;
      certain++;
      assert.is(minified, await minify(html, OPTIONS), JSON.stringify(html));
    }),
    RUN,
  );
  assert.ok(certain > RUN.numRuns / 5, `${certain} of ${RUN.numRuns} pages are plain`);
});

random("what is certain is what html-minifier-terser makes of it", async () => {
  let certain = 0;
  await fc.assert(
    fc.asyncProperty(tree, async (body) => {
      const html = page(body);
      const minified = minifyPlain(html);
      if (minified === undefined) return;
      certain++;
      assert.is(minified, await minify(html, OPTIONS), JSON.stringify(html));
    }),
    RUN,
  );
  assert.ok(certain > RUN.numRuns / 3, `${certain} of ${RUN.numRuns} pages are plain`);
});
random.run();

const large = suite("minifying a page of many megabytes");
large("it stays as it is", () => {
  const html = page("<p>a  b</p>\n".repeat(4_200_000));
  assert.ok(minifyPlain(html) === html);
});
large.run();
