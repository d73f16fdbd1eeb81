/** A site in Arabic: what is on the left elsewhere is on the right, and code is as everywhere. */
import type { Locator, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page as file } from "../build-tree.ts";
import { type OpenSmallSite, openSmallSite } from "./open-small-site.ts";

const TEXT = `نص قصير فيه \`let x = 1;\` وبعده كلام.

## فقرة أولى

    let code = "from left to right";

| عمود | عمود آخر |
| --- | --- |
| خلية | خلية أخرى |

> اقتباس.
`;
const SIDEBAR = { Sidebar_menu_show: "true", Content_layout: "multiple-columns" };
const FILES = {
  "content/pages/about.md": file(
    {
      ...{
        Title: "عن النادي",
        Url: "about",
        Save_as: "about.html",
        Top_menu_show: "true",
        Top_menu_order: 1,
        ...SIDEBAR,
      },
      ...{ Dropdown_menu_show: "true", Dropdown_menu_size: 1, Sidebar_menu_title: "النادي", Sidebar_menu_size: 2 },
      ...{ Dropdown_menu_elem_name_1: "التاريخ", Dropdown_menu_elem_url_1: "../history" },
      ...{ Sidebar_menu_elem_name_1: "عن النادي", Sidebar_menu_elem_url_1: "about" },
      ...{
        Sidebar_menu_elem_name_2: "التاريخ",
        Sidebar_menu_elem_url_2: "history",
        Footer_show: "left",
        Footer_order: 1,
      },
    },
    TEXT,
  ),
  "content/pages/history.md": file(
    {
      Title: "التاريخ",
      Url: "history",
      Save_as: "history.html",
      Parent_id: "about",
      Inherit_sidebar: "about",
      ...SIDEBAR,
    },
    TEXT,
  ),
  "content/pages/history-de.md": file(
    { Title: "Geschichte!", Url: "history-de", Save_as: "history-de.html", Slug: "h", Lang: "de" },
    "Kurzer Text.",
  ),
  "content/pages/history-ar.md": file({ Title: "قصة", Url: "h", Save_as: "h.html", Slug: "h" }, "نص."),
  "content/posts/a.md": file(
    {
      Title: "خبر",
      Date: "2024-01-02",
      Modified: "2024-01-03",
      Author: "آن",
      Category: "أخبار",
      Tags: "وسم",
      Slug: "a",
    },
    "نص.",
  ),
  "content/posts/b.md": file(
    { Title: "Nachricht", Date: "2024-01-03", Lang: "de", Slug: "b", Category: "أخبار" },
    "Text.",
  ),
};
const SETTINGS = {
  ...{ siteName: "نادي الحديقة", siteUrl: "https://a.example", defaultLang: "ar", searchSaveAs: "search/index.html" },
  links: { top: [{ title: "المدونة", url: "/" }] },
};

const [DESKTOP, PHONE] = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

const rtl = suite("from right to left, in a browser");
let site: OpenSmallSite;

rtl.before(async () => {
  site = await openSmallSite(FILES, SETTINGS);
});
rtl.after(() => site?.close());

interface Box {
  readonly left: number;
  readonly right: number;
}

const boxOf = (part: Locator): Promise<Box> =>
  part.first().evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left, right };
  });

/** Where the text of an element begins and ends, and not the element itself. */
const textBoxOf = (part: Locator): Promise<Box> =>
  part.first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getBoundingClientRect();
    return { left, right };
  });

const styleOf = (part: Locator, name: string, of?: string): Promise<string> =>
  part
    .first()
    .evaluate((element, [one, pseudo]) => getComputedStyle(element, pseudo).getPropertyValue(one ?? ""), [
      name,
      of,
    ] as const);

async function isAtRight(page: Page, selector: string): Promise<void> {
  const [text, box] = [await textBoxOf(page.locator(selector)), await boxOf(page.locator(selector))];
  assert.ok(box.right - text.right < text.left - box.left + 1, `${selector} is at the right`);
}

