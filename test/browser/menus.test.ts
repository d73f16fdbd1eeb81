/** Every menu by keyboard, by touch and by mouse, with JavaScript and without, on windows of three widths. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type MenuRead, readHtml, readMenu } from "../html.ts";
import { type OpenSite, openSite } from "./open-site.ts";

/** It has a dropdown, a sidebar and a place in a footer. */
const PAGE = "/about/";
const MENUS = ["top", "sidebar", "footer-left", "footer-right"];
const WIDTHS = [320, 768, 1280];
/** Below it the top menu is behind a button. */
const BAR = 768;
/** A place of an element that has nothing in it. */
const EDGE = { position: { x: 2, y: 2 } };

interface Stop {
  readonly menu: string | undefined;
  readonly name: string;
  readonly href: string | undefined;
  /** What has the focus is in the window, nothing covers it, and it has an outline. */
  readonly isVisible: boolean;
  readonly isClosed: boolean;
}

const menus = suite("menus");
let site: OpenSite;

menus.before(async () => {
  site = await openSite();
});
menus.after(() => site?.close());

const windowOf = (width: number, javaScriptEnabled: boolean): BrowserContextOptions => ({
  viewport: { width, height: 700 },
  javaScriptEnabled,
});
const phone = (width: number, javaScriptEnabled: boolean): BrowserContextOptions => ({
  ...windowOf(width, javaScriptEnabled),
  hasTouch: true,
  isMobile: true,
});

/** The addresses of a menu, in the order in which they are read. */
function expected(menu: string): string[] {
  const addresses = (items: readonly MenuRead[]): string[] =>
    items.flatMap(({ href, children }) => [href, ...addresses(children)]);
  return addresses(readMenu(readHtml(site.built.read("about/index.html")), menu));
}

/** Goes through the page with the Tab key and opens with Enter what can be opened. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 300) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (stop === undefined) return stops;
    stops.push(stop);
    if (stop.isClosed) await page.keyboard.press("Enter");
  }
  throw new Error("the Tab key does not lead out of the page");
}

/** Runs in the browser. */
function focused(): Stop | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const [box] = element.getClientRects();
  const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    menu: element.closest<HTMLElement>("[data-menu]")?.dataset.menu,
    name: element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "",
    href: element.closest("[data-source]") ? undefined : (element.getAttribute("href") ?? undefined),
    isVisible: element.contains(hit ?? null) && getComputedStyle(element).outlineStyle !== "none",
    isClosed: element.tagName === "SUMMARY" && !element.parentElement?.hasAttribute("open"),
  };
}

const isOpen = (page: Page, of: number) =>
  page
    .locator(".dropdown")
    .nth(of)
    .evaluate((panel) => panel.hasAttribute("open"));
const openCount = (page: Page) => page.locator(".dropdown[open]").count();
const opener = (page: Page, of: number) => page.locator(".dropdown > summary").nth(of);
const entry = (page: Page, of: number) => page.locator(".dropdown").nth(of).locator("a").first();

/** Goes to the page, and opens the phone's menu where there is one. */
async function arrive(page: Page, press: (selector: string) => Promise<void>): Promise<void> {
  await page.goto(PAGE);
  const toggle = ".menu-toggle > summary";
  if (await page.locator(toggle).isVisible()) await press(toggle);
}

/** What assistive technology is told of a button: whether it is expanded. */
async function expandedInTree(page: Page, name: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const node = nodes.find(
    (one) => one.name?.value === name && one.properties?.some((property) => property.name === "expanded"),
  );
  return node?.properties?.find((property) => property.name === "expanded")?.value.value;
}

/** Where a link led: the page is there, and the menu marks it. */
async function assertArrived(page: Page, href: string, menu: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === href);
  const current = page.locator(`[data-menu="${menu}"] a[aria-current="page"]`).first();
  assert.is(await current.getAttribute("href"), href);
}

for (const javaScript of [true, false]) {
  for (const width of WIDTHS) {
    const where = `at ${width} px, ${javaScript ? "with" : "without"} JavaScript`;

    menus(`by keyboard ${where}: the whole of every menu, in order, and the focus is always to be seen`, () =>
      site.visit(windowOf(width, javaScript), async (page) => {
        await page.goto(PAGE);
        const stops = await walk(page);
        assert.is(stops[0]?.name, "Skip to the content");
        for (const menu of MENUS) {
          const hrefs = stops.flatMap((stop) => (stop.menu === menu && stop.href !== undefined ? [stop.href] : []));
          assert.equal(hrefs, expected(menu), menu);
        }
        assert.equal(
          stops.filter(({ isVisible }) => !isVisible).map(({ name }) => name),
          [],
        );
      }),
    );

    menus(`by keyboard ${where}: open, follow, close`, () =>
      site.visit(windowOf(width, javaScript), async (page) => {
        await arrive(page, (selector) => page.locator(selector).press("Enter"));
        await opener(page, 1).press("Space");
        assert.is(await isOpen(page, 1), true);
        await opener(page, 1).press("Enter");
        assert.is(await isOpen(page, 1), false);
        await opener(page, 1).press("Enter");
        const href = (await entry(page, 1).getAttribute("href")) ?? "";
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await assertArrived(page, href, "top");
      }),
    );

    menus(`by touch ${where}: everything can be hit, and leads to where it says`, () =>
      site.visit(phone(width, javaScript), async (page) => {
        for (const menu of MENUS) {
          await arrive(page, (selector) => page.locator(selector).tap());
          if (menu === "top") {
            for (let index = 0; index < (await page.locator(".dropdown").count()); index++) {
              await opener(page, index).tap();
              assert.is(await openCount(page), 1);
              for (const link of await page.locator(".dropdown").nth(index).locator("a").all())
                await link.tap({ trial: true });
            }
            await opener(page, 0).tap();
          }
          const link =
            menu === "top" ? entry(page, 0) : page.locator(`[data-menu="${menu}"] li:not([data-source]) a`).last();
          const href = (await link.getAttribute("href")) ?? "";
          await link.tap();
          await assertArrived(page, href, menu);
        }
      }),
    );
  }
}

