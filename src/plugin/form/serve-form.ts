import type { IncomingMessage, ServerResponse } from "node:http";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  yml: "text/yaml; charset=utf-8",
  woff2: "font/woff2",
};

/** Nothing is asked of another host, for a newer version or how another service is: what is edited is here. */
const ALONE = [
  "default-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'wasm-unsafe-eval'",
].join("; ");

/**
 * Serves the form in which authors edit pages, at /admin/ and under `--serve` only: a published site has none.
 *
 * It is sent as bytes, since into texts of HTML Eleventy's server puts a script that loads a page anew after each
 * build: who saves a page would be thrown out of the form.
 *
 * @param fileOf a file of the form by its name; nothing else is sent
 * @param isAlone whether it works with the files that are here, and no service elsewhere
 */
export function serveForm(fileOf: (name: string) => Buffer | string | undefined, isAlone: () => boolean = () => true) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [path = ""] = (request.url ?? "").split(/[?#]/);
    const name = /^\/admin(?:\/(.*))?$/.exec(path) ? path.slice("/admin/".length) || "index.html" : undefined;
    const file = name === undefined ? undefined : fileOf(name);
    if (name === undefined || file === undefined) next();
    else if (path === "/admin") {
      response.writeHead(302, { Location: "/admin/" });
      response.end();
    } else {
      response.writeHead(200, {
        "Content-Type": TYPES[name.replace(/^.*\./, "")],
        "Cache-Control": "no-store",
        ...(isAlone() && { "Content-Security-Policy": ALONE }),
      });
      response.end(file);
    }
  };
}
