import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Link, resolveLink } from "../../src/plugin/links/resolve.ts";
import { site } from "../make.ts";

const { index } = site({
  "index.md": { Url: "", Save_as: "index.html" },
  "about.md": { Url: "about", Save_as: "about/index.html" },
  "history.md": { Url: "about/history", Save_as: "about/history.html" },
  "moved.md": { Url: "old/place", Save_as: "new/place/index.html" },
  "extensions.md": { Url: "extensions", Save_as: "extensions/index.html" },
  "draft.md": { Url: "draft", Save_as: "draft.html", Status: "draft" },
  "hidden.md": { Url: "hidden", Save_as: "hidden.html", Status: "hidden" },
});

/** A link in short: its kind and where it leads. */
function short(link: Link): string {
  if (link.kind === "unsafe") return "unsafe";
  return `${link.kind} ${link.href}`;
}

const fromRoot = suite("resolveLink: from the site's root");

for (const [address, expected] of [
  ["about", "page /about/"],
  ["/about", "page /about/"],
  ["about/", "page /about/"],
  ["about/index.html", "page /about/"],
  ["about.html", "page /about/"],
  ["./about", "page /about/"],
  ["about/history", "page /about/history.html"],
  ["about/history#early", "page /about/history.html#early"],
  ["about/history?a=b&c#d", "page /about/history.html?a=b&c#d"],
  ["about/../extensions", "page /extensions/"],
  ["../../../about", "page /about/"],
  ["old/place", "page /new/place/"],
  ["new/place", "page /new/place/"],
  ["/", "page /"],
  ["index.html", "page /"],
  ["hidden", "page /hidden.html"],
  ["draft", "broken /draft.html"],
  ["nowhere", "broken /nowhere.html"],
  ["nowhere/", "broken /nowhere/"],
  ["nowhere/#x", "broken /nowhere/#x"],
  ["nowhere#x", "broken /nowhere.html#x"],
  ["paper.pdf", "broken /paper.pdf"],
  ["feeds/all.atom.xml", "broken /feeds/all.atom.xml"],
  ["a b", "broken /a%20b.html"],
  ["100%", "broken /100%.html"],
] as const) {
  fromRoot(address, () => assert.is(short(resolveLink(address, "", index)), expected));
}

fromRoot.run();

const fromPage = suite("resolveLink: from a page's Url");

for (const [address, base, expected] of [
  ["history", "about", "page /about/history.html"],
  ["../extensions", "about", "page /extensions/"],
  ["/extensions", "about", "page /extensions/"],
  ["../../../about", "about", "page /about/"],
  ["../../../x", "about", "broken /x.html"],
  ["..", "about", "page /"],
  [".", "about", "page /about/"],
  ["../history", "about/xsf", "page /about/history.html"],
  ["extensions", "about", "broken /about/extensions.html"],
  ["x", "a b", "broken /a%20b/x.html"],
] as const) {
  fromPage(`${address} on ${base}`, () => assert.is(short(resolveLink(address, base, index)), expected));
}

fromPage("a broken link says what it was looking for", () => {
  const link = resolveLink("../ab%C3%A9/", "about", index);
  assert.equal(link, { kind: "broken", href: "/ab%C3%A9/", path: "abé" });
});

fromPage("a page's link says which page", () => {
  const link = resolveLink("history", "about", index);
  assert.is(link.kind === "page" && link.page.file, "history.md");
});

fromPage.run();

const asWritten = suite("resolveLink: as written");

for (const address of [
  "https://xmpp.org/about",
  "http://example.org",
  "HTTPS://EXAMPLE.ORG/x?y#z",
  "//host.example/x",
  "mailto:info@example.org",
  "tel:+49123",
  "xmpp:room@muc.example.org?join",
  "#x",
  "?x",
  "#",
]) {
  asWritten(address, () => assert.equal(resolveLink(address, "about", index), { kind: "as-written", href: address }));
}

asWritten.run();

const unsafe = suite("resolveLink: never a link");

for (const address of [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " javascript:alert(1)",
  " java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript://%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "ftp://example.org",
  "blob:x",
  "about:blank",
  "foo:bar",
  "http://",
  "https://[",
  "//",
]) {
  unsafe(JSON.stringify(address), () => assert.is(resolveLink(address, "about", index).kind, "unsafe"));
}

unsafe.run();

const nearest = suite("PageIndex");

nearest("the nearest address", () => {
  assert.is(index.meant("about/histroy")?.url, "about/history");
  assert.is(index.meant("extension")?.url, "extensions");
  assert.is(index.meant("something quite different"), undefined);
});

nearest("a draft is no page for visitors", () => assert.is(index.find("draft"), undefined));

nearest("where two claim an address, the Url counts before the file", () => {
  const two = site({ "a.md": { Url: "x", Save_as: "y.html" }, "b.md": { Url: "y", Save_as: "z.html" } }).index;
  assert.is(two.find("y")?.file, "b.md");
});

nearest.run();
