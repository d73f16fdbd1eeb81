/** A site that is opened from its folder, without a server, crawled by a browser: nothing that a page asks for is missing. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { image } from "../images/make-images.ts";
import { buildSite, type SmallSite } from "../small-site.ts";
import { launchChromium } from "./chromium.ts";

const test = suite("relativeUrls, in a browser without a server");

const post = (number: number) =>
  `Title: Post ${number}\nDate: 2020-01-0${number}\nTags: one, C#\nAuthor: Ann\n\nA zebra. [lamp]({filename}../pages/lamp.md#oil) [home](/)\n`;

let built: SmallSite;
let browser: Browser;
let root: string;

test.before(async () => {
  const files = {
    "content/pages/home.md":
      "Title: Home\nUrl:\nSave_as: index.html\nTop_menu_show: true\n\n[lamp](/light/lamp) [post](/post-1)\n",
    "content/pages/lamp.md":
      "Title: Lamp\nUrl: light/lamp\nSave_as: light/lamp.html\nTop_menu_show: true\nTop_menu_order: 2\nDropdown_menu_show: true\nDropdown_menu_elem_name_1: Wick\nDropdown_menu_elem_url_1: parts/wick\nAliases: old/lamps\n\n# Oil\n\n![A lamp](/images/lamp.jpg) [here](/garden/light/lamp.html)\n",
    "content/pages/wick.md":
      'Title: Wick & co\nUrl: light/lamp/parts/wick\nSave_as: light/lamp/parts/wick?/index.html\nParent_id: light/lamp\n\n![A lamp]({static}/images/lamp.jpg) [up](/light/lamp) <img src="/images/lamp.jpg" srcset="/images/lamp.jpg 2x" alt="A lamp">\n',
    "content/images/lamp.jpg": await image(1200, 800),
    ...Object.fromEntries([1, 2, 3].map((number) => [`content/posts/p${number}.md`, post(number)])),
  };
  const settings = {
    siteUrl: "https://ann.example/garden",
    relativeUrls: true,
    addresses: "url",
    articleUrl: "{slug}",
    articleSaveAs: "{slug}.html",
    indexSaveAs: "blog.html",
    defaultPagination: 2,
    yearArchiveSaveAs: "{date:%Y}/index.html",
    yearArchiveUrl: "{date:%Y}/",
    searchSaveAs: "search/index.html",
    redirectPages: true,
    manifestSaveAs: "site.webmanifest",
    fastPages: true,
  };
  built = await buildSite(files, { settings });
  root = pathToFileURL(join(built.folder, "_site")).href;
  browser = await launchChromium();
});
test.after(async () => {
  await browser?.close();
  built?.dispose();
});

test("every link of every page leads to a page, and all that a page loads is there", async () => {
  const page = await (await browser.newContext()).newPage();
  const [asked, missing, said] = [new Set<string>(), [] as string[], [] as string[]];
  page.on("request", (request) => asked.add(request.url()));
  page.on("requestfailed", (request) => {
    // An image further down is asked for late, and left when the next page is opened.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") missing.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") said.push(message.text());
  });
  const visited = new Set<string>();
  const waiting = ["/index.html", "/404.html"].map((path) => root + path);
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (visited.has(address)) continue;
    visited.add(address);
    await page.goto(address);
    await page.waitForLoadState("load");
    const links = await page
      .locator("a[href], link[href]")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    const files = links.filter((link) => link.startsWith("file:")).map((link) => link.replace(/#.*$/, ""));
    waiting.push(...files.filter((link) => !/\.(?:xml|css|png|webmanifest)$/.test(link)));
  }
  await page.goto(`${root}/old/lamps.html`);
  await page.waitForURL(`${root}/light/lamp.html`);
  assert.equal(missing, []);
  assert.equal(said, []);
  assert.ok(visited.size > 15, [...visited].join("\n"));
  assert.equal(
    [...asked, ...visited].filter((one) => !one.startsWith(`${root}/`)),
    [],
  );
  assert.ok(
    [...asked].some((one) => one.endsWith(".webp")),
    "a drawn image",
  );
  assert.ok(
    [...visited].every((one) => one.endsWith(".html")),
    "no folder is listed",
  );
});

test("the search says that it cannot be loaded, and shows all pages", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${root}/search/index.html#q=zebra`);
  await page.getByText("The search could not be loaded. All pages are listed below.").waitFor();
  assert.is(await page.locator(".all-pages a", { hasText: "Post 1" }).getAttribute("href"), "../post-1.html");
});

test("feeds, the sitemap and canonical addresses are whole, and say what the settings say", () => {
  for (const file of ["feeds/all.atom.xml", "sitemap.xml", "post-1.html"]) {
    assert.match(built.read(file), "https://ann.example/garden/post-1");
    assert.not.match(built.read(file), "garden/post-1.html");
  }
  assert.match(built.read("feeds/all.atom.xml"), "https://ann.example/garden/light/lamp#oil");
});

test("fast pages are off, and say why", () => {
  assert.match(built.printed, "links lead from file to file, by relativeUrls");
});

test.run();
