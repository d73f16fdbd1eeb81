import { suite } from "uvu";
import * as assert from "uvu/assert";
import { showImages } from "../../src/plugin/images/show-images.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";
import { pageIn, site } from "../make.ts";

const showing = suite("images: how they are shown");

const HUNDRED = { type: "png", width: 100, height: 50, bytes: 500, isAnimated: false };
const IMAGES = {
  "images/a.png": HUNDRED,
  "images/big.jpg": { type: "jpg", width: 1000, height: 600, bytes: 200_000, isAnimated: false },
  "images/ü %.png": HUNDRED,
  'images/it\'s "b".png': HUNDRED,
  "images/bad.png": { damage: "is an empty file" },
};
const PICTURES = new Map([
  [
    "images/big.jpg",
    [
      { name: "0f-480.webp", format: "webp", width: 480, bytes: 20_000 },
      { name: "0f-1000.webp", format: "webp", width: 1000, bytes: 60_000 },
    ],
  ],
]);
const SOURCE =
  '<source type="image/webp" srcset="/assets/images/0f-480.webp 480w, /assets/images/0f-1000.webp 1000w" sizes="(min-width: 40rem) 36rem, 100vw">';

function shown(html: string, place: "page" | "list" = "list", images: SettingsInput["images"] = true): string {
  const file = {
    "about/p.html": `<html><head><title>P</title><meta name="save_as" content="about/p.html"><meta name="url" content="about/p.html"></head><body>${html}</body></html>`,
  };
  const made = site(file, { siteUrl: "https://example.org" }, [], Object.keys(IMAGES), IMAGES);
  const page = pageIn(made, "about/p.html");
  const settings = readSettings({ images });
  return showImages(made.html.get(page) ?? "", page, { ...made, pictures: PICTURES, settings }, place).trim();
}

for (const [name, html, expected] of [
  [
    "its size",
    '<img src="/images/a.png" alt="A &amp; B">',
    '<img width="100" height="50" loading="lazy" decoding="async" src="/images/a.png" alt="A &amp; B">',
  ],
  [
    "from the page",
    "<img alt=x src=../images/a.png>",
    '<img width="100" height="50" loading="lazy" decoding="async" alt=x src=../images/a.png>',
  ],
  [
    "in full",
    '<img src="https://example.org/images/a.png?v=2#x">',
    '<img width="100" height="50" loading="lazy" decoding="async" src="https://example.org/images/a.png?v=2#x">',
  ],
  [
    "letters and signs",
    '<img src="/images/%C3%BC%20%25.png">',
    '<img width="100" height="50" loading="lazy" decoding="async" src="/images/%C3%BC%20%25.png">',
  ],
  [
    "letters and signs, half of them as they are",
    '<img src="/images/ü %25.png">',
    '<img width="100" height="50" loading="lazy" decoding="async" src="/images/ü %25.png">',
  ],
  [
    "quotation marks",
    "<img src='/images/it&#39;s &quot;b&quot;.png'>",
    '<img width="100" height="50" loading="lazy" decoding="async" src=\'/images/it&#39;s &quot;b&quot;.png\'>',
  ],
  [
    "upper case, and a slash",
    '<IMG SRC="/images/a.png"/>',
    '<IMG width="100" height="50" loading="lazy" decoding="async" SRC="/images/a.png"/>',
  ],
  [
    "pictures",
    '<img src="/images/big.jpg">',
    `<picture>${SOURCE}<img width="1000" height="600" loading="lazy" decoding="async" src="/images/big.jpg"></picture>`,
  ],
  [
    "in a link",
    '<a href="/images/big.jpg"><img src="/images/big.jpg"></a>',
    `<a href="/images/big.jpg"><picture>${SOURCE}<img width="1000" height="600" loading="lazy" decoding="async" src="/images/big.jpg"></picture></a>`,
  ],
  [
    "what the author wrote stays",
    '<img width=20 height=30 loading=eager decoding=sync src="/images/a.png">',
    undefined,
  ],
  [
    "the other side",
    '<img width="50" src="/images/a.png">',
    '<img height="25" loading="lazy" decoding="async" width="50" src="/images/a.png">',
  ],
  [
    "the other side, of a height",
    '<img height=200px src="/images/a.png">',
    '<img width="400" loading="lazy" decoding="async" height=200px src="/images/a.png">',
  ],
  [
    "no side of a part of the page",
    '<img width="50%" src="/images/a.png">',
    '<img loading="lazy" decoding="async" width="50%" src="/images/a.png">',
  ],
  [
    "made small",
    '<img width="300" src="/images/big.jpg">',
    `<picture>${SOURCE.replace(/sizes=.*/, 'sizes="300px">')}<img height="180" loading="lazy" decoding="async" width="300" src="/images/big.jpg"></picture>`,
  ],
  ["the author's own pictures", '<img srcset="/images/big.jpg 2x" src="/images/a.png">', undefined],
  [
    "the author's own picture",
    '<picture><source srcset="/images/big.jpg"><img src="/images/a.png"></picture>',
    undefined,
  ],
  ["another site's", '<img src="https://example.com/images/a.png"><img src="//example.com/images/a.png">', undefined],
  ["data", '<img src="data:image/png;base64,AAAA">', undefined],
  ["none", '<img src="/images/none.png"><img src=""><img>', undefined],
  ["a damaged one", '<img src="/images/bad.png">', undefined],
  ["out of the site's folder", '<img src="../../../etc/images.png">', undefined],
  [
    "text",
    '<!-- <img src="/images/a.png"> --> &lt;img src="/images/a.png"> <script>"<img src=/images/a.png>"</script>',
    undefined,
  ],
] as const) {
  showing(name, () => assert.is(shown(html), expected ?? html));
}

const lazy = (html: string) => [...html.matchAll(/<img[^>]*>/g)].map(([tag]) => tag.includes("lazy"));
const A = '<img src="/images/a.png">';

for (const [name, html, place, expected] of [
  ["the first at a page's top is there at once", `<p>${"Words. ".repeat(20)}${A}${A}`, "page", [false, true]],
  ["one far down waits", `<p>${"Words. ".repeat(200)}${A}`, "page", [true]],
  ["in a list all wait", `${A}${A}`, "list", [true, true]],
] as const) {
  showing(name, () => assert.equal(lazy(shown(html, place)), [...expected]));
}

showing("images: false leaves them as they are written, for whatever else the site has for them", () => {
  const image = '<img src="/images/a.png" alt="A">';
  assert.is(shown(image, "page", false), image);
  assert.is(shown(image, "page", { attributes: false, formats: [] }), image);
});

showing.run();
