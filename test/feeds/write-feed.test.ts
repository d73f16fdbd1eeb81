import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeFeed } from "../../src/plugin/feeds/write-feed.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { childOf, childText, elements, faultsIn, type Posts, readXml, siteOf } from "../site-helpers.ts";

const SETTINGS: SettingsInput = {
  siteName: "XMPP",
  siteUrl: "https://example.org",
  timezone: "Europe/Paris",
  feedAllRss: "feeds/all.rss.xml",
  categoryFeedRss: "feeds/{slug}.rss.xml",
};

/** Every feed of a site, as text, by its file. */
function feedsOf(posts: Posts, settings: SettingsInput = {}): Record<string, string> {
  const site = siteOf(posts, { settings: { ...SETTINGS, ...settings }, assets: ["images/a.png"] });
  return Object.fromEntries(site.feeds.map((feed) => [feed.saveAs, writeFeed(feed, site)]));
}

function atom(posts: Posts, settings: SettingsInput = {}) {
  const text = feedsOf(posts, settings)["feeds/all.atom.xml"] ?? "";
  const feed = childOf(readXml(text), "feed");
  return { text, feed, entries: elements(feed, "entry") };
}

function rss(posts: Posts, settings: SettingsInput = {}) {
  const channel = childOf(childOf(readXml(feedsOf(posts, settings)["feeds/all.rss.xml"] ?? ""), "rss"), "channel");
  return { channel, items: elements(channel, "item") };
}

const blog: Posts = {
  "posts/summer.md": {
    Title: "Summer",
    Date: "2015-07-01 12:00",
    Modified: "2015-08-01 09:30",
    Category: "News",
    Tags: "one, two",
    Authors: "Site team; Editors",
    Summary: "In *short*.",
    body: `Some [link](/x) and ![image](/images/a.png), [here](#part).`,
  },
  "posts/winter.md": {
    Title: "Winter",
    Date: "2015-01-01 12:00",
    Category: "Events",
    Save_as: "2015/winter/index.html",
    Url: "2015/winter",
  },
  "posts/2014-03-01.md": { Title: "By name", Category: "News" },
  "posts/hidden.md": { Title: "Hidden", Date: "2015-02-01", Status: "hidden" },
  "posts/draft.md": { Title: "Draft", Date: "2015-03-01", Status: "draft" },
  "posts/future.md": { Title: "Future", Date: "2099-03-01" },
};

const HOSTILE = `</title><script>alert("1")</script> & &amp; ]]> 'q' <b>été</b> {{ x }} 😀`;

const hostile: Posts = {
  "posts/a.md": {
    Title: HOSTILE,
    Date: "2015-07-01",
    Author: `A & <B> "C"`,
    Category: `Q & "A"`,
    Tags: "<i>, &lt",
    Summary: `]]> & <b>x`,
    body: `<p>]]> & &nbsp; <![CDATA[ x ]]></p>\n\n<a href="/a?b=1&c=2">x</a>`,
  },
};

const feeds = suite("which feeds there are");

feeds("one of all posts and one of each category, at Pelican's addresses; RSS on request", () => {
  assert.equal(Object.keys(feedsOf(blog, { feedAllRss: "", categoryFeedRss: "" })).sort(), [
    "feeds/all.atom.xml",
    "feeds/events.atom.xml",
    "feeds/news.atom.xml",
  ]);
  assert.ok(Object.keys(feedsOf(blog)).includes("feeds/all.rss.xml"));
  assert.ok(Object.keys(feedsOf(blog)).includes("feeds/news.rss.xml"));
});

feeds("each can be turned off", () => {
  assert.equal(Object.keys(feedsOf(blog, { feedAllAtom: "", feedAllRss: "", categoryFeedRss: "" })).sort(), [
    "feeds/events.atom.xml",
    "feeds/news.atom.xml",
  ]);
  assert.equal(Object.keys(feedsOf(blog, { categoryFeedAtom: "", categoryFeedRss: "", feedAllRss: "" })), [
    "feeds/all.atom.xml",
  ]);
});

feeds("there are none without posts, nor, for who asks for none, without the site's address", () => {
  assert.equal(feedsOf({ "pages/a.md": {} }), {});
  assert.equal(siteOf(blog).feeds, []);
});

