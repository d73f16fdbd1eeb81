/** Where the links of the site lead, asked of a server such as Netlify's. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Built } from "../build-tree.ts";
import { attribute, readHtml, select } from "../html.ts";
import { ownSite } from "../own-site.ts";
import { type Server, serveAsNetlify } from "./server.ts";

/** By address, where it stands; relative ones as the browser reads them. */
type Links = ReadonlyMap<string, string>;

const links = suite("links");
let built: Built;
let server: Server;
let all: Links;
let canonical: ReadonlySet<string>;

links.before(async () => {
  built = await ownSite();
  server = await serveAsNetlify(built.output);
  const pages = built.written
    .filter((path) => path.endsWith(".html"))
    .map((path) => [path, readHtml(built.read(path))] as const);
  all = new Map(
    pages.flatMap(([path, html]) =>
      select(html, "*").flatMap((element) => {
        const own = ["href", "src"].flatMap((name) => attribute(element, name) ?? []);
        return own.flatMap((url) => internal(url, path)).map((address) => [address, path] as const);
      }),
    ),
  );
  canonical = new Set(
    pages.flatMap(([, html]) =>
      select(html, "link", { rel: "canonical" }).map((link) => new URL(attribute(link, "href") ?? "").pathname),
    ),
  );
});
links.after(() => server?.close());

const SITE = "https://xmpp.example";

/** The path of an address on the site; nothing where it leads elsewhere. */
function internal(url: string, path: string): string[] {
  const { origin, pathname } = new URL(url, `${SITE}/${path.replace(/(^|\/)index\.html$/, "$1")}`);
  return origin === SITE ? [pathname] : [];
}

links("all are there, and none goes through a redirect", async () => {
  assert.ok(all.size > 80);
  const wrong: string[] = [];
  for (const [address, path] of all) {
    const { status } = await fetch(server.origin + address, { redirect: "manual" });
    if (status !== 200) wrong.push(`${path} links to ${address}: ${status}`);
  }
  assert.equal(wrong, []);
});

links("each page is linked to by one address, which is the one that it says is its own", () => {
  const isPage = (address: string) => !/\.(?!html$)\w+$/.test(address);
  const others = [...all.keys()].filter(
    (address) => isPage(address) && !canonical.has(address) && address !== "/404.html",
  );
  assert.equal(others, []);
});

links("the sitemap and the feeds have these addresses too", () => {
  const texts = built.written.filter((path) => path.endsWith(".xml")).map((path) => built.read(path));
  const urls = texts.flatMap((text) =>
    [...text.matchAll(/<loc>([^<]+)|<link href="([^"]+)"/g)].map(([, loc, link]) => loc ?? link ?? ""),
  );
  const paths = urls.map((url) => new URL(url).pathname).filter((path) => !path.endsWith(".xml"));
  assert.ok(paths.length > 50);
  assert.equal(
    paths.filter((path) => !canonical.has(path)),
    [],
  );
});

links.run();
