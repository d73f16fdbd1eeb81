import { minify } from "html-minifier-terser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  boxes,
  changed,
  changes,
  compared,
  edited,
  editedAll,
  type Files,
  landmarks,
  losses,
  pelican,
  siteOf,
  table,
} from "./sites.ts";

const MARKUPS = { pelican, boxes, table, landmarks };

const nothing = suite("compare: nothing is told that did not change");

for (const [from, old] of Object.entries(MARKUPS)) {
  for (const [to, now] of Object.entries(MARKUPS)) {
    nothing(`from ${from} to ${to}`, () => {
      assert.equal(losses(old(), now()), []);
    });
  }
}

nothing("where a site is minified, blanks and attributes change", async () => {
  for (const write of Object.values(MARKUPS)) {
    const before = write();
    const after: Record<string, string> = {};
    for (const [path, html] of Object.entries(before)) {
      after[path] = await minify(html, {
        collapseWhitespace: true,
        removeOptionalTags: true,
        removeAttributeQuotes: true,
        sortAttributes: true,
        sortClassName: true,
      });
    }
    assert.equal(losses(before, after), []);
    assert.equal(losses(after, before), []);
  }
});

nothing("where only typography, anchors and the form of dates change", () => {
  const page = (body: string): Files => ({ "a.html": `<title>A</title><h1>A</h1>${body}` });
  const old = page(`<p>It's "so" -- really... See Sunday, 4 March 2012 &amp; <em>more</em>.</p><h2>Then</h2>
<p class="date">Fri 05 October 2018</p>`);
  const now =
    page(`<p>It’s “so” – really… See March 4th, 2012 &#38; <b>more</b>.</p><h2 id="then">Then<a href="#then">¶</a></h2>
<p><time datetime="2018-10-05T10:00:00+02:00">5. Okt. 2018</time></p>`);
  assert.equal(losses(old, now), []);
});

nothing("where text moved within its page, and where blocks are others", () => {
  const old = { "a.html": "<h1>A</h1><p>First one. Second one.</p><p>Third one.</p><div>Fourth<br><br>Fifth</div>" };
  const now = {
    "a.html": "<h1>A</h1><p>Third one.</p><div><p>Fourth</p><p>Fifth</p></div><p>Second one.</p><p>First one.</p>",
  };
  assert.equal(losses(old, now), []);
});

nothing("of a list's posts, of which other pages of the list show less", () => {
  const post = (number: number): [string, string] => [
    `2012/post-${number}.html`,
    `<title>Post ${number}</title><h1>Post ${number}</h1><p>${number} February 2012</p><p>The whole text of number ${number}, which is long enough to be cut in lists.</p>`,
  ];
  const posts = Object.fromEntries([1, 2, 3, 4].map(post));
  const entry = (number: number, text: string) =>
    `<h2><a href="/2012/post-${number}.html">Post ${number}</a></h2><p>${number} February 2012</p><p>${text}</p>`;
  const whole = [1, 2, 3, 4].map((n) =>
    entry(n, `The whole text of number ${n}, which is long enough to be cut in lists.`),
  );
  const cut = [1, 2, 3, 4].map((n) => entry(n, `The whole text of number ${n} …`));
  const old = { ...posts, "blog.html": `<title>Blog</title><h1>Blog</h1>${whole.join("")}` };
  const now = {
    ...posts,
    "blog.html": `<title>Blog</title><h1>Blog</h1>${cut.slice(0, 2).join("")}<a rel="next" href="/blog2.html">Older</a>`,
    "blog2.html": `<title>Blog</title><h1>Blog</h1>${cut.slice(2).join("")}`,
  };
  assert.equal(losses(old, now), []);
  assert.equal(losses(old, changed(now, { "blog2.html": undefined })), [
    "in text Post 3 /2012/post-3 [/blog.html]",
    "in text Post 4 /2012/post-4 [/blog.html]",
  ]);
});

nothing.run();

const found = suite("compare: each change is told, and nothing else");

