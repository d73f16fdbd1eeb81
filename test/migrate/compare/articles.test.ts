import { suite } from "uvu";
import * as assert from "uvu/assert";
import { changed, compared, edited, editedAll, type Files, losses } from "./sites.ts";

/** What each post says; `n` is its number. */
const text = (n: number) => `<p>Rose number ${n} needs water, and <a href="https://roses.example/${n}">much sun</a>.</p>
<h2>Care of ${n}</h2><p>See <a href="/plans/plan-${n}.pdf">the plan</a> and <a href="/post-${(n % 6) + 1}.html">its neighbour</a>.</p>
<p><img src="/images/rose-${n}.jpg" alt="Rose ${n}"></p><pre><code>water(${n});\nsun(${n}, "long");</code></pre>
<table><tr><th>Month</th><th>Buds</th></tr><tr><td>May</td><td>${n} of ten</td></tr></table>
<p><iframe src="https://films.example/embed/${n}"></iframe></p>`;

const NUMBERS = [1, 2, 3, 4, 5, 6];
const FILES: Files = Object.fromEntries(
  NUMBERS.flatMap((n) => [
    [`images/rose-${n}.jpg`, ""],
    [`plans/plan-${n}.pdf`, ""],
  ]),
);
const REST = {
  "tag/roses.html": "<title>Roses</title><p>All of them, in one list.</p>",
  "by/juliet.html": "<title>Juliet</title><p>She waters them.</p>",
};

/** An old theme: a byline, share buttons, a portrait, comments, other posts, and lists with whole posts. */
function old(): Files {
  const posts = NUMBERS.map((n): [string, string] => [
    `post-${n}.html`,
    `<html><head><title>Verona - Post ${n}</title></head><body class="article-${"abcdef"[n - 1]}"><div id="menu"><h1><a href="/">Verona</a></h1>
<ul><li><a href="/">Home</a></li><li><a href="/tag/roses.html">Roses</a></li></ul></div><div class="entry"><h2><a href="/post-${n}.html">Post ${n}</a></h2>
<p class="by">Written by <a href="/by/juliet.html">Juliet</a> on 1${n} May 2020, filed under <a href="/tag/roses.html">Roses</a> <img src="/theme/face.png"></p>
${text(n)}<div class="share"><a href="https://social.example/share?url=post-${n}.html">Share this</a></div>
<h3>You may also like</h3><p class="more"><a href="/post-${(n % 6) + 1}.html">Post ${(n % 6) + 1}</a></p></div>
<div class="foot">Proudly powered by <a href="https://engine.example/">Engine</a>, with love for roses.</div></body></html>`,
  ]);
  const entries = NUMBERS.map(
    (n) => `<div class="entry"><h2><a href="/post-${n}.html">Post ${n}</a></h2>${text(n)}</div>`,
  );
  const list = `<html><head><title>Verona</title></head><body><h2>Latest of Verona</h2>${entries.join("")}</body></html>`;
  return { ...FILES, ...REST, "theme/face.png": "", ...Object.fromEntries(posts), "index.html": list };
}

function now(): Files {
  const frame = (
    title: string,
    body: string,
  ) => `<!doctype html><title>${title} | Verona</title><header><a href="/">Verona</a>
<nav><ul><li><a href="/">Home</a><li><a href="/tag/roses.html">Roses</a></ul></nav></header><main>${body}</main>`;
  const posts = NUMBERS.map((n): [string, string] => {
    const body = `<article><h1>Post ${n}</h1><p><time datetime="2020-05-1${n}">1${n}.5.</time></p>${text(n)}</article>`;
    return [`post-${n}.html`, frame(`Post ${n}`, body)];
  });
  const entries = NUMBERS.map(
    (n) => `<article><h2><a href="/post-${n}.html">Post ${n}</a></h2><p>Rose number ${n}</p></article>`,
  );
  return { ...FILES, ...REST, ...Object.fromEntries(posts), "index.html": frame("Home", entries.join("")) };
}

const articles = suite("compare: each article");

articles(
  "nothing of another theme is a loss: bylines, lists, share buttons and portraits are told apart by repetition",
  () => {
    const { notes } = compared(old(), now());
    assert.equal(losses(old(), now()), []);
    assert.equal(notes.design, ["/theme/face.png"]);
    assert.ok(notes.links.some(({ label, pages }) => label === "Share this" && pages.length === 1));
    assert.ok(notes.pictures.some(({ address, pages }) => address === "/theme/face.png" && pages.length === 6));
    assert.ok(notes.labels.some(({ text: label }) => label.startsWith("Proudly powered by")));
  },
);

