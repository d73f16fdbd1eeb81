/** A site that is served below a path of its host, crawled by a browser: no request leaves the path, nothing is missing. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { temporaryFolder } from "../build-tree.ts";
import { image } from "../images/make-images.ts";
import { buildSite, type SmallSite } from "../small-site.ts";
import { launchChromium } from "./chromium.ts";
import { type Server, serveAsNetlify } from "./server.ts";

const path = suite("below a path, in a browser");

const post = (number: number) =>
  `Title: Post ${number}\nDate: 2020-01-0${number}\nTags: one, two\nAuthor: Ann\n\nA zebra. [lamp]({filename}../pages/lamp.md)\n`;

let built: SmallSite;
let folder: string;
let server: Server;
let browser: Browser;

path.before(async () => {
  const picture = await image(1200, 800);
  const files = {
    "content/pages/home.md":
      "Title: Home\nUrl:\nSave_as: index.html\nTop_menu_show: true\n\n[lamp](/pages/lamp.html)\n",
    "content/pages/lamp.md":
      "Title: Lamp\nTop_menu_show: true\nTop_menu_order: 2\nAliases: old-lamp\n\n![A lamp](/images/lamp.jpg) [here](/garden/pages/lamp.html)\n",
    "content/images/lamp.jpg": picture,
    ...Object.fromEntries([1, 2, 3].map((number) => [`content/posts/p${number}.md`, post(number)])),
  };
  const settings = {
    siteUrl: "https://ann.example/garden",
    indexSaveAs: "blog.html",
    defaultPagination: 2,
    yearArchiveSaveAs: "{date:%Y}/index.html",
    searchSaveAs: "search/index.html",
    manifestSaveAs: "site.webmanifest",
    redirectPages: true,
  };
  built = await buildSite(files, { settings });
  folder = temporaryFolder();
  // The host's root has nothing: what leads there is missing.
  cpSync(join(built.folder, "_site"), join(folder, "garden"), { recursive: true });
  server = await serveAsNetlify(folder);
  browser = await launchChromium();
});
path.after(async () => {
  await browser?.close();
  await server?.close();
  built?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** What was asked for, and what of it was not there. */
async function visit(act: (page: Page) => Promise<void>): Promise<{ asked: Set<string>; missing: string[] }> {
  const context = await browser.newContext({ baseURL: server.origin });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const [asked, missing] = [new Set<string>(), [] as string[]];
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  page.on("response", (response) => {
    if (response.status() >= 400) missing.push(new URL(response.url()).pathname);
  });
  try {
    await act(page);
    return { asked, missing };
  } finally {
    await context.close();
  }
}

path("every link of every page leads to a page below it, and all that a page loads is there", async () => {
  const visited = new Set<string>();
  const { asked, missing } = await visit(async (page) => {
    const waiting = ["/garden/", "/garden/404.html", "/garden/old-lamp.html"];
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (visited.has(address)) continue;
      visited.add(address);
      await page.goto(address);
      await page.waitForLoadState("networkidle");
      const links = await page
        .locator("a[href], link[href]")
        .evaluateAll((all) =>
          all.map((one) => (one as HTMLAnchorElement).href).filter((href) => href.startsWith(location.origin)),
        );
      waiting.push(
        ...links.map((link) => new URL(link).pathname).filter((link) => !/\.(?:xml|css|png|webmanifest)$/.test(link)),
      );
    }
  });
  assert.ok(visited.size > 15, [...visited].join(" "));
  assert.equal(missing, []);
  assert.equal(
    [...asked].filter((one) => !one.startsWith("/garden/")),
    [],
  );
  assert.ok(
    [...asked].some((one) => one.endsWith(".webp")),
    "a drawn image",
  );
});

path("what is searched is found below it", async () => {
  const { asked, missing } = await visit(async (page) => {
    await page.goto("/garden/search/#q=zebra");
    await page.locator(".results a").first().click();
    await page.waitForURL("**/garden/post-*");
  });
  assert.equal(missing, []);
  assert.ok([...asked].every((one) => one.startsWith("/garden/")));
});

path.run();
