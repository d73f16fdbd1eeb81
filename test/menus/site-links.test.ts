import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const links = suite("links of the settings in menus");

const TREE: Posts = {
  "pages/about.md": { Title: "About", Url: "about/", Save_as: "about/index.html" },
  "posts/a.md": { Title: "A", Date: "2020-01-02", Category: "Tea" },
  "posts/b.md": { Title: "B", Date: "2020-01-01", Category: "Art" },
};
const PELICANS: SettingsInput = { displayPagesOnMenu: true, displayCategoriesOnMenu: true };
const START = { title: "Start", url: "/" };

function made(settings: SettingsInput, tree: Posts = TREE) {
  const site = siteOf(tree, { settings });
  const titles = (all: readonly { readonly title: string; readonly url: string }[]) =>
    all.map(({ title, url }) => `${title} ${url}`);
  return { site, first: titles(site.links.first), top: titles(site.links.top), left: titles(site.links.footerLeft) };
}

links("stand before the pages, and categories behind them, as in Pelican's themes", () => {
  const { first, top } = made({ ...PELICANS, links: { top: [START] } });
  assert.equal(first, ["Start /"]);
  assert.equal(top, ["Art /category/art.html", "Tea /category/tea.html"]);
});

links("stand behind pages that ask for their places themselves, and then no category does", () => {
  const tree = { ...TREE, "pages/about.md": { Title: "About", Top_menu_show: "true" } };
  const { first, top } = made({ ...PELICANS, links: { top: [START] } }, tree);
  assert.equal([first, top], [[], ["Start /"]]);
});

links("a category without a list of its own has none", () => {
  assert.equal(made({ ...PELICANS, categorySaveAs: "" }).top, []);
});

links("lead to where a page really is", () => {
  assert.equal(made({ links: { footerLeft: [{ title: "Us", url: "/about" }] } }).left, ["Us /about/"]);
});

links("one to nothing is shown as it is written, and said", () => {
  const { site, first } = made({ links: { top: [{ title: "Forum", url: "/abuot/" }] } });
  assert.equal(first, ["Forum /abuot/"]);
  assert.equal(
    site.findings.map(({ file, code, field, message, fix }) => [file, code, field, message, fix]),
    [
      [
        "the site's settings",
        "menu-link-broken",
        "links.top",
        "“Forum” leads to “abuot”, and no page has that address.",
        "Did you mean “/about/”? If the page is gone, remove it.",
      ],
    ],
  );
});

links("one that must not be a link is left out, and said", () => {
  const { site, first } = made({ links: { top: [{ title: "Run", url: "javascript:alert(1)" }] } });
  assert.equal(first, []);
  assert.equal(
    site.findings.map(({ code }) => code),
    ["menu-link-unsafe"],
  );
});

links("one to the blog of a site without posts is left out", () => {
  const { site, first } = made(
    { links: { top: [{ title: "Blog", url: "/" }] } },
    { "pages/about.md": TREE["pages/about.md"] ?? "" },
  );
  assert.equal([first, site.findings], [[], []]);
});

links("a category's link is marked on its list and on its posts", () => {
  const { site } = made(PELICANS);
  const { page, list } = createViews(site);
  const marks = (view: ReturnType<typeof page>) =>
    view.site.links.top.map(({ title, isCurrent, isSection }) => [title, isCurrent, isSection]);
  const tea = site.lists.find(({ href }) => href === "/category/tea.html");
  assert.equal(tea && marks(list(tea)), [
    ["Art", false, false],
    ["Tea", true, true],
  ]);
  assert.equal(marks(page(site.pages.find(({ title }) => title === "A"))), [
    ["Art", false, false],
    ["Tea", false, true],
  ]);
  assert.equal(marks(page(undefined)), [
    ["Art", false, false],
    ["Tea", false, false],
  ]);
});

links.run();
