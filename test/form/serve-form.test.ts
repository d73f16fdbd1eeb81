/** The form's own files, and no others, are served beside the site while somebody writes. */

import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import type { FormSite } from "../../src/plugin/form/config.ts";
import { formFile } from "../../src/plugin/form/form-files.ts";
import { serveForm } from "../../src/plugin/form/serve-form.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const SITE: FormSite = {
  project: "garden",
  content: "content",
  folders: ["", "about"],
  media: "images",
  languages: [],
  others: ["Own"],
};
const own = temporaryFolder();

const served = suite("form: what is served");
let server: Server;
let port: number;

served.before(async () => {
  const middleware = serveForm((name) => formFile(name, own, () => SITE));
  server = createServer((request, response) =>
    middleware(request, response, () => {
      response.writeHead(404);
      response.end("the site's");
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
served.after(() => {
  server.close();
  rmSync(own, { recursive: true, force: true });
});

/** Asked for as it is written: `fetch` would tidy the path up. */
function get(path: string): Promise<{ status: number; type: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let text = "";
    socket.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    socket.on("error", reject);
    socket.on("end", () => {
      const [head = "", ...body] = text.split("\r\n\r\n");
      const type = /^content-type: (.*)$/im.exec(head)?.[1];
      resolve({ status: Number(head.split(" ")[1]), type, body: body.join("\r\n\r\n") });
    });
  });
}

for (const [path, type, holds] of [
  ["/admin/", "text/html", "/admin/start.js"],
  ["/admin/?x=1", "text/html", "/admin/start.js"],
  ["/admin/start.js", "text/javascript", "registerCustomFormat"],
  ["/admin/pelican-format.js", "text/javascript", "pelicanFormat"],
  ["/admin/fields.js", "text/javascript", '"Own"'],
  ["/admin/config.yml", "text/yaml", "folder: content/about"],
  ["/admin/sveltia-cms.js", "text/javascript", "/admin/fonts/material-symbols-outlined.woff2"],
  ["/admin/fonts/material-symbols-outlined.woff2", "font/woff2", "wOF2"],
  ["/admin/fonts/source-sans-3.woff2", "font/woff2", "wOF2"],
  ["/admin/fonts/noto-mono.woff2", "font/woff2", "wOF2"],
] as const) {
  served(`${path} is sent`, async () => {
    const answer = await get(path);
    assert.is(answer.status, 200);
    assert.match(answer.type ?? "", type);
    assert.match(answer.body, holds);
  });
}

served("/admin leads to the form", async () => assert.is((await get("/admin")).status, 302));

for (const path of [
  "/admin/../package.json",
  "/admin/..%2fpackage.json",
  "/admin/none.js",
  "/admin/fonts/../package.woff2",
  "/admin/fonts/none.woff2",
  "/admin/chunks/../sveltia-cms.js",
  "/administration",
  "/",
  "/x/admin/",
]) {
  served(`${path} is left to the site`, async () => assert.is((await get(path)).status, 404));
}

served("no font is asked of another host, and a file of the project's own goes before", async () => {
  assert.not.match((await get("/admin/sveltia-cms.js")).body, /https:[^"'`)]*\.woff2/);
  writeTree(own, { "config.yml": "backend: mine\n" });
  assert.match((await get("/admin/config.yml")).body, "backend: mine");
});

served("many folders are written in full: readers refuse as many references", () => {
  const folders = Array.from({ length: 120 }, (_, at) => `f${at}`);
  const text = String(formFile("config.yml", "none", () => ({ ...SITE, folders })));
  assert.not.match(text, /: \*/);
  assert.is(parse(text).collections.length, folders.length);
});

served.run();