feeds("without the site's address, for who asks for them, addresses begin at the root, and that is said", () => {
  const asked = { feedAllAtom: "all.xml", categoryFeedAtom: "", feedAllRss: "all.rss" };
  const allowFindings = { "link-broken": "nothing is there", "anchor-broken": "nor there" };
  const site = siteOf(blog, { settings: { ...asked, allowFindings } });
  const [atom = "", rss = ""] = site.feeds.map((feed) => writeFeed(feed, site));
  for (const part of [
    'rel="self" type="application/atom+xml" href="/all.xml"',
    '"/summer.html"',
    "<id>tag:None,2015-07-01:/summer.html",
  ]) {
    assert.ok(atom.includes(part), part);
  }
  assert.ok(atom.includes("src=&quot;/images/a.png&quot;"));
  assert.ok(atom.includes("href=&quot;/summer.html#part&quot;"));
  assert.ok(rss.includes("<link>/summer.html</link>"));
  assert.equal(
    site.findings.map(({ file, code, message }) => [file, code, message]),
    [["the site's settings", "feed-site-url", "There are 2 feeds, and no siteUrl in the site's settings."]],
  );
});

feeds("of authors, tags and languages, and of all posts without translations, on request", () => {
  const posts: Posts = {
    ...blog,
    "posts/sommer.md": { Title: "Sommer", Slug: "summer", Lang: "de", Date: "2015-07-02" },
  };
  const made = feedsOf(posts, {
    feedAllRss: "",
    categoryFeedAtom: "",
    categoryFeedRss: "",
    feedAtom: "feeds/atom.xml",
    authorFeedAtom: "feeds/{slug}.atom.xml",
    tagFeedRss: "feeds/{slug}.rss.xml",
    translationFeedAtom: "feeds/all-{lang}.atom.xml",
  });
  const titles = (file: string) =>
    elements(readXml(made[file] ?? ""), "entry").map((entry) => childText(entry, "title"));
  assert.equal(Object.keys(made).sort(), [
    "feeds/all-de.atom.xml",
    "feeds/all-en.atom.xml",
    "feeds/all.atom.xml",
    "feeds/atom.xml",
    "feeds/editors.atom.xml",
    "feeds/one.rss.xml",
    "feeds/site-team.atom.xml",
    "feeds/two.rss.xml",
  ]);
  assert.equal(titles("feeds/all.atom.xml"), ["Sommer", "Summer", "Winter", "By name"]);
  assert.equal(titles("feeds/atom.xml"), ["Summer", "Winter", "By name"]);
  assert.equal(titles("feeds/all-de.atom.xml"), ["Sommer"]);
  assert.equal(titles("feeds/editors.atom.xml"), ["Summer"]);
  assert.match(made["feeds/all-de.atom.xml"] ?? "", 'xml:lang="de"');
});

feeds("of two that are one file, the first is made", () => {
  const made = feedsOf(
    { "posts/a.md": { Date: "2020-01-01", Category: "Ann", Author: "Ann" } },
    {
      feedAllRss: "",
      categoryFeedRss: "",
      authorFeedAtom: "feeds/{slug}.atom.xml",
    },
  );
  assert.equal(Object.keys(made), ["feeds/all.atom.xml", "feeds/ann.atom.xml"]);
});

feeds("the feed of the site's language has its name as the settings write it", () => {
  const posts = { "posts/a.md": { Date: "2020-01-01" }, "posts/b.md": { Date: "2020-01-01", Lang: "pt_PT" } };
  const made = feedsOf(posts, { defaultLang: "pt_br", translationFeedAtom: "all-{lang}.xml" });
  assert.match(made["all-pt_br.xml"] ?? "", 'xml:lang="pt-br"');
  assert.ok(made["all-pt_PT.xml"]);
});

feeds("where Pelican made the site, their titles and ids are as readers' programs know them", () => {
  const posts = { "posts/a.md": { Date: "2020-01-01", Category: "Ann" } };
  const made = feedsOf(posts, { addresses: "url", siteUrl: "https://a.example", siteName: "Lamps" });
  assert.match(made["feeds/ann.atom.xml"] ?? "", "<id>https://a.example/</id>\n<title>Lamps - Ann</title>");
});