/** What is done to the new site, and what is told of it, whatever the markup of the old one. */
const CHANGES: readonly [string, (now: Files) => Files, readonly string[]][] = [
  ["a page is gone", (now) => changed(now, { "about/history.html": undefined }), ["gone /about/history.html"]],
  [
    "a paragraph is lost",
    (now) => edited(now, "about/index.html", "<p>We plant roses.</p>", ""),
    ["text We plant roses. [/about/]"],
  ],
  [
    "a sentence is lost",
    (now) => edited(now, "index.html", " Its gates are open all day.", ""),
    ["text Its gates are open all day. [/]"],
  ],
  [
    "an item of a list is lost",
    (now) => edited(now, "about/index.html", "<li>white ones</li>", ""),
    ["text white ones [/about/]"],
  ],
  [
    "a heading is lost",
    (now) => edited(now, "about/index.html", "<h2>Overview</h2>", ""),
    ["heading Overview [/about/]"],
  ],
  [
    "a row of a table is lost",
    (now) => edited(now, "about/history.html", "<tr><td>1597</td><td>12</td></tr>", ""),
    ["table 1597 12 [/about/history.html]"],
  ],
  [
    "a line of code is lost",
    (now) => edited(now, "about/history.html", "water(rose, 2)", ""),
    ["code water(rose, 2) [/about/history.html]"],
  ],
  [
    "an entry of a dropdown is gone from all pages",
    (now) => editedAll(now, '<li><a href="/about/history.html">History</a></li>', ""),
    ["link gone History /about/history [/ /about/ /contact.html]"],
  ],
  [
    "a link is gone from one page's menu",
    (now) => edited(now, "about/index.html", '<li><a href="/contact.html">Contact</a></li>', ""),
    ["link gone Contact /contact [/about/]"],
  ],
  [
    "a menu's link leads elsewhere",
    (now) => edited(now, "index.html", 'href="/contact.html"', 'href="/contacts.html"'),
    ["link elsewhere Contact /contact → /contacts [/]"],
  ],
  [
    "a menu's entry has another name",
    (now) => edited(now, "index.html", ">Contact</a>", ">Write to us</a>"),
    ["other link renamed Contact /contact → Write to us [/]"],
  ],
];

for (const [name, change, told] of CHANGES) {
  found(name, () => {
    for (const write of [pelican, boxes, table, landmarks]) assert.equal(changes(write(), change(landmarks())), told);
  });
}

found("a title and its heading", () => {
  const now = editedAll(landmarks(), "<h1>About us</h1>", "<h1>Us</h1>");
  assert.equal(losses(landmarks(), now), ["heading About us → Us [/about/]"]);
  assert.equal(losses(landmarks(), editedAll(now, "<title>About us |", "<title>Us |")), [
    "title About us | Verona → Us | Verona [/about/]",
  ]);
  assert.equal(losses(pelican(), editedAll(now, "<title>About us |", "<title>Us |")), [
    "title Verona - About us → Us | Verona [/about/]",
  ]);
});

found("files: feeds and pictures are told, and a design's own files are no loss", () => {
  const files = { "feeds/all.atom.xml": "<feed/>", "images/rose.png": "", "theme/css/main.css": "", "theme/i.png": "" };
  const report = compared({ ...landmarks(), ...files }, landmarks());
  assert.equal(
    report.addresses.map(({ address }) => address),
    ["/feeds/all.atom.xml", "/images/rose.png"],
  );
  assert.equal(report.notes.design, ["/theme/css/main.css", "/theme/i.png"]);
});

found("a stylesheet that a page's text links to", () => {
  const old = edited(landmarks(), "index.html", "all day.", 'all day. <a href="/theme/main.css">Style</a>');
  const report = compared({ ...old, "theme/main.css": "" }, old);
  assert.equal(
    report.addresses.map(({ address }) => address),
    ["/theme/main.css"],
  );
});

found("an entry that left its menu and is still in another", () => {
  const menus = (footer: string): Files =>
    Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [
        `${name}.html`,
        `<title>${name}</title><nav><ul><li><a href="a.html">Alpha</a><li><a href="b.html">Beta</a><li><a href="c.html">Gamma</a></ul></nav><main><h1>${name}</h1></main><footer><ul>${footer}</ul></footer>`,
      ]),
    );
  const full = '<li><a href="b.html">Beta</a><li><a href="c.html">Gamma</a><li><a href="d.html">Delta</a>';
  const less = '<li><a href="c.html">Gamma</a><li><a href="d.html">Delta</a>';
  assert.equal(changes(menus(full), menus(less)), ["other link left Beta /b [/a.html /c.html /d.html]"]);
  const other = '<li><a href="c.html">Gamma</a><li><a href="b.html">Beta</a><li><a href="d.html">Delta</a>';
  assert.equal(changes(menus(full), menus(other)), [
    "other link order Beta /b → Gamma, Beta, Delta [/a.html /b.html /c.html /d.html]",
  ]);
});

found("words of the old theme are no text of the pages", () => {
  const posts = (label: string): Files =>
    Object.fromEntries(
      [1, 2, 3, 4].map((n) => [
        `post-${n}x.html`,
        `<title>Post ${n}</title><h1>Post ${n}</h1><p class="meta">${label} <a href="/by/juliet.html">Juliet</a></p><p>Text ${n}</p>`,
      ]),
    );
  const report = compared(posts("Written by"), posts("By"));
  assert.equal(report.text, []);
  assert.equal(
    report.notes.labels.map(({ text, pages }) => [text, pages.length]),
    [["Written by Juliet", 4]],
  );
});

found.run();

const addresses = suite("compare: addresses");

const HOME = { "index.html": "<title>Home</title><h1>Home</h1>" };
const OLD: Files = {
  ...HOME,
  "about.html": "<title>About</title><h1>About</h1><p>Long text.</p>",
  "News/Über uns.html": "<title>News</title><h1>News</h1>",
};
const MOVED = "<title>About</title><h1>About</h1><p>Long text.</p>";
const NEWS = { "news/über uns/index.html": "<title>News</title><h1>News</h1>" };

