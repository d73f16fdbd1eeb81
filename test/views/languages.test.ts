/** The switch of languages, and what search engines are told of them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Site } from "../../src/plugin/site.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { type Fieldset, site } from "../make.ts";

const test = suite("languages");

const page = (Title: string, Lang: string, Url: string, more: Fieldset = {}) => ({
  Title,
  Lang,
  Url,
  Save_as: Url === "/" ? "index.html" : `${Url}.html`,
  ...more,
});

/** One site for all languages. */
const CLUB = {
  "index.md": page("Home", "en", "/"),
  "join.md": page("Join", "en", "join", { Slug: "join" }),
  "rules.md": page("Rules", "en", "rules"),
  "de/index.md": page("Start", "de", "de"),
  "de/join.md": page("Beitritt", "de", "de/beitritt", { Slug: "join" }),
  "fr/join.md": page("Joindre", "fr", "fr/joindre", { Slug: "join" }),
  "fr/menu.md": page("Règles", "fr", "fr/regles", { Top_menu_show: "true" }),
  "pt/a.md": page("Regras", "pt", "regras"),
};

const switchOn = (of: Site, file: string | undefined) => {
  const found = file === undefined ? undefined : of.gathered.pages.find((one) => one.file === file);
  const { languages } = createViews(of).page(found);
  return languages.map(({ name, url, isCurrent }) => `${name} ${url}${isCurrent ? " *" : ""}`);
};
const told = (of: Site, file: string) => {
  const found = of.gathered.pages.find((one) => one.file === file);
  return createViews(of)
    .page(found)
    .head.languages.map(({ lang, url }) => `${lang} ${url}`);
};

test("it leads to the same page, else to the beginning of the language; one without a beginning has no place in it", () => {
  const club = site(CLUB, { defaultLang: "en" });
  assert.equal(switchOn(club, "join.md"), [
    "English /join.html *",
    "Deutsch /de/beitritt.html",
    "français /fr/joindre.html",
  ]);
  assert.equal(switchOn(club, "rules.md"), ["English /rules.html *", "Deutsch /de.html", "français /fr/regles.html"]);
  assert.equal(switchOn(club, "de/join.md"), [
    "English /join.html",
    "Deutsch /de/beitritt.html *",
    "français /fr/joindre.html",
  ]);
  assert.equal(switchOn(club, undefined), ["English / *", "Deutsch /de.html", "français /fr/regles.html"]);
});

test("a site in one language has none", () => {
  assert.equal(switchOn(site({ "index.md": CLUB["index.md"], "pt/a.md": CLUB["pt/a.md"] }), "index.md"), []);
});

test("search engines are told each language, and which is for all others", () => {
  const club = site(CLUB, { defaultLang: "en", siteUrl: "https://a.example" });
  assert.equal(told(club, "de/join.md"), [
    "de https://a.example/de/beitritt.html",
    "en https://a.example/join.html",
    "fr https://a.example/fr/joindre.html",
    "x-default https://a.example/join.html",
  ]);
  assert.equal(told(club, "rules.md"), []);
});

const POSTS = {
  "a.md": { Title: "A", Date: "2020-01-01", Lang: "en", Slug: "a", Category: "News" },
  "b.md": { Title: "B", Date: "2020-01-01", Lang: "fr", Slug: "a", Category: "Infos" },
  "c.md": { Title: "C", Date: "2020-01-02", Category: "News" },
};

test("between parts it leads to the same page or list", () => {
  const parts = site(POSTS, { siteUrl: "https://a.example", i18nSubsites: { fr: { indexSaveAs: "tout.html" } } });
  assert.equal(switchOn(parts, "b.md"), ["English /a.html", "français /fr/a.html *"]);
  assert.equal(switchOn(parts, "c.md"), ["English /c.html *", "français /fr/c.html"]);
  const [views, [french]] = [createViews(parts), parts.subsites];
  const listAt = (saveAs: string) => {
    const list = [...parts.lists, ...(french?.lists ?? [])].find((one) => one.saveAs === saveAs);
    return list && views.list(list);
  };
  assert.equal(
    listAt("index.html")?.languages.map(({ url }) => url),
    ["/", "/fr/tout.html"],
  );
  assert.equal(
    listAt("fr/tout.html")?.head.languages.map(({ lang, url }) => `${lang} ${url}`),
    ["en https://a.example/", "fr https://a.example/fr/tout.html", "x-default https://a.example/"],
  );
  // What a part has not, leads to where that begins.
  assert.equal(
    listAt("fr/category/infos.html")?.languages.map(({ url }) => url),
    ["/", "/fr/category/infos.html"],
  );
  assert.equal(listAt("fr/category/infos.html")?.head.languages, []);
});

test("the home page of a part is where the part begins, whatever form its address has", () => {
  const home = { Title: "Start", Lang: "fr", Url: "", Save_as: "index.html", Slug: "home" };
  const other = { ...home, Title: "Home", Lang: "en" };
  for (const addresses of ["url", "file", "pretty"] as const) {
    const club = site({ "fr.md": home, "en.md": other }, { addresses, i18nSubsites: { fr: {} } });
    assert.equal(switchOn(club, "fr.md"), ["English /", "français /fr/ *"], addresses);
    assert.is(club.subsites[0]?.home, "/fr/");
  }
});

test("a page names the feed of its language, beside that of all", () => {
  const { feeds } = createViews(
    site(POSTS, { siteUrl: "https://a.example", translationFeedAtom: "all-{lang}.xml" }),
  ).page(site(POSTS).gathered.pages.find(({ file }) => file === "b.md")).site;
  assert.ok(feeds.some(({ url }) => url === "/all-fr.xml"));
  assert.not.ok(feeds.some(({ url }) => url === "/all-en.xml"));
});

test.run();
