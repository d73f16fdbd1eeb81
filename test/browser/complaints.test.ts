import { rmSync } from "node:fs";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { temporaryFolder, writeTree } from "../build-tree.ts";
import { launchChromium } from "./chromium.ts";
import { listenForComplaints } from "./complaints.ts";
import { type Server, serveAsNetlify } from "./server.ts";

const complaints = suite("complaints of the browser");
let folder: string;
let server: Server;
let browser: Browser;

complaints.before(async () => {
  folder = temporaryFolder();
  writeTree(folder, {
    "fine.html": "<title>Fine</title><link rel=icon href=data:,>",
    "inline.html": "<link rel=icon href=data:,><p style='color: red'>",
    "missing.html": "<link rel=icon href=data:,><script src=/none.js></script>",
    "throws.html": "<link rel=icon href=data:,><script src=/throws.js></script>",
    "throws.js": "throw new Error('thrown')",
    "404.html": "<link rel=icon href=data:,>",
    _headers: "/*\n  Content-Security-Policy: default-src 'self'; img-src data:\n",
  });
  browser = await launchChromium();
  server = await serveAsNetlify(folder);
});
complaints.after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [path, status, expected] of [
  ["/fine", 200, /^$/],
  ["/none", 404, /^$/],
  ["/none", 200, /404 .*\/none/],
  ["/inline", 200, /Content Security Policy/],
  ["/missing", 200, /404 .*\/none\.js/],
  ["/throws", 200, /Error: thrown/],
] as const) {
  complaints(`${path}, which should be ${status}`, async () => {
    const page = await browser.newPage();
    const heard = listenForComplaints(page, status);
    await page.goto(server.origin + path);
    await page.close();
    assert.match(heard.join("\n"), expected);
  });
}

complaints.run();