/** The new site's files, and what is told. */
const ANSWERS: readonly [string, Files, readonly string[]][] = [
  ["a page in a folder of its own, names in small letters", { "about/index.html": MOVED, ...NEWS }, []],
  ["nothing", NEWS, ["gone /about.html"]],
  ["a rule", { "us.html": MOVED, _redirects: "# old\n/about.html  /us  301\n", ...NEWS }, []],
  ["a rule with a splat", { "x/us/about.html": MOVED, _redirects: "/* /x/us/:splat\n", ...NEWS }, []],
  ["a rule with a placeholder", { "x/about.html": MOVED, _redirects: "/:page /x/:page 302!\n", ...NEWS }, []],
  ["a rule that leads nowhere", { _redirects: "/about /us 301\n", ...NEWS }, ["gone /about.html"]],
  ["a rule that says it is gone", { "us.html": MOVED, _redirects: "/about /us 410\n", ...NEWS }, ["gone /about.html"]],
  [
    "a rule for some visitors",
    { "us.html": MOVED, _redirects: "/about /us 302 Country=it\n", ...NEWS },
    ["gone /about.html"],
  ],
  ["a rule that leads to itself", { _redirects: "/about /a\n/a /about\n", ...NEWS }, ["gone /about.html"]],
  ["another site", { _redirects: "/about https://example.org/ 301\n", ...NEWS }, []],
  [
    "a page that leads on",
    { "us.html": MOVED, "about.html": '<meta http-equiv="refresh" content="0; url=us.html">', ...NEWS },
    [],
  ],
  [
    "a page that leads nowhere",
    { "about.html": '<meta http-equiv=refresh content="0;url=us">', ...NEWS },
    ["gone /about.html"],
  ],
];

for (const [name, files, told] of ANSWERS) {
  addresses(`an old address is answered by ${name}`, () => {
    assert.equal(losses(OLD, { ...HOME, ...files }), told);
  });
}

addresses("what moved is named", () => {
  const { notes } = compared(OLD, { ...HOME, ...NEWS, "us.html": MOVED, _redirects: "/about /us\n" });
  assert.equal(notes.moved, [{ address: "/about.html", to: "/us" }]);
});

addresses("a page that moved is compared where it is now", () => {
  const now = { ...HOME, ...NEWS, "us.html": MOVED.replace("Long text.", ""), _redirects: "/about /us\n" };
  assert.equal(losses(OLD, now), ["text Long text. [/about.html]"]);
});

addresses("whole addresses, and those of a site in a folder, are the site's own", () => {
  const write = (base: string, canonical: string): Files =>
    Object.fromEntries(
      ["index", "about", "contact"].map((name) => [
        `${name}.html`,
        `<title>${name}</title>${canonical === "" ? "" : `<link rel=canonical href="${canonical}/${name === "index" ? "" : `${name}.html`}">`}<nav><ul><li><a href="${base}/">Home</a><li><a href="${base}/about.html">About</a><li><a href="${base}/contact.html">Contact</a></ul></nav><h1>${name}</h1>`,
      ]),
    );
  const plain = write("", "");
  for (const [base, canonical] of [
    ["https://verona.example", ""],
    ["https://verona.example/garden", "https://verona.example/garden"],
    ["/garden", ""],
    ["/garden", "https://verona.example/garden"],
    [".", ""],
  ] as const) {
    assert.equal(losses(write(base, canonical), plain), [], `${base} ${canonical}`);
    assert.equal(losses(plain, write(base, canonical)), [], `${base} ${canonical}`);
  }
});

addresses.run();

const hostile = suite("compare: hostile pages");

hostile("that are nested without end are left out, and said to be", () => {
  const site = siteOf({ ...HOME, "deep.html": "<div>".repeat(200_000) });
  assert.equal(site.unread, [{ path: "deep.html", reason: "it is nested deeper than 2000 elements" }]);
  assert.is(site.pages.length, 1);
});

hostile("that are broken are read as far as they go", () => {
  const texts = [
    "",
    "\0\0\0",
    "<",
    "<a href='",
    "<title>",
    "<ul><li><a href=//[>x<p></li></ul>",
    "<a href='http://['>x</a><base href='http://['>",
    `<p>${"a ".repeat(50_000)}</p>`,
    "<table><tr><td><table></a></b></title></table>",
    "<meta http-equiv=refresh content='0;url=http://['>",
    '<link rel=canonical href="::"><a href="%E0%A4%A">x</a>',
  ];
  const files = Object.fromEntries(texts.map((text, index) => [`${index}x.html`, text]));
  assert.equal(losses(files, files), []);
  assert.is(siteOf(files).pages.length, texts.length);
});

hostile("that share hardly a word are compared in time", () => {
  const words = (letter: string) =>
    Array.from({ length: 3000 }, (_, index) => `<p>${letter}${index} and the ${letter} of it.</p>`).join("");
  const report = compared({ "a.html": words("x") }, { "a.html": words("y") });
  assert.is(report.text.length, 3000);
});

hostile.run();