feeds("their own addresses are those of the settings", () => {
  const settings: SettingsInput = {
    ...SETTINGS,
    feedDomain: "https://feeds.example.org/",
    feedAllAtomUrl: "all/",
    categoryFeedAtomUrl: "https://other.example/{slug}/",
  };
  const site = siteOf(blog, { settings });
  const selfOf = (saveAs: string) => {
    const feed = site.feeds.find((one) => one.saveAs === saveAs);
    return /rel="self"[^>]* href="([^"]*)"/.exec(feed ? writeFeed(feed, site) : "")?.[1];
  };
  assert.is(selfOf("feeds/all.atom.xml"), "https://feeds.example.org/all/");
  assert.is(selfOf("feeds/news.atom.xml"), "https://other.example/news/");
  assert.is(selfOf("feeds/news.rss.xml"), "https://feeds.example.org/feeds/news.rss.xml");
});

feeds("feedMaxItems and feedAppendRef", () => {
  assert.is(atom(blog, { feedMaxItems: 1 }).entries.length, 1);
  assert.is(atom(blog, { feedMaxItems: 0 }).entries.length, 3);
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`posts/${at}.md`, { Date: "2020-01-01" }]));
  assert.is(atom(many).entries.length, 20);
  assert.is(atom(many, { feedMaxItems: 0 }).entries.length, 25);
  const { text } = atom(blog, { feedAppendRef: true });
  assert.match(text, 'href="https://example.org/summer.html?ref=feed"');
  assert.match(text, "<id>tag:example.org,2015-07-01:/summer.html</id>");
});

const valid = suite("feeds are valid");

function written(posts: Posts, ending: string): string[] {
  return Object.entries(feedsOf(posts))
    .filter(([file]) => file.endsWith(ending))
    .map(([, text]) => text);
}

valid("Atom, by the schema of RFC 4287", async () => {
  const texts = written(blog, ".atom.xml");
  assert.is(texts.length, 3);
  assert.equal(await faultsIn("atom.rng", ...texts), []);
});

valid("RSS, by the rules of RSS 2.0: an author there is a mail address", async () => {
  const texts = written(blog, ".rss.xml");
  assert.is(texts.length, 3);
  assert.equal(await faultsIn("rss.rng", ...texts), []);
});

for (const [name, fields] of [
  ["a title", { Title: HOSTILE }],
  ["a title that ends a CDATA section", { Title: "]]> <![CDATA[ & ]]>" }],
  ["a Summary", { Summary: "]]> & <b>x <![CDATA[ y ]]>" }],
  ["the end of a CDATA section in a text", { body: "a ]]> b" }],
  ["a CDATA section in a text", { body: "<p>]]> & &nbsp; <![CDATA[ x ]]></p>" }],
  ["tags", { Tags: '<i>, &lt, "q"' }],
  ["a category", { Category: 'Q & <A> "x"' }],
  ["an author", { Author: 'A & <B> "C" ]]>' }],
  ["letters that XML does not know", { Title: "A\u0008B", body: "x\u0001y\u000by\u{ffff}" }],
] as const) {
  valid(`with ${name} that would break them`, async () => {
    const posts: Posts = { "posts/a.md": { Title: "A", Date: "2015-07-01", ...fields } };
    // Of RSS, only whether it can be read: the test above looks at its rules.
    const faults = [
      ...(await faultsIn("atom.rng", ...written(posts, ".atom.xml"))),
      ...(await faultsIn("rss.rng", ...written(posts, ".rss.xml"))).filter((fault) => fault.includes("parser error")),
    ];
    assert.equal(faults, []);
  });
}

valid("the schemas find what is wrong", async () => {
  const { text } = atom(blog);
  const without = (pattern: RegExp) => text.replace(pattern, "");
  assert.is.not((await faultsIn("atom.rng", without(/<updated>[^<]*<\/updated>/))).length, 0);
  assert.is.not((await faultsIn("atom.rng", text.replace(/<published>[^<]*/, "<published>yesterday"))).length, 0);
  assert.is.not((await faultsIn("atom.rng", text.replace("</feed>", ""))).length, 0);
  assert.is.not(
    (await faultsIn("rss.rng", (feedsOf(blog)["feeds/all.rss.xml"] ?? "").replace(/<pubDate>[^<]*/, "<pubDate>today")))
      .length,
    0,
  );
});

valid("every entry has an author, or the feed has one (RFC 4287, 4.1.2)", () => {
  const { feed, entries } = atom(blog);
  const hasAuthor = feed.children.some((child) => "name" in child && child.name === "author");
  assert.ok(hasAuthor || entries.every((entry) => elements(entry, "author").length > 0));
});

valid("every entry has a link to its page", () => {
  for (const entry of atom(blog).entries) {
    const rels = elements(entry, "link").map(({ attribs }) => attribs.rel ?? "alternate");
    assert.ok(rels.includes("alternate"));
  }
});

