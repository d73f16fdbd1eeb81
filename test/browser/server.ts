/** A built site, served as Netlify serves it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** A file of the site, or the address that is meant. */
export type Answer =
  | { readonly status: 200; readonly file: string }
  | { readonly status: 301; readonly location: string }
  | { readonly status: 404 };

interface Redirect {
  readonly from: string;
  readonly to: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=UTF-8",
  ".html": "text/html; charset=UTF-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=UTF-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

/**
 * What Netlify makes of a path, as it does where nothing is set: `/x` and `/x.html` are the file `x.html`, `/x/` leads to
 * `/x`; `/y/` is `y/index.html`, and `/y` leads to `/y/`.
 *
 * @see https://answers.netlify.com/t/support-guide-how-can-i-alter-trailing-slash-behaviour-in-my-urls-will-enabling-pretty-urls-help/31191
 */
export function answerTo(path: string, isFile: (path: string) => boolean): Answer {
  const bare = path.replace(/\/+$/, "");
  if (!path.endsWith("/")) {
    const file = [path, `${path}.html`].find(isFile);
    if (file) return { status: 200, file };
    return isFile(`${path}/index.html`) ? { status: 301, location: `${path}/` } : { status: 404 };
  }
  if (bare !== "" && isFile(`${bare}.html`)) return { status: 301, location: bare };
  return isFile(`${bare}/index.html`) ? { status: 200, file: `${bare}/index.html` } : { status: 404 };
}

/** Serves a folder on a free port of this machine, by the `_headers` and `_redirects` that are in it. */
export async function serveAsNetlify(root: string): Promise<Server> {
  const isFile = (path: string) => {
    const file = resolve(join(root, path));
    return file.startsWith(resolve(root) + sep) && existsSync(file) && statSync(file).isFile();
  };
  const headersOf = await readHeaders(root);
  const redirects = await readRedirects(root);
  const compressed = new Map<string, Buffer>();
  const compress = (file: string, body: Buffer) => {
    const small = compressed.get(file) ?? brotliCompressSync(body);
    compressed.set(file, small);
    return small;
  };
  const respond = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    const answer = answer404(pathname, search, redirects, answerTo(decoded(pathname), isFile));
    if (answer.status === 301) {
      response.writeHead(301, { ...headersOf(pathname), location: answer.location }).end();
      return;
    }
    const file = answer.status === 200 ? answer.file : "/404.html";
    const body = isFile(file) ? readFileSync(join(root, file)) : Buffer.from("Not found");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const isText = /text|xml|json|javascript/.test(type);
    response.writeHead(answer.status, {
      "content-type": type,
      "cache-control": "public, max-age=0, must-revalidate",
      ...(isText && { "content-encoding": "br" }),
      ...headersOf(pathname),
    });
    response.end(isText ? compress(file, body) : body);
  };
  const server = createServer(respond);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A redirect holds where there is no file: the site's own are not forced. */
function answer404(path: string, search: string, redirects: readonly Redirect[], answer: Answer): Answer {
  const redirect = answer.status === 404 ? redirects.find(({ from }) => from === path) : undefined;
  if (redirect) return { status: 301, location: redirect.to + search };
  return answer.status === 301 ? { ...answer, location: encodeURI(answer.location) + search } : answer;
}

async function readHeaders(root: string): Promise<(path: string) => Record<string, string>> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(root, "_headers")],
    configHeaders: [],
    minimal: false,
  });
  if (errors[0]) throw errors[0];
  return (path) => {
    const fitting = headers.filter((rule) => "forRegExp" in rule && rule.forRegExp.test(path));
    const entries = fitting.flatMap(({ values }) => Object.entries(values));
    return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
  };
}

async function readRedirects(root: string): Promise<Redirect[]> {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(root, "_redirects")],
    configRedirects: [],
    minimal: true,
  });
  if (errors[0]) throw errors[0];
  return redirects as Redirect[];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
