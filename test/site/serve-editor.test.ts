/** The form's own files, and no others, are served beside the site while somebody writes. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { serveEditor } from "../../src/site/serve-editor.ts";
import { project } from "../build-tree.ts";

const served = suite("site: the form is served");
let server: Server;
let port: number;

served.before(async () => {
  const middleware = serveEditor(join(project, "admin"));
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
  ["/admin/fields.js", "text/javascript", "Title"],
  ["/admin/config.yml", "text/yaml", "format: pelican"],
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
  "/administration",
  "/",
  "/x/admin/",
]) {
  served(`${path} is left to the site`, async () => assert.is((await get(path)).status, 404));
}

served.run();
