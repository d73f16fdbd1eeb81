import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  yml: "text/yaml; charset=utf-8",
};

/**
 * Serves the form in which authors edit pages, at /admin/ and under `--serve` only: a published site has none.
 *
 * It is sent as bytes, since into texts of HTML Eleventy's server puts a script that loads a page anew after each
 * build: who saves a page would be thrown out of the form.
 *
 * @param folder where its files are; nothing outside it, and nothing below it, is sent
 */
export function serveEditor(folder: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [path = ""] = (request.url ?? "").split(/[?#]/);
    if (path === "/admin") {
      response.writeHead(302, { Location: "/admin/" });
      response.end();
      return;
    }
    const name = /^\/admin\/([a-z-]+\.(?:html|js|yml))?$/.exec(path);
    const file = join(folder, name?.[1] ?? "index.html");
    if (!name || !existsSync(file)) {
      next();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[file.replace(/^.*\./, "")], "Cache-Control": "no-store" });
    response.end(readFileSync(file));
  };
}
