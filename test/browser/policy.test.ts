/** What the site's policy stops in texts, by the findings and by the browser itself. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { missingFrom, policyOf } from "../../src/plugin/netlify/policy.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { site } from "../make.ts";
import { buildSite, type SmallSite } from "../small-site.ts";
import { launchChromium } from "./chromium.ts";
import { type Server, serveAsNetlify } from "./server.ts";

const A = "https://a.example";
const SCRIPT = "\n  window.b = 2;\n\n  window.c = '  é  ';\n";
/** The page is minified. */
const ITS_HASH = createHash("sha256").update(SCRIPT.trim()).digest("base64");

/** Pieces of texts. What has the id “x” is clicked. */
const PIECES: readonly string[] = [
  `<iframe title="A" src="${A}/1"></iframe>`,
  '<iframe title="A" src="/own.html"></iframe>',
  '<iframe title="A" src="data:text/html,a"></iframe>',
  '<iframe title="A" src="about:blank"></iframe><iframe title="A"></iframe>',
  '<iframe title="A" src="https://films.example/1"></iframe>',
  '<iframe title="A" srcdoc="<p>a"></iframe>',
  `<iframe title="A" srcdoc="<img src='${A}/a.png'><style>p{}</style>"></iframe>`,
  `<object data="${A}/a.swf"></object>`,
  '<object data="/own.pdf"></object>',
  '<object data="/own.png"></object>',
  `<embed src="${A}/a.swf">`,
  '<embed src="own.pdf">',
  "<script>window.a = 1</script>",
  `<script>${SCRIPT}</script>`,
  '<script type="module">window.a = 1</script>',
  '<script type="importmap">{}</script>',
  '<script type="text/javascript1.5">1</script>',
  '<script type="application/ld+json">{}</script>',
  '<script type="text/template">x</script>',
  "<script></script>",
  `<script src="${A}/a.js"></script>`,
  `<script src="${A}/ok/a.js"></script>`,
  `<script src="${A}/OK/a.js"></script>`,
  `<script src="${A}/a.js" type="text/template"></script>`,
  `<script nomodule src="${A}/a.js"></script>`,
  '<script src="/own.js"></script>',
  '<script src="data:text/javascript,1"></script>',
  "<style>p { color: red }</style>",
  `<style>p { background: url(${A}/a.png) }</style>\n\nA paragraph.`,
  `<style>@import "${A}/a.css"; @import url(/own.css);</style>`,
  `<style>@font-face { font-family: x; src: url("${A}/a.woff2") } p { font-family: x }</style>\n\nA paragraph.`,
  '<p style="color: red">a</p>',
  `<p style="background: url('${A}/a.png')">a</p>`,
  '<button onclick="go()" id="x">a</button>',
  '<p once="1" id="x">a</p>',
  '<details open ontoggle="go()"><summary>a</summary>b</details>',
  `![a](${A}/b.png)`,
  "![a](//a.example/b.png)",
  "![a](/own.png)",
  '<img alt="a" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  `<img alt="a" srcset="${A}/b.png 1x" src="/own.png">`,
  '<img alt="a" src="ftp://a.example/b.png">',
  '<img alt="a" src="https:/a.example/b.png">',
  '<img alt="a" src="https://b.images.example:8443/b.png">',
  '<img alt="a" src="https://images.example/b.png">',
  `<picture><source srcset="${A}/b.png"><img alt="a" src="/own.png"></picture>`,
  `<audio src="${A}/a.mp3"></audio>`,
  `<video poster="${A}/a.png"><source src="${A}/a.mp4"></video>`,
  `<video src="/own.mp4"><track default src="${A}/a.vtt"></video>`,
  `<input type="image" alt="a" src="${A}/a.png"><input src="${A}/b.png" aria-label="a">`,
  `<link rel="stylesheet" href="${A}/a.css">`,
  `<link rel="preload" as="image" href="${A}/a.png">`,
  `<link rel="preload" as="font" crossorigin href="${A}/a.woff2">`,
  `<link rel="preload" as="fetch" crossorigin href="${A}/a.json">`,
  `<link rel="modulepreload" href="${A}/a.js">`,
  `<link rel="canonical" href="${A}/"><link rel="preconnect" href="${A}">`,
  `<table background="${A}/a.png"><tr><td background="${A}/b.png">a</td></tr></table>`,
  `<svg width="9" height="9"><image href="${A}/a.png" width="9" height="9"></image></svg>`,
  `<svg><script xlink:href="${A}/a.js"></script></svg>`,
  "<svg><style>p{}</style></svg>",
  `<form action="${A}/"><button id="x">a</button></form>`,
  '<form action="/own.html"><button id="x">a</button></form>',
  `<form><button id="x" formaction="${A}/">a</button></form>`,
  '<form action="mailto:a@a.example"><button id="x">a</button></form>',
  `<form method="dialog" action="${A}/"><button id="x">a</button></form>`,
  `<base href="${A}/">`,
  '<base href="/own/">',
  '<base target="_blank">',
  `<meta http-equiv="refresh" content="999;url=${A}/">`,
  `<a ping="${A}/" href="/own.html" id="x">a</a>`,
  `<template><img alt="a" src="${A}/a.png"><script>1</script></template>`,
  `<div><template shadowrootmode="open"><img alt="a" src="${A}/a.png"></template></div>`,
  `<textarea aria-label="a"><img src="${A}/a.png"></textarea>`,
  `<!-- <img src="${A}/a.png"> -->`,
  `<code>&lt;script&gt;</code> \`<img src="${A}/a.png">\``,
];

const INLINE = "'unsafe-inline'";

