/** How pages look in dark and on paper. */
import type { Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type OpenSite, openSite } from "./open-site.ts";

const PAGES = ["/", "/about/overview.html", "/blog.html", "/no/such/page"];

const looks = suite("looks");
let site: OpenSite;

looks.before(async () => {
  site = await openSite();
});
looks.after(() => site?.close());

/** How bright the background and the text of the page are, from 0 to 1. */
async function brightness(page: Page): Promise<{ paper: number; text: number }> {
  const [paper, text] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [backgroundColor, color].map((value) => {
      const [red = 0, green = 0, blue = 0] = (value.match(/\d+/g) ?? []).map(Number);
      return (red + green + blue) / 765;
    });
  });
  return { paper: paper ?? -1, text: text ?? -1 };
}

const isDark = async (page: Page) => {
  const { paper, text } = await brightness(page);
  assert.ok(Math.abs(paper - text) > 0.5, `${paper} on ${text}`);
  return paper < text;
};

looks("a page is as dark as the system says, without a script too", async () => {
  for (const javaScriptEnabled of [true, false]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await site.visit({ colorScheme, javaScriptEnabled }, async (page) => {
        for (const address of PAGES) {
          await page.goto(address);
          assert.is(await isDark(page), colorScheme === "dark", address);
        }
      });
    }
  }
});

looks("the reader's choice holds on the next page, and is forgotten where it is the system's", () =>
  site.visit({ colorScheme: "light" }, async (page) => {
    await page.goto("/");
    const button = page.getByRole("button", { name: "Dark theme" });
    assert.is(await button.getAttribute("aria-pressed"), "false");
    await button.click();
    assert.is(await isDark(page), true);
    await page.goto("/about/");
    assert.is(await isDark(page), true);
    assert.is(await button.getAttribute("aria-pressed"), "true");
    await button.press("Enter");
    assert.is(await isDark(page), false);
    assert.is(await page.evaluate(() => localStorage.length), 0);
  }),
);

looks("a switch that needs a script is not there without one", () =>
  site.visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto("/");
    assert.is(await page.getByRole("button", { name: "Dark theme" }).count(), 0);
  }),
);

looks("where the system chooses the colours, what a ground or a shadow shows has an edge", () =>
  site.visit({ forcedColors: "active", viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.goto("/about/overview.html");
    await page.locator(".dropdown summary").first().click();
    const widthOf = (selector: string, side: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, [name, of]) => getComputedStyle(element, of).getPropertyValue(`border-${name}-width`), [
          side,
          pseudo,
        ] as const);
    assert.is(await widthOf(".dropdown[open] > ul", "bottom"), "1px");
    assert.is(await widthOf(".top-menu li[data-active]", "bottom"), "3px");
    // The dark half of the switch is drawn by a border.
    assert.is(await widthOf(".theme-switch", "left", "::before"), "10px");
  }),
);

looks("on paper there is the text, dark on white, without menus, and with the addresses of links", () =>
  site.visit({ colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const address of ["/", "/about/overview.html", "/2021/03/rfc-6120-ten-years/"]) {
      await page.goto(address);
      assert.is(await isDark(page), false, address);
      for (const nav of await page.locator("nav, .skip-link, .site-footer, .theme-switch").all()) {
        assert.is(await nav.isVisible(), false, address);
      }
      assert.is(await page.locator("main h1").isVisible(), true, address);
      const link = page.locator('main a[href^="http"]').first();
      if ((await link.count()) > 0) {
        assert.match(await link.evaluate((element) => getComputedStyle(element, "::after").content), "http");
      }
    }
    const paper = await page.pdf({ format: "A4" });
    assert.is(paper.subarray(0, 5).toString(), "%PDF-");
  }),
);

looks("what a phone's menu hides is on paper neither, and nothing of the text is cut off", () =>
  site.visit({ viewport: { width: 700, height: 900 } }, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const address of ["/about/overview.html", "/software/choosing.html"]) {
      await page.goto(address);
      const cut = await page
        .locator("main *")
        .evaluateAll(
          (elements) =>
            elements.filter(
              (element) =>
                element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX !== "visible",
            ).length,
        );
      assert.is(cut, 0, address);
    }
  }),
);

looks.run();
