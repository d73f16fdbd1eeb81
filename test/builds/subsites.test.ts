/** Languages with a part of the site of their own, as Pelican's plugin i18n_subsites makes them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Tree } from "../build-tree.ts";
import { inMemory } from "../in-memory.ts";
import { buildSite, type SmallSite } from "../small-site.ts";

const post = (title: string, lang: string, more = "", text = "Text.") =>
  `Title: ${title}\nDate: 2020-01-0${(title.length % 9) + 1}\n${lang && `Lang: ${lang}\n`}${more}\n${text}\n`;

/** Lamps with one post in both languages, and each with what nobody has translated. */
const LAMPS: Tree = {
  "content/oil.md": post("Oil", "en", "Slug: oil\nCategory: Light\n", "See [gas]({filename}gas.md)."),
  "content/huile.md": post(
    "Huile",
    "fr",
    "Slug: oil\nCategory: Feu\nTags: or\n",
    "[gaz]({filename}gas.md) [nous]({filename}pages/nous.md) ![m]({static}images/m.svg) [ici]({index}) [feu]({category}Feu)",
  ),
  "content/gas.md": post("Gas", "en", "Category: Light\n"),
  "content/bougie.md": post("Bougie", "fr", "Category: Feu\n"),
  "content/all.md": post("Match", "", "", "[oil]({filename}oil.md)"),
  "content/vela.md": post("Vela", "es"),
  "content/pages/us.md": "Title: Us\nLang: en\nSlug: us\n\nWe.\n",
  "content/pages/nous.md": "Title: Nous\nLang: fr\nSlug: us\nUrl: nous\nSave_as: nous/index.html\n\nNous.\n",
  "content/pages/legal.md": "Title: Legal\nLang: en\n\nAll.\n",
  "content/images/m.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
};

const SETTINGS = {
  siteName: "Lamps",
  siteUrl: "https://lamps.example",
  articlePaths: [""],
  addresses: "url",
  displayPagesOnMenu: true,
  translationFeedAtom: "",
  i18nSubsites: {
    fr: {
      siteName: "Lampes",
      categorySaveAs: "rubrique/{slug}.html",
      categoryUrl: "rubrique/{slug}.html",
      links: { top: [{ title: "Tout", url: "/archives.html" }] },
    },
  },
};

const test = suite("builds: a language with a part of the site of its own");

let lamps: SmallSite;
test.before(async () => {
  lamps = await buildSite(LAMPS, { settings: SETTINGS });
});
test.after(() => lamps.dispose());

