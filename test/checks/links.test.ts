import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { placesOf, site } from "../make.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const check = suite("checkLinks");

const others: Posts = {
  "about.md": {
    Title: "About",
    Url: "about",
    Save_as: "about/index.html",
    Aliases: "old/about",
    body: `## First part\n\n<a name="named">x</a> <b id="Größe">y</b>`,
  },
  "history.md": { Url: "about/history", Save_as: "about/history.html" },
  "secret.md": { Url: "secret", Save_as: "secret.html", Status: "draft", body: "[broken](/nowhere)" },
  "quiet.md": { Url: "quiet", Save_as: "quiet.html", Status: "hidden" },
  "posts/p.md": { Date: "2020-01-01", Save_as: "2020/p.html", Category: "News", Tags: "x", Author: "Site team" },
  "posts/f.md": { Date: "2099-01-01", Save_as: "2099/f.html" },
};
const SETTINGS: SettingsInput = { siteUrl: "https://example.org", indexSaveAs: "blog.html" };

/** The text begins on line 7 of a.md. */
function siteWith(body: string, settings: SettingsInput = {}) {
  const page = { Url: "a", Save_as: "a/index.html", body };
  return siteOf(
    { ...others, "a.md": page },
    { settings: { ...SETTINGS, ...settings }, assets: ["images/i.png", "extra/CNAME", "other/f.pdf"] },
  );
}

function found(body: string, settings: SettingsInput = {}) {
  return siteWith(body, settings).findings;
}

function places(body: string, settings: SettingsInput = {}): string[] {
  return found(body, settings).map(({ file, line, code }) => `${file}:${line} ${code}`);
}

for (const link of [
  "/about/",
  "/about",
  "/about/index.html",
  "../about/",
  "/about/history",
  "/about/history.html",
  "/about/history.html?print=1",
  "/about/#first-part",
  "/about/#named",
  "/about/#Größe",
  "/about/#Gr%C3%B6%C3%9Fe",
  "/about/#top",
  "/about/#",
  "/about/#:~:text=part",
  "#",
  "#top",
  "#mine",
  "",
  "?x=1",
  "/",
  "/old/about",
  "/quiet.html",
  "/blog.html",
  "/blog",
  "/category/news.html",
  "/tag/x.html",
  "/author/site-team.html",
  "/archives.html",
  "/2020/p.html",
  "/feeds/all.atom.xml",
  "/feeds/news.atom.xml",
  "/sitemap.xml",
  "/robots.txt",
  "/images/i.png",
  "https://example.org/about/",
  "https://example.org/about/#first-part",
  "https://example.org",
  "https://example.org/",
  "https://other.example/nowhere",
  "//other.example/nowhere",
  "mailto:a@example.org",
  "xmpp:room@example.org?join",
  "tel:123",
  "data:text/plain,x",
]) {
  check(`“${link}” is not broken`, () => {
    const home: Posts = { "index.md": { Url: "", Save_as: "index.html" } };
    const page = { Url: "a", Save_as: "a/index.html", body: `<p id="mine"><a href="${link}">x</a></p>` };
    const site = siteOf({ ...others, ...home, "a.md": page }, { settings: SETTINGS, assets: ["images/i.png"] });
    const wrong = placesOf(site.findings).filter((place) => place.startsWith("a.md"));
    assert.equal(wrong, []);
  });
}

for (const link of [
  "/nowhere",
  "/about/nowhere.html",
  "nowhere",
  "../nowhere/",
  "/secret.html",
  "/secret",
  "/drafts/secret.html",
  "/2099/f.html",
  "/images/j.png",
  "/other/f.pdf",
  "/extra/CNAME",
  "/category/nothing.html",
  "/blog9.html",
  "/feeds/nothing.atom.xml",
  "https://example.org/nowhere",
  "//example.org/nowhere",
  // No server looks for it in the folder about.
  "/about.html",
  "/quiet.htm",
]) {
  check(`“${link}” is broken`, () => assert.equal(places(`[x](${link})`), ["a.md:7 link-broken"]));
}

