/** nginx, Apache and Caddy themselves, with what the build writes for them: the same requests have the same answers. */
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { textFiles } from "../../src/plugin/output/text-files.ts";
import { type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { NO_ASSETS } from "../make.ts";
import { passOver } from "../pass-over.ts";
import { type Posts, siteOf } from "../site-helpers.ts";
import { type Answer, programOf, type Running, type ServerName, start } from "./servers.ts";

const FILES: Readonly<Record<ServerName, string>> = { nginx: ".nginx.conf", apache: ".htaccess", caddy: ".Caddyfile" };

/** Addresses that mean something to a server's configuration, as an author may have copied them from anywhere. */
const ODD = [
  "a b",
  'it\'s "so"',
  "cost $1",
  "$uri",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a variable of Apache's
  "${PATH}",
  "{path}",
  "{$HOME}",
  "a{b}c",
  "50%25 off",
  "café/中文",
  "a.b*c(d)[e]|f^g+h",
  "`tick`",
  "#hash%2523",
  "c%23 %3F",
];

const POSTS: Posts = {
  "pages/home.md": { Title: "Home", Url: "", Save_as: "index.html" },
  "pages/about.md": { Title: "About", Url: "about", Save_as: "about.html", Aliases: "us; old/about.html" },
  "pages/history.md": { Title: "History", Url: "about/history", Save_as: "about/history.html" },
  "pages/docs.md": { Title: "Docs", Url: "docs/", Save_as: "docs/index.html" },
  "pages/both.md": { Title: "Both", Url: "both", Save_as: "both.html" },
  "pages/in.md": { Title: "In", Url: "both/", Save_as: "both/index.html" },
  "pages/slash.md": { Title: "Slash", Url: "oil/", Save_as: "lamp-oil.html" },
  "pages/odd.md": { Title: "Odd", Url: "odd $x/", Save_as: "o d'd.html", Aliases: ODD.join(";") },
  "pages/new.md": { Title: "New", Url: "né w", Save_as: "né w.html" },
  "posts/a.md": { Title: "Post", Date: "2020-01-01" },
};

function folderOf(path: string, name: ServerName): string {
  const settings = {
    siteUrl: `https://a.example${encodeURI(path)}`,
    addresses: "url",
    host: name,
    headersSaveAs: "_headers",
  } as const;
  const site = siteOf(POSTS, { settings: { ...settings, manifestSaveAs: "site.webmanifest" } });
  const pages = [...site.pages, ...site.lists].map(({ saveAs }) => [saveAs, `<p>${saveAs}`] as const);
  const texts = textFiles(site).map(
    ({ saveAs, text }) => [saveAs, saveAs.endsWith("manifest") ? "{}" : text(site, NO_ASSETS)] as const,
  );
  const tree: Tree = {
    ...Object.fromEntries([...pages, ...texts]),
    "404.html": "<p>404",
    "images/a.svg": "<svg/>",
    "assets/style.abc.css": "a{}",
  };
  const folder = temporaryFolder();
  writeTree(folder, Object.fromEntries(Object.entries(tree).map(([file, text]) => [`www${path}/${file}`, text])));
  writeTree(folder, { "secret.txt": "outside", "www/other.txt": "other" });
  chmodSync(folder, 0o755);
  return folder;
}

type Expected = string | 404 | "refused" | { readonly to: string };

const NOT_FOUND = "404 <p>404";

/** What is asked for, from the site's folder, and the file that answers, or where it leads. */
const REQUESTS: readonly (readonly [path: string, answer: Expected])[] = [
  ["/", "index.html"],
  ["/?a=b", "index.html"],
  ["/index.html", "index.html"],
  ["/about.html", "about.html"],
  ["/about", "about.html"],
  ["/about?a=b", "about.html"],
  ["/%61bout", "about.html"],
  ["/about/history", "about/history.html"],
  ["/docs/", "docs/index.html"],
  ["/docs", { to: "/docs/" }],
  ["/both", "both.html"],
  ["/both/", "both/index.html"],
  ["/oil/", "lamp-oil.html"],
  ["/odd%20$x/", "o d'd.html"],
  ["/n%C3%A9%20w", "né w.html"],
  ["/us", { to: "/about" }],
  ["/us/", { to: "/about" }],
  ["/us.html", { to: "/about" }],
  ["/us?a=b&c=%20d", { to: "/about?a=b&c=%20d" }],
  ["/old/about", { to: "/about" }],
  ["/old/about.html", { to: "/about" }],
  ...ODD.map((alias) => [`/${requested(alias)}`, { to: "/odd%20%24x/" }] as const),
  ["/old/about.html/x", 404],
  ["/US", 404],
  ["/nothing", 404],
  ["/nothing/", 404],
  ["/about/nothing.html", 404],
  ["/about.html/x", 404],
  ["/images/", 404],
  ["/assets/gone.css", 404],
  ["/.nginx.conf", 404],
  ["/.htaccess", 404],
  ["/.Caddyfile", 404],
  ["/../../secret.txt", "refused"],
  ["/%2e%2e/%2e%2e/secret.txt", "refused"],
  ["/..%2f..%2fsecret.txt", "refused"],
  ["/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt", "refused"],
  ["/about%00", "refused"],
  ["/%5c..%5c..%5csecret.txt", "refused"],
];

/** An alias as a browser asks for it. */
function requested(alias: string): string {
  return encodeURI(decodeURIComponent(alias)).replaceAll("#", "%23").replaceAll("?", "%3F");
}

const names = Object.keys(FILES) as ServerName[];
for (const name of names) if (programOf(name) === undefined) passOver(`hosts/servers: ${name}`, "it is not installed");

for (const path of ["", "/gärten&co"]) {
  for (const name of names.filter(programOf)) {
    const test = suite(`${name}, ${path === "" ? "at the host's root" : "below a path"}`);
    const at = (address: string) => encodeURI(path) + address;
    let folder = "";
    let server: Running;
    test.before(async () => {
      folder = folderOf(path, name);
      server = await start(name, join(folder, "www"), `.${path}/${FILES[name]}`);
    });
    test.after(async () => {
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test("every address answers with its page, leads to it, or is not found", async () => {
      const wrong = await Promise.all(
        REQUESTS.map(async ([asked, answer]) => {
          const [got, right] = [said(await server.get(at(asked))), expected(answer, at)];
          // In its own words, or in the site's.
          return got === right || (answer === "refused" && got === NOT_FOUND) ? [] : [`${asked}: ${got}, not ${right}`];
        }),
      );
      assert.equal(wrong.flat(), []);
    });

    test("headers go with pages, redirects and errors; only what is there is kept for long", async () => {
      const [page, moved, gone, asset, lost] = await Promise.all(
        ["/about", "/us", "/nothing", "/assets/style.abc.css", "/assets/gone.css"].map((one) => server.get(at(one))),
      );
      for (const answer of [page, moved, gone, asset, lost]) {
        assert.match(String(answer?.headers["content-security-policy"]), /^default-src 'none'; script-src 'self';/);
        assert.is(answer?.headers["x-content-type-options"], "nosniff");
      }
      assert.is(page?.headers["cache-control"], "no-cache");
      assert.is(asset?.headers["cache-control"], "public, max-age=31536000, immutable");
      for (const answer of [gone, lost]) assert.not.match(String(answer?.headers["cache-control"]), "immutable");
    });

    test("files have their types", async () => {
      const types = Object.entries({
        "/about": /^text\/html; charset=utf-8$/i,
        "/assets/style.abc.css": /^text\/css/,
        "/feeds/all.atom.xml": /^application\/atom\+xml$/,
        "/site.webmanifest": /^application\/manifest\+json$/,
      });
      for (const [file, type] of types) {
        assert.match(String((await server.get(at(file))).headers["content-type"]), type);
      }
    });

    if (path !== "") {
      test("the rest of the host is as it was", async () => {
        const [bare, other] = await Promise.all([encodeURI(path), "/other.txt"].map((one) => server.get(one)));
        assert.is(bare && said(bare), at("/"));
        assert.equal([other?.body, other?.headers["content-security-policy"]], ["other", undefined]);
      });
    }
    test.run();
  }
}

/** The page, the place that is led to, or the status. */
function said({ status, headers, body }: Answer): string {
  if (status === 200 || body === "<p>404") return `${status} ${body}`;
  if (status === 301 || status === 308) return upper(String(headers.location).replace(/^http:\/\/[^/]*/, ""));
  return status >= 400 && !body.includes("outside") ? "refused" : String(status);
}

function expected(answer: Expected, at: (address: string) => string): string {
  if (answer === 404) return NOT_FOUND;
  if (answer === "refused") return answer;
  return typeof answer === "string" ? `200 <p>${answer}` : at(answer.to);
}

/** Servers write percent signs either way. */
function upper(address: string): string {
  return address.replace(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase());
}
