import { suite } from "uvu";
import * as assert from "uvu/assert";
import { scan, shorten } from "../../src/plugin/html/scan.ts";
import { blogPosting, breadcrumbList, jsonLd } from "../../src/plugin/views/json-ld.ts";
import { localeOf, type OpenGraph, openGraph } from "../../src/plugin/views/open-graph.ts";

const descriptions = suite("descriptions");

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

for (const [name, html, expected] of [
  ["a paragraph", "<p>One <em>two</em>, three.</p>", "One two, three."],
  ["without the headings", "<h2>One</h2><p>Two.</p><h2>Three</h2><p>Four.</p>", "Two. Four."],
  ["without code", "<pre>a</pre><p>Two.</p>", "Two."],
  ["of what has no paragraph", "<ul><li>One</li><li>Two</li></ul>", "One Two"],
  ["of nothing", "", ""],
  ["of a picture", "<p><img src=a></p>", ""],
  ["entities as they are read", "<p>a &amp; b &lt;c&gt;</p>", "a & b <c>"],
  ["without scripts' tags", "<p>a <b>b</b>\n c</p>", "a b c"],
] as const) {
  descriptions(name, () => assert.is(scan(html).description, expected));
}

for (const [name, text, expected] of [
  ["a short text stays", "One two.", "One two."],
  ["as long as may be", "a".repeat(155), "a".repeat(155)],
  ["cut between words", words(40), `${words(31)}…`],
  ["no dot or comma before the dots", `${"a".repeat(150)}, b, c d e f`, `${"a".repeat(150)}, b…`],
  ["a text without blanks", "字".repeat(200), `${"字".repeat(154)}…`],
  ["never through a letter", `a${"😀".repeat(100)}`, `a${"😀".repeat(76)}…`],
] as const) {
  descriptions(`shortened: ${name}`, () => {
    assert.is(shorten(text), expected);
    assert.ok(shorten(text).length <= 155);
  });
}

descriptions("a text without end takes no time", () => {
  scan(`<p>${"<b>a</b> ".repeat(500_000)}</p>`);
});
descriptions.run();

const graph = suite("Open Graph");

const PAGE: OpenGraph = {
  title: "A",
  siteName: "B",
  url: undefined,
  description: undefined,
  locale: "en_US",
  image: undefined,
  article: undefined,
};

const values = (of: Partial<OpenGraph>) =>
  Object.fromEntries(openGraph({ ...PAGE, ...of }).map(({ property, content }) => [property, content]));

graph("what is not known is left out", () => {
  assert.equal(values({}), { "og:title": "A", "og:type": "website", "og:site_name": "B", "og:locale": "en_US" });
});

for (const [lang, locale] of [
  ["en", "en_US"],
  ["en-GB", "en_GB"],
  ["de", "de_DE"],
  ["pt-br", "pt_BR"],
  ["zh-Hant", "zh_TW"],
  ["no language", undefined],
  ["", undefined],
] as const) {
  graph(`the locale of “${lang}”`, () => assert.is(localeOf(lang), locale));
}

graph("a post is an article, with a property for each tag", () => {
  const article = { published: "2020-01-01T00:00:00Z", modified: undefined, section: "News", tags: ["a", "b"] };
  assert.equal(openGraph({ ...PAGE, locale: undefined, article }).slice(1), [
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: "B" },
    { property: "article:published_time", content: "2020-01-01T00:00:00Z" },
    { property: "article:section", content: "News" },
    { property: "article:tag", content: "a" },
    { property: "article:tag", content: "b" },
  ]);
});
graph.run();

const data = suite("JSON-LD");

data("nothing to say", () => assert.is(jsonLd([]), undefined));

for (const name of ["</script><script>alert(1)</script>", "<!--<script>", "]]>", '"\\', "\u2028"]) {
  data(`no text ends the element: ${JSON.stringify(name)}`, () => {
    const text = jsonLd([breadcrumbList([{ name, url: "https://a.example/" }])]) ?? "";
    assert.not.match(text, "<");
    assert.is(JSON.parse(text).itemListElement[0].name, name);
  });
}

data("several things are a graph", () => {
  const steps = [{ name: "A", url: "https://a.example/a" }];
  const { "@graph": things } = JSON.parse(jsonLd([breadcrumbList(steps), breadcrumbList(steps)]) ?? "");
  assert.is(things.length, 2);
});

data("a post names what it knows", () => {
  const posting = {
    title: "A",
    url: "https://a.example/a",
    description: undefined,
    lang: "en",
    published: "2020-01-01T00:00:00Z",
    modified: undefined,
    authors: [],
    image: undefined,
    tags: [],
    siteName: "B",
    siteUrl: "https://a.example",
  };
  assert.equal(JSON.parse(JSON.stringify(blogPosting(posting))), {
    "@type": "BlogPosting",
    headline: "A",
    url: "https://a.example/a",
    mainEntityOfPage: "https://a.example/a",
    inLanguage: "en",
    datePublished: "2020-01-01T00:00:00Z",
    dateModified: "2020-01-01T00:00:00Z",
    publisher: { "@type": "Organization", name: "B", url: "https://a.example/" },
  });
});
data.run();