for (const width of WIDTHS) {
  menus(`at ${width} px Esc closes a dropdown, wherever in it the focus is, and gives it back to its button`, () =>
    site.visit(windowOf(width, true), async (page) => {
      await arrive(page, (selector) => page.locator(selector).press("Enter"));
      await opener(page, 0).press("Enter");
      await entry(page, 0).focus();
      await page.keyboard.press("Escape");
      assert.is(await isOpen(page, 0), false);
      assert.is(await opener(page, 0).evaluate((element) => element === document.activeElement), true);
    }),
  );

  menus(`at ${width} px a dropdown closes when the focus leaves it, when another opens, and by a tap beside it`, () =>
    site.visit(phone(width, true), async (page) => {
      await arrive(page, (selector) => page.locator(selector).tap());
      await opener(page, 0).tap();
      await opener(page, 1).tap();
      assert.equal([await isOpen(page, 0), await isOpen(page, 1)], [false, true]);
      await page.locator(".site-footer a").first().focus();
      assert.is(await openCount(page), 0);
      await arrive(page, (selector) => page.locator(selector).tap());
      await opener(page, 0).tap();
      await page.locator(".site-footer").tap(EDGE);
      assert.is(await openCount(page), 0);
    }),
  );
}

menus("the link of a section leads there at once, by touch: no tap is spent on opening", () =>
  site.visit(phone(1280, true), async (page) => {
    await page.goto("/privacy.html");
    const link = page.locator(".top-menu > ul > li > a").nth(1);
    const href = (await link.getAttribute("href")) ?? "";
    await link.tap();
    await assertArrived(page, href, "top");
  }),
);

menus("a mouse opens by pointing, and does not close by clicking what it opened", () =>
  site.visit(windowOf(1280, true), async (page) => {
    await page.goto(PAGE);
    const item = page.locator(".top-menu > ul > li").first();
    await item.hover();
    await page.locator(".dropdown[open]").first().waitFor();
    await opener(page, 0).click();
    assert.is(await isOpen(page, 0), true);
    await page.locator(".site-footer").hover(EDGE);
    await page.waitForTimeout(500);
    assert.is(await isOpen(page, 0), true);
    await page.locator(".site-footer").click(EDGE);
    assert.is(await openCount(page), 0);
  }),
);

menus("the pointer can go from the link to the panel's last entry, and the panel closes when it leaves", () =>
  site.visit(windowOf(1280, true), async (page) => {
    await page.goto(PAGE);
    await page.locator(".top-menu > ul > li").first().hover();
    await page.locator(".dropdown[open]").first().waitFor();
    await page.locator(".dropdown").first().locator("a").last().hover();
    await page.waitForTimeout(500);
    assert.is(await isOpen(page, 0), true);
    await page.locator(".site-footer").hover(EDGE);
    await page.locator(".dropdown[open]").first().waitFor({ state: "hidden" });
  }),
);

menus("pointing opens nothing where there is no mouse, or the menu is a phone's", async () => {
  await site.visit({ ...windowOf(1280, true), hasTouch: true, isMobile: true }, async (page) => {
    await page.goto(PAGE);
    await page.locator(".top-menu > ul > li").first().hover();
    await page.waitForTimeout(500);
    assert.is(await openCount(page), 0);
  });
  await site.visit(windowOf(320, true), async (page) => {
    await arrive(page, (selector) => page.locator(selector).click());
    await page.locator(".top-menu > ul > li").first().hover();
    await page.waitForTimeout(500);
    assert.is(await openCount(page), 0);
  });
});

menus("assistive technology is told what is open, and which page is current", () =>
  site.visit(windowOf(1280, false), async (page) => {
    await page.goto(PAGE);
    const name = (await opener(page, 0).getAttribute("aria-label")) ?? "";
    assert.is(await expandedInTree(page, name), false);
    await opener(page, 0).press("Enter");
    assert.is(await expandedInTree(page, name), true);
    const marks = page.locator('[data-menu="top"] > ul > li > a[aria-current]');
    assert.equal(await marks.evaluateAll((links) => links.map((link) => link.getAttribute("aria-current"))), ["page"]);
  }),
);

menus(`the phone's button is there below ${BAR} px only`, async () => {
  for (const width of [320, BAR - 1, BAR]) {
    await site.visit(windowOf(width, false), async (page) => {
      await page.goto(PAGE);
      const [button, list] = [page.locator(".menu-toggle > summary"), page.locator(".top-menu > ul")];
      assert.equal([await button.isVisible(), await list.isVisible()], width < BAR ? [true, false] : [false, true]);
    });
  }
});

menus("the link that skips the menus leads into the text", () =>
  site.visit(windowOf(1280, false), async (page) => {
    await page.goto(PAGE);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.is(await page.evaluate(() => document.activeElement?.closest("main") !== null), true);
  }),
);

menus.run();
