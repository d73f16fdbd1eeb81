/**
 * Every word that visitors see or hear, and no author wrote, is in the table: in a site of which all content is Greek or
 * Russian, and all words of the interface stand in brackets, no Latin letter is outside of them.
 */
import type { Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { english } from "../../src/plugin/words/english.ts";
import { page as file } from "../build-tree.ts";
import { type OpenSmallSite, openSmallSite } from "./open-small-site.ts";

/** A word in brackets, but for what is put in. */
const bracketed = (word: string) =>
  word.replace(/\{\w+\}|[^{}[\]]+/g, (part) => (part[0] === "{" ? part : `⟦${part}⟧`));

const pseudo = Object.fromEntries(
  Object.entries(english).map(([name, word]) => [
    name,
    typeof word === "string" ? bracketed(word) : { one: bracketed(word.one), other: bracketed(word.other) },
  ]),
);

const LONG = Array.from({ length: 5 }, (_, at) => `## Μέρος ${at + 1}\n\n${"λέξη ".repeat(90)}`).join("\n\n");
const NOTES = ["note", "tip", "hint", "important", "attention", "caution", "warning", "danger", "error"]
  .map((name) => `!!! ${name}\n    Κείμενο.`)
  .join("\n\n");
const TEXT = `${NOTES}\n\nΚείμενο[^1].\n\n[^1]: Σημείωση.\n\n## Πίνακας\n\n| α | β |\n| --- | --- |\n| 1 | 2 |\n\n| α | β |\n| --- | --- |\n| 1 | 2 |\n\n${LONG}`;

const post = (number: number) =>
  file(
    {
      Title: `Άρθρο ${number}`,
      Date: `2024-01-${10 + number}`,
      Modified: "2024-03-01",
      Author: "Άννα; Νίκος",
      Category: "Νέα",
      Tags: "ένα; δύο",
      Slug: `p${number}`,
    },
    "Ζέβρα και άλλα.",
  );

const SIDEBAR = { Sidebar_menu_show: "true", Content_layout: "multiple-columns" };
const FILES = {
  "content/pages/a.md": file(
    {
      ...SIDEBAR,
      ...{ Title: "Σχετικά", Url: "a", Save_as: "a.html", Aliases: "old", Top_menu_show: "true", Top_menu_order: 1 },
      ...{ Dropdown_menu_show: "true", Dropdown_menu_size: 1 },
      ...{ Dropdown_menu_elem_name_1: "Κάτω", Dropdown_menu_elem_url_1: "../b" },
      ...{ Sidebar_menu_elem_name_1: "Σχετικά", Sidebar_menu_elem_url_1: "a" },
      ...{ Sidebar_menu_elem_name_2: "Κάτω", Sidebar_menu_elem_url_2: "b" },
      ...{ Sidebar_menu_title: "Πλαϊνό", Footer_show: "left", Footer_order: 1 },
    },
    TEXT,
  ),
  "content/pages/b.md": file(
    { Title: "Κάτω", Url: "b", Save_as: "b.html", Parent_id: "a", Inherit_sidebar: "a", ...SIDEBAR },
    "[TOC]\n\n## Ένα\n\nΖέβρα.\n\n## Δύο\n\nΖέβρα.",
  ),
  "content/pages/b-ru.md": file(
    { Title: "Внизу", Url: "b-ru", Save_as: "b-ru.html", Slug: "kato", Lang: "ru" },
    "Зебра и другие слова.",
  ),
  "content/pages/b-el.md": file({ Title: "Ίδιο", Url: "b-el", Save_as: "b-el.html", Slug: "kato" }, "Ζέβρα."),
  "content/posts/draft.md": file(
    { Title: "Πρόχειρο", Status: "draft", Date: "2024-01-01", Slug: "d", Category: "Νέα" },
    "Ζέβρα.",
  ),
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`content/posts/p${at}.md`, post(at)])),
};

const SETTINGS = {
  ...{ siteName: "Κήπος", siteUrl: "https://a.example", defaultLang: "el", words: { el: pseudo, ru: pseudo } },
  ...{ defaultPagination: 5, searchSaveAs: "search/index.html", redirectPages: true, showDrafts: true },
  ...{ yearArchiveSaveAs: "{date:%Y}/index.html", monthArchiveSaveAs: "{date:%Y}/{date:%m}/index.html" },
  ...{ dayArchiveSaveAs: "{date:%Y}/{date:%m}/{date:%d}/index.html", markdown: { admonition: true } },
  editUrl: "https://a.example/edit/{file}",
};

/** What a page shows and says that has a Latin letter outside of brackets, but for addresses and the tag of a noscript. */
async function unbracketed(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const attributes = ["aria-label", "title", "alt", "placeholder", "aria-description", "data-dark-theme"];
    const ofElements = [...document.querySelectorAll("*")].flatMap((element) =>
      attributes.flatMap((name) => element.getAttribute(name) ?? []),
    );
    return [document.title, ...(document.body.textContent ?? "").split("\n"), ...ofElements];
  });
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  // A line of a text that is broken has nothing that the text has not.
  const said = nodes
    .filter(({ role }) => role?.value !== "InlineTextBox")
    .flatMap(({ name, description, value }) => [name?.value, description?.value, value?.value]);
  const all = [...shown, ...said].filter((text) => typeof text === "string");
  const outside = all.map((text) => text.replace(/⟦[^⟧]*⟧/g, "").replace(/https?:\S+|\/\S+\.html|<\/?p>/g, ""));
  return [...new Set(outside.filter((text) => /[A-Za-z]/.test(text)))];
}

const words = suite("words of the interface, in a browser");
let site: OpenSmallSite;

words.before(async () => {
  site = await openSmallSite(FILES, SETTINGS);
});
words.after(() => site?.close());

words("no page of any kind shows or says a word that is not in the table", () =>
  site.visit(async (page) => {
    const pages = site.built.written.filter((path) => path.endsWith(".html"));
    for (const one of "404 a b-ru old index index2 archives categories category/nea tags tag/ena authors drafts/index drafts/d 2024/index search/index p3"
      .split(" ")
      .map((path) => `${path}.html`))
      assert.ok(pages.includes(one), `${one} is not there`);
    for (const path of pages) {
      // The redirect is shown by a browser that follows none.
      if (path === "old.html") await page.setContent(site.built.read(path).replace(/<meta http-equiv.*?>/, ""));
      else await page.goto(`/${path}`);
      assert.equal(await unbracketed(page), [], path);
    }
  }),
);

words("nor does the search, whatever it finds", () =>
  site.visit(async (page) => {
    await page.goto("/search/");
    const status = page.locator(".search-status");
    for (const [query, answer] of [
      ["Ζέβρα", /^\d+⟦ pages were found for “⟧ζέβρα⟦”.⟧/i],
      ["Μέρος", /⟦One page was found for “⟧μέρος⟦”.⟧/i],
      ["ουδέν", /⟦Nothing was found for “⟧ουδέν⟦”/i],
    ] as const) {
      await page.fill("#search-text", query);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (text) => document.querySelector(".search-status")?.textContent?.includes(text),
        query,
      );
      assert.match((await status.textContent()) ?? "", answer);
      assert.equal(await unbracketed(page), [], query);
    }
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto("/search/?q=x");
    await page.goto("/search/#q=Ζέβρα");
    await page.reload();
    await page.waitForFunction(() => document.querySelector(".search-status")?.textContent?.includes("could not"));
    assert.equal(await unbracketed(page), []);
  }),
);

words.run();
