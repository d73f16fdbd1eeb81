import { rmSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { temporaryFolder, writeTree } from "../build-tree.ts";
import { type Answer, answerTo, type Server, serveAsNetlify } from "./server.ts";

const server = suite("a server such as Netlify's");

const FILES = ["/index.html", "/file.html", "/folder/index.html", "/both.html", "/both/index.html", "/feed.xml"];

const ANSWERS: readonly (readonly [string, Answer])[] = [
  ["/", { status: 200, file: "/index.html" }],
  ["/file", { status: 200, file: "/file.html" }],
  ["/file.html", { status: 200, file: "/file.html" }],
  ["/file/", { status: 301, location: "/file" }],
  ["/folder", { status: 301, location: "/folder/" }],
  ["/folder/", { status: 200, file: "/folder/index.html" }],
  ["/folder/index.html", { status: 200, file: "/folder/index.html" }],
  ["/both", { status: 200, file: "/both.html" }],
  ["/both/", { status: 301, location: "/both" }],
  ["/feed.xml", { status: 200, file: "/feed.xml" }],
  ["/feed", { status: 404 }],
  ["/none", { status: 404 }],
  ["/none/", { status: 404 }],
];

for (const [path, answer] of ANSWERS) {
  server(`${path} is ${answer.status}`, () =>
    assert.equal(
      answerTo(path, (file) => FILES.includes(file)),
      answer,
    ),
  );
}

let folder: string;
let served: Server;

server.before(async () => {
  folder = temporaryFolder();
  writeTree(folder, {
    "site/index.html": "<p>Home",
    "site/404.html": "<p>Not here",
    "site/_headers": "/*\n  X-All: yes\n/assets/*\n  Cache-Control: immutable\n",
    "site/_redirects": "/old /new.html 301\n",
    "site/assets/a.css": "p {}",
    "secret.txt": "secret",
  });
  served = await serveAsNetlify(`${folder}/site`);
});
server.after(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string) => fetch(served.origin + path, { redirect: "manual" });

server("headers are sent where their path fits", async () => {
  const [home, style] = [await ask("/"), await ask("/assets/a.css")];
  assert.is(home.headers.get("x-all"), "yes");
  assert.is(home.headers.get("cache-control"), "public, max-age=0, must-revalidate");
  assert.is(style.headers.get("cache-control"), "immutable");
  assert.is(style.headers.get("content-type"), "text/css; charset=UTF-8");
  assert.is(await style.text(), "p {}");
});

server("redirects and the page for what is not found", async () => {
  const old = await ask("/old?q=1");
  assert.equal([old.status, old.headers.get("location")], [301, "/new.html?q=1"]);
  const none = await ask("/none");
  assert.equal([none.status, await none.text()], [404, "<p>Not here"]);
});

server("nothing outside the folder is read", async () => {
  assert.is((await ask("/..%2fsecret.txt")).status, 404);
});

server.run();
