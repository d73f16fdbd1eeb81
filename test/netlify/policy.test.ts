import { suite } from "uvu";
import * as assert from "uvu/assert";
import { guardedCollector } from "../../src/plugin/html/guarded.ts";
import { readHtml } from "../../src/plugin/html/read.ts";
import { missingFrom, policyOf } from "../../src/plugin/netlify/policy.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { codesOf, site } from "../make.ts";

const policy = suite("the policy, and what it forbids");

const STRICT = policyOf(readSettings({}));

for (const [name, given, directive, source, expected] of [
  ["another host's image", {}, "img-src", "https://a.example/b.png", "'self' data: https://a.example"],
  ["by whatever scheme the page has", {}, "img-src", "//a.example/b.png", "'self' data: https://a.example"],
  ["what the picture holds itself", {}, "img-src", "data:image/png;base64,AA", undefined],
  ["a frame: nothing is allowed by default", {}, "frame-src", "https://a.example/1", "https://a.example"],
  ["a frame that is allowed", { "frame-src": "https://a.example" }, "frame-src", "https://a.example/1", undefined],
  ["by an older directive", { "child-src": "https://a.example" }, "frame-src", "https://a.example/1", undefined],
  [
    "of another port",
    { "img-src": "https://a.example" },
    "img-src",
    "https://a.example:8443/1",
    "https://a.example https://a.example:8443",
  ],
  ["below a host", { "img-src": "*.a.example" }, "img-src", "https://b.a.example/1", undefined],
  [
    "but not the host itself",
    { "img-src": "*.a.example" },
    "img-src",
    "https://a.example/1",
    "*.a.example https://a.example",
  ],
  ["in a folder", { "img-src": "a.example/b/" }, "img-src", "https://a.example/b/c.png", undefined],
  [
    "in another folder",
    { "img-src": "a.example/b/" },
    "img-src",
    "https://a.example/c.png",
    "a.example/b/ https://a.example",
  ],
  ["any host by a scheme", { "img-src": "https:" }, "img-src", "https://a.example/1", undefined],
  ["all that is fetched", { "img-src": "*" }, "img-src", "https://a.example/1", undefined],
  ["a style in an attribute", {}, "style-src-attr", "'unsafe-inline'", "'self' 'unsafe-inline'"],
  ["that is allowed", { "style-src": "'self' 'unsafe-inline'" }, "style-src-attr", "'unsafe-inline'", undefined],
  ["a form", {}, "form-action", "https://a.example/", "'self' https://a.example"],
  ["a form that is a letter", {}, "form-action", "mailto:a@a.example", "'self' mailto:"],
  ["what the site has itself", {}, "img-src", "/own.png", undefined],
  ["its own, where only others are allowed", { "img-src": "b.example" }, "img-src", "own.png", "b.example 'self'"],
  ["a page of its own in a frame", {}, "frame-src", "/own.html", "'self'"],
  ["which must allow that, too", {}, "frame-ancestors", "/own.html", "'self'"],
  ["another site's page allows it by itself", {}, "frame-ancestors", "https://a.example/", undefined],
  ["a file of its own as an object", {}, "object-src", "own.pdf", "'self'"],
  ["a base, of the site itself, too", {}, "base-uri", "/docs/", "'self'"],
  ["any port", { "img-src": "a.example:*" }, "img-src", "https://a.example:8443/1", undefined],
  ["its usual port", { "img-src": "https://a.example:443" }, "img-src", "https://a.example/1", undefined],
  ["what is safer", { "img-src": "http://a.example" }, "img-src", "https://a.example/1", undefined],
  ["capitals in a host", { "img-src": "HTTPS://A.example" }, "img-src", "https://a.EXAMPLE/1", undefined],
  [
    "but not in a path",
    { "img-src": "a.example/B" },
    "img-src",
    "https://a.example/b",
    "a.example/B https://a.example",
  ],
  ["what any site has, but nothing without one", { "img-src": "*" }, "img-src", "data:image/png,a", "* data:"],
  [
    "a script by what decides on elements",
    { "script-src-elem": "*" },
    "script-src-elem",
    "https://a.example/",
    undefined,
  ],
  [
    "and not on attributes",
    { "script-src-attr": "*" },
    "script-src-elem",
    "https://a.example/",
    "'self' https://a.example",
  ],
  [
    "a text, where others are named",
    { "style-src": "'unsafe-inline' 'nonce-a'" },
    "style-src-elem",
    "'unsafe-inline'",
    "'unsafe-inline' 'nonce-a' 'unsafe-inline'",
  ],
] as const) {
  policy(name, () => {
    const missing = missingFrom({ ...STRICT, ...given }, { directive, source, hashes: [] }, "");
    assert.is(missing?.needed, expected);
  });
}