valid("no two entries, and no two feeds, have one id", () => {
  const ids = Object.entries(feedsOf(blog))
    .filter(([file]) => file.endsWith(".atom.xml"))
    .map(([, text]) => childText(childOf(readXml(text), "feed"), "id"));
  assert.is(new Set(ids).size, ids.length);
  const ofEntries = atom(blog).entries.map((entry) => childText(entry, "id"));
  assert.is(new Set(ofEntries).size, ofEntries.length);
});

const contents = suite("what is in a feed");

contents("published posts, the newest first", () => {
  assert.equal(
    atom(blog, {}).entries.map((entry) => childText(entry, "title")),
    ["Summer", "Winter", "By name"],
  );
});

contents("a category's feed holds its posts", () => {
  const entries = elements(readXml(feedsOf(blog)["feeds/news.atom.xml"] ?? ""), "entry");
  assert.equal(
    entries.map((entry) => childText(entry, "title")),
    ["Summer", "By name"],
  );
});

contents("at most so many as the setting says, 20 by default", () => {
  const many = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [
      `posts/${index}.md`,
      { Date: `2015-01-${index + 1}`.replace(/-(\d)$/, "-0$1") },
    ]),
  );
  assert.is(atom(many).entries.length, 20);
  assert.is(rss(many).items.length, 20);
  assert.is(childText(atom(many).entries[0] ?? readXml(""), "title"), "posts/24.md");
  assert.is(atom(many, { feedMaxItems: 3 }).entries.length, 3);
});

function entryOf(title: string) {
  const entry = atom(blog).entries.find((one) => childText(one, "title") === title);
  if (!entry) throw new Error(`there is no entry ${title}`);
  return entry;
}

function moment(text: string): string {
  return new Date(text).toISOString();
}

contents("moments are right for a site in Paris, in summer and in winter", () => {
  assert.is(moment(childText(entryOf("Summer"), "published")), "2015-07-01T10:00:00.000Z");
  assert.is(moment(childText(entryOf("Summer"), "updated")), "2015-08-01T07:30:00.000Z");
  assert.is(moment(childText(entryOf("Winter"), "published")), "2015-01-01T11:00:00.000Z");
  assert.is(moment(childText(entryOf("Winter"), "updated")), "2015-01-01T11:00:00.000Z");
  assert.is(moment(childText(entryOf("By name"), "published")), "2014-02-28T23:00:00.000Z");
  const [summer, winter] = rss(blog).items;
  assert.is(moment(childText(summer ?? readXml(""), "pubDate")), "2015-07-01T10:00:00.000Z");
  assert.is(moment(childText(winter ?? readXml(""), "pubDate")), "2015-01-01T11:00:00.000Z");
});

contents("a feed is as new as its newest change, and the same from build to build", () => {
  assert.is(moment(childText(atom(blog).feed, "updated")), "2015-08-01T07:30:00.000Z");
  assert.equal(feedsOf(blog), feedsOf(blog));
});

contents("ids are Pelican's", () => {
  assert.equal(
    atom(blog).entries.map((entry) => childText(entry, "id")),
    [
      "tag:example.org,2015-07-01:/summer.html",
      "tag:example.org,2015-01-01:/2015/winter",
      "tag:example.org,2014-03-01:/by-name.html",
    ],
  );
});

contents("ids name the host alone, and stay where title, text or change differ", () => {
  const id = (fields: Record<string, string>, siteUrl: string) =>
    childText(
      atom({ "posts/a.md": { Date: "2015-07-01", Slug: "a", ...fields } }, { siteUrl }).entries[0] ?? readXml(""),
      "id",
    );
  assert.is(id({}, "http://example.org:8000"), "tag:example.org,2015-07-01:/a.html");
  assert.is(id({ Slug: "über c++" }, "https://example.org/x%20y"), "tag:example.org,2015-07-01:/x y/über c++.html");
  assert.is(
    id({ Title: "B", Modified: "2016-01-01", body: "Other." }, "https://example.org"),
    id({}, "https://example.org"),
  );
});