/** What is taken from one article, and what is told. */
const TAKEN: readonly [string, string, string, readonly string[]][] = [
  ["a picture", '<img src="/images/rose-3.jpg" alt="Rose 3">', "", ["image /images/rose-3 .jpg"]],
  ["a film", '<iframe src="https://films.example/embed/3"></iframe>', "", ["embed films.example/embed/3"]],
  ["a link", '<a href="https://roses.example/3">much sun</a>', "much sun", ["in text much sun roses.example/3"]],
  [
    "a link within the site",
    '<a href="/post-4.html">its neighbour</a>',
    "its neighbour",
    ["in text its neighbour /post-4"],
  ],
  [
    "a link that leads elsewhere",
    'href="/post-4.html">its',
    'href="/post-x.html">its',
    ["in text its neighbour /post-4 → /post-x"],
  ],
  ["a download", '<a href="/plans/plan-3.pdf">the plan</a>', "the plan", ["download the plan /plans/plan-3.pdf"]],
  ["a heading's rank", "<h2>Care of 3</h2>", "<p>Care of 3</p>", ["no heading Care of 3"]],
  ["a heading", "<h2>Care of 3</h2>", "", ["heading Care of 3"]],
  ["a line of code", "water(3);", "", ["code water(3);"]],
  ["a row", "<tr><td>May</td><td>3 of ten</td></tr>", "", ["table May 3 of ten"]],
  [
    "a table's form",
    "<tr><td>May</td><td>3 of ten</td></tr>",
    "</table><p>May 3 of ten</p><table>",
    ["no table May 3 of ten"],
  ],
];

for (const [name, from, to, told] of TAKEN) {
  articles(`${name} that is gone is told, with its page, and nothing else`, () => {
    const expected = told.map((line) => `${line.replace(" .", ".")} [/post-3.html]`);
    assert.equal(losses(old(), edited(now(), "post-3.html", from, to)), expected);
  });
}

articles("a paragraph is told, and the link that was in it", () => {
  const paragraph = '<p>Rose number 3 needs water, and <a href="https://roses.example/3">much sun</a>.</p>';
  assert.equal(losses(old(), edited(now(), "post-3.html", paragraph, "")), [
    "in text much sun roses.example/3 [/post-3.html]",
    "text Rose number 3 needs water, and much sun [/post-3.html]",
  ]);
});

articles(
  "pictures that another program made of a picture are the picture, and one with its description has moved",
  () => {
    const from = 'src="/images/rose-3.jpg"';
    const made = edited(now(), "post-3.html", from, 'src="/img/rose-3-480.webp"');
    assert.equal(losses(old(), made), []);
    const other = compared(old(), edited(now(), "post-3.html", from, 'src="/img/f00.webp"'));
    assert.equal(other.media, []);
    assert.equal(
      other.notes.media.map(({ address, now: is }) => [address, is]),
      [["/images/rose-3.jpg", "/img/f00.webp"]],
    );
  },
);

articles("what led nowhere before is not lost", () => {
  const broken = edited(old(), "post-3.html", "</pre>", '</pre><img src="/none.png"><a href="/none.html">none</a>');
  assert.equal(losses(broken, edited(now(), "post-3.html", "</pre>", "</pre><p>none</p>")), []);
});

articles("addresses that leave the path of the site", () => {
  const below = (files: Files, base: string) =>
    Object.fromEntries(
      Object.entries(files).map(([path, html]) => [
        path,
        html
          .replace(/(href|src)="\//g, `$1="${base}/`)
          .replace(
            "<title>",
            `<link rel="canonical" href="https://ann.example/garden/${path.replace(/index\.html$/, "")}"><title>`,
          ),
      ]),
    );
  const built = below(now(), "/garden");
  assert.equal(losses(old(), built), []);
  assert.equal(losses(old(), editedAll(built, 'href="/garden/tag/roses.html"', 'href="/tag/roses.html"')), [
    "outside /tag/roses.html [/post-1.html /post-2.html /post-3.html /post-4.html /post-5.html /post-6.html /]",
  ]);
  const lone = edited(built, "post-3.html", 'src="/garden/images/rose-3.jpg"', 'src="/images/rose-3.jpg"');
  assert.equal(losses(old(), lone), ["outside /images/rose-3.jpg [/post-3.html]"]);
  assert.equal(losses(below(old(), "/garden"), changed(built, {})), []);
});

articles.run();
