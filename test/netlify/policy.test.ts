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
] as const) {
  policy(name, () => assert.is(missingFrom({ ...STRICT, ...given }, directive, source), expected));
}

policy("what has no directive and none to fall back to is free", () => {
  assert.is(missingFrom({ "default-src": "'none'" }, "form-action", "https://a.example/"), undefined);
});

for (const [html, expected] of [
  ['<img src="/own.png"><a href="https://a.example">a</a>', []],
  ['<img src="https://a.example/b.png">', ["img src img-src"]],
  ['<img src="/a.png" srcset="/a.png 1x, https://a.example/b.png 2x">', ["img srcset img-src"]],
  ['<iframe src="//a.example/1"></iframe>', ["iframe src frame-src"]],
  ["<script>go()</script>", ["script  script-src"]],
  ['<script type="application/ld+json">{}</script>', []],
  ['<p style="color: red">a</p><p style="color: blue">b</p>', ["p style style-src-attr"]],
  ['<button onclick="go()">a</button>', ["button onclick script-src"]],
  ["<style>p { color: red }</style>", ["style  style-src"]],
  ['<link rel="stylesheet" href="https://a.example/a.css">', ["link href style-src"]],
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
