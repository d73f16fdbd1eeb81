/** The words on built pages: in the language of the page, then of the site; and marked where there are none in it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page as file } from "../build-tree.ts";
import { type InMemory, inMemory } from "../in-memory.ts";

const SIDEBAR = { Content_layout: "multiple-columns", Sidebar_menu_show: "true" };
const about = (lang: string, more: Readonly<Record<string, string>> = {}) =>
  file({
    ...{ Title: "A", Url: `${lang}/a`, Save_as: `${lang}/a.html`, Slug: `a-${lang}`, Lang: lang, Parent_id: "up" },
    ...{ ...SIDEBAR, Inherit_sidebar: "up", Aliases: `old-${lang}` },
    ...more,
  });
const post = (lang: string) =>
  file({ Title: "P", Slug: `p-${lang}`, Save_as: `p-${lang}.html`, Date: "2024-01-02", Lang: lang, Author: "Ann" });

const FILES = {
  "content/pages/up.md": file({
    ...{ Title: "Up", Url: "up", Save_as: "up.html", Top_menu_show: "true", Top_menu_order: "1", ...SIDEBAR },
    ...{ Footer_show: "left", Dropdown_menu_show: "true", Sidebar_menu_size: "1", Dropdown_menu_size: "1" },
    ...{ Sidebar_menu_elem_name_1: "A", Sidebar_menu_elem_url_1: "sv/a" },
    ...{ Dropdown_menu_elem_name_1: "A", Dropdown_menu_elem_url_1: "../sv/a" },
  }),
  "content/pages/a.md": about("sv"),
  "content/pages/b.md": about("de_AT"),
  "content/pages/text.md": file(
    { Title: "T", Slug: "text", Save_as: "text-sv.html", Lang: "sv" },
    "[TOC]\n\n## Del\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nText[^1].\n\n[^1]: Not.\n\n!!! tip\n    Text.",
  ),
  "content/posts/c.md": post("sv"),
  "content/posts/d.md": post("fr"),
};

const words = suite("words on built pages");
let built: InMemory;

words.before(async () => {
  const settings = {
    defaultLang: "de",
    redirectPages: true,
    minify: false,
    markdown: { admonition: true },
    words: { fr: { continueReading: "Suite" } },
  };
  built = await inMemory(FILES, { settings });
});

words("the site's words are around its menus, and the page's around its text", () => {
  const page = built.pages["/de_AT/a.html"] ?? built.pages["/de-AT/a.html"] ?? "";
  for (const one of ["Zum Inhalt springen", 'aria-label="Hauptmenü"', 'aria-label="Mehr unter Up"', "Dunkles Design"])
    assert.match(page, one);
  assert.match(page, '<html lang="de-AT">');
  assert.not.match(page, ' lang="en"');
});

words("a language without words has English ones, which are marked, and its own text is not", () => {
  const page = built.pages["/sv/a.html"] ?? "";
  for (const one of [
    '<a class="skip-link" href="#content" lang="en">Skip to the content</a>',
    '<nav class="breadcrumb" aria-label="Breadcrumb" lang="en">\n  <ol lang="sv">',
    '<header class="site-header" lang="de">',
    '<nav class="top-menu" data-menu="top" aria-label="Hauptmenü"',
  ])
    assert.match(page, one);
  assert.match(built.pages["/p-sv.html"] ?? "", / lang="en">.*lang="sv">2 januari 2024<\/time> by /s);
});

words("what the plugin adds to a text is marked, too, and the text in it is not", () => {
  const text = built.pages["/text-sv.html"] ?? "";
  for (const one of [
    'aria-label="Link to this section: Del" data-source="site" lang="en"></a>',
    'aria-label="Table: Del" tabindex="0" lang="en"><table lang="sv">',
    'aria-label="Jump back to footnote 1 in the text" lang="en">',
    '<p class="admonition-title" lang="en">Tip</p>',
    '<nav class="toc" aria-label="On this page" lang="en"><ul lang="sv">',
  ])
    assert.match(text, one);
});

words("a list has the words of each post's language beside the site's own", () => {
  const list = built.pages["/"] ?? "";
  assert.match(list, '<article lang="sv">');
  assert.match(
    list,
    'data-source="site" lang="en"><a href="/p-sv.html" aria-label="Continue reading P">Continue reading<',
  );
  assert.match(list, 'data-source="site"><a href="/p-fr.html" aria-label="Lire la suite\u00a0: P">Suite<');
});

words("a redirect is told in the language of the page that it leads to", () => {
  assert.match(
    built.pages["/old-de_AT.html"] ?? built.pages["/old-de-AT.html"] ?? "",
    "Diese Seite ist umgezogen nach <a",
  );
  assert.match(built.pages["/old-sv.html"] ?? "", '<html lang="en">');
});

words("it is told once that there are no words in a language", () => {
  assert.is(built.printed.match(/\[words-missing\]/g)?.length, 1, built.printed);
});

words("a site with nothing in its footer has no menu there, and the style hides what is empty", async () => {
  const { pages } = await inMemory({ "content/a.md": file({ Title: "A", Save_as: "index.html" }) });
  assert.match(pages["/"] ?? "", '<main id="content"');
  assert.match(pages["/"] ?? "", /<footer class="site-footer">\s*<\/footer>/);
});

words.run();
