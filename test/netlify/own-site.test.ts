/** What Netlify makes of the site's files, read as Netlify reads them. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { resolveConfig } from "@netlify/config";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, buildFolder, page, project, temporaryFolder, writeTree } from "../build-tree.ts";
import { attribute, one, readHtml, select, textOf } from "../html.ts";
import { ownSite } from "../own-site.ts";

const own = suite("Netlify: the site's own content");
const YEAR = 31_536_000;
let built: Built;
/** As Netlify sends them: of all rules whose path fits. */
let headersOf: (path: string) => Readonly<Record<string, string>>;

own.before(async () => {
  built = await ownSite();
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(built.output, "_headers")],
    netlifyConfigPath: join(project, "netlify.toml"),
    configHeaders: [],
    minimal: false,
  });
  assert.equal(errors, []);
  headersOf = (path) => {
    const fitting = headers.filter((rule) => "forRegExp" in rule && rule.forRegExp.test(path));
    const entries = fitting.flatMap(({ values }) => Object.entries(values));
    return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
  };
});

const pagesOf = ({ written }: Built) => written.filter((path) => path.endsWith(".html"));

own("every page is sent with the policies", () => {
  for (const path of ["/", "/about/overview.html", "/about/overview", "/no/such/page"]) {
    const headers = headersOf(path);
    assert.match(headers["content-security-policy"] ?? "", /^default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.ok(Number(/^max-age=(\d+)$/.exec(headers["strict-transport-security"] ?? "")?.[1]) >= YEAR);
    assert.is(headers["referrer-policy"], "strict-origin-when-cross-origin");
    assert.is(headers["x-content-type-options"], "nosniff");
    assert.match(headers["permissions-policy"] ?? "", "geolocation=()");
    assert.is(headers["x-robots-tag"], undefined);
  }
});

own("browsers keep what has a hash in its name, and nothing else", () => {
  const assets = built.written.filter((path) => path.startsWith("assets/"));
  assert.ok(assets.length > 0);
  for (const path of assets) {
    assert.match(path, /^assets\/(?:social\/[0-9a-f]{16}|images\/[0-9a-f]{16}-\d+|[^/]+\.[0-9a-f]{8})\.\w+$/);
    assert.is(headersOf(`/${path}`)["cache-control"], `public, max-age=${YEAR}, immutable`);
  }
  for (const path of built.written.filter((file) => !file.startsWith("assets/"))) {
    assert.is(headersOf(`/${path}`)["cache-control"], undefined, path);
  }
});

own("no page needs what its policy forbids", () => {
  for (const path of pagesOf(built)) {
    const html = readHtml(built.read(path));
    const isData = (type: string | undefined) => type === "application/ld+json";
    for (const script of select(html, "script").filter((element) => !isData(attribute(element, "type")))) {
      assert.match(attribute(script, "src") ?? "", /^\/(?!\/)/, path);
    }
    assert.equal(select(html, "style"), [], path);
    for (const element of select(html, "*")) {
      assert.equal(
        element.attrs.filter(({ name }) => name === "style" || /^on/.test(name)),
        [],
        path,
      );
    }
    for (const image of select(html, "img")) assert.match(attribute(image, "src") ?? "", /^\/(?!\/)|^data:/, path);
    assert.equal(
      ["iframe", "object", "embed", "base"].flatMap((name) => select(html, name)),
      [],
      path,
    );
  }
});

own("every redirect leads, for good, from an address that is gone to a file that is there", async () => {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [join(built.output, "_redirects")],
    netlifyConfigPath: join(project, "netlify.toml"),
    configRedirects: [],
    minimal: false,
  });
  assert.equal(errors, []);
  assert.ok(redirects.length > 0);
  for (const redirect of redirects as { from: string; to: string; status: number; force: boolean }[]) {
    assert.is(redirect.status, 301);
    assert.is(redirect.force, false);
    assert.not.ok(built.has(redirect.from.slice(1)), redirect.from);
    assert.ok(built.has(redirect.to.replace(/\/$/, "/index.html").slice(1)), redirect.to);
  }
});

