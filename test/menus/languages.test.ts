import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allMenus } from "../../src/cli/menus.ts";
import { codesOf, menus, site, type Texts } from "../make.ts";

const languages = suite("menus of a language's own");

const TREE: Texts = {
  "about.md": { Title: "About", Url: "about", Save_as: "about.html", Top_menu_show: "true", Footer_show: "left" },
  "ueber.md": {
    Title: "Über uns",
    Lang: "de",
    Url: "de/ueber",
    Save_as: "de/ueber.html",
    Top_menu_show: "true",
    Top_menu_order: 2,
    Dropdown_menu_show: "true",
    Dropdown_menu_elem_name_1: "Verein",
    Dropdown_menu_elem_url_1: "../verein",
  },
  "start.md": {
    Title: "Start",
    Lang: "de",
    Url: "de",
    Save_as: "de/index.html",
    Top_menu_show: "true",
    Top_menu_order: 1,
  },
  "verein.md": { Title: "Verein", Lang: "de", Url: "de/verein", Save_as: "de/verein.html" },
  "page.md": { Title: "Page", Url: "page", Save_as: "page.html" },
  "rien.md": { Title: "Rien", Lang: "fr", Url: "rien", Save_as: "rien.html" },
};

function titlesOn(file: string, texts: Texts = TREE) {
  const { top, footerLeft } = menus(site(texts), file);
  return [top.map(({ title }) => title), footerLeft.map(({ title }) => title)];
}

languages("pages show those that pages of their language make", () => {
  assert.equal(titlesOn("verein.md"), [["Start", "Über uns"], ["About"]]);
  assert.equal(titlesOn("page.md"), [["About"], ["About"]]);
});

languages("a language whose pages ask for no place shows the site's", () => {
  assert.equal(titlesOn("rien.md"), [["About"], ["About"]]);
});

languages("their own menus are marked as such, with the current page and its section", () => {
  const { top, isOwnTop, isOwnFooter } = menus(site(TREE), "ueber.md");
  assert.equal([isOwnTop, isOwnFooter], [true, false]);
  assert.equal(
    top.map(({ isCurrent, isSection, children }) => [isCurrent, isSection, children.map(({ url }) => url)]),
    [
      [false, false, []],
      [true, true, ["/de/verein.html"]],
    ],
  );
  const below = menus(
    site({ ...TREE, "mehr.md": { Title: "Mehr", Lang: "de", Url: "de/ueber/mehr", Save_as: "de/mehr.html" } }),
    "mehr.md",
  );
  assert.equal(
    below.top.map(({ isSection }) => isSection),
    [false, true],
  );
  assert.equal(
    menus(site(TREE), "verein.md").top.map(({ isSection }) => isSection),
    [true, false],
  );
});

languages("they are eleventy-navigation's entries below roots of their own, and are listed", () => {
  const made = site(TREE);
  assert.equal(
    made.menus.nodes
      .map(({ data: { eleventyNavigation } }) => eleventyNavigation)
      .filter(({ parent }) => parent === "top-de")
      .map(({ key, title }) => `${key} ${title}`),
    ["top-de/de Start", "top-de/de/ueber Über uns"],
  );
  assert.equal(
    allMenus(made).map(({ name, entries }) => [name, entries.length]),
    [
      ["top", 1],
      ["footer-left", 1],
      ["footer-right", 0],
      ["top (de)", 2],
    ],
  );
});

languages("what they lead to is reached", () => {
  const allowFindings = { "title-repeated": "no matter", "address-form": "no matter" };
  assert.equal(codesOf(site({ ...TREE, "page.md": "", "rien.md": "" }, { allowFindings }).findings), [
    "file-empty",
    "file-empty",
  ]);
});

languages.run();