for (const [link, hosts] of [
  ["/quiet.html", "netlify cloudflare github nginx apache caddy none"],
  ["/quiet", "netlify cloudflare github nginx apache caddy"],
  ["/quiet/", "netlify cloudflare"],
  ["/about", "netlify cloudflare github nginx apache caddy none"],
  ["/old/about", "netlify cloudflare github nginx apache caddy none"],
] as const) {
  check(`“${link}” is served by ${hosts}`, () => {
    for (const host of ["netlify", "cloudflare", "github", "nginx", "apache", "caddy", "none"] as const) {
      const [broken] = found(`[x](${link})`, { host }).filter(({ code }) => code === "link-broken");
      assert.is(broken === undefined, hosts.split(" ").includes(host), host);
      if (broken) assert.is(broken.fix, "Did you mean “/quiet.html”?");
    }
  });
}

check("a page is not what a link on it was meant to be", () => {
  const page = { Url: "long-list-of-hosts", Save_as: "long-list-of-hosts/index.html", body: "[x](null)" };
  const [broken] = siteOf({ "a.md": page }, { settings: SETTINGS }).findings;
  assert.is(broken?.fix, "Write the address of a page, or remove the link.");
});

check("files of Pelican's theme are told, of texts and of pages that are copied", () => {
  const copied = '<html>\n<link rel="stylesheet" href="../theme/css/main.css">\n<img src="/theme/there.png">\n</html>';
  const texts = { "a.md": "Title: A\nDate: 2020-01-01\n\n![A lamp](/theme/lamp.png)\n" };
  const settings = { content: ["**/*"], staticPaths: ["old", "theme"], articlePaths: [""], articleExcludes: ["old"] };
  const { findings } = site(texts, settings, [], ["old/a.html", "theme/there.png"], {}, [], { "old/a.html": copied });
  assert.equal(
    findings
      .filter(({ code }) => code === "link-broken")
      .map(({ file, line, column, message, fix }) => [file, line, column, message, fix]),
    [
      [
        "a.md",
        4,
        11,
        "“/theme/lamp.png” is a file of Pelican's theme, which is not here.",
        'Copy it from the folder static of the theme into the content, to theme/lamp.png, and write "theme" into staticPaths.',
      ],
      [
        "old/a.html",
        2,
        30,
        "“../theme/css/main.css” is a file of Pelican's theme, which is not here.",
        'Copy it from the folder static of the theme into the content, to theme/css/main.css, and write "theme" into staticPaths.',
      ],
    ],
  );
});

for (const [link, patterns, expected] of [
  ["/extensions/x.html", ["/extensions/*"], []],
  ["/extensions/", ["/extensions/*"], []],
  ["/extensions", ["/extensions/*"], []],
  ["/extensions/a/b#c", ["/extensions/*"], []],
  ["https://example.org/book/", ["/book"], []],
  ["/books/x", ["/book/*"], ["a.md:7 link-broken"]],
  ["/book/x", ["/book/"], ["a.md:7 link-broken"]],
  ["/docs/v1.2/x.pdf", ["/docs/v*.pdf"], []],
  ["/docs/v12/x.pdf", ["/docs/v1.2/*"], ["a.md:7 link-broken"]],
  ["/x", ["/*"], []],
] as const) {
  check(`“${link}” where others publish ${patterns}`, () => {
    assert.equal(places(`[x](${link})`, { elsewhere: [...patterns] }), [...expected]);
  });
}

for (const [link, target] of [
  ["/extensions/xep-0001.html", "/extensions/"],
  ["/about/rfc-0001", "/about/rfc-"],
  ["/about/something", undefined],
  ["/nothing", undefined],
  // A page that was moved is this site's.
  ["/old/history", undefined],
] as const) {
  check(`what others may publish of “${link}”: ${target}`, () => assert.is(found(`[x](${link})`)[0]?.target, target));
}

check("an entry of a menu may lead to what others publish", () => {
  const fields = { Top_menu_show: "true", Dropdown_menu_show: "true" };
  const entry = { Dropdown_menu_elem_name_1: "Book", Dropdown_menu_elem_url_1: "/book/one" };
  const posts: Posts = { "a.md": { Url: "a", Save_as: "a.html", ...fields, ...entry } };
  const { findings, menus } = siteOf(posts, { settings: { elsewhere: ["/book/*"] } });
  assert.equal(placesOf(findings), []);
  assert.is(menus.top[0]?.children[0]?.url, "/book/one");
});

check("a list that is off is not there", () => {
  assert.equal(places("[x](/archives.html)", { archivesSaveAs: "" }), ["a.md:7 link-broken"]);
});

