/** The search as visitors use it, served with the headers that Netlify sends. */
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { temporaryFolder } from "../build-tree.ts";
import { buildBlog, type Posts } from "../site-helpers.ts";
import { launchChromium } from "./chromium.ts";
import { type Server, serveAsNetlify } from "./server.ts";

const search = suite("search in a browser");

const numbered = Array.from({ length: 12 }, (_, index) => index + 1);
const POSTS: Posts = {
  "index.md": { Title: "Home", Url: "", Save_as: "index.html", body: "Welcome." },
  "zoo.md": {
    Title: 'Zoo <img src=x onerror="document.title=1">',
    Url: "zoo",
    Save_as: "zoo.html",
    body: "A zebra, &lt;img src=x onerror=alert(1)&gt; and `<script>alert(2)</script>`.\n\n## Stripes\n\nThe zebra has them.",
  },
  "de.md": { Title: "Tiere", Lang: "de", Url: "tiere", Save_as: "tiere.html", body: "Häuser und Pferde." },
  ...Object.fromEntries(
    numbered.map((number) => [`n${number}.md`, { Title: `Number ${number}`, body: "One of the numerous." }]),
  ),
};

let folder: string;
let server: Server;
let browser: Browser;
let requests: string[];
/** Addresses with the one that each was asked for from. */
let sent: string[];
let faults: string[];