const links = (html: string) => [...html.matchAll(/(?:href|src)="?([^" >]+)/g)].map(([, url]) => url);
const menu = (html: string) => links(/data-menu="?top[\s\S]*?<\/nav>/.exec(html)?.[0] ?? "");
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";

test("what is in a language is in its part, and no longer in the site; what names none is in both", () => {
  assert.is(lamps.exitCode, 0, lamps.printed);
  const html = lamps.written.filter((path) => path.endsWith(".html") && path !== "404.html");
  assert.equal(html, [
    "archives.html",
    "categories.html",
    "category/light.html",
    "category/misc.html",
    "drafts/bougie-fr.html",
    "fr/archives.html",
    "fr/bougie.html",
    "fr/categories.html",
    "fr/drafts/gas-en.html",
    "fr/index.html",
    "fr/match.html",
    "fr/nous/index.html",
    "fr/oil.html",
    "fr/pages/legal-en.html",
    "fr/rubrique/feu.html",
    "fr/rubrique/misc.html",
    "fr/tag/or.html",
    "fr/tags.html",
    "fr/vela-es.html",
    "gas.html",
    "index.html",
    "match.html",
    "oil.html",
    "pages/legal.html",
    "pages/us.html",
    "vela-es.html",
  ]);
});

test("its settings, lists, menus and feeds are its own", () => {
  const index = lamps.read("fr/index.html");
  assert.match(index, "<title>Lampes</title>");
  const titles = [...main(index).matchAll(/<h2><a href="?[^>]*>([^<]+)/g)].map(([, title]) => title).sort();
  assert.equal(titles, ["Bougie", "Huile", "Match", "Vela"]);
  assert.equal(menu(index), ["/fr/archives.html", "/fr/nous"]);
  assert.equal(menu(lamps.read("index.html")), ["/pages/legal.html", "/pages/us.html"]);
  assert.match(index, '<a class="site-name" href="/fr/">Lampes</a>');
  assert.match(lamps.read("fr/feeds/feu.atom.xml"), "<id>tag:lamps.example,2020-01-06:/fr/oil.html</id>");
  assert.not.ok(lamps.has("feeds/feu.atom.xml"));
});

test("links lead to what is in the part, and else to where it is; static files are not copied again", () => {
  const text = main(lamps.read("fr/oil.html"));
  for (const url of ["/gas.html", "/fr/nous", "/images/m.svg", "/fr/", "/fr/rubrique/feu.html"]) {
    assert.ok(links(text).includes(url), url);
  }
  assert.not.ok(lamps.has("fr/images/m.svg"));
  assert.ok(links(main(lamps.read("fr/match.html"))).includes("/oil.html"));
  assert.not.match(lamps.printed, "link-broken");
});

test("translations know each other across parts, and a copy names the page that it is of", () => {
  const french = lamps.read("fr/oil.html");
  assert.match(french, /<link rel="?alternate"? hreflang="?en"? href="?https:\/\/lamps.example\/oil.html/);
  assert.match(lamps.read("oil.html"), /hreflang="?fr"? href="?https:\/\/lamps.example\/fr\/oil.html/);
  assert.match(lamps.read("fr/match.html"), /<link rel="?canonical"? href="?https:\/\/lamps.example\/match.html/);
  const sitemap = lamps.read("sitemap.xml");
  assert.match(sitemap, "<loc>https://lamps.example/fr/oil.html</loc>");
  assert.not.match(sitemap, "fr/match.html");
  assert.match(lamps.read("robots.txt"), "Disallow: /drafts/\nDisallow: /fr/drafts/\n");
});

test("a part that wants files of its own has them", async () => {
  const fr = { ...SETTINGS.i18nSubsites.fr, staticPaths: ["images"] };
  const site = await buildSite(LAMPS, { settings: { ...SETTINGS, i18nSubsites: { fr } } });
  assert.ok(site.has("fr/images/m.svg") && site.has("images/m.svg"));
  assert.ok(links(main(site.read("fr/oil.html"))).includes("/fr/images/m.svg"));
  site.dispose();
});

const POLICIES = [
  ["keep", ["bougie-fr.html", "fr/gas-en.html", "fr/pages/legal-en.html"], ["drafts/bougie-fr.html"]],
  [
    "remove",
    ["fr/bougie.html", "gas.html"],
    ["drafts/bougie-fr.html", "fr/drafts/gas-en.html", "fr/pages/legal-en.html"],
  ],
] as const;

for (const [policy, there, gone] of POLICIES) {
  test(`what nobody has translated, with ${policy}`, async () => {
    const both = { i18nUntranslatedArticles: policy, i18nUntranslatedPages: policy };
    const site = await buildSite(LAMPS, { settings: { ...SETTINGS, ...both } });
    for (const path of there) assert.ok(site.has(path), path);
    for (const path of gone) assert.not.ok(site.has(path), path);
    site.dispose();
  });
}

/** Pages that ask for menus themselves: addresses in a part count from its root. */
const NUMBERED: Tree = {
  "content/index.md": "Title: Home\nLang: en\nUrl: /\nSave_as: index.html\n\nHome.\n",
  "content/about.md":
    "Title: About\nLang: en\nUrl: about\nSave_as: about.html\nTop_menu_show: true\nTop_menu_order: 1\nFooter_show: left\n\nText.\n",
  "content/de/index.md": "Title: Start\nLang: de\nUrl: /\nSave_as: index.html\n\nStart.\n",
  "content/de/about.md": `Title: Verein
Lang: de
Url: verein
Save_as: verein.html
Top_menu_show: true
Top_menu_order: 1
Dropdown_menu_show: true
Dropdown_menu_elem_name_1: Geschichte
Dropdown_menu_elem_url_1: geschichte
Dropdown_menu_elem_name_2: About us
Dropdown_menu_elem_url_2: ../about
Sidebar_menu_show: true
Sidebar_menu_title: Der Verein
Sidebar_menu_elem_name_1: Anfang
Sidebar_menu_elem_url_1: verein/geschichte
Content_layout: multiple-columns

Text.
`,
  "content/de/history.md": `Title: Geschichte
Lang: de
Url: verein/geschichte
Save_as: verein/geschichte.html
Parent_id: verein
Sidebar_menu_show: true
Inherit_sidebar: verein
Content_layout: multiple-columns

Text.
`,
};

test("numbered menus count from the root of their part", async () => {
  const site = await buildSite(NUMBERED, {
    settings: { siteName: "Club", i18nSubsites: { de: { siteName: "Verein" } } },
  });
  assert.is(site.exitCode, 0, site.printed);
  const page = site.read("de/verein/geschichte.html");
  // What is hidden in the part is there all the same, within the menus of its language.
  assert.equal(menu(page), ["/de/verein.html", "/de/verein/geschichte.html", "/de/about.html"]);
  assert.match(page, /<li data-active><a href="?\/de\/verein.html"? aria-current="?true/);
  assert.equal(links(/<nav class="?sidebar[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ""), ["/de/verein/geschichte.html"]);
  assert.equal(menu(site.read("about.html")), ["/about.html"]);
  assert.not.match(site.read("de/verein.html"), 'data-menu="footer-left"');
  assert.not.match(site.printed, "menu-link-broken");
  site.dispose();
});

test("a second build takes away nothing of a part, with fastPages either", async () => {
  for (const fastPages of [false, true]) {
    const settings = { ...SETTINGS, fastPages };
    const first = await buildSite(LAMPS, { settings });
    const second = await buildSite({}, { settings, folder: first.folder });
    assert.equal(second.written, first.written, second.printed);
    assert.ok(second.written.includes("fr/nous/index.html"));
    assert.not.match(second.printed, "Removed from");
    first.dispose();
  }
});

test("a page of one's own for what is not found holds where the site's language has a part, too", async () => {
  const files = { "content/pages/404.md": "Title: Gone\nStatus: hidden\nSave_as: 404.html\n\nIt is gone.\n" };
  const settings = { ...SETTINGS, i18nSubsites: { en: {}, fr: {} } };
  const { pages, printed } = await inMemory({ ...LAMPS, ...files }, { settings });
  assert.match(pages["/404.html"] ?? printed, "It is gone.");
  assert.match(pages["/en/404.html"] ?? printed, "It is gone.");
  assert.match(pages["/en/oil.html"] ?? printed, "See");
  assert.match(pages["/oil.html"] ?? printed, "See");
});

test.run();