for (const link of [
  "/about/#second-part",
  "/about/#First-Part",
  "#nowhere",
  "/about/history.html#x",
  "https://example.org/about/#x",
  "/old/about#x",
]) {
  check(`the place of “${link}” is broken`, () => assert.equal(places(`[x](${link})`), ["a.md:7 anchor-broken"]));
}

check("images, videos, forms and quotations are looked up, too", () => {
  const body = `![x](/no1.png)\n\n<video src="/no2.mp4" poster="/no3.png"></video>\n\n<form action="/no4"></form>\n<iframe src="/no5"></iframe>`;
  assert.equal(
    places(body),
    [7, 9, 9, 11, 12].map((line) => `a.md:${line} link-broken`),
  );
});

check("what is in a comment or in code is no link", () => {
  assert.equal(places(`<!-- <a href="/nowhere">x</a> -->\n\n\`<a href="/nowhere">\` and \`[x](/nowhere)\``), []);
});

check("each broken link has its own line", () => {
  const body = "One [a](/about/) and [b](/nowhere/b).\n\n[c](/nowhere/c)\n\n[d][]\n\n[d]: /nowhere/d";
  assert.equal(
    places(body).map((place) => place.replace(/^.*?:/, "")),
    ["7 link-broken", "9 link-broken", "13 link-broken"],
  );
});

check("the line is the link's where an address before it begins like it", () => {
  assert.equal(places("[a](/about/history.html)\n\nSee /about/h here.\n\n[b](/about/h)"), ["a.md:11 link-broken"]);
});

check("the line is the link's where it is written in another way than HTML has it", () => {
  assert.equal(places("Text.\n\n[a](/nowhere?a=1&b=2)\n\n[b](</no such page>)\n\n[c](/é)"), [
    "a.md:9 link-broken",
    "a.md:11 link-broken",
    "a.md:13 link-broken",
  ]);
});

check("a link to a draft says so, and a link by a file's name has its line", () => {
  const site = siteOf({
    ...others,
    "a.md": { body: "Text.\n\n[x]({filename}secret.md) [y]({filename}/about.md#nowhere) [z]({filename}posts/late.md)" },
    "posts/late.md": { Title: "Late", Status: "skip" },
  });
  assert.equal(
    site.findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
    [
      "7:5 The link leads to a draft, secret.md.",
      "7:30 The link “/about/#nowhere” leads to the anchor “#nowhere”, which about.md does not have.",
      "7:63 {filename}posts/late.md leads to a file that no page is made of.",
    ],
  );
});

check("a draft's links are not looked at: there is one above", () => assert.equal(places("Text."), []));

check("a post's and a hidden page's links are", () => {
  const site = siteOf({
    "posts/p.md": { Date: "2020-01-01", body: "[x](/nowhere)" },
    "quiet.md": { Status: "hidden", body: "[x](/nowhere)" },
  });
  assert.equal(
    site.findings.map(({ file, code }) => `${file} ${code}`),
    ["posts/p.md link-broken", "quiet.md link-broken"],
  );
});

check("the nearest page is named", () => {
  const [link] = found("[x](/about/histroy.html)");
  assert.match(link?.message ?? "", "/about/histroy.html");
  assert.match(link?.fix ?? "", "/about/history");
  const [anchor] = found("[x](/about/#first-prat)");
  assert.match(anchor?.message ?? "", "about.md");
  assert.match(anchor?.fix ?? "", "#first-part");
});

check("where nothing is like it, nothing is named", () => {
  assert.not.match(found("[x](/zzzzzzzzzzzz)")[0]?.fix ?? "", "Did you mean");
});

check("a link is relative to where its page is written", () => {
  const posts: Posts = {
    ...others,
    "a.md": { Url: "about/a", Save_as: "about/a.html", body: "[x](history.html) [y](a/history.html)" },
  };
  const { findings } = siteOf(posts, { settings: SETTINGS });
  assert.equal(
    findings.map(({ message }) => /“(.*?)”/.exec(message)?.[1]),
    ["a/history.html"],
  );
});

check("hostile links are no more than findings", () => {
  for (const link of ["/%", "/%E0%A4%A", "http://[", "/../../etc/passwd", "/constructor", "/__proto__"]) {
    assert.ok(
      placesOf(found(`[x](${link})`)).every((place) => / link-broken$/.test(place)),
      link,
    );
  }
});

check("many links are looked up", () => {
  const body = Array.from({ length: 20_000 }, (_, index) => `[x](/about/?${index})`).join("\n");
  assert.equal(places(body), []);
});

check.run();
