import { suite } from "uvu";
import * as assert from "uvu/assert";
import { escapeHtml } from "../../src/plugin/html/escape.ts";
import { readHtml } from "../../src/plugin/html/read.ts";
import { mapUrls, type Tag } from "../../src/plugin/html/tags.ts";

const tags = suite("start tags");

function scanTags(html: string): Tag[] {
  const found: Tag[] = [];
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex: start, endIndex }) =>
        found.push({ name, attributes, start, end: endIndex + 1 }),
    },
  ]);
  return found;
}

tags("all start tags, in order, with their attributes as the browser reads them", () => {
  assert.equal(
    scanTags(`<p ID="a&amp;b">x<BR><img src='y.png' alt=z></p>`).map(({ name, attributes }) => [name, attributes]),
    [
      ["p", { id: "a&b" }],
      ["br", {}],
      ["img", { src: "y.png", alt: "z" }],
    ],
  );
});

tags("offsets hold the tag and nothing else", () => {
  const html = `é<p\nid="x">text<a href='1>2'>b</a><img src="c"/>`;
  assert.equal(
    scanTags(html).map(({ start, end }) => html.slice(start, end)),
    [`<p\nid="x">`, `<a href='1>2'>`, `<img src="c"/>`],
  );
});

for (const [name, html] of [
  ["a comment", `<!-- <a href="x"> -->`],
  ["a comment over several lines", `<!--\n<a href="x">\n-->`],
  ["a script", `<script>"<a href='x'>"</script>`],
  ["a style", `<style>/* <a href="x"> */</style>`],
  ["escaped markup", `<code>&lt;a href="x"&gt;</code>`],
  ["text that looks like a tag", `1 < 2, a<3 <`],
  ["a field of text", `<textarea><a href="x"></textarea>`],
] as const) {
  tags(`${name} holds no link`, () => {
    assert.equal(
      scanTags(html).filter((tag) => tag.name === "a"),
      [],
    );
  });
}

tags("a text without an end is read all the same", () => {
  assert.equal(
    scanTags(`<p><a href="x">y`).map(({ name }) => name),
    ["p", "a"],
  );
});

const urls = suite("mapUrls");

const swap = (url: string) => (url === "old" ? "new" : undefined);

for (const [name, html, wanted] of [
  ["double quotes", `<a href="old">`, `<a href="new">`],
  ["single quotes", `<a href='old'>`, `<a href="new">`],
  ["no quotes", `<a href=old>`, `<a href="new">`],
  ["blanks around the sign", `<a href = "old">`, `<a href="new">`],
  ["upper case", `<A HREF="old" Class="X">`, `<A HREF="new" Class="X">`],
  ["an image", `<img alt="old" src="old"/>`, `<img alt="old" src="new"/>`],
  ["a video", `<video src=old poster=old></video>`, `<video src="new" poster="new"></video>`],
  ["a button", `<button formaction="old">A</button>`, `<button formaction="new">A</button>`],
  ["an old table", `<table background=old><td background='old'>`, `<table background="new"><td background="new">`],
  ["an SVG", `<svg><use xlink:href="old"/></svg>`, `<svg><use xlink:href="new"/></svg>`],
  ["a form", `<form action="old">`, `<form action="new">`],
  ["a quotation", `<blockquote cite="old">`, `<blockquote cite="new">`],
  ["an object", `<object data="old">`, `<object data="new">`],
  ["an address written with entities", `<a href="&#111;ld">`, `<a href="new">`],
  ["a tag over two lines", `<a class="x"\n   href="old">`, `<a class="x"\n   href="new">`],
] as const) {
  urls(`${name}: the address is changed`, () => assert.is(mapUrls(html, swap), wanted));
}

for (const [name, html] of [
  ["another address", `<a  href='other'  >x</a >`],
  ["text", `old &amp; <b>old</b> href="old"`],
  ["an attribute of a longer name", `<a data-href="old" xhref="old" hreflang="old">`],
  ["a comment", `<!-- <a href="old"> -->`],
  ["a script", `<script>var a = '<a href="old">';</script>`],
  ["code", `<pre><code>&lt;a href="old"&gt;</code></pre>`],
  ["an end tag", `</a href="old">`],
  ["a document type", `<!DOCTYPE html SYSTEM "old">`],
  ["broken markup", `<a href="old`],
] as const) {
  urls(`${name} stays as it is, to the byte`, () => assert.is(mapUrls(html, swap), html));
}

urls("another attribute's address is changed where it is said to be one", () => {
  const isUrl = (name: string, value: string) => name === "content" && value === "old";
  const html = `<meta content="old" name="old"><meta content='x  old'>`;
  assert.is(mapUrls(html, swap, isUrl), `<meta content="new" name="old"><meta content='x  old'>`);
});

urls("the blanks before an address that is changed stay", () => {
  assert.is(mapUrls(`<a\thref="old">`, swap), `<a\thref="new">`);
  assert.is(mapUrls(`<a\nhref="old">`, swap), `<a\nhref="new">`);
});

urls("an address in another attribute's text stays", () => {
  const html = `<a title='such as href="old" or so' href="old">`;
  assert.is(mapUrls(html, swap), `<a title='such as href="old" or so' href="new">`);
});

urls("all else around several changes stays", () => {
  const html = `<p>é\r\n\t<a href="old">1</a>&nbsp;<!-- c --><img src=old>\r\n</p>\n<!-- end`;
  assert.is(mapUrls(html, swap), `<p>é\r\n\t<a href="new">1</a>&nbsp;<!-- c --><img src="new">\r\n</p>\n<!-- end`);
});

urls("what is put in is escaped", () => {
  const hostile = `/x?a=1&b="><script>'`;
  const html = mapUrls(`<a href="old" id="a">`, () => hostile);
  const [tag, ...rest] = scanTags(html);
  assert.equal(rest, []);
  assert.equal(tag?.attributes, { href: hostile, id: "a" });
});

urls("a replacement holds no patterns", () => {
  assert.is(
    mapUrls(`<a href="old">`, () => "$& $1 $'"),
    `<a href="$&amp; $1 $&#39;">`,
  );
});

urls("each address is asked for as the browser reads it", () => {
  const asked: string[] = [];
  mapUrls(`<a href="a&amp;b"><img src="c d"><a href=""><a name="n">`, (url) => {
    asked.push(url);
    return undefined;
  });
  assert.equal(asked, ["a&b", "c d", ""]);
});

const escaping = suite("escapeHtml");

escaping("what HTML would read is escaped", () => {
  assert.is(escapeHtml(`<a href="x" title='y'>&amp;`), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
});

tags.run();
urls.run();
escaping.run();