search.before(async () => {
  folder = temporaryFolder();
  const built = await buildBlog(POSTS, { searchSaveAs: "search/index.html", headersSaveAs: "_headers" }, { folder });
  assert.is(built.exitCode, 0, built.printed);
  server = await serveAsNetlify(built.output);
  browser = await launchChromium();
});
search.after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does something with a page; the browser must have had nothing to complain of. */
async function visit(act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ baseURL: server.origin, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  requests = [];
  sent = [];
  faults = [];
  page.on("request", (request) => {
    requests.push(request.url().slice(server.origin.length));
    sent.push(`${request.url()} ${request.headers().referer ?? ""}`);
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  try {
    await act(page);
  } finally {
    await context.close();
  }
}

const status = (page: Page, text: string) =>
  page.locator(".search-status", { hasText: text }).waitFor({ state: "attached" });
const titles = (page: Page) => page.locator(".results > li > h2").allTextContents();
const loaded = () => requests.filter((path) => path.startsWith("/pagefind/"));

search("from any page, with the keyboard alone, to what is found", async () => {
  await visit(async (page) => {
    await page.goto("/zoo.html");
    for (let count = 0; count < 20; count++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.matches('.site-search [type="search"]'))) break;
    }
    assert.equal(loaded(), []);
    await page.keyboard.type("zebra");
    await page.keyboard.press("Enter");
    await status(page, "One page was found for “zebra”.");
    assert.ok(requests.includes("/search/?q=zebra"));
    assert.is(page.url(), `${server.origin}/search/#q=zebra&lang=en`);
    assert.equal(await titles(page), ['Zoo <img src=x onerror="document.title=1">']);
    assert.equal(await page.locator(".results mark").allTextContents(), ["zebra,", "zebra"]);
    const links = await page.locator(".results a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.equal(links, ["/zoo.html", "/zoo.html#stripes"]);
    await page.locator("#search-text").focus();
    // Past the language and the button.
    for (let count = 0; count < 3; count++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/zoo.html");
    assert.equal(faults, []);
  });
});

search("an author's text is text in a result", async () => {
  await visit(async (page) => {
    await page.goto("/search/?q=zebra");
    await status(page, "One page");
    assert.is(await page.locator(".results").locator("img, script").count(), 0);
    assert.match((await page.locator(".results > li > p").last().textContent()) ?? "", "<img src=x onerror=alert(1)>");
    assert.equal(faults, []);
  });
});

search("nothing is loaded before something is looked for, and no search is sent to the server", async () => {
  await visit(async (page) => {
    await page.goto("/search/");
    await page.locator("#search-text").focus();
    assert.equal(loaded(), []);
    await page.keyboard.type("zebra");
    await status(page, "One page");
    assert.ok(loaded().includes("/pagefind/pagefind.js"));
    assert.is(page.url(), `${server.origin}/search/#q=zebra&lang=en`);
    assert.not.ok(await page.locator(".all-pages").isVisible());
    await page.locator("#search-text").fill("");
    await page.locator(".all-pages").waitFor();
    assert.is(await page.locator(".results").isVisible(), false);
    await page.goto("/search/#q=zebra");
    await status(page, "One page");
    await page.reload();
    await status(page, "One page");
    await page.locator(".results a").first().click();
    await page.waitForURL("**/zoo.html");
    assert.ok(sent.includes(`${server.origin}/zoo.html ${server.origin}/search/`));
    assert.equal(
      sent.filter((text) => /zebra/.test(text.replace(/#\S*/, ""))),
      [],
    );
    assert.equal(faults, []);
  });
});

search("ten at once, more when asked, and the first new one has the focus", async () => {
  await visit(async (page) => {
    await page.goto("/search/?q=numerous");
    await status(page, "12 pages were found");
    assert.is((await titles(page)).length, 10);
    await page.locator("button", { hasText: "Show more results" }).press("Enter");
    await page.locator(".results > li:nth-child(12)").waitFor();
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.is(focused, (await titles(page))[10]);
    assert.not.ok(await page.locator(".results-more").isVisible());
  });
});

search("a page in another language is found by its own words, and its form leads to that language", async () => {
  await visit(async (page) => {
    await page.goto("/tiere.html");
    await page.locator(".site-search [type='search']").fill("Haus");
    await page.keyboard.press("Enter");
    await status(page, "One page was found for “Haus”.");
    assert.is(await page.locator("#search-language").inputValue(), "de");
    assert.is(await page.locator(".results").getAttribute("lang"), "de");
    assert.is(await page.locator("html").getAttribute("lang"), "en");
    await page.locator("#search-language").selectOption("en");
    await status(page, "Nothing was found for “Haus”.");
    assert.equal(faults, []);
  });
});

search("without JavaScript the form leads to the list of all pages", async () => {
  const act = async (page: Page) => {
    await page.goto("/zoo.html");
    await page.locator(".site-search [type='search']").fill("zebra");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=zebra");
    assert.match((await page.locator("main").textContent()) ?? "", "The search needs JavaScript, which is off.");
    await page.locator(".all-pages a", { hasText: "Zoo" }).click();
    await page.waitForURL("**/zoo.html");
  };
  await visit(act, { javaScriptEnabled: false });
});

search("on a phone the button leads to the page, and nothing is wider than the window", async () => {
  const act = async (page: Page) => {
    await page.goto("/zoo.html");
    await page.locator(".site-search button").click();
    await page.locator("#search-text").fill("numerous");
    await status(page, "12 pages were found");
    assert.is(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.equal(faults, []);
  };
  await visit(act, { viewport: { width: 320, height: 568 } });
});

search("axe-core finds nothing: no search, results, none", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const [words, said] of [
    ["", ""],
    ["#q=numerous", "12 pages"],
    ["#q=unicorn", "Nothing was found"],
  ] as const) {
    const act = async (page: Page) => {
      await page.goto(`/search/${words}`);
      await status(page, said);
      // Not as an element of the page: its policy forbids that.
      await page.evaluate(axe);
      const { violations } = (await page.evaluate(() => Reflect.get(window, "axe").run())) as AxeResults;
      assert.equal(
        violations.map(({ id }) => id),
        [],
        words,
      );
    };
    await visit(act, { colorScheme: words === "" ? "light" : "dark" });
  }
});

search("where the index is missing it is said, and the list is there", async () => {
  await visit(async (page) => {
    await page.route("**/pagefind/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/search/?q=zebra");
    await status(page, "The search could not be loaded. All pages are listed below.");
    assert.ok(await page.locator(".all-pages").isVisible());
  });
});

search.run();