/** By name: what settings say of the policy, and what a page of the site itself in a frame is stopped by. */
const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "the policy of all sites": {},
  "a policy of the site's own": {
    "script-src": `'self' https://a.example/ok/ 'sha256-${ITS_HASH}'`,
    "style-src-elem": `'self' ${INLINE}`,
    "style-src-attr": INLINE,
    "img-src": "'self' data: *.images.example:*",
    "frame-src": "'self' films.example",
    "form-action": "mailto:",
    "frame-ancestors": "'self'",
    "object-src": "'self'",
    "base-uri": "'self'",
  },
  "one that allows little of the site itself": {
    "default-src": "https:",
    "script-src": `${INLINE} 'sha256-AAAA'`,
    "style-src": "https://a.example",
    "img-src": "data:",
    "media-src": "*",
    "frame-src": "*",
  },
};

const OWN = { "own.css": "p {}", "own.js": "1", "own.mp4": "a", "own.pdf": "%PDF-1.4", "own.png": "a" };

let browser: Browser;
const policies = suite("what the policy stops");
policies.before(async () => {
  browser = await launchChromium();
});
policies.after(() => browser.close());

for (const [name, contentSecurityPolicy] of Object.entries(POLICIES)) {
  const settings = { contentSecurityPolicy, headersSaveAs: "_headers", staticPaths: Object.keys(OWN) };
  const texts = Object.fromEntries(
    PIECES.map((piece, index) => [`p${index}.md`, `Title: P${index}\nSave_as: p${index}.html\n\n${piece}\n`]),
  );

  let built: SmallSite;
  let server: Server;
  policies(`${name}: each is a finding, and nothing else`, async () => {
    const files = { ...texts, ...OWN, "own.md": "Title: Own\nSave_as: own.html\n\nText.\n" };
    const content = Object.entries(files).map(([path, text]) => [`content/${path}`, text] as const);
    built = await buildSite(Object.fromEntries(content), { settings });
    assert.is(built.exitCode, 0, built.printed);
    server = await serveAsNetlify(join(built.folder, "_site"));
    const { scanned } = site(texts, settings);
    const policy = policyOf(readSettings(settings));
    const found = new Map<string, string[]>();
    for (const [page, { guarded }] of scanned) {
      const isLacking = (directive: string, source: string, hashes: readonly string[]) =>
        missingFrom(policy, { directive, source, hashes }, server.origin) !== undefined;
      const all = guarded.filter(({ directive, source, smallHashes: hashes, style }) => {
        const isAsked = style === "" || !isLacking(style, INLINE, hashes);
        return isAsked && isLacking(directive, source, hashes);
      });
      const directives = [...new Set(all.map(({ directive }) => directive))].sort();
      // A browser asks the page itself where the one around it lets it in.
      const isIn = !directives.some((directive) => /^(?:frame|object)-src$/.test(directive));
      found.set(
        page.file,
        directives.filter((directive) => isIn || directive !== "frame-ancestors"),
      );
    }
    const ofLayout = new Set(await stoppedOn(`${server.origin}/own`));
    const differences: unknown[] = [];
    const visits = PIECES.map((piece, index) => async () => {
      const expected = found.get(`p${index}.md`) ?? [];
      const all = (await stoppedOn(`${server.origin}/p${index}`, expected)).filter((one) => !ofLayout.has(one));
      const stopped = [...new Set(all.map((one) => one.split(" ", 1)[0]))].sort();
      if (String(expected) !== String(stopped)) differences.push({ piece, expected, stopped, all });
    });
    await Promise.all(
      [0, 1, 2, 3].map(async () => {
        for (let visit = visits.shift(); visit; visit = visits.shift()) await visit();
      }),
    );
    assert.equal(differences, []);
    await server.close();
    built.dispose();
  });
}

/** So long something is waited for that should be stopped, in milliseconds. */
const LONGEST = 10_000;

/**
 * What the browser stops on a page, behind the directive by which it does.
 *
 * @param expected directives by which something should be stopped: of a form that is told later than of all else
 */
async function stoppedOn(address: string, expected: readonly string[] = []): Promise<string[]> {
  const context = await browser.newContext();
  const stopped = new Set<string>();
  try {
    const { origin } = new URL(address);
    // Nothing is on the network, and no form leads on.
    await context.route(/^https?:/, (route) => {
      const request = route.request();
      const isLedOn = request.isNavigationRequest() && !request.frame().parentFrame() && request.url() !== address;
      const isThere = request.url().startsWith(origin) && !isLedOn;
      return isThere ? route.continue() : route.fulfill({ status: 204, contentType: "text/plain" });
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        console.debug(`stopped: ${effectiveDirective} ${blockedURI}`);
      });
    });
    const page = await context.newPage();
    const isDone = page.waitForEvent("console", (message) => message.text().includes("end.invalid"));
    page.on("console", (message) => {
      const text = message.text();
      const [, directive, blocked = ""] = /^stopped: (\S+) (.*)$/.exec(text) ?? [];
      if (directive !== undefined && !blocked.includes("end.invalid")) stopped.add(`${directive} ${blocked}`);
      if (/^Framing .* violates .*frame-ancestors/s.test(text)) stopped.add("frame-ancestors");
    });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(() => {
      document.getElementById("x")?.click();
      navigator.sendBeacon("http://end.invalid/");
    });
    await isDone;
    const isMissing = () => expected.some((one) => ![...stopped].some((other) => other.startsWith(one)));
    for (const end = Date.now() + LONGEST; isMissing() && Date.now() < end; ) await page.evaluate("0");
    return [...stopped];
  } finally {
    await context.close();
  }
}

policies.run();
