/** The form in a browser that has no network but the site's own server. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { FormSite } from "../../src/plugin/form/config.ts";
import { formFile } from "../../src/plugin/form/form-files.ts";
import { serveForm } from "../../src/plugin/form/serve-form.ts";
import { launchChromium } from "./chromium.ts";

const SITE: FormSite = {
  project: "garden",
  content: "content",
  folders: ["", "blog"],
  media: "images",
  languages: ["de", "en"],
  others: [],
};
const FILES = {
  ".git/config": "",
  "content/about.md": "Title: About: us\nUrl: about\nSidebar_menu_elem_name_1: Past\n\nText\n",
  "content/blog/first.md": "---\nTitle: A first post\nDate: 2020-01-02\n---\n\nText\n",
};

const form = suite("browser: the form");
let server: Server;
let browser: Browser;

form.before(async () => {
  const middleware = serveForm((name) => formFile(name, "none", () => SITE));
  server = createServer((request, response) =>
    middleware(request, response, () => {
      response.writeHead(404);
      response.end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  browser = await launchChromium();
});
form.after(async () => {
  await browser?.close();
  server?.close();
});

form("it shows the site's pages, with its own fonts, and asks nothing of another host", async () => {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [elsewhere, missing, faults]: [string[], string[], string[]] = [[], [], []];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(origin) || /^(?:data|blob):/.test(url)) return route.continue();
    elsewhere.push(url);
    return route.abort();
  });
  page.on("response", (response) => response.status() >= 400 && missing.push(response.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${origin}/admin/`);
  // A folder in the browser's own storage stands for the one that people choose.
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, text] of Object.entries(files)) {
      const parts = path.split("/");
      const name = parts.pop() ?? "";
      let folder = root;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(text);
      await file.close();
    }
    // Bound, for tsx gives names to functions, by one that the page does not have.
    Object.assign(window, { showDirectoryPicker: Promise.resolve.bind(Promise, root) });
    Object.assign(FileSystemHandle.prototype, { requestPermission: Promise.resolve.bind(Promise, "granted") });
  }, FILES);
  await page.getByText("Work with Local Repository").click();
  await page.getByText("About: us").first().waitFor();
  await page.evaluate(() => {
    location.hash = "/collections/blog";
  });
  await page.getByText("A first post").first().waitFor();
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status === "loaded")
      .map(({ family }) => family.replaceAll('"', ""));
  });
  assert.ok(fonts.includes("Material Symbols Outlined"), fonts.join());
  assert.equal([elsewhere, faults, missing.filter((url) => !url.endsWith("/favicon.ico"))], [[], [], []]);
  await context.close();
});

form.run();