contents("every address is absolute", () => {
  const posts: Posts = {
    "posts/a.md": {
      Date: "2015-07-01",
      Save_as: "2015/a/index.html",
      Summary: "[s](/in-summary)",
      body: [
        "[root](/x/y?z=1#w) [here](#part) [relative](../b) [away](https://other.example/a) [mail](mailto:a@example.org)",
        "![i](/images/a.png) [source]({static}/images/a.png) [query](?q=1) [chat](xmpp:room@example.org?join)",
        `<video src="/v.mp4" poster="p.png"></video> <img src="/a.png" srcset="/a.png 1x, /b.png 2x">`,
      ].join("\n\n"),
    },
  };
  const found = Object.values(feedsOf(posts)).flatMap((text) => {
    const root = readXml(text);
    const attributes = elements(root, "link").map(({ attribs }) => attribs.href ?? "");
    const inner = ["content", "summary", "description", "content:encoded"].flatMap((name) =>
      elements(root, name).flatMap((element) => {
        const html = element.children
          .map((child) =>
            "data" in child
              ? String(child.data)
              : "children" in child
                ? child.children.map((text) => ("data" in text ? String(text.data) : "")).join("")
                : "",
          )
          .join("");
        return [...html.matchAll(/(?:href|src|poster)="([^"]*)"/g)].map(([, url = ""]) => url);
      }),
    );
    const sets = [...text.matchAll(/srcset=(?:"|&quot;)(.*?)(?:"|&quot;)/g)].flatMap(([, set = ""]) =>
      set.split(/\s*,\s*/),
    );
    return [...attributes.filter((url) => url !== ""), ...inner, ...sets];
  });
  assert.ok(found.includes("https://example.org/x/y?z=1#w"), found.join("\n"));
  assert.ok(found.includes("https://example.org/2015/a/#part"));
  assert.ok(found.includes("https://example.org/2015/b"));
  assert.ok(found.includes("https://example.org/in-summary"));
  assert.equal(
    found.filter((url) => !/^(https?:\/\/|mailto:|xmpp:)/.test(url)),
    [],
  );
});

contents("the feed's links lead to itself and to the list of its posts", () => {
  const links = (file: string) =>
    elements(childOf(readXml(feedsOf(blog, { indexSaveAs: "blog.html" })[file] ?? ""), "feed"), "link")
      .filter(({ parent }) => parent && "name" in parent && parent.name === "feed")
      .map(({ attribs }) => `${attribs.rel ?? "alternate"} ${attribs.href}`)
      .sort();
  assert.equal(links("feeds/all.atom.xml"), [
    "alternate https://example.org/blog.html",
    "self https://example.org/feeds/all.atom.xml",
  ]);
  assert.equal(links("feeds/news.atom.xml"), [
    "alternate https://example.org/category/news.html",
    "self https://example.org/feeds/news.atom.xml",
  ]);
});

contents("authors, category and tags", () => {
  const entry = entryOf("Summer");
  assert.equal(
    elements(entry, "author").map((author) => childText(author, "name")),
    ["Site team", "Editors"],
  );
  assert.equal(
    elements(entry, "category").map(({ attribs }) => attribs.term),
    ["News", "one", "two"],
  );
});

contents("the summary and the whole text, as HTML", () => {
  const entry = entryOf("Summer");
  assert.is(childOf(entry, "content").attribs.type, "html");
  assert.match(childText(entry, "content"), `<a href="https://example.org/x">link</a>`);
  assert.is(childText(entry, "summary").trim(), "<p>In <em>short</em>.</p>");
});

contents("a title is text: a reader of the feed shows it as it is written", () => {
  const { entries } = atom(hostile);
  const title = childOf(entries[0] ?? readXml(""), "title");
  const shown =
    title.attribs.type === "html"
      ? unescapeHtml(childText(entries[0] ?? readXml(""), "title"))
      : childText(entries[0] ?? readXml(""), "title");
  // Character references are read once.
  assert.is(shown, HOSTILE.replace("&amp;", "&"));
});

contents("a hostile text stays in its element", () => {
  const { entries, feed } = atom(hostile);
  assert.is(entries.length, 1);
  assert.equal(elements(feed, "script"), []);
  const entry = entries[0] ?? readXml("");
  assert.is(childText(childOf(entry, "author"), "name"), `A & <B> "C"`);
  assert.equal(
    elements(entry, "category").map(({ attribs }) => attribs.term),
    [`Q & "A"`, "<i>", "&lt"],
  );
  assert.match(childText(entry, "content"), `href="https://example.org/a?b=1&amp;c=2"`);
  assert.match(childText(entry, "content"), "]]");
});

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

feeds.run();
valid.run();
contents.run();