rtl("the site's name, the text and the sidebar are on the other side", () =>
  site.visit(
    async (page) => {
      await page.goto("/history.html");
      assert.equal(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [
        "ar",
        "rtl",
      ]);
      const [main, sidebar] = [await boxOf(page.locator("main")), await boxOf(page.locator(".sidebar"))];
      assert.ok(sidebar.right < main.left, "the sidebar is left of the text");
      const [name, menu, search] = await Promise.all(
        [".site-name", ".top-menu", ".site-search"].map((one) => boxOf(page.locator(one))),
      );
      assert.ok(name && menu && search && name.left > menu.right && menu.left > search.right, "name, menu, search");
      for (const selector of ["main h1", "main p", "main th", "main blockquote p"]) await isAtRight(page, selector);
      const [first, second] = [
        await boxOf(page.locator("th:nth-child(1)")),
        await boxOf(page.locator("th:nth-child(2)")),
      ];
      assert.ok(first.left >= second.right, "the first column is the right one");
      // The sign behind a step of the breadcrumb points to the left.
      assert.is(await styleOf(page.locator(".breadcrumb li"), "rotate", "::after"), "135deg");
    },
    { viewport: DESKTOP },
  ),
);

rtl("code is from left to right, in a block and in a line", () =>
  site.visit(
    async (page) => {
      await page.goto("/about.html");
      const pre = page.locator("main pre");
      assert.is(await styleOf(pre, "direction"), "ltr");
      const [text, box] = [await textBoxOf(pre.locator("code")), await boxOf(pre)];
      assert.ok(text.left - box.left < box.right - text.right, "the text of a block begins at its left");
      assert.is(await styleOf(page.locator("main p code"), "direction"), "ltr");
      assert.is(await styleOf(page.locator("main p code"), "unicode-bidi"), "isolate");
    },
    { viewport: DESKTOP },
  ),
);

rtl("a dropdown opens below its entry, and begins at the right", () =>
  site.visit(
    async (page) => {
      await page.goto("/about.html");
      const summary = page.getByLabel("المزيد في عن النادي");
      await summary.click();
      const [panel, entry, name] = await Promise.all(
        [".dropdown > ul", ".dropdown > ul a", ".site-name"].map((one) => boxOf(page.locator(one))),
      );
      assert.ok(panel && entry && name && panel.left >= 0 && panel.right <= DESKTOP.width);
      assert.ok(entry && name && Math.abs(entry.right - name.right) < 2, "its entries begin where the header does");
      const [ring, handle] = [await styleOf(page.locator(".site-search button"), "left", "::before"), "12px"];
      assert.is(ring, handle);
      // It is drawn by a border, which stays where the system chooses the colours.
      assert.is(await styleOf(page.locator(".site-search button"), "border-top-width", "::after"), "2px");
    },
    { viewport: DESKTOP },
  ),
);

rtl("on a phone nothing sticks out, and the menu opens on its side", () =>
  site.visit(
    async (page) => {
      for (const address of ["/history.html", "/", "/search/", "/no-such-page"]) {
        await page.goto(address);
        assert.is(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, address);
        const [name, toggle] = [
          await boxOf(page.locator(".site-name")),
          await boxOf(page.locator(".menu-toggle summary")),
        ];
        assert.ok(name.left > toggle.right, address);
      }
      await page.goto("/history.html");
      await page.locator(".menu-toggle summary").click();
      const current = page.locator(".top-menu [aria-current]").first();
      assert.match(await styleOf(current, "box-shadow"), "-3px 0px");
      await isAtRight(page, ".top-menu [aria-current]");
    },
    { viewport: PHONE },
  ),
);

rtl("what is in a language from left to right is so, and what stands around it is not", () =>
  site.visit(async (page) => {
    await page.goto("/");
    const german = page.locator('article[lang="de"]');
    assert.is(await german.getAttribute("dir"), "ltr");
    assert.match((await german.textContent()) ?? "", /Weiterlesen/);
    await page.goto("/h.html");
    assert.is(await page.locator('.translations a[lang="de"]').getAttribute("dir"), "ltr");
    await page.goto("/history-de.html");
    assert.equal(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["de", ""]);
    assert.is(await page.locator(".translations a").getAttribute("dir"), "rtl");
    for (const part of [".site-header", ".site-footer"]) {
      assert.is(await page.locator(part).getAttribute("lang"), "ar", part);
      assert.is(await page.locator(part).getAttribute("dir"), "rtl", part);
    }
  }),
);

rtl("numbers, dates and lists are those of the language", () =>
  site.visit(async (page) => {
    await page.goto("/a.html");
    assert.match(
      (await page.locator(".byline").textContent()) ?? "",
      /^2 يناير 2024، بقلم آن، في أخبار، آخر تعديل: 3 يناير 2024$/,
    );
  }),
);

rtl.run();