const asked = (directive: string, source: string, ...hashes: string[]) => ({ directive, source, hashes });

policy("a text that is named by what is in it is allowed, and no other", () => {
  const given = { ...STRICT, "script-src": "'self' 'sha384-b'" };
  assert.is(missingFrom(given, asked("script-src-elem", "'unsafe-inline'", "'sha256-a'", "'sha384-b'"), ""), undefined);
  assert.equal(missingFrom(given, asked("script-src-elem", "'unsafe-inline'", "'sha256-c'"), ""), {
    directive: "script-src",
    needed: "'self' 'sha384-b' 'sha256-c'",
  });
});

policy("what is to be written is what decides", () => {
  for (const [given, directive, expected] of [
    [{}, "style-src-attr", "style-src"],
    [{ "style-src-attr": "'none'" }, "style-src-attr", "style-src-attr"],
    [{ "child-src": "'none'" }, "frame-src", "child-src"],
    [{}, "frame-src", "frame-src"],
  ] as const) {
    assert.is(missingFrom({ ...STRICT, ...given }, asked(directive, "'unsafe-inline'"), "")?.directive, expected);
  }
  assert.is(missingFrom({ "default-src": "'none'" }, asked("script-src-elem", "/a.js"), "")?.directive, "script-src");
});

policy("what has no directive and none to fall back to is free", () => {
  assert.is(missingFrom({ "default-src": "'none'" }, asked("form-action", "https://a.example/"), ""), undefined);
});

for (const [html, expected] of [
  ['<img src="/own.png"><img src="/own-2.png"><a href="https://a.example">a</a>', ["img src img-src"]],
  ['<img src="https://a.example/b.png">', ["img src img-src"]],
  [
    '<img src="/a.png" srcset="/a.png 1x,https://a.example/b.png 2x">',
    ["img src img-src", "img srcset img-src", "img srcset img-src"],
  ],
  ['<iframe src="//a.example/1"></iframe>', ["iframe src frame-src", "iframe src frame-ancestors"]],
  ["<script>go()</script>", ["script  script-src-elem"]],
  ['<script type="application/ld+json">{}</script>', []],
  ['<p style="color: red">a</p><p style="color: blue">b</p>', ["p style style-src-attr"]],
  ['<button onclick="go()">a</button>', ["button onclick script-src-attr"]],
  ["<style>p { color: red }</style>", ["style  style-src-elem"]],
  ['<link rel="stylesheet" href="https://a.example/a.css">', ["link href style-src-elem"]],
  ['<form action="https://a.example/"></form>', ["form action form-action"]],
  [
    '<video poster="https://a.example/a.png" src="https://a.example/a.mp4"></video>',
    ["video src media-src", "video poster img-src"],
  ],
  ["<code>&lt;script&gt;</code><!-- <script></script> -->", []],
] as const) {
  policy(`in a text: ${html}`, () => {
    const collector = guardedCollector();
    readHtml(html, [collector]);
    assert.equal(
      collector.result().map(({ element, attribute, directive }) => `${element} ${attribute} ${directive}`),
      expected,
    );
  });
}

const FILM = { "a.md": 'Title: A\n\nA film:\n\n<iframe src="https://films.example/1" title="Film"></iframe>\n' };

policy("it is told where the policy is sent, with the line and what to write", () => {
  const [found] = site(FILM, { headersSaveAs: "_headers" }).findings;
  assert.equal([found?.code, found?.file, found?.line, found?.column], ["csp-blocked", "a.md", 5, 14]);
  assert.is(found?.message, "<iframe> loads “https://films.example/1”, which the site's policy forbids.");
  assert.match(found?.fix ?? "", `"contentSecurityPolicy": { "frame-src": "https://films.example" }`);
});

policy("and where none is sent, or it allows it, nothing is", () => {
  assert.equal(codesOf(site(FILM).findings), []);
  const allowed = { headersSaveAs: "_headers", contentSecurityPolicy: { "frame-src": "https://films.example" } };
  assert.equal(codesOf(site(FILM, allowed).findings), []);
});

policy("what the site itself serves is its own, by its whole address, too", () => {
  const text = "Title: A\n\n![x](https://lantern.example/images/a.png)\n";
  const settings = { headersSaveAs: "_headers", siteUrl: "https://lantern.example" };
  const codes = codesOf(site({ "a.md": text }, settings, [], ["images/a.png"]).findings);
  assert.ok(!codes.includes("csp-blocked"));
});

policy.run();