own("the manifest and its icons are there", () => {
  assert.is(headersOf("/manifest.webmanifest")["content-type"], "application/manifest+json");
  const { icons } = JSON.parse(built.read("manifest.webmanifest")) as { icons: { src: string; sizes: string }[] };
  assert.equal(icons.map(({ sizes }) => sizes).sort(), ["180x180", "192x192", "512x512"]);
  for (const { src } of icons) assert.ok(built.has(src.slice(1)), src);
});

/** What Netlify's own reading of netlify.toml comes to; nothing is asked of its servers. */
interface NetlifyConfig {
  readonly build: {
    readonly command: string;
    readonly publish: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly processing: { readonly skip_processing?: boolean };
  };
  readonly plugins: readonly { readonly package: string }[];
  readonly headers: readonly object[];
}

for (const context of ["production", "deploy-preview", "branch-deploy"]) {
  own(`netlify.toml, ${context}: what is built, where it is, with which Node, and what is kept`, () => check(context));
}

async function check(context: string): Promise<void> {
  const resolved = await resolveConfig({
    cwd: project,
    repositoryRoot: project,
    context,
    branch: "main",
    mode: "require",
    offline: true,
    buffer: true,
  });
  const { build, plugins } = (resolved as unknown as { config: NetlifyConfig }).config;
  assert.is(build.command, "npx eleventy");
  assert.is(build.publish, join(project, "_site"));
  assert.ok(Number(build.environment.NODE_VERSION) >= 20);
  assert.is(build.processing.skip_processing, true);
  assert.ok(plugins.length > 0);
  for (const { package: folder } of plugins) {
    assert.ok(existsSync(join(project, folder, "manifest.yml")));
    assert.ok(existsSync(join(project, folder, "index.js")));
  }
}

own("what Netlify keeps is what builds put there", async () => {
  const calls: string[] = [];
  const cache = {
    restore: (path: string) => calls.push(`restore ${path}`),
    save: (path: string) => calls.push(`save ${path}`),
  };
  const plugin = await import("../../netlify/cache/index.js" as string);
  plugin.onPreBuild({ utils: { cache } });
  plugin.onPostBuild({ utils: { cache } });
  assert.equal(calls, ["restore .cache", "save .cache"]);
});
own.run();

const preview = suite("Netlify: a deploy preview");
let folder: string;

async function buildIn(context: string): Promise<Built> {
  const before = process.env.CONTEXT;
  process.env.CONTEXT = context;
  try {
    return await buildFolder(folder);
  } finally {
    if (before === undefined) delete process.env.CONTEXT;
    else process.env.CONTEXT = before;
  }
}

preview.before(() => {
  folder = temporaryFolder();
  writeTree(folder, {
    "index.md": page({ Title: "Home", Url: "", Save_as: "index.html" }),
    "secret.md": page({ Title: "Secret", Url: "secret", Save_as: "secret.html", Status: "draft" }),
  });
});
preview.after(() => rmSync(folder, { recursive: true, force: true }));

for (const context of ["deploy-preview", "branch-deploy"]) {
  preview(`${context}: lists its drafts, says what it is, and is not searched`, async () => {
    built = await buildIn(context);
    const list = readHtml(built.read("drafts/index.html"));
    const links = select(one(list, "main"), "a").map((link) => [textOf(link), attribute(link, "href")]);
    assert.equal(links, [["Secret", "/drafts/secret.html"]]);
    for (const path of pagesOf(built)) {
      const html = readHtml(built.read(path));
      assert.is(attribute(one(html, "meta", { name: "robots" }), "content"), "noindex", path);
    }
    assert.match(built.read("_headers"), "X-Robots-Tag: noindex");
    assert.not.match(built.read("sitemap.xml"), "drafts");
    built.dispose();
  });
}

preview("what is published has neither list nor mark", async () => {
  built = await buildIn("production");
  assert.not.ok(built.has("drafts/index.html"));
  assert.ok(built.has("drafts/secret.html"));
  const marked = pagesOf(built).filter((path) => select(readHtml(built.read(path)), "meta", { name: "robots" }).length);
  assert.equal(marked, ["404.html", "drafts/secret.html"]);
  built.dispose();
});

preview.run();
